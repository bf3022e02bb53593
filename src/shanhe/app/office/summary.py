"""What pages show of a programme, computed once a change and kept."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

import shanhe
from shanhe.app.evaluate import evaluate
from shanhe.app.figures import actual_text, target_text
from shanhe.app.office.books import catalogue_of, lines, standing
from shanhe.app.office.found import Kept, count_findings, findings_data, gist
from shanhe.app.office.rights import Refused
from shanhe.app.pictures import money_chart
from shanhe.measures.pace import elapsed
from shanhe.records.evaluation import Evaluation
from shanhe.records.problem import Problem
from shanhe.store.models import Book, Entry, Summary
from shanhe.values.quantity import rounded


def refresh(book_key: int) -> bool:
    """Compute a programme's summary anew, and return whether it was needed.

    The figures are those of the revision that was read; a change that comes meanwhile makes it
    needed again, so nothing is lost when the process is stopped at any moment.
    """
    book = Book.objects.get(pk=book_key)
    old = Summary.objects.filter(book=book).only("revision", "made_by").first()
    if old is not None and (old.revision, old.made_by) == (book.revision, fingerprint()):
        return False
    kept = lines(book)
    evaluation, problems = evaluation_of(book)
    computed = _computed(book, evaluation, problems, kept)
    with transaction.atomic():
        summary, _ = Summary.objects.update_or_create(book=book, defaults=computed)
        count_findings(summary, evaluation.findings if evaluation else ())
    return True


def carry(book: Book, before: int) -> None:
    """Let a summary that was current stay so over entries that change no line.

    Call it in the transaction of those entries; ``before`` is the revision that they follow.
    """
    known = Summary.objects.filter(book=book, revision=before)
    known.update(revision=book.revision, active=timezone.now())


def stale(limit: int = 20) -> list[int]:
    """Return keys of programmes whose summary is missing or older than their figures.

    Where there are none, one whose summary another version of the program computed; in no order, so
    that one which cannot be computed keeps none waiting.
    """
    keys = Book.objects.values_list("pk", flat=True)
    missing = keys.filter(summary=None)[:limit]
    late = keys.exclude(summary=None).exclude(summary__revision=F("revision"))[:limit]
    other = keys.exclude(summary=None).exclude(summary__made_by=fingerprint())
    return [*missing, *late] or [*other.order_by("?")[:1]]


@cache
def fingerprint() -> str:
    """Return twelve hexadecimal digits that change when what computes a summary does.

    That is the code below the pages and above the store, and the data of the catalogue in use.
    """
    whole = hashlib.sha256(catalogue_of().fingerprint.encode())
    for room in _COMPUTING:
        for file in sorted((_PROGRAM / room).rglob("*.py")):
            whole.update(file.read_bytes())
    return whole.hexdigest()[:12]


_PROGRAM = Path(shanhe.__file__).parent
_COMPUTING = ("app", "documents", "rules", "measures", "catalogue", "records", "values")
"""Rooms of the program whose code stands behind a summary."""


def evaluation_of(book: Book) -> tuple[Evaluation | None, tuple[Problem, ...]]:
    """Return a programme evaluated as it stands, or every reason why it cannot be.

    It is evaluated once for each end of its journal.
    """
    return _evaluated(book.pk, book.head, book.name)


@lru_cache(maxsize=8)
def _evaluated(key: int, head: str, name: str) -> tuple[Evaluation | None, tuple[Problem, ...]]:
    dossier, problems = standing(Book(pk=key, head=head, name=name))
    if dossier is None:
        return None, problems
    return evaluate(dossier, catalogue_of(), head), ()


def evaluated(book: Book) -> Evaluation:
    """Return a programme evaluated as it stands, for its papers.

    Raises:
        Refused: it cannot be read as a whole; the first reasons are named, each in the reader's language.
    """
    evaluation, problems = evaluation_of(book)
    if evaluation is not None:
        return evaluation
    zh, en = ([one.text(lang) for one in problems[:_FIRST]] for lang in ("zh", "en"))
    more = len(problems) - _FIRST
    raise Refused(
        "项目数据尚不能整体读取，不能生成材料。"
        f"{''.join(zh)}{f'另有 {more} 处，见“问题”。' if more > 0 else ''}",
        "The programme cannot be read as a whole, so no paper can be made of it. "
        f"{' '.join(en)}{f' {more} more stand on the page “findings”.' if more > 0 else ''}",
        422,
    )


_FIRST = 3
"""Reasons that a refusal names."""


_UNKNOWN = dict.fromkeys(("met", "indicators", "errors", "warnings", "overdue"), 0) | {
    "completion": None,
    "executed": None,
}
"""What is known of a programme that cannot be read as a whole."""


def _computed(
    book: Book, evaluation: Evaluation | None, problems: Sequence[Problem], kept: Kept
) -> dict[str, Any]:
    last = Entry.objects.filter(book=book, number=book.revision).first()
    head = {
        "revision": book.revision,
        "made_by": fingerprint(),
        "problems": [problem.text("zh") for problem in problems],
        "active": last.at if last else None,
    }
    if evaluation is None:
        return {**head, **_UNKNOWN, "page": {}, "findings": []}
    findings = list(findings_data(evaluation.findings, kept))
    page = page_of(evaluation, findings)
    counts = {**_counts(evaluation), "overdue": _overdue(page)}
    return {**head, **counts, "page": page, "findings": findings}


def _overdue(page: Mapping[str, Any]) -> int:
    """Return how many subprojects and steps are late and not yet done."""
    steps = (one for one in page["milestones"] if not one["done"] and one["days_late"])
    late = (one for one in page["subprojects"] if one["is_late"])
    return len([*steps, *late])


def _counts(evaluation: Evaluation) -> dict[str, Any]:
    percents = [min(r.percent.value, Fraction(100)) for r in evaluation.indicators if r.percent]
    total = next((row for row in evaluation.funds if row.fund.origin == "合计"), None)
    return {
        "met": sum(r.met is True for r in evaluation.indicators),
        "indicators": len(evaluation.indicators),
        "errors": evaluation.count("error"),
        "warnings": evaluation.count("warning"),
        "completion": _hundredths(sum(percents) / len(percents)) if percents else None,
        "executed": _hundredths(total.rate.value) if total and total.rate else None,
    }


def _hundredths(percent: Any) -> int:
    return int(rounded(percent, 2) * 100)


def page_of(evaluation: Evaluation, findings: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return what the page of a programme shows, as plain data; every number as printed."""
    money = money_chart(evaluation.dossier, evaluation.held)
    return {
        "as_of": evaluation.as_of.isoformat() if evaluation.as_of else "",
        "elapsed": _elapsed(evaluation),
        "indicators": list(_indicators(evaluation)),
        "funds": list(_funds(evaluation)),
        "held": list(_held(evaluation)),
        "steps": list(_steps(evaluation)),
        "subprojects": list(_subprojects(evaluation)),
        "milestones": list(_milestones(evaluation)),
        "open": [gist(one) for one in findings],
        "pictures": {"money": [money.svg(), money.alt]} if money else {},
    }


_Data = dict[str, Any]


def _elapsed(evaluation: Evaluation) -> str:
    """Return the share of the year that had run on the day of the data, in percent as printed."""
    if evaluation.as_of is None:
        return ""
    share = elapsed(evaluation.dossier.programme.year, evaluation.as_of)
    return f"{rounded(share * 100, 2):f}"


def _indicators(evaluation: Evaluation) -> Iterator[_Data]:
    for result in evaluation.indicators:
        yield {
            "id": result.indicator,
            "name": result.name,
            "level1": result.level1,
            "level2": result.level2,
            "target": target_text(result.target),
            "actual": actual_text(result.actual),
            "percent": result.percent.text if result.percent else "",
            "met": result.met,
            "why": result.why,
            "doubts": list(result.doubts),
        }


def _funds(evaluation: Evaluation) -> Iterator[_Data]:
    for row in evaluation.funds:
        fund = row.fund
        sums = {name: _money(getattr(fund, name)) for name in ("planned", "budget", "executed")}
        yield {"origin": fund.origin, **sums, "rate": row.rate.text if row.rate else ""}


def _held(evaluation: Evaluation) -> Iterator[_Data]:
    names = ("given", "taken_back", "reallocated", "paid", "balance")
    for held in evaluation.held:
        yield {"unit": held.unit, **{name: _money(getattr(held, name)) for name in names}}


def _money(amount: Any) -> str:
    return "" if amount is None else f"{amount:,f}"


def _steps(evaluation: Evaluation) -> Iterator[_Data]:
    for step in evaluation.steps:
        document = step.document
        yield {
            "title": document.title,
            "number": document.number,
            "level": document.level,
            "issued": document.issued.isoformat() if document.issued else "",
            "amount": _money(document.amount),
            "days": step.days,
            "total_days": step.total_days,
        }


def _subprojects(evaluation: Evaluation) -> Iterator[_Data]:
    as_of = evaluation.as_of
    for one in evaluation.dossier.subprojects:
        due = one.due_finish if one.has_started else one.due_start
        is_done = one.is_finished or (due is one.due_start and one.has_started)
        yield {
            "name": one.name,
            "unit": one.unit,
            "count": one.count,
            "state": one.state,
            "due": due.isoformat() if due else "",
            "is_done": is_done,
            "is_late": bool(due and as_of and due < as_of and not is_done),
            "note": one.halt_reason or one.note,
        }


def _milestones(evaluation: Evaluation) -> Iterator[_Data]:
    as_of = evaluation.as_of
    for one in evaluation.dossier.milestones:
        late_by = (one.done or as_of, one.due)
        days = (late_by[0] - late_by[1]).days if late_by[0] and late_by[1] else 0
        yield {
            "event": one.event,
            "due": one.due.isoformat() if one.due else "",
            "done": one.done.isoformat() if one.done else "",
            "responsible": one.responsible,
            "days_late": max(days, 0),
        }
