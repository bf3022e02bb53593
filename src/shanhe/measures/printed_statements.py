"""Everything that a paper prints of one fact, wherever it stands."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from shanhe.measures.attainment import ADJUSTED, adjusted_for
from shanhe.measures.computed import money
from shanhe.measures.once import once
from shanhe.measures.stated import agree
from shanhe.records.dossier import Dossier
from shanhe.records.paper import PrintedFact
from shanhe.records.source import Fact, Operand, Record, Source
from shanhe.values.quantity import Quantity, Sign
from shanhe.values.unit import unit

FORM, REPORT = "自评表", "报告正文"
_PERCENT = unit("%")
_SUMS = ("total", "central", "local", "social")
_MOVED = {"下达": "passed_on", "收回": "taken_back", "重新分配": "reallocated"}
_FLOWS = frozenset({*_MOVED.values(), "share"})
_REACHED = frozenset({"actual", "completion"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One number with its meaning.

    Attributes:
        fact: what it means; for actuals ``version`` is the place, 报告正文 or 自评表.
        told: whether it is one of the paper's printed facts, not a cell of a table.
    """

    fact: Fact
    quantity: Quantity
    operand: Operand
    told: bool


@once
def statements_by_fact(dossier: Dossier) -> dict[Fact, list[Statement]]:
    """Return every number of known meaning under what it means, each place once.

    Money that moved is left out, see ``told_flows``: several sums may go to one body.
    """
    found: dict[Fact, list[Statement]] = {}
    seen: set[tuple[Fact, Source]] = set()
    for one in (*_of_tables(dossier), *_told(dossier)):
        key = (one.fact, one.operand.where)
        if key not in seen:
            seen.add(key)
            found.setdefault(one.fact, []).append(one)
        elif one.told:
            stated = found[one.fact]
            n = next(n for n, other in enumerate(stated) if other.operand.where == key[1])
            stated[n] = one
    return found


def told_flows(dossier: Dossier) -> Iterator[tuple[list[Statement], list[Statement]]]:
    """Yield, body by body, what the transfers say of money that moved, and what is told besides.

    Only of bodies that the transfers know; sums for the whole are left to the rules on allotments. Where a table
    has a column for each source, transfers are of the central one.
    """
    moved: dict[tuple[str, str], list[Statement]] = {}
    for transfer in dossier.transfers:
        if transfer.amount is not None:
            fact, at = transfer.fact("amount"), transfer.operand("amount", "万元")
            one = Statement(fact, money(transfer.amount), at, told=False)
            moved.setdefault((fact.aspect, fact.region), []).append(one)
    told: dict[tuple[str, str], list[Statement]] = {}
    for fact_ in dossier.facts:
        key = (fact_.aspect, fact_.region)
        if fact_.concept == "funds" and key in moved and fact_.quantity is not None:
            one = Statement(
                fact_.fact("amount"), fact_.quantity, fact_.operand("amount"), told=True
            )
            told.setdefault(key, []).append(one)
    for key, stated in told.items():
        central = [one for one in stated if one.fact.version == "中央"]
        yield moved[key], central or stated


def _told(dossier: Dossier) -> Iterator[Statement]:
    recorded = {(one.indicator, one.region, one.place) for one in dossier.actuals}
    for one in dossier.facts:
        stated = one.quantity
        if stated is not None and one.aspect not in _FLOWS:
            fact = _meaning(dossier, one, recorded)
            yield Statement(fact, stated, one.operand("amount"), told=True)


def _meaning(dossier: Dossier, one: PrintedFact, recorded: Set[tuple[str, str, str]]) -> Fact:
    """Return the coordinates; what was reached in no named year was so in the year evaluated."""
    reached = one.aspect in _REACHED
    yearly = reached or one.concept == "funds"
    period = one.period.key if one.period else dossier.year.key if yearly else ""
    version = _place(one, recorded) if reached else one.version
    if one.concept == "funds" and not version:
        version = _origin(dossier, one)
    if one.aspect == "target" and not one.region and version == dossier.issued:
        version = _in_force(dossier, one)
    return Fact(one.concept, one.aspect, one.region, period, version)


def _in_force(dossier: Dossier, one: PrintedFact) -> str:
    """Return the version of a target told without one: the adjusted one where it has that value, or its form quotes that one.

    Example:
        谷坊64座 where a change table has 56座 before and 64座 after it.
    """
    changed = dossier.target(ADJUSTED, one.period or dossier.year, one.concept)
    if changed is None or changed.quantity is None or one.quantity is None:
        return one.version
    rows = [row for row in dossier.stated_actuals(one.concept) if row.in_form == one.in_form]
    quoted = one.in_form and any(adjusted_for(dossier, row) is not None for row in rows)
    issued = dossier.target(dossier.issued, changed.period, one.concept)
    first = (
        issued is not None and issued.quantity is not None and agree(issued.quantity, one.quantity)
    )
    same = agree(changed.quantity, one.quantity) and not first
    return ADJUSTED if quoted or same else one.version


def _origin(dossier: Dossier, one: PrintedFact) -> str:
    """Return the row of the form that has this number, the row of totals where none has."""
    for row in dossier.annual_funds:
        if one.amount is not None and getattr(row, one.aspect, None) == one.amount:
            return row.origin
    return "合计"


def _place(one: PrintedFact, recorded: Set[tuple[str, str, str]]) -> str:
    """Return where it is told; the other place where only that one has a row for it."""
    own, other = (FORM, REPORT) if one.in_form else (REPORT, FORM)
    has_own, has_other = ((one.concept, one.region, place) in recorded for place in (own, other))
    return other if has_other and not has_own else own


def _of_tables(dossier: Dossier) -> Iterator[Statement]:
    for target in dossier.targets:
        yield from _one(target, "amount", target.quantity)
    for part in dossier.regional_targets:
        yield from _one(part, "amount", part.quantity)
    for actual in dossier.actuals:
        if actual.sign in {Sign.NONE, Sign.EQUAL}:
            yield from _one(actual, "amount", actual.quantity)
        if actual.completion is not None:
            yield from _one(actual, "completion", Quantity(actual.completion, _PERCENT))
    for head in dossier.versions:
        for key in _SUMS:
            amount = getattr(head, key)
            yield from _one(head, key, money(amount) if amount is not None else None)
    yield from _of_money(dossier)


def _of_money(dossier: Dossier) -> Iterator[Statement]:
    for row in dossier.annual_funds:
        for key in ("budget", "executed", "rate"):
            amount = getattr(row, key)
            if amount is not None:
                stated = Quantity(amount, _PERCENT) if key == "rate" else money(amount)
                fact = Fact("funds", key, period=dossier.year.key, version=row.origin)
                symbol = "%" if key == "rate" else "万元"
                yield Statement(fact, stated, row.operand(key, symbol), told=False)


def _one(record: Record, key: str, stated: Quantity | None) -> Iterator[Statement]:
    fact = record.fact(key)
    if fact is not None and stated is not None:
        yield Statement(fact, stated, record.operand(key), told=False)
