"""两个百分比之差以百分点表示.

``由71.80%升至73.10%，提高1.30%`` is 1.30个百分点; as a ratio it would be 1.81%. Where the ratio is what is stated nothing is said.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import percent, subtract
from shanhe.measures.told_changes import told_changes
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, Only, rule
from shanhe.values.interval import Interval
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity


@rule(
    id="SAME-962",
    severity=NOTE,
    basis=["practice#R-09", "practice#E-36"],
    zh="{old}与{new}相差 {points} 个百分点，写为“{words}”",
    en="{old} and {new} differ by {points} percentage points, which is told as {words}",
    only=Only.PAPER,
)
def differences_of_percentages_are_points(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each difference of two percentages that is told in per cent."""
    del catalogue
    for frame, found in told_changes(dossier):
        old, new, change = (frame.bones.amount(found[key]) for key in ("old", "new", "change"))
        amounts = (old, new, change)
        if not all(one.is_percent and not one.vague and one.quantity.value for one in amounts):
            continue
        delta = subtract(new.quantity, old.quantity)
        ratio = percent(new.quantity, old.quantity)
        signed = change.quantity.amount if delta.value > 0 else -change.quantity.amount
        stated = Quantity(signed, change.quantity.unit)
        above = ratio.interval - Interval.exactly(100)
        if delta.value == signed and not judge_equal(stated, above, ratio.value - 100).is_kept:
            start = found.start("change") - len(found["way"])
            words = frame.operand(start, found.end("change"))
            said = {"old": str(old.quantity), "new": str(new.quantity)}
            said |= {"points": change.quantity.number, "words": words.text}
            yield Hit((words,), said)
