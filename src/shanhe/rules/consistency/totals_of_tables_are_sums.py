"""表中合计等于各行（列）之和，比例等于金额之比.

In one table the parts of regions or units stand under (or beside) their printed total. Money and
counts are exact; measured values have the room that rounding leaves. Shares and rates are never
added, but a share of a part is held against its amount and the total. A table in which several
columns bear the same meaning is passed over.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import PERCENT, Computed, add, percent
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Fact, Operand
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, amount, indicator_name, places_of, result
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity, Sign

_SUMS = {"passed_on", "taken_back", "reallocated", "budget", "executed", "in_place", "total"}
_ADDABLE = {Sign.NONE, Sign.EQUAL, Sign.AT_LEAST}
"""What every part keeps, their sum keeps: at least 5 and at least 7 are at least 12."""
_MONEY = Both("资金", "money")


@dataclass(slots=True)
class _Column:
    """The parts by place, and the totals, of one meaning in one table."""

    parts: dict[str, tuple[Quantity, Operand]] = field(default_factory=dict)
    totals: list[tuple[Quantity, Operand]] = field(default_factory=list)
    twice: bool = False

    def add(self, region: str, value: Quantity, operand: Operand) -> None:
        """Keep a value; two of one place make the column unclear."""
        if not region:
            self.totals.append((value, operand))
        elif region in self.parts:
            self.twice = True
        else:
            self.parts[region] = (value, operand)


Columns = dict[tuple[int, Fact], _Column]


@rule(
    id="SAME-913",
    severity=ERROR,
    basis=["practice#R-07", "arithmetic#sum"],
    zh="表中{name}{what}填 {stated}，复算为 {due}",
    en="in the table {what} of {name} is {stated}, {due} is right",
    only=Only.PAPER,
)
def totals_of_tables_are_sums(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each printed total that is not the sum of its column, and each wrong share."""
    columns = _columns(dossier)
    for (_, fact), column in columns.items():
        if fact.aspect in _SUMS and len(column.parts) > 1 and not column.twice:
            for whole in column.totals:
                yield from _total(catalogue, fact, column, whole)
    for (table, fact), column in columns.items():
        if fact.aspect == "share" and not column.twice:
            money = _money_of(columns, table, fact)
            if money is not None and not money.twice and len(money.totals) == 1:
                yield from _shares(column, money)


def _columns(dossier: Dossier) -> Columns:
    found: Columns = {}
    for fact in dossier.facts:
        where, value = fact.source.cell("amount"), fact.quantity
        if where.table and value is not None and fact.sign in _ADDABLE:
            key = replace(fact.fact("amount"), region="")
            column = found.setdefault((where.table, key), _Column())
            column.add(fact.region, value, fact.operand("amount"))
    for part in dossier.regional_targets:
        where, value = part.source.cell("amount"), part.quantity
        if where.table and value is not None and not value.unit.measures("ratio"):
            own = Fact(part.indicator, "total", "", part.period.key, part.version)
            column = found.setdefault((where.table, own), _Column())
            column.add(part.region, value, part.operand("amount"))
    return found


def _money_of(columns: Columns, table: int, share: Fact) -> _Column | None:
    """Return the column that shares are of: of the same origin, else the only one of money."""
    same = columns.get((table, replace(share, aspect="passed_on")))
    moved = [
        column
        for (at, fact), column in columns.items()
        if at == table and (fact.concept, fact.aspect) == (share.concept, "passed_on")
    ]
    return same or (moved[0] if len(moved) == 1 else None)


def _total(
    catalogue: Catalogue, fact: Fact, column: _Column, whole: tuple[Quantity, Operand]
) -> Iterator[Hit]:
    stated, operand = whole
    values = [value for value, _ in column.parts.values()]
    if any(not value.unit.like(stated.unit) for value in values):
        return
    exact = stated.unit.measures("money")
    total = add([replace(value, exact=exact or value.exact) for value in values], stated.unit)
    if judge_equal(replace(stated, exact=exact), total.interval, total.value).is_kept:
        return
    name = _MONEY if fact.concept == "funds" else indicator_name(catalogue, fact.concept)
    at = (operand, *(one for _, one in column.parts.values()))
    yield _hit(at, name, Both("合计", "the total"), stated, total, values)


def _shares(column: _Column, money: _Column) -> Iterator[Hit]:
    whole, total = money.totals[0]
    for region, (stated, operand) in column.parts.items():
        part = money.parts.get(region)
        if part is None or whole.amount <= 0:
            continue
        due = percent(part[0], whole)
        rate = Quantity(stated.amount, PERCENT)
        if not judge_equal(rate, due.interval, due.value).is_kept:
            what = Both("所占比例", "the share")
            yield _hit((operand, part[1], total), Both(region, region), what, rate, due, [stated])


def _hit(  # noqa: PLR0913, PLR0917 - what is stated, of what, and what it should be
    at: tuple[Operand, ...],
    name: Both,
    what: Both,
    stated: Quantity,
    due: Computed,
    values: Sequence[Quantity],
) -> Hit:
    places = places_of([stated, *values])
    words = {"name": name, "what": what, "stated": amount(stated), "due": result(due, places)}
    return Hit(at, words, recomputed=due.equation)
