"""表中各地下达日期不早于上级下达日期.

A column of days on which cities or counties passed money on (市级下达日期) against the documents of the levels above that the
paper names: none can be earlier than the first of the nearest level above.
"""

from collections.abc import Iterator
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.chain import money_documents, name_of
from shanhe.measures.text_tables import plain, text_tables
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import FundDocument
from shanhe.records.paper import TextLine
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

_HEAD = regex(
    "(?:(?P<level>市|州|县|区|旗)[级本]?)?(?:资金|财政)?(?:下达|分解|转下达|分配|拨付)(?:文件)?(?:日期|时间)"
)
_PLACE = regex("[\u4e00-\u9fff]{2,10}?(?P<level>[市州盟县区旗])")
_ABOVE = {"市": ("省", "部"), "县": ("市", "省", "部")}
_CITY = frozenset("市州盟")


@rule(
    id="TIME-330",
    severity=ERROR,
    basis=["practice#T-12"],
    zh="表中“{row}”{head}为 {day}，早于上级文件{upper}（{above}）",
    en="{row}, {head}: {day} is earlier than {upper} above it, of {above}",
    only=Only.PAPER,
)
def days_in_a_column_follow_those_above(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each place that passed on what nobody above had given yet."""
    del catalogue
    issued = [one for one in money_documents(dossier) if one.issued is not None]
    for head, row, cell, day in _days(dossier) if issued else ():
        first = _first_above(issued, head, row)
        if first is not None and first.issued is not None and day < first.issued:
            words = {
                "row": plain(row),
                "head": plain(head),
                "day": day,
                "upper": name_of(first),
                "above": first.issued,
            }
            yield Hit((cell.operand("text"), first.operand("issued")), words)


def _days(dossier: Dossier) -> Iterator[tuple[TextLine, TextLine, TextLine, date]]:
    """Yield heading, name of the line, cell and day of each day in such a column."""
    for _, rows in text_tables(dossier):
        for place, heads in enumerate(rows):
            column = next((x for x, cell in heads.items() if _HEAD.fullmatch(plain(cell))), None)
            if column is None or any("提前" in plain(cell) for cell in heads.values()):
                continue
            for row in rows[place + 1 :]:
                day = read_date(plain(row[column])) if column in row else None
                name = next(iter(row.values()), None)
                if isinstance(day, date) and name is not None:
                    yield heads[column], name, row[column], day
            break


def _first_above(issued: list[FundDocument], head: TextLine, row: TextLine) -> FundDocument | None:
    """Return the earliest document of the nearest level above the one that the column, or the line, tells."""
    told = _HEAD.fullmatch(plain(head))
    place = _PLACE.fullmatch(plain(row))
    sign = (told["level"] if told else None) or (place["level"] if place else None)
    if sign is None:
        return None
    for level in _ABOVE["市" if sign in _CITY else "县"]:
        found = [one for one in issued if one.level == level]
        if found:
            return min(found, key=lambda one: str(one.issued))
    return None
