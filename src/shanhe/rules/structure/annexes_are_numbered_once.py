"""附件编号不重复、不倒退.

Lines that begin an annex, 附件1 and below or beside it its title; the list of annexes in a letter is none of them.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.numbering import faults
from shanhe.measures.sentences import prose
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_ANNEX = regex(r"附件\s*(?P<n>\d{1,2}|[一二三四五六七八九十])(?:[\s:：.．、][^，。；]{0,60})?")


@rule(
    id="STRUCT-816",
    severity=WARN,
    basis=["practice#R-07"],
    zh="“附件{before}”之后又为“附件{number}”，附件编号重复或倒退",
    en="annex {number} follows annex {before}: the numbers repeat or go back",
    only=Only.PAPER,
)
def annexes_are_numbered_once(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each annex that has the number of one before it."""
    del catalogue
    lines = prose(dossier)
    found = [(line, one) for line in lines if (one := _ANNEX.fullmatch(line.text.strip()))]
    orders = [count_of(one["n"]) for _, one in found]
    for fault in faults(orders):
        if fault.at and not fault.skipped:
            at = tuple(found[n][0].operand("text") for n in (fault.at, fault.at - 1))
            yield Hit(at, {"before": orders[fault.at - 1], "number": orders[fault.at]})
