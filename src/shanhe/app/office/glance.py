"""One programme at a glance: will the year be met, and where is it stuck."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from django.utils import timezone

from shanhe.app.office.books import catalogue_of
from shanhe.app.office.overview import ProgrammePage, programme_page
from shanhe.app.office.rights import Actor
from shanhe.measures.goal_table import accumulates
from shanhe.measures.pace import elapsed
from shanhe.records.answer import Answer, Standing, standing
from shanhe.records.answer import Reply as Word
from shanhe.store.models import Reply
from shanhe.values.quantity import rounded

_TOP = 6
_NAMED = 3
"""How many indicators are named as furthest behind."""


class Pace(StrEnum):
    """Where an indicator stands against an even plan."""

    MET = "met"
    AHEAD = "ahead"  # not reached, and not behind the share of the year that has run
    BEHIND = "behind"
    SHORT = "short"  # not reached; a rate or a state, which no plan spreads over the year
    OPEN = "open"  # cannot be told


class Outlook(StrEnum):
    """Whether the targets of the year will be met, as far as an even plan can tell."""

    MET = "met"
    ON_TRACK = "on_track"
    UNSURE = "unsure"  # nothing is behind, but some cannot be told before the year ends
    AT_RISK = "at_risk"
    MISSED = "missed"  # the year is over, and some were not reached
    UNKNOWN = "unknown"  # the year is over, and some cannot be judged


@dataclass(frozen=True, slots=True)
class Bar:
    """One indicator; ``mark`` is where an even plan would be, empty where there is no such plan."""

    name: str
    target: str
    actual: str
    percent: str
    pace: Pace
    mark: str
    why: str
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A subproject or a milestone; ``days`` late on the day of the page, 0 for none."""

    name: str
    body: str
    state: str
    due: str
    done: str
    days: int
    note: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Open:
    """Findings that nobody has settled: how many of each severity, and the gravest.

    Attributes:
        top: the first finding of each rule, with how many that rule has.
    """

    errors: int
    warnings: int
    notes: int
    settled: int
    top: tuple[tuple[Mapping[str, Any], int], ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """What the page of a programme shows.

    Attributes:
        on: day it speaks of; ``is_today``: nobody stated a day of the data that is past.
        share: of the year that had run then, in percent as printed.
    """

    page: ProgrammePage
    on: date
    is_today: bool
    share: str
    bars: tuple[Bar, ...]
    subprojects: tuple[Due, ...]
    milestones: tuple[Due, ...]
    findings: Open

    @property
    def behind(self) -> int:
        """How many indicators are behind an even plan."""
        return sum(bar.pace is Pace.BEHIND for bar in self.bars)

    @property
    def outlook(self) -> Outlook:
        """Whether the year will be met; a person reads this first."""
        return outlook_of([bar.pace for bar in self.bars], is_over=self.share == "100.00")

    @property
    def furthest_behind(self) -> tuple[Bar, ...]:
        """Which indicators keep the year from being met, the least complete first."""
        short = [bar for bar in self.bars if bar.pace in _NOT_YET and bar.percent]
        return tuple(sorted(short, key=lambda bar: Decimal(bar.percent))[:_NAMED])

    @property
    def may_date(self) -> bool:
        """Whether the person may state the missing day of the data."""
        return not self.page.data.get("as_of") and "EDIT_TARGETS" in self.page.actions

    @property
    def unclear(self) -> int:
        """How many indicators cannot be judged."""
        return sum(bar.pace is Pace.OPEN for bar in self.bars)

    @property
    def late(self) -> tuple[Due, ...]:
        """What is overdue and not done, the longest first."""
        late = (one for one in (*self.subprojects, *self.milestones) if one.days and not one.done)
        return tuple(sorted(late, key=lambda one: -one.days))


def glance(actor: Actor, book_key: int) -> Glance:
    """Return what the page of a programme shows.

    Raises:
        Refused: it is not theirs to read.
    """
    page = programme_page(actor, book_key)
    today = timezone.localdate()
    stated = _day(page.data.get("as_of", ""))
    on = min(stated, today) if stated else today
    share = elapsed(page.head.year, on)
    return Glance(
        page,
        on,
        on == today,
        f"{rounded(share * 100, 2):f}",
        tuple(_bar(one, share) for one in page.data.get("indicators", ())),
        tuple(_subprojects(page.data.get("subprojects", ()), on)),
        tuple(_milestone(one, on) for one in page.data.get("milestones", ())),
        _open(book_key, page.data.get("open", ())),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _bar(one: Mapping[str, Any], share: Fraction) -> Bar:
    is_spread = _is_spread(one["id"])
    return Bar(
        one["name"],
        one["target"],
        one["actual"],
        one["percent"],
        pace_of(one["met"], one["percent"], share if is_spread else None),
        f"{rounded(share * 100, 2):f}" if is_spread else "",
        one["why"],
        tuple(one["doubts"]),
    )


def _is_spread(indicator: str) -> bool:
    catalogue = catalogue_of()
    return catalogue.has_indicator(indicator) and accumulates(catalogue.indicator(indicator))


def pace_of(met: bool | None, percent: str, share: Fraction | None) -> Pace:
    """Return where an indicator stands.

    Args:
        met: as judged.
        percent: completion as printed.
        share: of the year that has run; ``None`` for what is not done bit by bit.

    Example:
        Half through the year 49.99 % are behind, 50.00 % are not.
    """
    if met is None:
        return Pace.OPEN
    if met:
        return Pace.MET
    if share is None or not percent:
        return Pace.SHORT
    return Pace.BEHIND if Fraction(Decimal(percent)) < share * 100 else Pace.AHEAD


_NOT_YET = frozenset({Pace.BEHIND, Pace.SHORT})


def outlook_of(paces: Sequence[Pace], *, is_over: bool) -> Outlook:
    """Return whether the year will be met, from where each indicator stands.

    Example:
        One that is behind puts the year at risk, however many others are done.
    """
    seen = set(paces)
    if seen <= {Pace.MET}:
        return Outlook.MET if seen else Outlook.UNKNOWN
    if is_over:
        return Outlook.MISSED if seen & {*_NOT_YET, Pace.AHEAD} else Outlook.UNKNOWN
    if Pace.BEHIND in seen:
        return Outlook.AT_RISK
    return Outlook.UNSURE if seen & {Pace.SHORT, Pace.OPEN} else Outlook.ON_TRACK


def _subprojects(rows: Sequence[Mapping[str, Any]], on: date) -> list[Due]:
    """Return the subprojects, those that are late first, then those that stand still."""
    found = [_subproject(one, on) for one in rows]
    return sorted(found, key=lambda one: (-one.days, one.state != "停工"))


def _subproject(one: Mapping[str, Any], on: date) -> Due:
    is_done = bool(one.get("is_done"))
    days = 0 if is_done else _late(_day(one["due"]), on)
    return Due(
        one["name"], one["unit"], one["state"], one["due"], "", days, one["note"], one["count"]
    )


def _milestone(one: Mapping[str, Any], on: date) -> Due:
    days = _late(_day(one["due"]), _day(one["done"]) or on)
    return Due(one["event"], one["responsible"], "", one["due"], one["done"], days, "")


def _late(due: date | None, end: date) -> int:
    return max((end - due).days, 0) if due else 0


def _open(book_key: int, findings: Sequence[Mapping[str, Any]]) -> Open:
    replies = {reply.finding: reply for reply in Reply.objects.filter(book=book_key, series=0)}
    is_open = list(_unsettled(findings, replies))
    each = Counter(finding["severity"] for finding in is_open)
    settled = len(findings) - len(is_open)
    return Open(each["error"], each["warning"], each["note"], settled, _gravest(is_open))


def _gravest(findings: Sequence[Mapping[str, Any]]) -> tuple[tuple[Mapping[str, Any], int], ...]:
    each = Counter(finding["rule"] for finding in findings)
    first = {finding["rule"]: finding for finding in reversed(findings)}
    firsts = [one for one in findings if first[one["rule"]] is one]
    firsts.sort(key=lambda one: ("error", "warning", "note").index(one["severity"]))
    return tuple((one, each[one["rule"]]) for one in firsts[:_TOP])


def _unsettled(
    findings: Sequence[Mapping[str, Any]], replies: Mapping[str, Reply]
) -> Iterator[Mapping[str, Any]]:
    for finding in findings:
        reply = replies.get(finding["key"])
        answer = _answer(reply) if reply else None
        if standing(answer, finding["figures"]) is not Standing.SETTLED:
            yield finding


def _answer(reply: Reply) -> Answer:
    return Answer(
        key=reply.finding,
        reply=Word(reply.reply),
        who="",
        reason=reply.reason,
        on=reply.at.date(),
        figures=reply.figures,
    )
