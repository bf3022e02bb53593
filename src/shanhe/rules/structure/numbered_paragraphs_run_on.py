"""连续编号的段落（1. 2. 3. 或（1）（2）（3））编号连续，不缺号、不重号.

Paragraphs side by side that all begin with a number of one style, the first with 1. Headings are left to STRUCT-803.
"""

from collections.abc import Iterator
from itertools import groupby

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.item_runs import number_of_item
from shanhe.measures.numbering import Fault, faults
from shanhe.measures.sentences import prose
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import listed

_LEAST = 3


@rule(
    id="STRUCT-815",
    severity=WARN,
    basis=["practice#R-01", "practice#E-33"],
    zh="连续编号的段落编号不连续：{places}",
    en="numbered paragraphs do not run on: {places}",
    only=Only.PAPER,
)
def numbered_paragraphs_run_on(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each run of numbered paragraphs in which a number does not follow."""
    del catalogue
    heads = {one.source.cell("number").paragraph for one in dossier.headings}
    lines = prose(dossier)
    for style, group in groupby(lines, key=_style):
        run = list(group) if style else []
        orders = [_order(line) for line in run]
        told = all(line.source.cell("text").paragraph in heads for line in run)
        if len(run) >= _LEAST and orders[0] == 1 and not told:
            found = list(faults(orders))
            if found:
                places = listed(_said(run[0], one) for one in found[:1])
                at = tuple(run[one.at].operand("text") for one in found)
                yield Hit(at, {"places": places})


def _said(first: TextLine, fault: Fault) -> str:
    """Return what is numbered wrongly, in the style of the run: “（5）”应为“（4）”."""
    shape = {"bracket": "（{}）", "half": "{}）", "ring": "第 {} 项"}.get(_style(first), "{}.")
    return f"“{shape.format(fault.found)}”应为“{shape.format(fault.due)}”"


def _order(line: TextLine) -> int:
    found = number_of_item(line.text)
    return found.order if found else 0


def _style(line: TextLine) -> str:
    found = number_of_item(line.text)
    return found.style if found else ""
