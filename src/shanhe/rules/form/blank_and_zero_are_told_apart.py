"""年度资金的空白与零区别填写.

A row with one of budget and executed blank and the other filled in leaves open whether there was
no money or none was reported. A row wholly blank is told by FORM-701 where it is required.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import AnnualFund
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, listed

_COLUMNS = (
    ("budget", Both("全年预算数", "the budget")),
    ("executed", Both("全年执行数", "executed")),
)
_OPTIONAL = "其他"


@rule(
    id="FORM-707",
    severity=WARN,
    basis=["practice#S-09", "practice#E-37"],
    zh="年度资金填写不一致：{rows}；没有资金的应一律填 0 或一律留空",
    en="money rows mix blank and zero: {rows}",
)
def blank_and_zero_are_told_apart(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every optional money row that is half blank."""
    del catalogue
    half = [row for row in dossier.annual_funds if row.origin == _OPTIONAL and _is_half(row)]
    if half:
        at = tuple(row.operand(key, "万元") for row in half for key, _ in _COLUMNS)
        yield Hit(at, {"rows": listed(_told(row) for row in half)})


def _is_half(row: AnnualFund) -> bool:
    return (row.budget is None) is not (row.executed is None)


def _told(row: AnnualFund) -> Both:
    blank, given = _COLUMNS if row.budget is None else reversed(_COLUMNS)
    value = getattr(row, given[0])
    return Both(
        f"{row.origin}资金的{blank[1].zh}为空白、{given[1].zh}填 {value:f}",
        f"{row.origin}: {blank[1].en} blank, {given[1].en} {value:f}",
    )
