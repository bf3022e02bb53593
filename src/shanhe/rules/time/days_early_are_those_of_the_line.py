"""所述提前（推迟）天数与表中应完工、实际完工日期相符."""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.days_early import days_early
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both


@rule(
    id="TIME-360",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-02"],
    zh="“{words}”中{name}的天数与表不符：应于 {due} 完成，实际 {done}，{days}",
    en='"{words}": {name} was due on {due} and done on {done}, {days}',
    only=Only.PAPER,
)
def days_early_are_those_of_the_line(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number of days that the days of the line do not make."""
    del catalogue
    for one in days_early(dossier):
        at = one.frame.operand(one.start, one.end)
        apart = (one.due - one.done).days
        days = Both(
            f"{'提前' if apart >= 0 else '推迟'} {abs(apart)} 天",
            f"{abs(apart)} days {'early' if apart >= 0 else 'late'}",
        )
        words = {"words": at.text, "name": one.name, "due": one.due, "done": one.done}
        yield Hit((at, *one.at), {**words, "days": days})
