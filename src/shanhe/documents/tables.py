"""All tables of a document → records, each read by the form it surely is."""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from shanhe.documents.captions_below import with_captions_above
from shanhe.documents.forms.change_table import read as change_table
from shanhe.documents.forms.goal_table import read as goal_table
from shanhe.documents.forms.investment_table import read as investment_table
from shanhe.documents.forms.money_table import read as money_table
from shanhe.documents.forms.self_evaluation_form import read as self_evaluation_form
from shanhe.documents.forms.split_table import read as split_table
from shanhe.documents.forms.step_table import read as step_table
from shanhe.documents.found import Found
from shanhe.documents.grid import parts
from shanhe.documents.naming import PaperNames
from shanhe.documents.repeated_tables import tell_once
from shanhe.documents.script import Passage, Script, ScriptTable, Spot
from shanhe.documents.table_context import caption_of
from shanhe.records.paper import CaptionLine
from shanhe.records.source import RowSource
from shanhe.records.targets import Target
from shanhe.values.period import Period

MOST_LINES = 12
"""Lines above a table that may speak of it."""
_OPENING_LINES = 6


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of table that can be read."""

    name: str
    recognises: Callable[[ScriptTable, Sequence[str]], int]
    read: Callable[[ScriptTable, Sequence[str], PaperNames, Script], Found]


FORMS = (
    Form("self_evaluation_form", self_evaluation_form.recognises, self_evaluation_form.read),
    Form("change_table", change_table.recognises, change_table.read),
    Form("goal_table", goal_table.recognises, goal_table.read),
    Form("split_table", split_table.recognises, split_table.read),
    Form("money_table", money_table.recognises, money_table.read),
    Form("investment_table", investment_table.recognises, investment_table.read),
    Form("step_table", step_table.recognises, step_table.read),
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A table, or a form within one, with the lines above it.

    Attributes:
        passages: the paragraphs among those lines, of the first form in a table.
        titles: lines that were glued into the table before it.
    """

    table: ScriptTable
    above: tuple[str, ...]
    passages: tuple[Passage, ...]
    titles: tuple[str, ...] = ()


def read_tables(script: Script, names: PaperNames) -> Found:
    """Return what the tables say; a table that nobody knows leaves its numbers not understood.

    Targets that a change table or form quotes are left out where a goal table of the same version
    and period was read, those of a form also where a change table has the indicator: the quotation
    itself stands in adjustments and actuals. Of several tables of actuals the first that quotes a
    target has it; what the others quote is held against it. Two tables that tell the same targets are
    told apart by ``tell_once``.
    """
    found = Found()
    read: list[tuple[str, Found]] = []
    for placed in placed_tables(script):
        caption = _caption(script, placed)
        if caption is not None:
            found.add("captions", caption)
        form = surest(placed.table, placed.above)
        if form is not None:
            read.append((form.name, form.read(placed.table, placed.above, names, script)))
    _leave_out_quoted(read)
    found.take(one for _, one in read)
    tell_once(found)
    return found


def placed_tables(script: Script) -> Iterator[Placed]:
    """Yield every table with the lines above it, in reading order.

    The first lines of the document come first among them: they name the year. A table right after
    another has the same lines above it.
    """
    first = list(takewhile(lambda item: isinstance(item, Passage), script.items[:_OPENING_LINES]))
    opening = [item.text for item in first if isinstance(item, Passage)]
    passages: list[Passage] = []
    lines: list[str] = []
    for item in with_captions_above(script):
        if isinstance(item, Passage):
            passages.append(item)
            continue
        near = tuple(passages[-MOST_LINES:])
        lines = [passage.text for passage in near] or lines
        for place, part in enumerate(parts(item)):
            above = (*opening, *lines, *part.titles)
            yield Placed(part.table, above, () if place else near, part.titles)
        passages = []


def surest(table: ScriptTable, above: Sequence[str]) -> Form | None:
    """Return the form that a table most surely is, ``None`` where it is none."""
    scored = [(form.recognises(table, above), -place) for place, form in enumerate(FORMS)]
    score, place = max(scored)
    return FORMS[-place] if score else None


def _caption(script: Script, placed: Placed) -> CaptionLine | None:
    lines = [passage.text for passage in placed.passages]
    known = caption_of(lines)
    first = placed.table.cells[0].spot
    if known is not None:
        passage = placed.passages[known.line]
        spot, text = passage.spot, passage.text
    else:
        known = caption_of(placed.titles)
        spot, text = Spot(first.part, table=first.table, row=first.row, line=first.line), ""
    if known is None:
        return None
    place = script.source(spot, text or known.title)
    source = RowSource(script.file, spot.part, spot.row, at={"title": place, "number": place})
    return CaptionLine(
        source=source, kind="表", number=known.number, title=known.title, table=first.table
    )


def _leave_out_quoted(read: Sequence[tuple[str, Found]]) -> None:
    for name, better in (("goal_table", ()), ("change_table", ("goal_table",))):
        own = {
            _key(one, "" if not better else one.indicator)
            for source, found in read
            if source == name
            for one in _targets(found)
        }
        for source, found in read:
            if source not in {name, *better}:
                _leave_out(found, own, by_indicator=bool(better))
    _leave_out_repeated([found for source, found in read if source == "self_evaluation_form"])


def _leave_out_repeated(forms: Sequence[Found]) -> None:
    """Keep a target of the first table that quotes it: a table of the text and the form quote alike.

    One that prints no signs, as a table of numbers does, comes last.
    """
    own: set[tuple[str, Period, str]] = set()
    for found in sorted(forms, key=lambda one: not any(row.sign for row in _targets(one))):
        _leave_out(found, own, by_indicator=True)
        own |= {_key(one, one.indicator) for one in _targets(found)}


def _leave_out(found: Found, own: Set[tuple[str, Period, str]], *, by_indicator: bool) -> None:
    if "targets" in found.records:
        kept = [
            one
            for one in _targets(found)
            if _key(one, one.indicator if by_indicator else "") not in own
        ]
        found.records["targets"] = list(kept)


def _key(one: Target, indicator: str) -> tuple[str, Period, str]:
    return one.version, one.period, indicator


def _targets(found: Found) -> list[Target]:
    return [one for one in found.records.get("targets", ()) if isinstance(one, Target)]
