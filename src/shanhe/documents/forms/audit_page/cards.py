"""A finding as the page shows it: its words, operands, places and what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from shanhe.catalogue.law import Law
from shanhe.documents.audited import Told
from shanhe.documents.forms.audit_page.segments import At
from shanhe.documents.forms.audit_page.words import WORDS
from shanhe.documents.script import Spot
from shanhe.records.answer import Standing
from shanhe.records.source import Operand
from shanhe.values.quantity import Quantity
from shanhe.values.unit import find_unit


@dataclass(frozen=True, slots=True)
class Row:
    """An operand: a link to its place, what is printed there, what that stands for."""

    link: str
    place: str
    printed: str
    stands_for: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A finding.

    Attributes:
        id: of its anchor; those of its places begin with it and an ``o``.
        link: first place, or the card itself where none can be told.
        basis: kind, citation and what it says.
    """

    id: str
    number: int
    level: str
    rule: str
    key: str
    is_open: bool
    message: str
    cause: str
    recomputed: str
    link: str
    rows: tuple[Row, ...]
    basis: tuple[tuple[str, str, str], ...]
    answer: str
    standing: str


def card_of(
    told: Told, section: str, number: int, law: Law, lang: str
) -> tuple[Card, dict[Spot, list[At]]]:
    """Return a finding's card, and its places by paragraph or cell."""
    finding, words = told.finding, WORDS[lang]
    own = f"{section}f{number}"
    level = finding.severity.value
    ids: dict[object, At] = {}
    rows = []
    for operand, span in zip(finding.operands, told.spans, strict=True):
        if span is not None and span not in ids:
            anchor = f"{own}o{len(ids) + 1}"
            ids[span] = At(anchor, own, number, level, span.start, span.end)
        link = f"#{ids[span].id}" if span is not None else ""
        rows.append(_row(operand, link, words, lang))
    places: dict[Spot, list[At]] = {}
    for span in dict.fromkeys(span for span in told.spans if span is not None):
        places.setdefault(span.spot, []).append(ids[span])
    card = Card(
        own,
        number,
        level,
        finding.rule,
        told.key,
        finding.outcome.value == "cannot_be_judged",
        finding.message(lang),
        finding.causes.get(lang, ""),
        finding.recomputed,
        next((f"#{at.id}" for at in ids.values()), f"#{own}"),
        tuple(rows),
        tuple(_basis(basis, law, words, lang) for basis in finding.basis),
        _answer(told, words),
        told.standing.value,
    )
    return card, places


def _row(operand: Operand, link: str, words: Mapping[str, str], lang: str) -> Row:
    place = operand.where._replace(file="").place(lang)
    is_number = isinstance(operand.value, Decimal)
    unit = operand.unit if is_number and operand.unit not in operand.text else ""
    printed = f"{operand.text or '—'}{unit}"
    return Row(link, place, printed, _stands_for(operand, words["exact"]), is_number)


def _stands_for(operand: Operand, exact: str) -> str:
    """Return the interval of a printed number; counts and money stand for themselves."""
    unit = find_unit(operand.unit)
    if not isinstance(operand.value, Decimal) or unit is None:
        return ""
    held = Quantity(operand.value, unit, exact=unit.measures("money")).interval
    if held.low == held.high:
        return exact
    low, high = ("(" if held.low_open else "["), (")" if held.high_open else "]")
    return f"{low}{_decimal(held.low)}, {_decimal(held.high)}{high}"


def _decimal(value: Fraction) -> str:
    return f"{Decimal(value.numerator) / Decimal(value.denominator):f}"


def _basis(basis: str, law: Law, words: Mapping[str, str], lang: str) -> tuple[str, str, str]:
    cited = law.cite(basis, lang)
    says = f"{cited.says} · {cited.confidence_words}" if cited.is_law else cited.says
    return words["is_law" if cited.is_law else "practice"], cited.text, says.strip(" ·")


def _answer(told: Told, words: Mapping[str, str]) -> str:
    answer = told.answer
    if answer is None or told.standing is Standing.OPEN:
        return ""
    said = {"reply": answer.reply.value, "who": answer.who, "on": answer.on.isoformat()}
    given = words["answered"].format(reason=answer.reason, **said)
    return f"{words[told.standing.value]} · {given}"
