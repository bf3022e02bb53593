"""连续编号的段落（1. 2. 3.）编号连续，不缺号、不重号.

Paragraphs side by side that all begin with a number, the first with 1. Headings are left to STRUCT-803.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.numbering import faults
from shanhe.measures.sentences import in_table
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import listed

_NUMBER = re.compile(r"\s*(\d{1,2})[.．、](?!\d)")
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
    lines = [line for line in dossier.texts if not in_table(line)]
    for is_numbered, group in groupby(lines, key=lambda line: bool(_NUMBER.match(line.text))):
        run = list(group) if is_numbered else []
        orders = [_order(line) for line in run]
        told = all(line.source.cell("text").paragraph in heads for line in run)
        if len(run) >= _LEAST and orders[0] == 1 and not told:
            found = list(faults(orders))
            if found:
                places = listed(f"“{one.found}.”应为“{one.due}.”" for one in found[:1])
                at = tuple(run[one.at].operand("text") for one in found)
                yield Hit(at, {"places": places})


def _order(line: TextLine) -> int:
    found = _NUMBER.match(line.text)
    return int(found[1]) if found else 0
