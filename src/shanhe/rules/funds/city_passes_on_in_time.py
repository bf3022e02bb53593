"""市级转下达和中央到旗县区全程不超过规定天数.

No statute counts the city's days, so the usual thirty, and sixty for the whole way, are held in
the catalogue, where a bureau sets its own. It is an error all the same: art. 52 gives the province
thirty days from receipt to reach every government down to the county, and whoever breaks one of
these two limits has broken that one. A form that says "no problem" is quoted beside the dates.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.chain import Step, money_documents, name_of, step_from
from shanhe.measures.limit import days_allowed
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import FundDocument
from shanhe.records.narrative import Management
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.outcome import Outcome

_ASPECT = "下达及时性"


@dataclass(frozen=True, slots=True)
class _Span:
    """Days between two documents, with their limit."""

    start: Operand
    days: int
    limit: int
    zh: str
    en: str

    @property
    def words(self) -> Both:
        over = self.days - self.limit
        return Both(
            f"距{self.zh} {self.days} 天，超过参照期限（{self.limit} 天）{over} 天",
            f"{self.days} days after {self.en} (limit {self.limit}, {over} over)",
        )


@rule(
    id="FUND-203",
    severity=ERROR,
    basis=["budget_law#52.3", "practice#T-07", "practice#E-19"],
    zh="{document}于 {issued} 下达：{late}{claim}",
    en="{document} was issued on {issued}: {late}{claim}",
    aspect=_ASPECT,
    asks=Only.DATA,
)
def city_passes_on_in_time(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each document of the city that came too late, once for the step and the whole way."""
    seen: set[int] = set()
    for first in money_documents(dossier, "部"):
        upper = step_from(dossier, first)
        step = step_from(dossier, upper.lower) if upper.lower else None
        if step is None:
            continue
        if step.lower is None or step.lower.issued is None:
            yield from _lacking(dossier, step)
        elif id(step.lower) not in seen:
            seen.add(id(step.lower))
            yield from _judge(dossier, catalogue, (first, step.lower), step)


def _judge(
    dossier: Dossier, catalogue: Catalogue, ends: tuple[FundDocument, FundDocument], step: Step
) -> Iterator[Hit]:
    spans = list(_late_spans(catalogue, ends, step))
    if not spans:
        return
    last = ends[1]
    row = next((m for m in dossier.management if m.aspect == _ASPECT), None)
    claims = row is not None and row.claims_no_problem
    claimed = (row.operand("problem"),) if row is not None and claims else ()
    words = {
        "document": name_of(last),
        "issued": last.issued,
        "late": _joined(spans),
        "claim": _claim(row) if claims else "",
        "days": listed(span.days for span in spans),
    }
    equation = "；".join(f"{last.issued} − {span.start.text} = {span.days}" for span in spans)
    at = (*(span.start for span in spans), last.operand("issued"), *claimed)
    yield Hit(at, words, recomputed=equation)


def _late_spans(
    catalogue: Catalogue, ends: tuple[FundDocument, FundDocument], step: Step
) -> Iterator[_Span]:
    first, last = ends
    limit = days_allowed(catalogue, "city_days", step.start) if step.start else None
    if step.days is not None and limit is not None and step.days > limit:
        day = step.upper.operand("received" if step.by_receipt else "issued")
        zh = "收到省级文件" if step.by_receipt else "省级文件下达"
        yield _Span(day, step.days, limit, zh, "the province's document")
    if first.issued is None or last.issued is None:
        return
    days = (last.issued - first.issued).days
    limit = days_allowed(catalogue, "total_days", first.issued)
    if limit is not None and days > limit:
        yield _Span(first.operand("issued"), days, limit, "中央文件下达", "the ministry's document")


def _joined(spans: list[_Span]) -> Both:
    each = [span.words for span in spans]
    return Both("；".join(one.zh for one in each), "; ".join(one.en for one in each))


def _claim(row: Management | None) -> Both:
    said = row.problem if row else ""
    return Both(
        f"；自评表“{_ASPECT}”存在问题栏填“{said}”", f'; the form says of timeliness: "{said}"'
    )


def _lacking(dossier: Dossier, step: Step) -> Iterator[Hit]:
    """Where money goes through no city at all, there is nothing to judge."""
    cities = {place.name for place in dossier.places if place.level == "市"}
    if money_documents(dossier, "市") or any(t.giver in cities for t in dossier.transfers):
        lacks = Both("市级转下达文件的发文日期", "the day of the city's document")
        yield Hit((step.upper.operand("issued"),), {"lacks": lacks}, Outcome.UNDECIDED)
