"""同一批分配所列比例之和为百分之百.

Shares are printed rounded, so what is asked is whether numbers that print like them can add up to
exactly 100 %: three times 33.33 % can, and is silent.
"""

from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.allotment import Allotment, allotments
from shanhe.measures.computed import PERCENT, Computed, add
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, listed
from shanhe.values.interval import decimal_text
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity

_WHOLE = Fraction(100)


@rule(
    id="FUND-207",
    severity=ERROR,
    basis=["practice#F-16", "arithmetic#share"],
    zh="{giver}{kind}{origin}资金，{count} 个单位的比例合计 {total}%，不等于 100%",
    en="{giver} ({kind}, {origin}): the shares of {count} units add up to {total}%, not 100%",
    aspect="分配科学性",
)
def stated_shares_make_the_whole(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each allotment whose shares cannot make 100 %."""
    del catalogue
    for allotment in allotments(dossier):
        shares = [part.share for part in allotment.parts if part.share is not None]
        if shares and len(shares) < len(allotment.parts):
            yield _lacking(allotment)
        elif shares:
            total = add([Quantity(share, PERCENT) for share in shares])
            if _WHOLE not in total.interval:
                yield _off(allotment, total)


def _off(allotment: Allotment, total: Computed) -> Hit:
    words = {
        "giver": allotment.giver,
        "kind": allotment.kind,
        "origin": allotment.origin,
        "count": len(allotment.parts),
        "total": decimal_text(total.value),
    }
    at = tuple(part.operand("share", "%") for part in allotment.parts)
    return Hit(at, words, recomputed=total.equation)


def _lacking(allotment: Allotment) -> Hit:
    blank = [part for part in allotment.parts if part.share is None]
    names = listed(part.taker for part in blank)
    lacks = Both(f"{names.zh}的比例", f"the share of {names.en}")
    at = tuple(part.operand("share", "%") for part in allotment.parts)
    return Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
