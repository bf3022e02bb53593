"""各级在收到资金以后再下达.

Days of the transfers, or of their documents where a transfer has none; the first sum that came in
against the first that went out. A body that notifies in advance of its own notice explains it.
"""

from collections.abc import Iterator
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.allotment import document_of, passings
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import Transfer
from shanhe.rules.declare import WARN, rule


@rule(
    id="FUND-232",
    severity=WARN,
    basis=["budget_law_regulation#57(2)", "practice#T-12"],
    zh="{body}于 {went} 下达{origin}资金，而上级资金 {came} 才到，早 {days} 天",
    en="{body} passed {origin} money on on {went}, {days} days before it came in on {came}",
    aspect="拨付合规性",
)
def money_is_passed_on_after_it_arrived(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each body that passed money on before it had any."""
    del catalogue
    for passing in passings(dossier):
        came = _first(dossier, passing.came)
        went = _first(dossier, passing.went)
        if came is None or went is None or went[0] >= came[0]:
            continue
        words = {
            "body": passing.body,
            "origin": passing.origin,
            "went": went[0],
            "came": came[0],
            "days": (came[0] - went[0]).days,
        }
        yield Hit((came[1].operand("when"), went[1].operand("when")), words)


def _first(dossier: Dossier, transfers: tuple[Transfer, ...]) -> tuple[date, Transfer] | None:
    """Return the earliest transfer with its day; ``None`` where one of them has no day."""
    dated: list[tuple[date, Transfer]] = []
    for transfer in transfers:
        document = document_of(dossier, transfer)
        day = transfer.when or (document.issued if document else None)
        if day is None:
            return None
        dated.append((day, transfer))
    return min(dated, key=lambda pair: pair[0])
