"""评分表中扣分的指标写明扣分原因.

A table of scores with a column for reasons: where what an indicator got is less than its weight, the cell of its reason is not 无 or a dash; a blank one may be merged with that above. Tables in
which no line that lost points has a reason are forms of another kind, and left alone.
"""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.text_tables import Row, plain, tables_with
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.numerals import read_number
from shanhe.values.regex import regex

_WEIGHT = regex("(?:标准|指标|满)?分值?|权重|标准分")
_POINTS = regex("(?:自评|实际|评价)?得分")
_REASON = regex("(?:扣分|失分|偏差|未完成|未达标)[^，。；]{0,4}(?:原因|说明|分析)(?:[和及与、].*)?")
_NONE = frozenset({"无", "—", "-", "/", "／", "——", "–", "无。"})
_TOTAL = regex("总分|合计|总计|小计|总得分")
_NAME = regex("[^，。；]{0,4}(?:三级)?指标(?:名称)?")


@rule(
    id="REASON-514",
    severity=WARN,
    basis=["practice#R-08", "practice#E-38"],
    zh="评分表“{name}”分值 {weight}、得分 {points}，扣分原因栏填“{reason}”",
    en="{name} got {points} of {weight} points; the reason is given as {reason}",
    only=Only.PAPER,
)
def lost_points_have_a_reason_in_their_line(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each line that lost points and gives no reason."""
    del catalogue
    for rows in tables_with(dossier, "得分"):
        for place, row in enumerate(rows[:-1]):
            known = _columns(row)
            if len(known) == len(_HEADS):
                yield from _table(rows[place + 1 :], known)
                break


_HEADS = {"name": _NAME, "weight": _WEIGHT, "points": _POINTS, "reason": _REASON}


def _columns(row: Row) -> dict[str, str]:
    """Return the columns by what they are; of several names the last, which is the nearest to the numbers."""
    found = {
        key: [x for x, cell in row.items() if head.fullmatch(plain(cell))]
        for key, head in _HEADS.items()
    }
    single = all(len(found[key]) == 1 for key in ("weight", "points", "reason"))
    return {key: own[-1] for key, own in found.items() if own} if single else {}


def _table(rows: tuple[Row, ...], known: dict[str, str]) -> Iterator[Hit]:
    lost = [row for row in rows if _has_lost(row, known)]
    silent = [row for row in lost if _reason(row, known) in _NONE]
    if len(silent) == len(lost):
        return
    for row in silent:
        name, weight, points = (row[known[key]] for key in ("name", "weight", "points"))
        words = {"name": plain(name), "weight": plain(weight), "points": plain(points)}
        at = [row[known[key]].operand("text") for key in known if known[key] in row]
        yield Hit(tuple(at), words | {"reason": _reason(row, known)})


def _reason(row: Row, known: dict[str, str]) -> str:
    return plain(row[known["reason"]]) if known["reason"] in row else ""


def _has_lost(row: Row, known: dict[str, str]) -> bool:
    values: list[Decimal | None] = [
        read_number(plain(row[known[key]])) if known[key] in row else None
        for key in ("weight", "points")
    ]
    weight, points = values
    named = known["name"] in row and not any(_TOTAL.fullmatch(plain(cell)) for cell in row.values())
    return named and weight is not None and points is not None and points < weight
