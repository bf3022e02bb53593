"""What is advised on a problem of the list: the paragraph on measures that tells its number, its money and its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from shanhe.measures.frame import skeleton
from shanhe.measures.printed_amount import printed_amounts
from shanhe.measures.problem_lists import ListedProblem, problem_lists
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.told_days import ToldDay, told_days
from shanhe.records.dossier import Dossier
from shanhe.values.numerals import read_date
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_CHAPTER = regex("建议|措施|整改|下一步|打算|对策")
_CHARGED = regex(
    "(?:由|责成|督促|请)(?P<who>[\u4e00-\u9fff]{0,12}?(?:局|委员会|委|厅|中心|政府|办公室|公司)(?:[、和及][\u4e00-\u9fff]{2,14}?(?:局|委员会|委|厅|中心|政府|办公室|公司))*)(?=于|在|会同|牵头|负责|20\\d\\d年|，)"
)
_BY = regex("\\s*(?:之|以)?前")
_LETTER = regex("[\u4e00-\u9fff]")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Advice:
    """A problem with the only sentence that advises on it.

    Attributes:
        due: days by which something is to be done. charged: who is told to do it, as printed.
    """

    problem: ListedProblem
    sentence: Sentence
    due: tuple[ToldDay, ...]
    charged: tuple[re.Match[str], ...]

    @property
    def listed_day(self) -> date | None:
        """The day that the list has."""
        return read_date(self.problem.text("due"))


def advice_on_problems(dossier: Dossier) -> Iterator[Advice]:
    """Yield the problems of the only list that one sentence of the chapters on measures advises on.

    The sentence must tell the money of the problem, or each number of it, with two pairs of letters of its words.

    Example:
        ``由甲局于2026年7月31日前建成剩余9个监测站点`` is on ``监测站点少建9个``.
    """
    lists = list(problem_lists(dossier))
    told = list(_advising(dossier)) if len(lists) == 1 else []
    for problem in lists[0] if told else ():
        own = [one for one in told if _is_on(problem, one)]
        if len(own) == 1:
            words = own[0].own_words
            days = (one for one in told_days(words) if _BY.match(words, one.end))
            yield Advice(problem, own[0], tuple(days), tuple(_CHARGED.finditer(words)))


def _advising(dossier: Dossier) -> Iterator[Sentence]:
    for line in prose(dossier):
        if _CHAPTER.search(line.section.split(" › ")[0]) and "前" in line.text:
            for sentence in sentences(line):
                if any(_CHARGED.finditer(sentence.own_words)) and any(told_days(sentence.text)):
                    yield sentence


def _is_on(problem: ListedProblem, sentence: Sentence) -> bool:
    told = [one.quantity for one in skeleton(sentence.text).amounts]
    words = problem.text("problem")
    numbers = [one.quantity for one in printed_amounts(words)]
    money = [problem.money] if problem.money is not None else []
    if not (money or numbers) or not all(_is_told(one, told) for one in (*money, *numbers)):
        return False
    pairs = {words[n : n + 2] for n in range(len(words) - 1)}
    akin = [one for one in pairs if all(map(_LETTER.match, one)) and one in sentence.text]
    return len(akin) >= _LEAST


def _is_told(one: Quantity, told: Sequence[Quantity]) -> bool:
    return any(own.unit.like(one.unit) and own.value_in(one.unit) == one.value for own in told)
