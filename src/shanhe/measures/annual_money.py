"""Rows of the year's money, and the plan of the goal table that they are held against."""

from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Direction, Indicator
from shanhe.measures.completion import direction_of
from shanhe.measures.programme_kind import is_whole
from shanhe.records.dossier import Dossier
from shanhe.records.funds import AnnualFund
from shanhe.records.paper import PrintedFact
from shanhe.records.source import Operand, RowSource
from shanhe.records.targets import Target

WHOLE, CENTRAL, LOCAL, OTHER = "合计", "中央", "地方", "其他"
_OF_VERSION = {WHOLE: "total", CENTRAL: "central", LOCAL: "local", OTHER: "social"}


def fund_row(dossier: Dossier, origin: str) -> AnnualFund | None:
    """Return the row of one origin of the money, ``None`` where it is not listed."""
    return next((row for row in dossier.annual_funds if row.origin == origin), None)


def fund_rows(dossier: Dossier) -> tuple[AnnualFund, ...]:
    """Return all rows of the year's money: those of the four origins, then those of other names.

    What a sentence within a cell tells has the number of its column, not its heading, and is no row.

    Example:
        A department's form has rows 基本支出 and 项目支出, a scored one 当年财政拨款.
    """
    rows: dict[tuple[int, int], dict[str, PrintedFact]] = {}
    origins = {row.origin for row in dossier.annual_funds}
    for fact in dossier.facts:
        where = fact.source.cell("amount")
        in_column = not where.column.isdigit()
        is_row = in_column and fact.concept == "funds" and not fact.region
        is_row = is_row and fact.aspect in _COLUMNS
        if is_row and where.table and fact.version and fact.version not in origins:
            rows.setdefault((where.table, where.row), {}).setdefault(fact.aspect, fact)
    return (*dossier.annual_funds, *map(_row, rows.values()))


_COLUMNS = frozenset({"budget", "executed", "rate"})


def _row(facts: dict[str, PrintedFact]) -> AnnualFund:
    """Return the printed sums of one row as a record, each with its place."""
    first = next(iter(facts.values()))
    at = {key: fact.source.cell("amount") for key, fact in facts.items()}
    source = RowSource(first.source.file, first.source.part, first.source.row, {}, at)
    sums = {key: fact.amount for key, fact in facts.items()}
    return AnnualFund(
        source=source,
        origin=first.version,
        budget=sums.get("budget"),
        executed=sums.get("executed"),
        rate=sums.get("rate"),
    )


def planned(dossier: Dossier, origin: str) -> tuple[Decimal, Operand] | None:
    """Return the money that the year's goal table plans, in 万元, with the place it stands at.

    What is written beside the form's row counts; where that is blank, the head of the goal table.
    """
    row = fund_row(dossier, origin)
    if row is not None and row.planned is not None:
        return row.planned, row.operand("planned", "万元")
    head = dossier.version(dossier.issued, dossier.year)
    amount = getattr(head, _OF_VERSION[origin]) if head is not None else None
    if head is None or amount is None:
        return None
    return amount, head.operand(_OF_VERSION[origin], "万元")


def unit_cost_cap(dossier: Dossier, catalogue: Catalogue) -> tuple[Target, Indicator] | None:
    """Return the year's limit of money per unit of output, with its indicator.

    It is the target whose indicator is investment over another indicator, and is better lower.
    """
    for target in dossier.targets_of(dossier.issued, dossier.year):
        if catalogue.has_indicator(target.indicator):
            own = catalogue.indicator(target.indicator)
            per_output = own.numerator == "investment" and catalogue.has_indicator(own.denominator)
            of_all = per_output and is_whole(dossier, own.denominator)
            if of_all and direction_of(target, own) is Direction.LOWER:
                return target, own
    return None
