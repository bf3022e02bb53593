"""同一节内的三级、四级标题编号连续，不缺号、不重号.

Numbers 1. 2. 3. and （1）（2）（3） begin anew in each section, and a second list in one section may begin
with 1 again; neither is a fault. Where the first number of a section is not 1, nothing is said: its
beginning may stand in running text.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.numbering import faults, sections
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.numbered import places, shown, told
from shanhe.rules.words import Both


@rule(
    id="STRUCT-803",
    severity=WARN,
    basis=["practice#R-01", "practice#E-33"],
    zh="{section}之下的{level}级标题编号不连续：{places}",
    en="headings of level {level} under {section} are not numbered in a row: {places}",
    only=Only.PAPER,
)
def paragraphs_run_on(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each section with a paragraph whose number does not follow."""
    del catalogue
    for level, name in ((3, Both("三", "3")), (4, Both("四", "4"))):
        for section, own in sections(dossier.headings, level):
            found = [fault for fault in faults([one.order for one in own]) if fault.at]
            if found:
                above = Both("正文", "the text")
                if section is not None:
                    above = Both(f"“{shown(section)}”", shown(section))
                words = {"section": above, "level": name, "places": told(own, found)}
                yield Hit(places(own, found), words)
