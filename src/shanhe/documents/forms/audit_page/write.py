"""Audited documents → one HTML file: each document's text, and its findings beside it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from shanhe import __version__
from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.audited import Audited, Fate, LedgerLine, State
from shanhe.documents.forms.audit_page.cards import Card, card_of
from shanhe.documents.forms.audit_page.segments import At, Marked, marked
from shanhe.documents.forms.audit_page.words import WORDS
from shanhe.documents.script import Passage, ScriptCell, ScriptTable, Spot

_LEVELS = ("error", "warning", "note")
_MOST_PLACES = 20_000
"""Grid places of a table that are shown."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``marked`` is ``None`` for a gap in the grid."""

    rows: int
    columns: int
    marked: Marked | None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (``marked``) or a table (``table``), with its part where that begins."""

    part: str
    level: int = 0
    marked: Marked | None = None
    table: tuple[tuple[Cell, ...], ...] = ()
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document on the page."""

    id: str
    document: Audited
    cards: tuple[Card, ...]
    blocks: tuple[Block, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Beside:
    """The pieces of one document, for another page that lays them out.

    Attributes:
        cards: its findings, the gravest first. paper: its text as HTML, everything escaped, without
            styles or scripts; places of findings have the ids that the cards link to.
    """

    cards: tuple[Card, ...]
    paper: str


@cache
def _template(name: str = "page.html.j2") -> Template:
    own = Environment(
        loader=PackageLoader("shanhe.documents.forms.audit_page", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return own.get_template(name)


def page(
    documents: Sequence[Audited],
    catalogue: Catalogue,
    relations: Mapping[str, tuple[str, str]],
    rules: str,
    lang: str,
) -> str:
    """Return the page.

    Args:
        documents: with their findings, in the order of the page.
        catalogue: for the words of each basis, and its fingerprint.
        relations: key of a relation to its words (zh, en), for the figures that were checked.
        rules: fingerprint of the rulebook.
        lang: ``zh`` or ``en``.
    """
    words = WORDS[lang]
    return _template().render(
        lang="zh-CN" if lang == "zh" else "en",
        short=lang,
        words=words,
        sheets=[_sheet(one, f"d{n}", catalogue, lang) for n, one in enumerate(documents, 1)],
        levels=_LEVELS,
        fates=[fate.value for fate in Fate],
        unreadable=State.UNREADABLE,
        no_figures=State.NO_FIGURES,
        told_of=_told_of(relations, lang),
        made=lambda one: words["made"].format(
            digest=one.sha256[:12],
            rules=rules,
            catalogue=catalogue.fingerprint,
            version=__version__,
        ),
    )


def beside(
    document: Audited,
    catalogue: Catalogue,
    relations: Mapping[str, tuple[str, str]],
    lang: str,
) -> Beside:
    """Return the findings of one document, and its text with their places; arguments as ``page``."""
    sheet = _sheet(document, "d1", catalogue, lang)
    told_of = _told_of(relations, lang)
    drawn = _template("paper.html.j2").render(sheet=sheet, words=WORDS[lang], told_of=told_of)
    return Beside(sheet.cards, drawn)


def _told_of(relations: Mapping[str, tuple[str, str]], lang: str) -> Callable[[LedgerLine], str]:
    words = WORDS[lang]
    place = 0 if lang == "zh" else 1
    known = {key: pair[place] for key, pair in relations.items()}

    def told_of(line: LedgerLine) -> str:
        """What is shown where a pointer rests on a figure."""
        kinds = words["and"].join(known.get(kind, kind) for kind in line.relations)
        more = kinds or line.reason
        says = words[line.fate.value]
        return f"{says}{words['colon']}{more}" if more else says

    return told_of


def _sheet(document: Audited, own: str, catalogue: Catalogue, lang: str) -> Sheet:
    ordered = sorted(
        document.told, key=lambda told: (_LEVELS.index(told.finding.severity), told.finding.rule)
    )
    cards: list[Card] = []
    places: dict[Spot, list[At]] = {}
    for number, told in enumerate(ordered, 1):
        card, at = card_of(told, own, number, catalogue.law, lang)
        cards.append(card)
        for spot, found in at.items():
            places.setdefault(spot, []).extend(found)
    counts = {level: document.count(level) for level in _LEVELS}
    return Sheet(own, document, tuple(cards), tuple(_blocks(document, places)), counts)


def _blocks(document: Audited, places: Mapping[Spot, list[At]]) -> Iterator[Block]:
    if document.script is None:
        return
    lines: dict[Spot, list[LedgerLine]] = {}
    for line in document.ledger:
        if line.span is not None:
            lines.setdefault(line.span.spot, []).append(line)

    def text_of(item: Passage | ScriptCell) -> Marked:
        return marked(item.text, lines.get(item.spot, []), places.get(item.spot, []))

    before = "正文"
    for item in document.script.items:
        part = item.spot.part if isinstance(item, Passage) else _part(item, before)
        label = part if part != before else ""
        before = part
        if isinstance(item, Passage):
            yield Block(label, item.level, text_of(item))
            continue
        shown = max(1, _MOST_PLACES // max(item.width, 1))
        rows = [
            tuple(
                Cell(1, 1, None)
                if cell is None
                else Cell(min(cell.rows, shown - y), cell.columns, text_of(cell))
                for x, cell in enumerate(row)
                if cell is None or (cell.spot.row, cell.spot.column) == (y + 1, x + 1)
            )
            for y, row in enumerate(item.grid()[:shown])
        ]
        yield Block(label, table=tuple(rows), is_cut=item.height > shown)


def _part(table: ScriptTable, otherwise: str) -> str:
    return table.cells[0].spot.part if table.cells else otherwise
