"""Every number that the document prints, and whether anybody knows what it means."""

import re
from collections.abc import Iterable, Iterator

from shanhe.documents.found import Span
from shanhe.documents.prose.folding import fold
from shanhe.documents.prose.lexer import lex
from shanhe.documents.script import Passage, Script, Spot
from shanhe.records.paper import NumberState, PrintedNumber, TextLine
from shanhe.records.source import RowSource
from shanhe.values.regex import regex

_NUMBER = regex(r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?")
_DIGIT = regex(r"\d")
_MARKED = regex(r"20\d\d|号|月|年|表|[A-Za-z]/[A-Za-z]|[(《]\d")
_FORMULA = regex(r"[A-Za-z] ?[/÷] ?[A-Za-z] ?(?:[×*xX] ?100 ?%)|[×*] ?100 ?%|[A-Za-z]\d+|PM ?2\.5")
_ORDER = (NumberState.REFERENCE, NumberState.DAY, NumberState.NUMBERING, NumberState.UNDERSTOOD)
_Held = dict[Spot, list[Span]]


def texts_of(script: Script) -> Iterator[tuple[str, Spot]]:
    """Yield every paragraph and every cell with its spot."""
    for item in script.items:
        if isinstance(item, Passage):
            yield item.text, item.spot
        else:
            yield from ((cell.text, cell.spot) for cell in item.cells)


def text_lines(script: Script, sections: dict[Spot, str]) -> tuple[TextLine, ...]:
    """Return every paragraph and cell that is not blank, as it stands."""
    return tuple(
        TextLine(
            source=_place(script, text, spot, (0, len(text))),
            text=text,
            section=sections.get(spot, ""),
        )
        for text, spot in texts_of(script)
        if text.strip()
    )


def printed_numbers(script: Script, spans: Iterable[Span]) -> tuple[PrintedNumber, ...]:
    """Return the ledger, in reading order.

    Args:
        script: the document.
        spans: characters whose numbers somebody understood, or knows to be numbering, a day or
            part of a reference.

    Example:
        In ``2025年下达10000万元，共计3批`` 2025 is a day, 10000 understood, 3 not understood.
    """
    held: _Held = {}
    for span in spans:
        held.setdefault(span.spot, []).append(span)
    found: list[PrintedNumber] = []
    for text, spot in texts_of(script):
        found += _of_text(script, text, spot, held)
    return tuple(found)


def _of_text(script: Script, text: str, spot: Spot, held: _Held) -> Iterator[PrintedNumber]:
    if _DIGIT.search(text) is None:
        return
    folded = fold(text)
    near = held.get(spot, [])
    if spot.table and _MARKED.search(folded):
        near = [*near, *_marks(text, spot)]
    near = [
        *near,
        *(Span(spot, *m.span(), NumberState.NUMBERING) for m in _FORMULA.finditer(folded)),
    ]
    for match in _NUMBER.finditer(folded):
        state = _state(match.start(), near)
        yield PrintedNumber(
            source=_place(script, text, spot, match.span(), "text"),
            text=text[match.start() : match.end()],
            state=state,
            reason="" if state is not NumberState.NOT_UNDERSTOOD else _reason(text, match),
        )


def _marks(text: str, spot: Spot) -> Iterator[Span]:
    lexed = lex(text)
    for one in lexed.citations:
        yield Span(spot, one.start, one.end, NumberState.REFERENCE)
    for day in lexed.days:
        yield Span(spot, day.start, day.end, NumberState.DAY)
    for start, end in lexed.labels:
        yield Span(spot, start, end, NumberState.NUMBERING)


def _state(start: int, near: list[Span]) -> NumberState:
    kinds = {span.kind for span in near if span.start <= start < span.end}
    return next((state for state in _ORDER if state in kinds), NumberState.NOT_UNDERSTOOD)


def _reason(text: str, match: re.Match[str]) -> str:
    """Return why, in words of the field."""
    figure = next((one for one in lex(text).figures if one.start <= match.start() < one.end), None)
    if figure is not None and figure.vague:
        return "约数，不能作为确定的数值"
    if figure is not None and figure.unit is None:
        return "没有可识别的计量单位" if not figure.unit_text else "计量单位不在单位表中"
    return "没有读懂这句话中该数字的含义"


def _place(
    script: Script, text: str, spot: Spot, span: tuple[int, int], key: str = "text"
) -> RowSource:
    column = str(spot.column) if spot.table else ""
    place = script.source(spot, text[span[0] : span[1]], span[0], column)
    return RowSource(script.file, spot.part, spot.row, at={key: place})
