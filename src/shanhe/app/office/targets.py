"""Targets in all their versions, split over counties, and the year against the whole term."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shanhe.app.figures import target_text
from shanhe.app.office.books import (
    BookHead,
    head_of,
    scope_of,
    seen_book,
    standing,
)
from shanhe.app.office.rights import Action, Actor, may
from shanhe.app.office.splits import SplitTable, split_tables
from shanhe.app.office.splits import known as indicator_of
from shanhe.measures.computed import subtract
from shanhe.measures.goal_table import accumulates, printed_name, share_of
from shanhe.records.dossier import Dossier
from shanhe.records.problem import Problem
from shanhe.records.targets import Target
from shanhe.values.period import TERM, Period
from shanhe.values.quantity import rounded
from shanhe.values.unit import UnlikeUnits

MONEY = (
    ("total", "投资总额"),
    ("central", "中央财政资金"),
    ("local", "地方资金"),
    ("social", "社会资本"),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A target in one version.

    Attributes:
        text: as printed with its unit; empty where the version does not list it.
        change: against the nearest earlier version that lists it, ``+56.60公顷``; empty for none.
        is_changed: it differs, even where no difference can be computed.
    """

    text: str
    change: str = ""
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator, or one sum of money, in every version."""

    name: str
    level: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The versions of one period side by side; ``versions`` holds name and status."""

    period: str
    versions: tuple[tuple[str, str], ...]
    money: tuple[Row, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year's target beside that of the term; ``share`` is empty for what does not accumulate."""

    name: str
    year: str
    term: str
    share: str
    is_over: bool
    adds: bool


@dataclass(frozen=True, slots=True)
class TargetsPage:
    """What the page of targets shows; ``problems`` say why there is nothing."""

    head: BookHead
    may_change: bool
    problems: tuple[Problem, ...]
    tables: tuple[Table, ...] = ()
    splits: tuple[SplitTable, ...] = ()
    years: tuple[YearRow, ...] = ()


def targets_page(actor: Actor, book_key: int) -> TargetsPage:
    """Return what the page of targets shows, from the lines as they are now.

    Raises:
        Refused: it is not theirs to read.
    """
    book = seen_book(actor, book_key)
    can = may(actor, Action.EDIT_TARGETS, scope_of(book))
    dossier, problems = standing(book)
    if dossier is None:
        return TargetsPage(head_of(book), can, problems)
    return TargetsPage(
        head_of(book),
        can,
        (),
        tuple(_tables(dossier)),
        tuple(split_tables(dossier, actor.place)),
        tuple(_years(dossier)),
    )


def _tables(dossier: Dossier) -> Iterator[Table]:
    heads = [(head.version, head.period) for head in dossier.versions]
    both = [*heads, *((target.version, target.period) for target in dossier.targets)]
    for period in sorted({period for _, period in both}, key=lambda one: one.year or 0):
        names = list(dict.fromkeys(version for version, own in both if own == period))
        yield Table(
            str(period),
            tuple((name, _status(dossier, name, period)) for name in names),
            tuple(_money(dossier, names, period)),
            tuple(_rows(dossier, names, period)),
        )


def _status(dossier: Dossier, version: str, period: Period) -> str:
    head = dossier.version(version, period)
    return head.status if head else ""


def _money(dossier: Dossier, versions: Sequence[str], period: Period) -> Iterator[Row]:
    heads = [dossier.version(version, period) for version in versions]
    for key, name in MONEY:
        sums = [getattr(head, key) if head else None for head in heads]
        if any(one is not None for one in sums):
            cells, before = [], None
            for one in sums:
                change = one - before if one is not None and before is not None else 0
                text = "" if one is None else f"{one:,f}万元"
                cells.append(Cell(text, f"{change:+,f}万元" if change else "", bool(change)))
                before = one if one is not None else before
            yield Row(name, "", tuple(cells))


def _rows(dossier: Dossier, versions: Sequence[str], period: Period) -> Iterator[Row]:
    listed = [target for name in versions for target in dossier.targets_of(name, period)]
    for key in dict.fromkeys(target.indicator for target in listed):
        first = next(target for target in listed if target.indicator == key)
        stated = [dossier.target(version, period, key) for version in versions]
        known = indicator_of(key)
        level = known.level2 if known else first.level2
        yield Row(known.name if known else printed_name(first), level, tuple(_cells(stated)))


def _cells(stated: Sequence[Target | None]) -> Iterator[Cell]:
    before: Target | None = None
    for target in stated:
        if target is None:
            yield Cell("")
        else:
            yield _cell(target, before)
            before = target


def _cell(target: Target, before: Target | None) -> Cell:
    text = target_text(target)
    new, old = target.quantity, before.quantity if before else None
    if before is None:
        return Cell(text)
    if new is None or old is None:
        return Cell(text, is_changed=text != target_text(before))
    try:
        change = subtract(new, old)
    except UnlikeUnits:
        return Cell(text, is_changed=True)
    places = max(new.places, old.places)
    unit = "个百分点" if change.unit.symbol == "%" else change.unit.symbol
    said = f"{rounded(change.value, places):+f}{unit}" if change.value else ""
    return Cell(text, said, bool(said) or new.sign != old.sign)


def _years(dossier: Dossier) -> Iterator[YearRow]:
    for year in dossier.targets_of(dossier.issued, dossier.year):
        term, known = (
            dossier.target(dossier.issued, TERM, year.indicator),
            indicator_of(year.indicator),
        )
        adds = known is not None and accumulates(known)
        share = share_of(year.quantity, term.quantity) if term is not None and adds else None
        yield YearRow(
            known.name if known else printed_name(year),
            target_text(year),
            target_text(term) if term is not None else "",
            f"{rounded(share * 100, 2):f}%" if share is not None else "",
            share is not None and share > 1,
            adds,
        )
