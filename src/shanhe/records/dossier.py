"""All that is known of one programme in one year."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from shanhe.records.funds import AnnualFund, FundDocument, Payment, Transfer
from shanhe.records.narrative import Explanation, Management
from shanhe.records.paper import (
    CaptionLine,
    HeadingLine,
    PrintedFact,
    PrintedNumber,
    Reference,
    TextLine,
)
from shanhe.records.programme import Overview, OwnIndicator, Place, Programme
from shanhe.records.progress import Actual, Milestone, Progress, Subproject
from shanhe.records.targets import Adjustment, ChangeNote, RegionalTarget, Target, TargetVersion
from shanhe.values.period import TERM, Period


class Kept(dict[object, Any]):
    """What was derived from a dossier and may be asked for again; it does not travel with it."""

    def __reduce__(self) -> tuple[type["Kept"], tuple[()]]:
        return Kept, ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """A programme in one year, as its papers say; immutable.

    Attributes:
        programme: the programme itself.
        overview: what is said in sentences; ``None`` where the sheet is empty.
        paper: kind of the document it was read from (``docx``, …); empty for a programme's own data.
        against: the programme's own data that a paper is compared with; ``None`` where nobody asked.
        facts, headings, captions, references, texts, numbers: only of a document.
        kept: what measures derived from it (see ``measures.once``).
        The other attributes hold the records of the sheet of that name, in the order of the rows.
    """

    programme: Programme
    overview: Overview | None = None
    places: tuple[Place, ...] = ()
    own_indicators: tuple[OwnIndicator, ...] = ()
    versions: tuple[TargetVersion, ...] = ()
    targets: tuple[Target, ...] = ()
    regional_targets: tuple[RegionalTarget, ...] = ()
    documents: tuple[FundDocument, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    annual_funds: tuple[AnnualFund, ...] = ()
    payments: tuple[Payment, ...] = ()
    subprojects: tuple[Subproject, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    progress: tuple[Progress, ...] = ()
    actuals: tuple[Actual, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    management: tuple[Management, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    change_notes: tuple[ChangeNote, ...] = ()
    paper: str = ""
    facts: tuple[PrintedFact, ...] = ()
    headings: tuple[HeadingLine, ...] = ()
    captions: tuple[CaptionLine, ...] = ()
    references: tuple[Reference, ...] = ()
    texts: tuple[TextLine, ...] = ()
    numbers: tuple[PrintedNumber, ...] = ()
    against: "Dossier | None" = None
    kept: Kept = field(init=False, default_factory=Kept, compare=False, repr=False)
    _by_place: dict[tuple[str, str], Target] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        for target in self.targets:
            key = (f"{target.version} {target.period.key}", target.indicator)
            self._by_place.setdefault(key, target)

    @property
    def year(self) -> Period:
        """The budget year that is evaluated."""
        return Period(self.programme.year)

    @property
    def issued(self) -> str:
        """Name of the version in force: the one that was issued, else the first."""
        if "issued" not in self.kept:
            names = [version.version for version in self.versions]
            names += [target.version for target in self.targets]
            self.kept["issued"] = "下达" if "下达" in names or not names else names[0]
        found: str = self.kept["issued"]
        return found

    @property
    def regions(self) -> tuple[str, ...]:
        """Names of the regions that targets are split onto."""
        return tuple(place.name for place in self.places if place.is_region)

    def version(self, name: str, period: Period) -> TargetVersion | None:
        """Return the head of one goal table."""
        found = (v for v in self.versions if v.version == name and v.period == period)
        return next(found, None)

    def target(self, version: str, period: Period, indicator: str) -> Target | None:
        """Return one target."""
        return self._by_place.get((f"{version} {period.key}", indicator))

    def targets_of(self, version: str, period: Period) -> tuple[Target, ...]:
        """Return the rows of one goal table, in order."""
        asked = ("targets_of", version, period)
        if asked not in self.kept:
            self.kept[asked] = tuple(
                t for t in self.targets if t.version == version and t.period == period
            )
        found: tuple[Target, ...] = self.kept[asked]
        return found

    def annual_target(self, indicator: str) -> Target | None:
        """Return the year's target in force."""
        return self.target(self.issued, self.year, indicator)

    def term_target(self, indicator: str) -> Target | None:
        """Return the target in force for the whole term."""
        return self.target(self.issued, TERM, indicator)

    def splits(self) -> Iterator[tuple[str, Period, str, tuple[RegionalTarget, ...]]]:
        """Yield version, period, indicator and regional targets of each split."""
        groups: dict[tuple[str, Period, str], list[RegionalTarget]] = {}
        for part in self.regional_targets:
            groups.setdefault((part.version, part.period, part.indicator), []).append(part)
        for (version, period, indicator), parts in groups.items():
            yield version, period, indicator, tuple(parts)

    def stated_actuals(self, indicator: str, region: str = "") -> tuple[Actual, ...]:
        """Return what report and form state as the year's actual."""
        return tuple(
            actual
            for actual in self.actuals
            if actual.indicator == indicator
            and actual.region == region
            and actual.period == self.year
        )

    def actual(self, indicator: str, region: str = "") -> Actual | None:
        """Return the statement to calculate with: the form's, unless only the report has a number.

        A number without a sign before it is preferred: ``≥95%`` is no actual.
        """
        stated = self.stated_actuals(indicator, region)
        order = sorted(stated, key=lambda a: (a.amount is None, bool(a.sign), not a.in_form))
        return order[0] if order else None
