"""Which numbers of a document can be held against others of it, and in which relation.

The coverage ledger rests on this. The relations are those that the rules judge, selected in the
same way; a relation says that its numbers *are* held against each other, not that they agree. What
a number is held against outside of the document (ranges, limits, dates) is no relation.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Indicator
from shanhe.measures.allotment import allotments, passings
from shanhe.measures.annual_money import WHOLE, planned
from shanhe.measures.attainment import actuals_of_year, target_for
from shanhe.measures.goal_table import accumulates, goal_tables, known_rows
from shanhe.measures.printed_statements import statements_by_fact
from shanhe.measures.programme_kind import is_whole
from shanhe.measures.stated_points import printed_points
from shanhe.records.dossier import Dossier
from shanhe.records.source import Operand
from shanhe.records.targets import Target
from shanhe.values.period import TERM

_MONEY = ("planned", "budget", "executed", "in_place")
_SOURCES = ("total", "central", "local", "social")


@dataclass(frozen=True, slots=True)
class Relation:
    """Numbers that are held against each other.

    Attributes:
        kind: a key of ``KINDS``.
        operands: two numbers at least, each with its place.
    """

    kind: str
    operands: tuple[Operand, ...]


KINDS: dict[str, tuple[str, str]] = {
    "same": ("同一数据多处一致", "the same figure elsewhere"),
    "completion": ("完成情况", "target, actual and completion"),
    "quoted": ("引用的目标值", "target as quoted"),
    "report_and_form": ("报告与自评表一致", "report and form"),
    "rate": ("分子与分母", "numerator over denominator"),
    "execution": ("预算执行", "budget and execution"),
    "money_rows": ("资金各行合计", "rows of money"),
    "sources": ("资金来源合计", "sources of the investment"),
    "regions": ("各区域与总体", "regions and the whole"),
    "parts": ("分项与总项", "parts and the whole"),
    "unit_cost": ("单位成本", "investment over quantity"),
    "years": ("年度与实施期", "year and term"),
    "allotment": ("资金分配", "money passed on"),
    "change": ("指标调整前后", "before, after and change"),
    "points": ("分值与得分", "weights and points"),
    "change_notes": ("调整说明", "reasons for changes"),
}
"""Words of each kind of relation (zh, en)."""


def relations(dossier: Dossier, catalogue: Catalogue) -> Iterator[Relation]:
    """Yield every relation between numbers of a dossier.

    Example:
        Target 422.33 公顷, actual 12.92 公顷 and 3.06 % are one relation, ``completion``.
    """
    for select in _SELECTORS:
        for kind, operands in select(dossier, catalogue):
            known = tuple(one for one in operands if isinstance(one.value, Decimal))
            if len(known) > 1:
                yield Relation(kind, known)


Selected = Iterator[tuple[str, Iterable[Operand]]]


def _same(dossier: Dossier, _: Catalogue) -> Selected:
    """Numbers that mean the same, at different places."""
    for stated in statements_by_fact(dossier).values():
        if any(one.told for one in stated):
            yield "same", [one.operand for one in stated]


def _told_completions(dossier: Dossier, _: Catalogue) -> Selected:
    """Completions told in sentences, beside the target and what was reached."""
    for fact in dossier.facts:
        if fact.aspect == "completion" and not fact.region:
            actual, target = dossier.actual(fact.concept), dossier.annual_target(fact.concept)
            if actual is not None and target is not None:
                both = (actual.operand("amount"), target.operand("amount"))
                yield "completion", (fact.operand("amount"), *both)


def _points(dossier: Dossier, catalogue: Catalogue) -> Selected:
    """Weights and points of a scored form."""
    rows = printed_points(dossier, catalogue)
    for row in rows:
        yield "points", [one.operand("amount") for one in (row.weight, row.points) if one]
    for several in ([row.weight for row in rows], [row.points for row in rows]):
        yield "points", [one.operand("amount") for one in several if one]


def _actuals(dossier: Dossier, _: Catalogue) -> Selected:
    wholes: dict[str, list[Operand]] = {}
    parts: dict[str, list[Operand]] = {}
    for actual in actuals_of_year(dossier):
        target = target_for(dossier, actual)
        amount, quoted = actual.operand("amount"), actual.operand("quoted_amount")
        wanted = target.operand("amount") if target is not None else quoted
        yield "completion", (amount, wanted, actual.operand("completion", "%"))
        if target is not None:
            yield "quoted", (quoted, target.operand("amount"))
        if actual.numerator is not None and actual.denominator is not None:
            yield "rate", (amount, actual.operand("numerator"), actual.operand("denominator"))
        (parts if actual.region else wholes).setdefault(actual.indicator, []).append(amount)
    for indicator, stated in wholes.items():
        yield "report_and_form", stated
        if indicator in parts:
            yield "regions", (*stated, *parts[indicator])


def _funds(dossier: Dossier, _: Catalogue) -> Selected:
    rows = dossier.annual_funds
    for row in rows:
        stated = (row.operand("budget", "万元"), row.operand("executed", "万元"))
        yield "execution", (*stated, row.operand("rate", "%"))
        plan = planned(dossier, row.origin) if row.origin in _PLANNED else None
        if plan is not None:
            yield "same", (plan[1], row.operand("budget", "万元"))
    if any(row.origin == WHOLE for row in rows):
        for key in _MONEY:
            yield "money_rows", [row.operand(key, "万元") for row in rows]


_PLANNED = (WHOLE, "中央", "地方", "其他")


def _goal_tables(dossier: Dossier, catalogue: Catalogue) -> Selected:
    for table in goal_tables(dossier):
        head = [table.head.operand(key, "万元") for key in _SOURCES] if table.head else []
        if head and head[0].value is not None:
            yield "sources", head
        rows = {row.indicator: row for row in reversed(table.rows)}
        for row, indicator in known_rows(table, catalogue):
            parts = [rows[part] for part in indicator.parts if part in rows]
            if parts:
                yield "parts", _amounts(row, *parts)
            if indicator.within in rows and is_whole(dossier, indicator.within):
                yield "parts", _amounts(row, rows[indicator.within])
            below = rows.get(indicator.denominator)
            above = rows.get(indicator.numerator)
            if below is not None and above is not None:
                yield "rate", _amounts(row, above, below)
            elif below is not None and _is_cost(dossier, indicator):
                yield "unit_cost", (*head[:1], *_amounts(row, below))


def _is_cost(dossier: Dossier, indicator: Indicator) -> bool:
    return indicator.numerator == "investment" and is_whole(dossier, indicator.denominator)


def _amounts(*targets: Target) -> tuple[Operand, ...]:
    return tuple(target.operand("amount") for target in targets)


def _years(dossier: Dossier, catalogue: Catalogue) -> Selected:
    for year in dossier.targets:
        term = dossier.target(year.version, TERM, year.indicator)
        if term is None or year.period == TERM or not catalogue.has_indicator(year.indicator):
            continue
        if accumulates(catalogue.indicator(year.indicator)):
            yield "years", _amounts(year, term)


def _splits(dossier: Dossier, _: Catalogue) -> Selected:
    for version, period, indicator, parts in dossier.splits():
        whole = dossier.target(version, period, indicator)
        if whole is not None:
            yield "regions", (whole.operand("amount"), *(part.operand("amount") for part in parts))


def _transfers(dossier: Dossier, _: Catalogue) -> Selected:
    for passing in passings(dossier):
        both = (*passing.came, *passing.went)
        yield "allotment", [one.operand("amount", "万元") for one in both]
    for allotment in allotments(dossier):
        shares = [one.operand("share", "%") for one in allotment.parts if one.share is not None]
        if shares:
            amounts = [one.operand("amount", "万元") for one in allotment.parts]
            yield "allotment", (*shares, *amounts)
    taken = [one for one in dossier.transfers if one.kind == "收回"]
    given = [one for one in dossier.transfers if one.kind == "重新分配"]
    if taken and given:
        yield "allotment", [one.operand("amount", "万元") for one in (*taken, *given)]


def _changes(dossier: Dossier, _: Catalogue) -> Selected:
    deltas: dict[str, list[Operand]] = {}
    for row in dossier.adjustments:
        unit = row.unit.symbol if row.unit else ""
        old, new, delta = (row.operand(key, unit) for key in ("old", "new", "delta"))
        yield "change", (old, new, delta)
        deltas.setdefault(row.indicator, []).append(delta)
        sides = ((old, row.old_version), (new, row.new_version), (old, dossier.issued))
        for side, version in sides:
            target = dossier.target(version, TERM, row.indicator)
            if target is not None and target.operand("amount").where != side.where:
                yield "change", (side, target.operand("amount"))
    for note in dossier.change_notes:
        rows = [delta for name in note.indicator_ids for delta in deltas.get(name, [])]
        if rows:
            yield "change_notes", (note.operand("amount"), *rows)
    totals = [note.operand("amount") for note in dossier.change_notes if note.role == "合计"]
    parts = [note.operand("amount") for note in dossier.change_notes if note.role == "分项"]
    if totals and parts:
        yield "change_notes", (*totals, *parts)


_SELECTORS: tuple[Callable[[Dossier, Catalogue], Selected], ...] = (
    _same,
    _told_completions,
    _points,
    _actuals,
    _funds,
    _goal_tables,
    _years,
    _splits,
    _transfers,
    _changes,
)
