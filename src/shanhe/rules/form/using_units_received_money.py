"""自评表资金使用单位与实际分配资金的单位一致.

Compared by the names, full names and other spellings on the sheet of places. A unit whose money was
taken back in full still received it. A finance department passes money on and uses none. A bureau or government whose name begins with that of a county
uses the county's money, unless it is registered as a unit of its own.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.names import plain_name
from shanhe.measures.flow import holdings
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.outcome import Outcome
from shanhe.values.regex import regex

_FINANCE = regex("财政[局厅部]$")
_BODIES = ("局", "政府", "委员会", "中心", "办公室", "公司")


@rule(
    id="FORM-712",
    severity=WARN,
    basis=["form#head", "arithmetic#same"],
    zh="自评表资金使用单位与资金分配不一致：{what}",
    en="the using units of the form are not those that received money: {what}",
    asks=Only.DATA,
)
def using_units_received_money(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield if units are missing in the form, or named without money."""
    del catalogue
    printed = [word for word in dossier.programme.using_units.split("、") if word.strip()]
    received = [one.unit for one in holdings(dossier) if not _FINANCE.search(one.unit)]
    at = [dossier.programme.operand("using_units")]
    if printed and not received:
        lacks = Both("资金流转", "the transfers of money")
        yield Hit(tuple(at), {"lacks": lacks}, Outcome.UNDECIDED)
    if not printed or not received:
        return
    spelt = _spellings(dossier)
    named = {_place(word, spelt, received): word for word in printed}
    missing = [unit for unit in received if unit not in named]
    extra = [word for unit, word in named.items() if unit not in received]
    if missing or extra:
        at += [row.operand("taker") for row in dossier.transfers if row.taker in missing]
        yield Hit(tuple(at), {"what": _told(missing, extra)})


def _spellings(dossier: Dossier) -> dict[str, str]:
    return {
        plain_name(word): place.name
        for place in dossier.places
        for word in (place.name, place.full_name, *place.aliases.replace(",", "、").split("、"))
        if word.strip()
    }


def _place(word: str, spelt: dict[str, str], received: list[str]) -> str:
    """Return the place that is meant: as it is spelt, else the one whose money the unit uses."""
    own = plain_name(word)
    if own in spelt or not own.endswith(_BODIES):
        return spelt.get(own, word)
    above = [one for one in spelt if own.startswith(one) and spelt[one] in received]
    return spelt[max(above, key=len)] if above else word


def _told(missing: list[str], extra: list[str]) -> Both:
    told = []
    if missing:
        shown = listed(missing)
        told.append(Both(f"{shown.zh}分配了资金而未列入", f"{shown.en} received money"))
    if extra:
        shown = listed(extra)
        told.append(Both(f"{shown.zh}列入而没有分配资金", f"{shown.en} received none"))
    return Both("；".join(one.zh for one in told), "; ".join(one.en for one in told))
