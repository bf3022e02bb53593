"""文中各等级、各状态的个数与表中该列相符.

``其中优4个、良1个`` against the column 等级. The sentence must count two or more of the words of one column, and no other column
may have those numbers.
"""

import re
from collections import Counter
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import prose, sentences
from shanhe.measures.text_tables import plain, text_tables
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.regex import regex

_HEAD = regex(
    "(?:自评|评价|评定|考核|绩效|验收|完成)?(?:等级|档次|评级|等次|结论)|(?:工程|项目|建设|实施|目前|当前)?(?:状态|进展|形象进度)|是否(?:完工|验收|达标)|(?:问题)?(?:发现|来源)?(?:渠道|来源)|问题(?:类型|类别|性质)"
)
_COUNT = (
    r"(?:等级|等次|发现|提出|反馈)?(?:的)?(?:有|为|共)?(?P<n>\d{1,3})(?:个|家|项|处|县|市|标段|座)"
)
_WORD = regex("[\u4e00-\u9fff]{1,5}")
_OTHER = regex("上一?年|去年|计划|指标|期初|此前")
_LEAST, _MOST = 2, 8
Column = tuple[str, Counter[str], TextLine]


@rule(
    id="SAME-950",
    severity=ERROR,
    basis=["practice#R-07", "arithmetic#same"],
    zh="“{words}”与表中“{head}”列不符，表中为{counts}",
    en="{words}: the column {head} of the table has {counts}",
    only=Only.PAPER,
)
def told_grades_are_those_of_the_column(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each count of grades or states that the column of them does not have."""
    del catalogue
    columns = list(_columns(dossier))
    for line in prose(dossier) if columns else ():
        for sentence in sentences(line):
            told = [
                (column, found) for column in columns if (found := _told(sentence.text, column))
            ]
            if not told or any(_holds(*each) for each in told) or _OTHER.search(sentence.text):
                continue
            (head, counts, cell), found = max(told, key=lambda each: len(each[1]))
            names = [Both(f"{word}{counts[word]}个", f"{counts[word]} {word}") for word in found]
            start = min(place for place, _, _ in found.values())
            end = max(place for _, place, _ in found.values())
            at = sentence.operand(start, end)
            words = {"words": at.text, "head": head, "counts": listed(names)}
            yield Hit((at, cell.operand("text")), words)


def _columns(dossier: Dossier) -> Iterator[Column]:
    """Yield each column of grades or states with how often each word stands in it."""
    for _, rows in text_tables(dossier):
        for place, row in enumerate(rows[:3]):
            for x, cell in row.items():
                values = [plain(below[x]) for below in rows[place + 1 :] if x in below]
                words = [value for value in values if _WORD.fullmatch(value)]
                few = 1 < len(set(words)) < _MOST and len(words) > _LEAST
                if _HEAD.fullmatch(plain(cell)) and few:
                    yield plain(cell), Counter(words), cell


def _told(text: str, column: Column) -> dict[str, tuple[int, int, int]]:
    """Return the words of a column that a sentence counts: where, and how many; two at least."""
    found = {}
    for word in sorted(column[1], key=len, reverse=True):
        told = re.search(f"(?<![未不优])(?P<all>{re.escape(word)}{_COUNT})", text)
        if told is not None:
            found[word] = (told.start("all"), told.end("all"), int(told["n"]))
    return found if len(found) >= _LEAST else {}


def _holds(column: Column, found: dict[str, tuple[int, int, int]]) -> bool:
    """Return whether a column has these numbers, or the sentence counts far more than it has lines."""
    told = sum(count for _, _, count in found.values())
    far = told > 2 * sum(column[1].values())
    return far or all(column[1][word] == count for word, (_, _, count) in found.items())
