"""The indicator rows of a self-evaluation form → actuals, quoted targets, reasons, scores."""

from dataclasses import dataclass

from shanhe.documents.cell_notes import note_of
from shanhe.documents.cell_values import CellValue, read_cell, sign_of
from shanhe.documents.forms.self_evaluation_form.columns import quoted_head
from shanhe.documents.forms.self_evaluation_form.reasons import reason_and_measure, told_in_note
from shanhe.documents.found import Found
from shanhe.documents.grid import Bit
from shanhe.documents.heads import Block, Head
from shanhe.documents.indicator_rows import (
    Ids,
    IndicatorRow,
    Places,
    labelled,
    named_places,
    understood,
)
from shanhe.documents.script import Script
from shanhe.documents.table_context import period_in
from shanhe.records.narrative import Explanation
from shanhe.records.paper import PrintedFact
from shanhe.records.progress import Actual
from shanhe.records.targets import Target
from shanhe.values.period import PART_OF_TERM, Period
from shanhe.values.quantity import Sign
from shanhe.values.unit import Unit, unit

IN_FORM, IN_REPORT = "自评表", "报告正文"
VERSION = "下达"


@dataclass(frozen=True, slots=True)
class Rows:
    """What reading the rows of one block needs; ``in_form``: not a table of the report's own text."""

    block: Block
    period: Period
    caption: Unit | None
    in_form: bool
    ids: Ids
    script: Script
    found: Found
    of_years: bool = False

    @property
    def quoted_head(self) -> Head | None:
        """The column of the target that the results are of."""
        return quoted_head(self.block, of_years=self.of_years)


def read_row(rows: Rows, row: IndicatorRow) -> None:
    """Add what one row says."""
    labelled(rows.found, row)
    block = rows.block
    quoted_head = rows.quoted_head
    quoted = row.value(quoted_head, block, rows.caption) or CellValue()
    actual_head = block.of("actual")
    base = named_places(rows.script, row, block)
    indicator = rows.ids.of(row, base.source())
    sign = quoted.sign or sign_of(row.text(block.of("sign")))
    if quoted_head is not None:
        understood(rows.found, row.cells.get(quoted_head), quoted)
        if not (quoted.is_absent and quoted.words):
            rows.found.add("targets", _target(rows, row, indicator, quoted_head, quoted, sign))
    if rows.of_years:
        _add_yearly(rows, row, indicator)
    if actual_head is not None:
        rows.found.add("actuals", _actual(rows, row, indicator, quoted_head, quoted, sign))
    _add_reason(rows, row, indicator)
    for role in ("weight", "score"):
        _add_points(rows, row, indicator, role)


def _actual(  # noqa: PLR0913, PLR0917 - the parts of one row
    rows: Rows,
    row: IndicatorRow,
    indicator: str,
    quoted_head: Head | None,
    quoted: CellValue,
    quoted_sign: Sign,
) -> Actual:
    head = rows.block.of("actual")
    rate_head = rows.block.of("rate")
    bit = row.cells.get(head) if head else None
    said = _said(rows, row, head, quoted)
    rate_bit = row.cells.get(rate_head) if rate_head else None
    rate = read_cell(row.text(rate_head), unit("%"))
    places = named_places(rows.script, row, rows.block)
    places.value("", bit, head.text if head else "", said)
    places.note("statement", bit, head.text if head else "")
    if quoted_head is not None:
        places.value("quoted_", row.cells.get(quoted_head), quoted_head.text, quoted)
    if rate_head is not None and rate.amount is not None:
        places.note("completion", rate_bit, rate_head.text, rate.start, rate.end)
        understood(rows.found, rate_bit, rate)
    understood(rows.found, bit, said)
    return Actual(
        source=places.source(),
        indicator=indicator,
        period=rows.period,
        place=IN_FORM if rows.in_form else IN_REPORT,
        quoted_sign=quoted_sign,
        quoted_amount=quoted.amount,
        quoted_words=quoted.words,
        quoted_unit=quoted.unit if quoted.amount is not None else None,
        sign=said.sign,
        amount=said.amount,
        words=said.words,
        unit=said.unit if said.amount is not None else None,
        completion=rate.amount,
    )


def _said(rows: Rows, row: IndicatorRow, head: Head | None, quoted: CellValue) -> CellValue:
    """Return the actual; one printed bare has the unit of a target whose unit stands elsewhere."""
    said = row.value(head, rows.block, rows.caption) or CellValue()
    bare = said.amount is not None and said.unit is None and not quoted.own_unit
    return read_cell(row.cells[head].cell.text, quoted.unit) if bare and head else said


def _target(  # noqa: PLR0913, PLR0917 - the parts of one row
    rows: Rows, row: IndicatorRow, indicator: str, head: Head, value: CellValue, sign: Sign
) -> Target:
    places = named_places(rows.script, row, rows.block)
    places.value("", row.cells.get(head), head.text, value)
    return Target(
        source=places.source(),
        version=VERSION,
        period=rows.period,
        indicator=indicator,
        name=row.name,
        level1=row.level1.word if row.level1 else "",
        level2=row.level2.word if row.level2 else "",
        sign=sign,
        amount=value.amount,
        words=value.words,
        unit=value.unit if value.amount is not None else None,
    )


def _add_yearly(rows: Rows, row: IndicatorRow, indicator: str) -> None:
    """Add what single years were to reach, beside the target of all: it may be told in a sentence too."""
    for head in rows.block.all_of("target", "value"):
        period = period_in(head.text)
        value = row.value(head, rows.block, rows.caption)
        if period is None or period.is_term or head is rows.quoted_head or value is None:
            continue
        if value.amount is None:
            continue
        places = named_places(rows.script, row, rows.block)
        places.value("", row.cells.get(head), head.text, value)
        understood(rows.found, row.cells.get(head), value)
        fact = PrintedFact(
            source=places.source(),
            concept=indicator,
            aspect="target",
            period=period,
            version=PART_OF_TERM,
            sign=value.sign,
            amount=value.amount,
            unit=value.unit,
            in_form=rows.in_form,
        )
        rows.found.add("facts", fact)


def _add_reason(rows: Rows, row: IndicatorRow, indicator: str) -> None:
    told, (reason, measure) = _reason(rows.block, row)
    if not (reason + measure).strip(" 无/—-。"):
        return
    places = named_places(rows.script, row, rows.block)
    for key, head in zip(("reason", "measure"), [*told, *told], strict=False):
        places.note(key, row.cells.get(head), head.text)
    explanation = Explanation(
        source=places.source(),
        kind="指标偏差",
        indicators=indicator,
        reason=reason,
        measure=measure,
        in_form=rows.in_form,
    )
    rows.found.add("explanations", explanation)


def _reason(block: Block, row: IndicatorRow) -> tuple[list[Head], tuple[str, str]]:
    """Return reason and measure with their columns; without one, what the note of the actual tells."""
    reason, measure, actual = block.of("reason"), block.of("measure"), block.of("actual")
    if reason and measure:
        first, second = (" ".join(row.text(head).split()) for head in (reason, measure))
        return [reason, measure], (first, second)
    if reason:
        return [reason], reason_and_measure(row.text(reason))
    text = row.text(actual)
    return [actual] if actual else [], told_in_note(text[slice(*note_of(text))])


def _add_points(rows: Rows, row: IndicatorRow, indicator: str, role: str) -> None:
    head = rows.block.of(role)
    if head is None:
        return
    points = Points(rows.script, rows.found, rows.period, rows.in_form)
    points.add(indicator, role, row.cells.get(head), head.text)


@dataclass(frozen=True, slots=True)
class Points:
    """Adds weights and scores as printed facts."""

    script: Script
    found: Found
    period: Period
    in_form: bool

    def add(self, concept: str, aspect: str, bit: Bit | None, column: str) -> None:
        """Add a weight or score, where the cell holds a number."""
        value = read_cell(bit.cell.text, unit("")) if bit else CellValue()
        if bit is None or value.amount is None or not bit.fresh:
            return
        places = Places(self.script)
        places.value("", bit, column, value)
        understood(self.found, bit, value)
        fact = PrintedFact(
            source=places.source(),
            concept=concept,
            aspect=aspect,
            period=self.period,
            amount=value.amount,
            unit=value.unit,
            in_form=self.in_form,
        )
        self.found.add("facts", fact)
