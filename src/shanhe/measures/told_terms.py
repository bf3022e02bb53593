"""Terms of a programme that a paper tells with their first and last day: 实施期自2023年3月1日至2025年12月31日."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.told_days import ToldDay, told_days
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_TERM = regex("(?:项目|工程)?实施(?:期限|期间|期)(?:为|是|：)?(?:自|从|由)?$")
_TO = regex(r" ?(?:起)?(?:至|到|—+|－|-|~) ?")


@dataclass(frozen=True, slots=True)
class ToldTerm:
    """A term with the sentence that tells it."""

    sentence: Sentence
    first: ToldDay
    last: ToldDay


def told_terms(dossier: Dossier) -> Iterator[ToldTerm]:
    """Yield the terms, in the order in which they are told.

    Example:
        ``项目实施期自2023年3月1日至2025年12月31日，共34个月`` runs from 2023-03-01 to 2025-12-31.
    """
    for line in prose(dossier):
        for sentence in sentences(line) if "实施期" in line.text and "日" in line.text else ():
            text = sentence.own_words
            for first, last in pairwise(told_days(text)):
                between = _TO.fullmatch(text[first.end : last.start])
                if between and _TERM.search(text[: first.start]):
                    yield ToldTerm(sentence, first, last)
