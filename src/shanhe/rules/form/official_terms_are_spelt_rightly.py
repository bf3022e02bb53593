"""机构、指标和公文用语书写规范.

Frequent slips of the pen, as the glossary lists them, and terms with one letter that looks or sounds alike, looked for in every text: in all records of a
programme's own data, and in paragraphs, cells and headings of a paper, whose records only repeat
them. Each slip is told once with how often it stands there.
"""

from collections.abc import Iterator
from dataclasses import fields

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.lookalikes import lookalikes, occurring
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand, Record
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both, listed


@rule(
    id="FORM-706",
    severity=NOTE,
    basis=["practice#R-09", "practice#E-36"],
    zh="{count} 种用语书写有误：{slips}",
    en="{count} terms are misspelt: {slips}",
)
def official_terms_are_spelt_rightly(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every slip and where it stands."""
    terms = tuple(term.zh for term in catalogue.terms)
    slips = {wrong: term.zh for term in catalogue.terms for wrong in term.misspelt}
    slips = {**lookalikes(terms), **slips}
    found: dict[str, list[Operand]] = {}
    texts = list(_texts(dossier))
    whole = "\n".join(text for text, _, _ in texts)
    made = _longest(occurring(tuple(slips), whole))
    for text, record, key in texts:
        for wrong in made:
            if wrong in text:
                found.setdefault(wrong, []).append(record.operand(key))
    if found:
        shown = [
            Both(f"“{wrong}”应为“{slips[wrong]}”（{len(at)} 处）", f"{wrong} for {slips[wrong]}")
            for wrong, at in found.items()
        ]
        operands = tuple(operand for at in found.values() for operand in at)
        yield Hit(operands, {"count": len(found), "slips": listed(shown)})


def _longest(found: list[str]) -> list[str]:
    """Return the slips that are no part of a longer one: 国库集中支附 tells 支附 as well."""
    return [one for one in found if not any(one != other and one in other for other in found)]


def _texts(dossier: Dossier) -> Iterator[tuple[str, Record, str]]:
    """Yield every text with its record and field; names as printed, where they were resolved."""
    if dossier.paper and dossier.texts:
        yield from _of_paper(dossier)
        return
    for record in _records(dossier):
        for one in fields(record):
            value = getattr(record, one.name)
            if isinstance(value, str) and value:
                printed = record.source.cells.get(one.name)
                yield (printed.text if printed else value), record, one.name


def _of_paper(dossier: Dossier) -> Iterator[tuple[str, Record, str]]:
    """Yield each paragraph and cell once, and headings that are none of them."""
    places = set()
    for line in dossier.texts:
        at = line.source.cell("text")
        places.add((at.part, at.paragraph, at.line))
        yield line.text, line, "text"
    for heading in dossier.headings:
        at = heading.source.cell("title")
        if (at.part, at.paragraph, at.line) not in places:
            yield heading.title, heading, "title"


def _records(dossier: Dossier) -> Iterator[Record]:
    for one in fields(dossier):
        value = getattr(dossier, one.name)
        if isinstance(value, Record):
            yield value
        elif isinstance(value, tuple):
            yield from value
