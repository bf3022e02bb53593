"""The self-evaluation of a programme: every field of the official form, its origin, its gaps."""

from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.app.figures import actual_text, target_text
from shanhe.app.office.books import BookHead, head_of, lines, scope_of, seen_book
from shanhe.app.office.editions import Shown, editions
from shanhe.app.office.freezing import correction_reason
from shanhe.app.office.origins import Origin, Origins
from shanhe.app.office.rights import Action, Actor, may
from shanhe.app.office.summary import evaluation_of
from shanhe.documents.blocks import Inline, Missing
from shanhe.documents.forms.self_evaluation_form.write import (
    ASPECTS,
    ordered,
    problem_of,
    reason_of,
    situation_of,
)
from shanhe.documents.pieces import text_or_missing
from shanhe.records.evaluation import Evaluation, FundRow, IndicatorResult
from shanhe.records.narrative import Management
from shanhe.records.source import Record
from shanhe.store.models import Book, Entry, Submission


@dataclass(frozen=True, slots=True)
class Filled:
    """One cell of the form.

    Attributes:
        text: as the form prints it. is_gap: it is missing, or may not be claimed.
        origin: ``None`` where it is computed, or stands on no sheet yet.
    """

    text: str
    is_gap: bool = False
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a block of the form; ``key`` names what a new line of it would be about."""

    name: str
    cells: tuple[Filled, ...]
    group: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class EvaluationPage:
    """The self-evaluation.

    Attributes:
        problems: why it cannot be evaluated as it stands; then the blocks are empty.
        head_rows, money, management, overall, indicators: the blocks of the form, in its order.
        gaps: how many cells are gaps. errors, warnings: findings of the programme's data.
        waiting: submissions that were handed in and are not accepted yet.
        changed: lines entered since the newest edition; correcting: why a correction is under way.
        actions: names of what this person may do.
    """

    head: BookHead
    problems: tuple[str, ...]
    as_of: str
    head_rows: tuple[Row, ...]
    money: tuple[Row, ...]
    management: tuple[Row, ...]
    overall: tuple[Row, ...]
    indicators: tuple[Row, ...]
    gaps: int
    errors: int
    warnings: int
    waiting: int
    editions: tuple[Shown, ...]
    is_frozen: bool
    changed: int
    correcting: str
    actions: frozenset[str]


def evaluation_page(actor: Actor, book_key: int) -> EvaluationPage:
    """Return the self-evaluation as it stands.

    Raises:
        Refused: it is not theirs to read.
    """
    book = seen_book(actor, book_key)
    kept = lines(book)
    evaluation, problems = evaluation_of(book)
    blocks = _blocks(evaluation, Origins(book, kept)) if evaluation else ((),) * 5
    shown = tuple(editions(actor, book))
    is_frozen = bool(shown) and not shown[0].is_open
    return EvaluationPage(
        head_of(book),
        tuple(problem.text("zh") for problem in problems),
        evaluation.as_of.isoformat() if evaluation and evaluation.as_of else "",
        *blocks,
        sum(cell.is_gap for block in blocks for row in block for cell in row.cells),
        evaluation.count("error") if evaluation else 0,
        evaluation.count("warning") if evaluation else 0,
        Submission.objects.filter(book=book, state__in=("submitted", "passed")).count(),
        shown,
        is_frozen,
        0 if is_frozen or not shown else _changed(book, shown[0].number),
        "" if is_frozen else correction_reason(book),
        frozenset(action.name for action in Action if may(actor, action, scope_of(book))),
    )


def _changed(book: Book, number: int) -> int:
    revision = book.editions.get(number=number).revision
    changed = Entry.objects.filter(book=book, number__gt=revision, action__in=("put", "drop"))
    return changed.count()


_Block = tuple[Row, ...]


def _blocks(
    evaluation: Evaluation, origins: Origins
) -> tuple[_Block, _Block, _Block, _Block, _Block]:
    return (
        tuple(_head(evaluation, origins)),
        tuple(_money(row, origins) for row in evaluation.funds),
        tuple(_management(evaluation, origins)),
        tuple(_overall(evaluation, origins)),
        tuple(_indicator(evaluation, one, origins) for one in ordered(evaluation.indicators)),
    )


def _filled(content: Inline, origin: Origin | None) -> Filled:
    if isinstance(content, Missing):
        return Filled(content.text, is_gap=True, origin=origin)
    return Filled(content if isinstance(content, str) else content.text, origin=origin)


_HEAD = (
    ("转移支付（项目）名称", "name"),
    ("中央主管部门", "central_authority"),
    ("地方主管部门", "local_authority"),
    ("资金使用单位", "using_units"),
)


LABELS = (*(label for label, _ in _HEAD), "总体目标", "全年实际完成情况", "说明")
"""Labels of the form that are no names of columns."""


def _head(evaluation: Evaluation, origins: Origins) -> Iterator[Row]:
    programme = evaluation.dossier.programme
    for label, key in _HEAD:
        content = text_or_missing(getattr(programme, key), label)
        yield Row(label, (_filled(content, origins.of(programme, key)),))


def _money(row: FundRow, origins: Origins) -> Row:
    fund = row.fund
    cells = []
    for key in ("budget", "executed"):
        amount = getattr(fund, key)
        missing = Missing("（未填报）") if fund.origin != "其他" else ""
        content = missing if amount is None else f"{amount:f}"
        cells.append(_filled(content, origins.of(fund, key)))
    rate = str(row.rate) if row.rate else "—"
    return Row(fund.origin, (*cells, Filled(rate)))


def _management(evaluation: Evaluation, origins: Origins) -> Iterator[Row]:
    known: dict[str, Management] = {one.aspect: one for one in evaluation.dossier.management}
    for aspect in ASPECTS:
        one = known.get(aspect)
        key = "form_situation" if one and one.form_situation else "situation"
        said = _filled(situation_of(one), origins.of(one, key))
        problem = _filled(problem_of(evaluation, aspect, one), origins.of(one, "problem"))
        yield Row(aspect, (said, problem), key=aspect)


def _overall(evaluation: Evaluation, origins: Origins) -> Iterator[Row]:
    overview = evaluation.dossier.overview
    for label, key in (("总体目标", "goal"), ("全年实际完成情况", "result")):
        text = getattr(overview, key) if overview else ""
        content = text_or_missing(text, label)
        yield Row(label, (_filled(content, origins.of(overview, key)),))
    remarks = (overview.remarks if overview else "") or "无"
    yield Row("说明", (_filled(remarks, origins.of(overview, "remarks")),))


def _indicator(evaluation: Evaluation, result: IndicatorResult, origins: Origins) -> Row:
    actual = result.actual
    stated = text_or_missing(actual_text(actual), "完成值")
    percent = str(result.percent) if result.percent else "—"
    return Row(
        result.name,
        (
            _filled(target_text(result.target), origins.of(result.target, "amount")),
            _filled(stated, origins.of(actual, "amount")),
            Filled(percent),
            _filled(reason_of(evaluation, result), origins.of(_told(evaluation, result), "reason")),
        ),
        f"{result.level1} › {result.level2}",
        result.standard,
    )


def _told(evaluation: Evaluation, result: IndicatorResult) -> Record | None:
    """Return the explanation that the form prints for an indicator."""
    told = evaluation.dossier.explanations
    own = (one for one in told if one.in_form and result.indicator in one.indicator_ids)
    return next(own, None)
