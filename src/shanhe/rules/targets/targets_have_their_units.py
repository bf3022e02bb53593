"""每项目标写有该指标应有的计量单位.

Any spelling and any like unit is taken (公顷, ha, 亩). A unit that measures something else cannot
be right: a cost in 公顷 is an area. A cost of other things (围栏单位成本) has its own unit. A unit that only leaves open of what or per what time it counts
is a note of another rule. Indicators of the programme's own only need some unit, a cost one of money.
"""

from collections.abc import Iterable, Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Indicator, Kind
from shanhe.measures.goal_table import goal_tables, printed_name
from shanhe.measures.unit_fit import Fit, name_fits, name_says, unit_fit
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import RegionalTarget, Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, indicator_name, listed
from shanhe.values.regex import regex
from shanhe.values.unit import Unit, find_unit

Row = Target | RegionalTarget
_COST = regex("(?:成本|造价|单价)$")
_BRACKETS = regex(r"\s*[（(][^（）()]*[）)]\s*$")


@rule(
    id="TARGET-117",
    severity=ERROR,
    basis=["practice#G-18", "practice#R-10"],
    zh="{version}的{period}绩效目标有 {count} 处目标的计量单位缺漏或有误：{rows}",
    en="version {version}, {period}: {count} targets lack their unit or have a wrong one: {rows}",
)
def targets_have_their_units(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each goal table, with its split, that has missing or wrong units."""
    keys = [(table.version, table.period) for table in goal_tables(dossier)]
    keys += [(part.version, part.period) for part in dossier.regional_targets]
    rows: tuple[Row, ...] = (*dossier.targets, *dossier.regional_targets)
    for version, period in dict.fromkeys(keys):
        own = [row for row in rows if (row.version, row.period) == (version, period)]
        wrong = list(_wrong(own, catalogue))
        if wrong:
            words = {"version": version, "period": period, "count": len(wrong)}
            words["rows"] = listed(said for _, said in wrong)
            yield Hit(tuple(row.operand("amount") for row, _ in wrong), words)


def _wrong(rows: Iterable[Row], catalogue: Catalogue) -> Iterator[tuple[Row, Both]]:
    for row in rows:
        complaint = _complaint(row, catalogue) if row.amount is not None else None
        if complaint is not None:
            name = indicator_name(catalogue, row.indicator, printed_name(row))
            region = row.region if isinstance(row, RegionalTarget) else ""
            zh = f"{region}{name.zh}（{complaint.zh}）"
            yield row, Both(zh, f"{region} {name.en} ({complaint.en})".strip())


def _complaint(row: Row, catalogue: Catalogue) -> Both | None:
    if not catalogue.has_indicator(row.indicator):
        return _own_complaint(row)
    indicator = catalogue.indicator(row.indicator)
    if indicator.kind is Kind.CLASS or not indicator.unit_symbol:
        return None
    due = indicator.unit_symbol
    if row.unit is None:
        return Both(f"未写单位，应为{due}", f"no unit, {due} is due")
    if indicator.printed_unit and (not name_fits(indicator.name, row.unit) or _is_no_money(row)):
        return _unlike_name(row.unit)
    counted = row.unit.is_count and indicator.unit is not None and indicator.unit.is_count
    wrong = unit_fit(indicator, row.unit) is Fit.WRONG and not counted
    if wrong and not _is_another(row, indicator):
        return Both(f"写为{row.unit.symbol}，应为{due}", f"{row.unit.symbol}, {due} is due")
    return None


def _own_complaint(row: Row) -> Both | None:
    if row.unit is None:
        return Both("未写单位", "no unit")
    return _unlike_name(row.unit) if _is_no_money(row) else None


def _is_no_money(row: Row) -> bool:
    """Return whether a cost is measured in what is neither money nor a share."""
    if row.unit is None or not _COST.search(_BRACKETS.sub("", printed_name(row))):
        return False
    return row.unit.symbol not in {"", "%"} and ("money", 1) not in row.unit.dimensions


def _unlike_name(unit: Unit) -> Both:
    return Both(f"写为{unit.symbol}，与指标名称不符", f"{unit.symbol} does not fit the name")


def _is_another(row: Row, indicator: Indicator) -> bool:
    """Whether a row that is only named like the standard one has a unit of its own (万元/公里, 人)."""
    exact = printed_name(row) in {indicator.name, *indicator.aliases}
    if not exact and row.unit is not None and name_says(printed_name(row), row.unit):
        return True
    units = (row.unit, find_unit(indicator.unit_symbol))
    costs = all(
        unit is not None and ("money", 1) in unit.dimensions and len(unit.dimensions) > 1
        for unit in units
    )
    return costs and not exact
