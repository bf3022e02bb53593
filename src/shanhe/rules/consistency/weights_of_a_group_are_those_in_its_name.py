"""一级指标名称所注分值（如“产出指标（50分）”）等于其下各指标分值之和.

Read from the cells as they stand: the column of weights, from the line of a group to that of the next.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import add
from shanhe.measures.sentences import table_cells
from shanhe.measures.text_tables import plain
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.interval import decimal_text
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex
from shanhe.values.unit import unit

_NAMED = regex(r"(?P<group>.{2,10}?指标)[（(](?P<points>\d{1,3}(?:\.\d+)?)分[）)]")
_NUMBER = regex(r"\d{1,3}(?:\.\d+)?")
_END = regex("总分|合计|总计|得分.*")


@rule(
    id="SAME-935",
    severity=ERROR,
    basis=["practice#P-02", "practice#E-57", "arithmetic#sum"],
    zh="“{group}”注明 {stated} 分，其下各指标分值合计 {total} 分",
    en="{group} is given {stated} points; the weights under it add up to {total}",
    only=Only.PAPER,
)
def weights_of_a_group_are_those_in_its_name(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each group whose weights are not those that its name gives."""
    del catalogue
    cells = table_cells(dossier)
    for _, group in groupby(cells, key=lambda line: line.source.cell("text").table):
        yield from _judge(list(group))


def _judge(cells: Sequence[TextLine]) -> Iterator[Hit]:
    heads = {plain(cell): cell.source.cell("text") for cell in cells}
    first = heads.get("一级指标")
    column = next((heads[one] for one in ("分值", "权重", "标准分") if one in heads), None)
    if first is None or column is None or not first.column:
        return
    above: TextLine | None = None
    under: dict[int, list[TextLine]] = {}
    for cell in cells:
        where = cell.source.cell("text")
        if where.row > first.row and where.column == first.column:
            above = None if _END.fullmatch(plain(cell)) else cell
        elif above is not None and where.column == column.column and _NUMBER.fullmatch(plain(cell)):
            under.setdefault(id(above), [above]).append(cell)
    for name, *weights in under.values():
        found = _NAMED.fullmatch(plain(name))
        total = add([Quantity(Decimal(plain(one)), unit("")) for one in weights])
        if found and total.value != Decimal(found["points"]):
            words = {
                "group": found["group"],
                "stated": found["points"],
                "total": decimal_text(total.value),
            }
            at = tuple(one.operand("text") for one in (name, *weights))
            yield Hit(at, words, recomputed=f"{total.steps} = {decimal_text(total.value)}")
