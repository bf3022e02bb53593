"""A sentence as a frame: its amounts are single marks, so that turns of phrase become patterns.

``退化林修复计划3.40万亩，实际完成3.23万亩，完成率95.00%`` is ``退化林修复计划A，实际完成B，完成率C`` in which A, B and C are
looked up. What a number is of is told by the words before it in its clause, else by the clause before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from shanhe.measures.once import once, once_each
from shanhe.measures.printed_amount import PrintedAmount, printed_amounts
from shanhe.measures.sentences import Sentence, in_table, sentences
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.source import Operand
from shanhe.values.regex import regex

_FIRST = 0xE000
AMOUNT = "[\ue000-\uf8ff]"
"""Pattern of one amount."""
_LETTER = regex(AMOUNT)
"""A letter of a symbol font, as text has it."""
PLAN = (
    "(?:年度|全年|绩效|中期|阶段|分期|实施期|总体|三年|规划期)?(?:目标值?|计划数?|任务数?|指标值?)"
)
"""Pattern of what was planned, as a shortfall is measured by it."""
_TITLE = regex(r"《[^《》]*》")
_CLAUSE_ENDS = "，。；、：！？,;:\u3000"
_NO_NOUN = regex(
    r"(?:19|20)\d\d年度?|\d{1,2}月(?:\d{1,2}日|份|底|末)?|月?[底末]|截至|截止|其中|分别|年度|全年|本年|当年|年末|累计|合计|共计|总计|绩效|预期|总体|目标值?|指标值?|计划|任务量?|实际|完成值?"
    r"|完成率|达到|实现|需要|应|已|共|为|达|约|了|至|到|由|从|的|以|仅|有(?![机效害])|在|中|内|较|比|上年|去年|同期|支出|支付|执行|下达|安排|分配|拨付"
    r"|到位|万元|不低于|不超过|不少于|以上|以下|以内|[≥≤=<>≦≧]|全部|均|全县|全市|对|控制|标准|设定|年初|按|向|将|实施|开展|尚|还"
)
_GENERAL = frozenset({"资金", "项目", "面积", "数量", "工程"})
"""Words that say nothing about which of several things is meant."""
_WORDS = regex("[\u4e00-\u9fff]+")


_BEFORE = regex(f"[，。；：、]|{AMOUNT}")
_ENDS = regex(f"(?P<mark>{AMOUNT})|[{_CLAUSE_ENDS}]")
_STOPS = regex("[。；]")
_AGAIN = regex(f"({AMOUNT})[（(](?:即|合|折合|约合|约)?$")
_DIGIT = regex(r"[\d０-９]")
_PART_ENDS = regex("(?<=[。；])")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Words with their amounts as marks; ``at`` says where each character stood."""

    text: str
    at: tuple[int, ...]
    amounts: tuple[PrintedAmount, ...]

    def amount(self, mark: str) -> PrintedAmount:
        """Return what a mark stands for."""
        return self.amounts[ord(mark) - _FIRST]

    def place(self, mark: str) -> int:
        """Return where a mark stands in ``text``."""
        return self.text.index(mark)

    def place_of(self, amount: PrintedAmount) -> int:
        """Return where an amount's mark stands in ``text``."""
        return self.place(chr(_FIRST + self.amounts.index(amount)))

    def parts(self) -> Iterator[tuple[int, int]]:
        """Yield begin and end of each part of the sentence, which a semicolon or full stop ends."""
        start = 0
        for part in _PART_ENDS.split(self.text):
            yield start, start + len(part)
            start += len(part)

    def says_again(self, mark: str) -> bool:
        """Return whether an amount in brackets is the one before it in another unit.

        Example:
            2256亩 in ``150.40公顷（2256亩）``.
        """
        place = self.place(mark)
        found = _AGAIN.search(self.text[:place])
        if found is None:
            return False
        before, own = self.amount(found[1]).quantity, self.amount(mark).quantity
        return before.unit.like(own.unit) and before.interval_in(own.unit).meets(own.interval)

    def marks(self, start: int = 0, end: int | None = None) -> list[str]:
        """Return the marks between two places, in order."""
        return _LETTER.findall(self.text[start:end])

    def lead(self, mark: str) -> str:
        """Return the words before an amount, back to the last mark of punctuation or amount."""
        return _leads(self.text)[mark]

    def noun(self, mark: str) -> str:
        """Return what an amount is of: its own words, else those of the clauses before it."""
        own = noun_of(self.lead(mark))
        own = own if len(own) > 1 else noun_of(self._tail(mark)) or own
        if own:
            return own
        before = _STOPS.split(self.text[: self.place(mark)])[-1]
        found = (noun_of(part) for part in _pieces(before))
        return next((one for one in found if one), "")

    def _tail(self, mark: str) -> str:
        after = self.text[self.place(mark) + 1 :]
        return next(_pieces(after)) if after[:1] not in "的" else ""


@lru_cache(maxsize=8192)
def _leads(text: str) -> Mapping[str, str]:
    """Return the words before each amount of a skeleton, back to the last mark of punctuation or amount."""
    ends = [found["mark"] for found in _ENDS.finditer(text)]
    return {mark: words for mark, words in zip(ends, _pieces(text), strict=False) if mark}


def _pieces(text: str) -> Iterator[str]:
    """Yield the words between marks of punctuation and amounts."""
    last = 0
    for found in _ENDS.finditer(text):
        yield text[last : found.start()]
        last = found.end()
    yield text[last:]


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence of a paper with its skeleton."""

    sentence: Sentence
    bones: Skeleton

    def operand(self, first: int, last: int) -> Operand:
        """Return the words between two places of the skeleton, with their place in the paper."""
        at = self.bones.at
        end = at[last] if last < len(at) else len(self.sentence.text)
        return self.sentence.operand(at[first], end)


@once_each
def frames(dossier: Dossier) -> Iterator[Frame]:
    """Yield the sentences of all texts that have an amount."""
    for line in dossier.texts:
        if _DIGIT.search(line.text):
            for sentence in sentences(line):
                bones = skeleton(sentence.text)
                if bones.amounts:
                    yield Frame(sentence, bones)


@once
def prose_frames(dossier: Dossier) -> tuple[Frame, ...]:
    """Return the frames of the running text, without those of tables."""
    return tuple(one for one in frames(dossier) if not in_table(one.sentence.line))


def with_earlier(told: Iterable[Frame]) -> Iterator[tuple[Frame, Sequence[Frame]]]:
    """Yield each sentence with those before it in its paragraph, in order."""
    for _, paragraph in groupby(told, key=lambda one: id(one.sentence.line)):
        own = list(paragraph)
        for n, frame in enumerate(own):
            yield frame, own[:n]


@lru_cache(maxsize=8192)
def skeleton(text: str) -> Skeleton:
    """Return the skeleton of a sentence; blanks are left out, titles and letters of symbol fonts are blotted out.

    Example:
        ``满意 280 份，满意率95.24%`` is ``满意A，满意率B``.
    """
    words = _TITLE.sub(lambda found: "\u3000" * len(found[0]), folded(text))
    words = _LETTER.sub("\u3000", words)  # it would be taken for an amount
    amounts = tuple(printed_amounts(words))
    starts = {one.start: (n, one.end) for n, one in enumerate(amounts)}
    made: list[str] = []
    at: list[int] = []
    place = 0
    while place < len(words):
        n, end = starts.get(place, (-1, place + 1))
        if n >= 0 or words[place] not in " \n\u00a0\u2009":
            made.append(chr(_FIRST + n) if n >= 0 else words[place])
            at.append(place)
        place = end
    return Skeleton("".join(made), tuple(at), amounts)


def last_words(text: str) -> str:
    """Return the words at the end of a skeleton's text, back to the last comma, stop or amount.

    Example:
        Of the text before an amount in ``到位A，其中支付B`` those are ``其中支付``.
    """
    return _BEFORE.split(text)[-1]


def noun_of(words: str) -> str:
    """Return the words that name a thing, without those that say its role.

    Example:
        ``年度目标为治理面积`` is ``治理面积``.
    """
    return "".join(_WORDS.findall(_NO_NOUN.sub(" ", words)))


def are_akin(one: str, other: str) -> bool:
    """Return whether two nouns may name one thing: most pairs of letters of the shorter are shared.

    Example:
        ``整治入库支流`` and ``入库支流整治`` are akin, ``建设生态沟渠`` is not.
    """
    first, second = _pairs(one), _pairs(other)
    if first - _GENERAL or second - _GENERAL:
        first, second = first - _GENERAL, second - _GENERAL
    least = min(len(first), len(second))
    return least > 0 and 2 * len(first & second) >= least


@lru_cache(maxsize=8192)
def _pairs(word: str) -> frozenset[str]:
    pairs = frozenset(word[n : n + 2] for n in range(len(word) - 1))
    return pairs or frozenset({word} if word else ())
