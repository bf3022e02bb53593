"""一级标题编号连续，不缺号、不重号.

Chapters are numbered 一、二、三 … through the paper. A second report in the same file begins anew with
一 and is a row of its own. One finding lists every place at which the numbers do not run on.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.numbering import faults
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.numbered import places, told


@rule(
    id="STRUCT-801",
    severity=ERROR,
    basis=["practice#R-01", "practice#E-33"],
    zh="一级标题编号不连续：{places}",
    en="chapters are not numbered in a row: {places}",
    only=Only.PAPER,
)
def chapters_run_on(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every chapter whose number does not follow."""
    del catalogue
    chapters = [heading for heading in dossier.headings if heading.level == 1]
    found = list(faults([chapter.order for chapter in chapters]))
    if found and len(chapters) > 1:
        yield Hit(places(chapters, found), {"places": told(chapters, found), "count": len(found)})
