"""所列分配比例等于分配金额除以总额.

The whole is what was handed out together: same body, same kind, same document. All wrong shares of
one allotment make one finding, for one wrong total makes all of them wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.allotment import Allotment, allotments
from shanhe.measures.computed import PERCENT, Computed, money, percent
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import Transfer
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, listed
from shanhe.values.outcome import Outcome, judge_equal
from shanhe.values.quantity import Quantity, rounded


@dataclass(frozen=True, slots=True)
class _Wrong:
    """One share that is not what its amount makes of the whole."""

    part: Transfer
    stated: Quantity
    computed: Computed

    @property
    def words(self) -> Both:
        right = f"{rounded(self.computed.value, max(self.stated.places, 2)):f}%"
        taker, stated = self.part.taker, f"{self.stated.number}%"
        return Both(
            f"{taker} {self.part.amount} 万元填 {stated}，应为 {right}",
            f"{taker}, {self.part.amount} 万元: {stated} is stated, {right} is right",
        )


@rule(
    id="FUND-208",
    severity=ERROR,
    basis=["practice#F-16", "practice#E-58", "arithmetic#share"],
    zh="{giver}{kind}{origin}资金合计 {total} 万元：{wrong}",
    en="{giver} ({kind}, {origin}), {total} 万元 in all: {wrong}",
    aspect="分配科学性",
)
def stated_shares_fit_the_amounts(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each allotment with a share that its amount does not make."""
    del catalogue
    for allotment in allotments(dossier):
        total = allotment.total
        if not any(part.share is not None for part in allotment.parts):
            continue
        if total is None:
            yield _lacking(allotment)
        elif total:
            wrong = list(_wrong(allotment, total))
            if wrong:
                yield _off(allotment, total, wrong)


def _wrong(allotment: Allotment, total: Decimal) -> Iterator[_Wrong]:
    for part in allotment.parts:
        if part.share is None or part.amount is None:
            continue
        stated = Quantity(part.share, PERCENT)
        computed = percent(money(part.amount), money(total))
        if judge_equal(stated, computed.interval, computed.value) is Outcome.FAILS:
            yield _Wrong(part, stated, computed)


def _off(allotment: Allotment, total: Decimal, wrong: list[_Wrong]) -> Hit:
    each = [one.words for one in wrong]
    words = {
        "giver": allotment.giver,
        "kind": allotment.kind,
        "origin": allotment.origin,
        "total": total,
        "wrong": Both("；".join(one.zh for one in each), "; ".join(one.en for one in each)),
        "count": len(wrong),
    }
    shares = [one.part.operand("share", "%") for one in wrong]
    at = (*shares, *(part.operand("amount", "万元") for part in allotment.parts))
    return Hit(at, words, recomputed="；".join(one.computed.equation for one in wrong))


def _lacking(allotment: Allotment) -> Hit:
    blank = [part for part in allotment.parts if part.amount is None]
    names = listed(part.taker for part in blank)
    lacks = Both(f"{names.zh}的分配金额", f"the amount of {names.en}")
    at = tuple(part.operand("amount", "万元") for part in blank)
    return Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
