"""自评报告提纲所列章节齐全.

Titles are compared by likeness, each heading standing for one title of the outline in force. Only
for reports: a bare form has no chapters, and a paper with few of these chapters follows another
outline, so nothing is said of it; nor of one that has as many other chapters in their place. A chapter with as many sections as the outline gives it has them
all, whatever it calls them; a section may stand as a chapter (三、资金投入情况).
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import takewhile

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Row
from shanhe.catalogue.names import plain_name
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import HeadingLine
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import listed

_ALIKE = 0.6
_LEVELS = (1, 2)


@rule(
    id="STRUCT-805",
    severity=WARN,
    basis=["practice#R-01"],
    zh="对照提纲，报告缺少 {count} 个部分：{titles}",
    en="{count} parts of the outline are not in the report: {titles}",
    only=Only.PAPER,
)
def outline_is_complete(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every part of the outline that has no heading."""
    rows = catalogue.law.table("outline", year_end(dossier))
    chapters = [row for row in rows if row["level"] == 1]
    missing: list[Row] = []
    for level in _LEVELS:
        wanted = [row for row in rows if row["level"] == level]
        own = [one for one in dossier.headings if level > 1 or one.level == 1]
        left, others = _without_heading(wanted, own)
        if level == 1 and (len(left) * 2 >= len(chapters) or 1 < len(left) <= others):
            return
        full = _full_chapters(rows, dossier.headings) if level > 1 else frozenset()
        missing += [row for row in left if rows.index(row) not in full]
    if missing:
        titles = listed(f"{row['number']}{_mark(row)}{row['title']}" for row in missing)
        at = tuple(one.operand("title") for one in dossier.headings if one.level == 1)
        yield Hit(at, {"count": len(missing), "titles": titles})


def _full_chapters(rows: Sequence[Row], headings: Sequence[HeadingLine]) -> frozenset[int]:
    """Return the places of the outline's sections whose chapter has as many in the paper."""
    found: set[int] = set()
    for chapter in (n for n, row in enumerate(rows) if row["level"] == 1):
        own = list(takewhile(lambda n: rows[n]["level"] != 1, range(chapter + 1, len(rows))))
        title = str(rows[chapter]["title"])
        there = max(
            (n for n, one in enumerate(headings) if one.level == 1),
            key=lambda n: _likeness(title, headings[n].title),
            default=len(headings),
        )
        after = takewhile(lambda one: one.level != 1, headings[there + 1 :])
        if own and sum(one.level == 2 for one in after) >= len(own):
            found.update(own)
    return frozenset(found)


def _mark(row: Row) -> str:
    return "、" if row["level"] == 1 else ""


def _without_heading(wanted: Sequence[Row], own: Sequence[HeadingLine]) -> tuple[list[Row], int]:
    """Return the rows for which no heading is left, the likest pairs taken first, and how many headings are left."""
    pairs = [
        (likeness, -n, -m)
        for n, row in enumerate(wanted)
        for m, heading in enumerate(own)
        if _may_be_alike(str(row["title"]), heading.title)
        and (likeness := _likeness(str(row["title"]), heading.title)) >= _ALIKE
    ]
    rows: set[int] = set()
    headings: set[int] = set()
    for _, n, m in sorted(pairs, reverse=True):
        if n not in rows and m not in headings:
            rows.add(n)
            headings.add(m)
    return [row for n, row in enumerate(wanted) if -n not in rows], len(own) - len(headings)


@lru_cache(4096)
def _may_be_alike(one: str, other: str) -> bool:
    """Return whether so many characters of one are in the other that they may be alike at all."""
    first, second = plain_name(one), plain_name(other)
    shared = sum(character in second for character in first)
    return 2 * min(shared, len(second)) >= _ALIKE * (len(first) + len(second))


@lru_cache(4096)
def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, plain_name(one), plain_name(other), autojunk=False).ratio()
