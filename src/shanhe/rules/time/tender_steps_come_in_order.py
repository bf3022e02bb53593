"""招标、开标、中标、签约、开工依次进行.

Each step against the one before it in the same part of a sentence.
"""

from collections.abc import Iterator
from itertools import pairwise

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.tender_steps import ORDER, tenders
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule


@rule(
    id="TIME-318",
    severity=WARN,
    basis=["practice#L-07", "practice#R-02"],
    zh="{later}（{day}）早于应在其前的{earlier}（{before}）",
    en="{later} ({day}) is earlier than {earlier} ({before}), which it follows",
    only=Only.PAPER,
)
def tender_steps_come_in_order(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each step told with a day before that of the step which it follows."""
    del catalogue
    for steps in tenders(dossier):
        told = [steps[kind] for kind in ORDER if kind in steps]
        for first, then in pairwise(told):
            if then.day < first.day:
                words = {"later": then.kind, "day": then.day}
                words |= {"earlier": first.kind, "before": first.day}
                yield Hit((first.operand, then.operand), words)
