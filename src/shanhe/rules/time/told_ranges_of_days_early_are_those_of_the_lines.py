"""所述各标段提前（推迟）的天数范围与表中应完工、实际完工日期相符.

``第三标段晚46天完工，其余5个标段提前2天至7天完工``: said only of as many things as the table has lines, less those that the sentence names.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.days_early import ranges_early
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule


@rule(
    id="TIME-334",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-02"],
    zh="“{words}”与表不符：按各行日期{way} {low} 天至 {high} 天",
    en='"{words}": by the dates of the lines it is {low} to {high} days',
    only=Only.PAPER,
)
def told_ranges_of_days_early_are_those_of_the_lines(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each range that the days of the lines do not make."""
    del catalogue
    for one in ranges_early(dossier):
        at = one.frame.operand(one.start, one.end)
        words = {"words": at.text, "way": one.way, "low": one.low, "high": one.high}
        yield Hit((at, *one.at), words)
