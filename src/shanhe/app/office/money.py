"""Money of a programme: days used at each step, where it went, what each body holds on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shanhe.app.office.books import (
    BookHead,
    catalogue_of,
    head_of,
    scope_of,
    seen_book,
    standing,
)
from shanhe.app.office.rights import Action, Actor, may
from shanhe.app.pictures import money_chart
from shanhe.catalogue.citation import Citation
from shanhe.measures.balance import Balance, balances, until
from shanhe.measures.chain import name_of
from shanhe.measures.execution import execution_rate
from shanhe.measures.flow import holdings
from shanhe.measures.timeliness import Span, spans
from shanhe.records.dossier import Dossier
from shanhe.records.funds import Payment, Transfer
from shanhe.records.problem import Problem

_MOST = 200


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of the money; empty texts are not stated."""

    limit: str
    document: str
    amount: str
    issued: str
    start: str
    by_receipt: bool
    days: int | None
    allowed: int | None
    over: int | None
    basis: Citation | None


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """One body in 万元; ``None`` where an amount is not stated."""

    body: str
    came: str | None
    went: str | None
    taken: str | None
    given: str | None
    paid: str | None
    held: str | None


@dataclass(frozen=True, slots=True)
class FundRow:
    """One origin of money in the year, in 万元; empty where not stated."""

    origin: str
    planned: str
    in_place: str
    budget: str
    executed: str
    rate: str


PAID = "支付"
"""What stands as the kind of a payment among transfers."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A transfer, or a payment without a day."""

    when: str
    kind: str
    giver: str
    taker: str
    amount: str
    document: str
    purpose: str


@dataclass(frozen=True, slots=True)
class MoneyPage:
    """What the page of money shows.

    Attributes:
        on: the day of the balances; ``None`` for all that is recorded, dated or not.
        undated: what bears no day and is left out on a day.
        picture: SVG and the words that replace it.
        more: how many transfers are not listed.
    """

    head: BookHead
    may_change: bool
    on: date | None
    problems: tuple[Problem, ...]
    steps: tuple[StepRow, ...] = ()
    balances: tuple[BalanceRow, ...] = ()
    undated: tuple[Moved, ...] = ()
    funds: tuple[FundRow, ...] = ()
    moved: tuple[Moved, ...] = ()
    more: int = 0
    picture: tuple[str, str] | None = None


def money_page(actor: Actor, book_key: int, on: date | None, lang: str) -> MoneyPage:
    """Return what the page of money shows.

    Args:
        actor: who asks.
        book_key: the programme.
        on: day of the balances; ``None`` for all that is recorded.
        lang: of the citations.

    Raises:
        Refused: it is not theirs to read.
    """
    book = seen_book(actor, book_key)
    can = may(actor, Action.EDIT_MONEY, scope_of(book))
    dossier, problems = standing(book)
    if dossier is None:
        return MoneyPage(head_of(book), can, on, problems)
    dated = until(dossier, on) if on else None
    then = dated.dossier if dated else dossier
    chart = money_chart(then, holdings(then))
    return MoneyPage(
        head_of(book),
        can,
        on,
        (),
        tuple(_step(span, lang) for span in spans(dossier, catalogue_of())),
        tuple(map(_balance, balances(then))),
        tuple(map(_moved, dated.undated)) if dated else (),
        tuple(_funds(dossier)),
        tuple(map(_moved, dossier.transfers[:_MOST])),
        max(len(dossier.transfers) - _MOST, 0),
        (chart.svg(), chart.alt) if chart else None,
    )


def _step(span: Span, lang: str) -> StepRow:
    document = span.document
    zh = "zh" if lang.startswith("zh") else "en"
    return StepRow(
        span.limit,
        name_of(document) if document else "",
        _sum(document.amount) if document else "",
        _day(document.issued) if document else "",
        _day(span.start),
        span.by_receipt,
        span.days,
        span.allowed,
        span.over,
        catalogue_of().law.cite(span.basis, zh) if span.basis else None,
    )


def _balance(one: Balance) -> BalanceRow:
    taken = _less(one.went["收回"], one.came["收回"])
    given = _less(one.came["重新分配"], one.went["重新分配"])
    sums = (one.came["下达"], one.went["下达"], taken, given, one.paid, one.held)
    return BalanceRow(one.body, *(None if s is None else _sum(s) for s in sums))


def _less(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other


def _sum(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:,f}"


def _day(when: date | None) -> str:
    return when.isoformat() if when else ""


def _funds(dossier: Dossier) -> Iterator[FundRow]:
    for fund in dossier.annual_funds:
        rate = execution_rate(fund)
        yield FundRow(
            fund.origin,
            _sum(fund.planned),
            _sum(fund.in_place),
            _sum(fund.budget),
            _sum(fund.executed),
            f"{rate.printed(2)}%" if rate else "",
        )


def _moved(one: Transfer | Payment) -> Moved:
    if isinstance(one, Payment):
        return Moved(_day(one.when), PAID, one.payer, "", _sum(one.amount), "", one.purpose)
    return Moved(
        _day(one.when),
        one.kind,
        one.giver,
        one.taker,
        _sum(one.amount),
        one.document,
        one.purpose,
    )
