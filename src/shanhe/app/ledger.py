"""The coverage ledger: what became of every performance figure of a document."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.audited import Fate, LedgerLine
from shanhe.documents.found import Span
from shanhe.documents.places import Places
from shanhe.documents.script import Spot
from shanhe.measures.relations import relations
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Finding
from shanhe.records.paper import NumberState, PrintedNumber
from shanhe.records.source import Operand
from shanhe.values.numerals import read_number
from shanhe.values.outcome import Outcome
from shanhe.values.regex import regex

FOUND = "finding"
"""Relation of a number that is part of a finding which fails."""
_NUMBER = regex(r"\d[\d,，]*(?:[.．]\d+)?")
_Held = dict[Spot, list[tuple[Span, Operand, str]]]


def ledger(
    dossier: Dossier, catalogue: Catalogue, findings: Sequence[Finding], places: Places
) -> tuple[LedgerLine, ...]:
    """Return every performance figure with what became of it, in the dossier's order.

    A number is *checked* where its characters are those of an operand of a relation
    (``measures.relations``) or of a finding that fails; understood and not checked, it is *alone*.
    An operand that stands for a whole sentence or cell counts only for the number that has its
    value. Headings' numbers, days and document numbers are no performance figures.
    """
    held = _held(dossier, catalogue, findings, places)
    counted = (NumberState.UNDERSTOOD, NumberState.NOT_UNDERSTOOD)
    return tuple(_line(one, held, places) for one in dossier.numbers if one.state in counted)


def _held(
    dossier: Dossier, catalogue: Catalogue, findings: Sequence[Finding], places: Places
) -> _Held:
    held: _Held = {}
    spans: dict[object, Span | None] = {}
    for kind, operand in _operands(dossier, catalogue, findings):
        if operand.where not in spans:
            spans[operand.where] = places.span(operand.where)
        span = spans[operand.where]
        if span is not None:
            held.setdefault(span.spot, []).append((span, operand, kind))
    return held


def _operands(
    dossier: Dossier, catalogue: Catalogue, findings: Sequence[Finding]
) -> Iterator[tuple[str, Operand]]:
    for relation in relations(dossier, catalogue):
        for operand in relation.operands:
            yield relation.kind, operand
    for finding in findings:
        if finding.outcome is Outcome.FAILS:
            for operand in finding.operands:
                if isinstance(operand.value, Decimal):
                    yield FOUND, operand


def _line(number: PrintedNumber, held: _Held, places: Places) -> LedgerLine:
    span = places.span(number.source.cell("text"))
    if number.state is NumberState.NOT_UNDERSTOOD:
        return LedgerLine(number.text, Fate.NOT_UNDERSTOOD, span, (), number.reason)
    near = held.get(span.spot, []) if span is not None else []
    kinds = [kind for at, operand, kind in near if span and _is(number, span, at, operand)]
    fate = Fate.CHECKED if kinds else Fate.ALONE
    return LedgerLine(number.text, fate, span, tuple(dict.fromkeys(kinds)))


def _is(number: PrintedNumber, span: Span, at: Span, operand: Operand) -> bool:
    """Return whether a number is the one that an operand means."""
    if span.end <= at.start or at.end <= span.start:
        return False
    if len(_NUMBER.findall(operand.where.text)) < 2:
        return True
    value = read_number(number.text)
    return (
        value is not None
        and isinstance(operand.value, Decimal)
        and abs(operand.value) == abs(value)
    )
