"""评定等级的分数段前后相接，不留空档、不重叠.

``90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差``. A band may end where the next begins, or one point
(``80至89分``), or a tenth or a hundredth of it, below.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_N = r"\d{2,3}(?:\.\d+)?"
_IN = r"\s*分?\s*(?:[（(][^（）()]{1,8}[）)])?\s*分?\s*"
_GRADE = '(?:的)?(?:，)?(?:评定|评|定|等级|档次|等次)*(?:为|是|：|:)?[“"]?(?:优秀|良好|合格|不合格|优|良|中等|中|一般|较差|差)[”"]?'
_BAND = regex(
    rf"(?P<low>{_N}){_IN}(?:以上|及以上){_IN}{_GRADE}|(?P<from>{_N}){_IN}(?:至|到|—|–|-|~|～)+\s*(?P<to>{_N}){_IN}{_GRADE}|(?P<high>{_N}){_IN}以下{_IN}{_GRADE}"
)
_STEPS = frozenset(map(Decimal, ("0", "1", "0.1", "0.01")))
_LEAST = 3
_FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Band:
    low: Decimal
    high: Decimal
    start: int
    end: int


@rule(
    id="SAME-984",
    severity=WARN,
    basis=["practice#P-15"],
    zh="等级的分数段不相接：“{upper}”与“{lower}”",
    en='bands of grades do not join: "{upper}" and "{lower}"',
    only=Only.PAPER,
)
def grade_bands_join(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each pair of bands between which points are left out or counted twice."""
    del catalogue
    for line in prose(dossier):
        if "分" not in line.text or "以下" not in line.text:
            continue
        for sentence in sentences(line):
            yield from _judge(sentence, list(_bands(folded(sentence.text))))


def _bands(text: str) -> Iterator[_Band]:
    for found in _BAND.finditer(text):
        low = Decimal(found["low"] or found["from"] or 0)
        high = Decimal(found["to"] or found["high"] or _FULL)
        yield _Band(low, high, found.start(), found.end())


def _judge(sentence: Sentence, bands: list[_Band]) -> Iterator[Hit]:
    falling = all(one.low > other.low for one, other in pairwise(bands))
    if len(bands) < _LEAST or not falling:
        return
    for upper, lower in pairwise(bands):
        if upper.low - lower.high not in _STEPS:
            first, last = (sentence.operand(one.start, one.end) for one in (upper, lower))
            yield Hit((first, last), {"upper": first.text.strip(), "lower": last.text.strip()})
