"""What tables and sentences say of one thing, put together."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.found import Found
from shanhe.documents.prose.paper import Paper
from shanhe.documents.prose.restated import restate
from shanhe.records.funds import AnnualFund
from shanhe.records.narrative import Management
from shanhe.records.paper import PrintedFact
from shanhe.records.progress import Actual
from shanhe.records.source import Record, RowSource
from shanhe.records.targets import Target, TargetVersion
from shanhe.values.period import PART_OF_TERM, Period
from shanhe.values.regex import regex

Kind = TypeVar("Kind", bound=Record)
_FILED = regex("完成[^，。；]{0,16}备案|备案的?《实施方案》|经[^，。；]{2,16}备案")
_PENDING = regex(
    "(?:待|尚未|未)(?:批复|审批通过)|审批阶段|报[^，。；]{0,12}(?:复核|审核|审批)|评估论证"
)
_APPROVED = regex("(?:工程设计|调整)[^，。；]{0,12}(?:已|获|得到)[^，。；]{0,4}(?:批复|批准)")


def of_kind(found: Found, attribute: str, kind: type[Kind]) -> list[Kind]:
    """Return the records of one attribute."""
    return [one for one in found.records.get(attribute, ()) if isinstance(one, kind)]


def complete(paper: Paper, found: Found) -> None:
    """Put ``found`` in order, in place.

    Management texts of report and form become one record an aspect; a paper without goal tables
    gets the targets that its sentences state; targets of regions told twice are counted once; money rows get the plan of the goal table.
    """
    _management(found)
    restate(found)
    _targets(paper.names.catalogue, found)
    _statuses(paper, found)
    _funds(paper, found)


def _management(found: Found) -> None:
    by_aspect: dict[str, Management] = {}
    for one in of_kind(found, "management", Management):
        other = by_aspect.get(one.aspect)
        by_aspect[one.aspect] = one if other is None else _joined(other, one)
    if by_aspect:
        found.records["management"] = list(by_aspect.values())


def _joined(one: Management, other: Management) -> Management:
    texts = {
        key: getattr(one, key) or getattr(other, key)
        for key in ("situation", "form_situation", "problem")
    }
    at = {**other.source.at, **one.source.at}
    for source in (one, other):
        at |= {
            key: source.source.at[key]
            for key in texts
            if getattr(source, key) and key in source.source.at
        }
    cells = {**other.source.cells, **one.source.cells}
    return replace(one, source=replace(one.source, at=at, cells=cells), **texts)


def _targets(catalogue: Catalogue, found: Found) -> None:
    """Add targets told in sentences or quoted beside actuals where no goal table tells them."""
    tabled = {(one.version, one.period) for one in of_kind(found, "targets", Target)}
    made: dict[tuple[str, Period, str], Target] = {}
    for fact in of_kind(found, "facts", PrintedFact):
        whole = fact.period and fact.version and fact.version != PART_OF_TERM
        if fact.aspect == "target" and not fact.region and fact.period and whole:
            key = (fact.version, fact.period, fact.concept)
            if key[:2] not in tabled and catalogue.has_indicator(fact.concept):
                made.setdefault(key, _target(catalogue, key, fact, fact.source))
    for actual in of_kind(found, "actuals", Actual):
        key = ("下达", actual.period, actual.indicator)
        known = catalogue.has_indicator(actual.indicator)
        if key[:2] not in tabled and key not in made and actual.quoted_amount is not None and known:
            where = actual.source.cell("quoted_amount")
            source = replace(actual.source, at={**actual.source.at, "amount": where})
            made[key] = _target(catalogue, key, actual, source)
    found.add("targets", *made.values())
    _versions(found, made.values())


def _target(
    catalogue: Catalogue,
    key: tuple[str, Period, str],
    told: PrintedFact | Actual,
    source: RowSource,
) -> Target:
    known = catalogue.indicator(key[2])
    quoted = isinstance(told, Actual)
    return Target(
        source=source,
        version=key[0],
        period=key[1],
        indicator=known.id,
        name=known.name,
        level1=known.level1,
        level2=known.level2,
        sign=told.quoted_sign if isinstance(told, Actual) else told.sign,
        amount=told.quoted_amount if isinstance(told, Actual) else told.amount,
        unit=told.quoted_unit if isinstance(told, Actual) else told.unit,
        in_goal=None if quoted else True,
    )


def _versions(found: Found, made: Iterable[Target]) -> None:
    known = {(one.version, one.period) for one in of_kind(found, "versions", TargetVersion)}
    money = [
        fact
        for fact in of_kind(found, "facts", PrintedFact)
        if fact.concept.startswith("investment") and fact.aspect == "target"
    ]
    for target in made:
        if (target.version, target.period) in known:
            continue
        known.add((target.version, target.period))
        sums = (
            {fact.concept: fact.amount for fact in reversed(money)} if target.period.is_term else {}
        )
        found.add(
            "versions",
            TargetVersion(
                source=target.source,
                version=target.version,
                period=target.period,
                total=sums.get("investment"),
                central=sums.get("investment_central"),
                local=sums.get("investment_local"),
            ),
        )


def _statuses(paper: Paper, found: Found) -> None:
    """Say of each version whether it is issued, filed or pending, as the words tell."""
    versions = []
    for one in of_kind(found, "versions", TargetVersion):
        status = one.status
        if not status and one.version == "下达":
            status = "已下达"
        elif not status and one.version == "实施方案" and _FILED.search(paper.whole):
            status = "已备案"
        elif not status and one.version in {"工程设计", "调整"}:
            approved = _APPROVED.search(paper.whole)
            status = "已批复" if approved else "待批复" if _PENDING.search(paper.whole) else ""
        versions.append(replace(one, status=status))
    if versions:
        found.records["versions"] = list(versions)


def _funds(paper: Paper, found: Found) -> None:
    """Set the plan of the year's goal table beside the form's rows, or make a row of sentences."""
    rows = of_kind(found, "annual_funds", AnnualFund)
    head = next(
        (
            v
            for v in of_kind(found, "versions", TargetVersion)
            if v.version == "下达" and v.period == paper.period
        ),
        None,
    )
    if rows and head is not None:
        found.records["annual_funds"] = [_planned(row, head) for row in rows]
    elif not rows:
        found.add("annual_funds", *_stated(found))


def _planned(row: AnnualFund, head: TargetVersion) -> AnnualFund:
    key = {"合计": "total", "中央": "central", "地方": "local"}.get(row.origin, "")
    value = getattr(head, key) if key else None
    if value is None or row.planned is not None:
        return row
    at = {**row.source.at, "planned": head.source.cell(key)}
    return replace(row, planned=value, source=replace(row.source, at=at))


def _stated(found: Found) -> list[AnnualFund]:
    told: dict[str, PrintedFact] = {}
    for fact in of_kind(found, "facts", PrintedFact):
        if (
            fact.concept == "funds"
            and not fact.region
            and fact.aspect in {"budget", "in_place", "executed", "rate"}
        ):
            told.setdefault(fact.aspect, fact)
    if len(told) < 2 or "budget" not in told:
        return []
    at = {key: fact.source.cell("amount") for key, fact in told.items()}
    first = next(iter(told.values()))
    values: dict[str, Any] = {key: fact.amount for key, fact in told.items()}
    source = RowSource(first.source.file, first.source.part, 0, at=at)
    return [AnnualFund(source=source, origin="合计", **values)]
