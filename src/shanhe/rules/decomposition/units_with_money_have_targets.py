"""分得中央资金的单位均有分解下达的年度绩效目标.

Targets go down together with the money, so a unit that received money of the year needs a share
of the year's targets. Money that was taken back later is still money that went without a target;
the finding then says so. A single unit answers for the whole and needs no split.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import money, percent
from shanhe.measures.flow import Holding, holdings
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, amount, result
from shanhe.values.outcome import Outcome


@rule(
    id="TARGET-104",
    severity=WARN,
    basis=["practice#G-05"],
    zh="{unit}分得中央资金 {given}（占 {share}），没有分解下达{period}绩效目标",
    en="{unit} was given {given} of central money ({share}) and no target for {period}",
    aspect="分配科学性",
    causes={
        "taken_back": (
            "该项资金此后已收回 {taken_back}，重新分配时应一并明确绩效目标",
            "{taken_back} of it was taken back later; its re-allocation has to bring targets along",
        )
    },
    asks=Only.DATA,
)
def units_with_money_have_targets(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each unit that received money of the year and no target of the year."""
    del catalogue
    held = holdings(dossier)
    split = {
        part.region
        for part in dossier.regional_targets
        if (part.version, part.period) == (dossier.issued, dossier.year)
    }
    without = [holding for holding in held if holding.unit not in split]
    if len(held) > 1 and split:
        for holding in without:
            yield _hit(dossier, holding, held)
    elif len(held) > 1:
        at = tuple(operand for holding in held for operand in _received(dossier, holding.unit))
        lacks = Both("年度绩效目标的区域分解", "the split of the year's targets")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)


def _hit(dossier: Dossier, holding: Holding, held: tuple[Holding, ...]) -> Hit:
    at = _received(dossier, holding.unit)
    if not holding.given:
        lacks = Both(f"{holding.unit}分得的资金额", f"the amount given to {holding.unit}")
        return Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    given, total = money(holding.given), money(sum(h.given for h in held) or holding.given)
    share = percent(given, total)
    words = {
        "unit": holding.unit,
        "given": amount(given),
        "share": result(share, 2),
        "period": dossier.year,
        "taken_back": amount(money(holding.taken_back)),
    }
    cause = "taken_back" if holding.taken_back else ""
    return Hit(at, words, recomputed=share.equation, cause=cause)


def _received(dossier: Dossier, unit: str) -> tuple[Operand, ...]:
    return tuple(
        transfer.operand("amount", "万元")
        for transfer in dossier.transfers
        if transfer.taker == unit and transfer.kind != "收回" and transfer.origin == "中央"
    )
