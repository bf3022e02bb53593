"""同一章内的二级标题编号连续，不缺号、不重号.

Sections are numbered （一）（二）（三） … and begin anew in each chapter. One finding a chapter.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.numbering import faults, sections
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.numbered import places, shown, told
from shanhe.rules.words import Both


@rule(
    id="STRUCT-802",
    severity=ERROR,
    basis=["practice#R-01", "practice#E-33"],
    zh="{chapter}的二级标题编号不连续：{places}",
    en="sections of {chapter} are not numbered in a row: {places}",
    only=Only.PAPER,
)
def sections_run_on(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each chapter with a section whose number does not follow."""
    del catalogue
    for chapter, own in sections(dossier.headings, 2):
        found = list(faults([heading.order for heading in own]))
        if found and len(own) > 1:
            name = Both("正文", "the text")
            if chapter is not None:
                name = Both(f"“{shown(chapter)}”", shown(chapter))
            words = {"chapter": name, "places": told(own, found), "count": len(found)}
            yield Hit(places(own, found), words)
