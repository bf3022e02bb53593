"""“见表N”所指的表在文中有题注.

Only where the captions of tables are numbered 1 to n without a gap, and a number beyond n is referred to; tables of annexes have numbers
of their own.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_SEEN = regex(r"(?:见|参见|详见|如)(?:上|下)?表\s*(?P<n>\d{1,2})(?![\d.—\-－])")
_LEAST = 2


@rule(
    id="STRUCT-824",
    severity=WARN,
    basis=["practice#R-07", "practice#E-33"],
    zh="“{words}”：文中只有表 1 至表 {last}",
    en='"{words}": the paper has the tables 1 to {last}',
    only=Only.PAPER,
)
def tables_referred_to_are_there(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each reference to a table beyond the last one."""
    del catalogue
    numbers = [one.number.strip() for one in dossier.captions if one.kind == "表"]
    last = len(numbers)
    if last < _LEAST or numbers != [str(n) for n in range(1, last + 1)]:
        return
    for line in prose(dossier):
        for sentence in sentences(line) if "表" in line.text else ():
            for found in _SEEN.finditer(sentence.own_words):
                if int(found["n"]) > last:
                    at = sentence.operand(found.start(), found.end())
                    yield Hit((at,), {"words": at.text, "last": last})
