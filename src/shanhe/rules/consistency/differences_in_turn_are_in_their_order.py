"""依次所列的增减数与各自事项对应.

``林地、草地、耕地分别少4.70公顷、2.08公顷、4.18公顷``: where the numbers of each thing are told, its difference is known. Only an order is questioned
that fits nothing, while just one other fits all.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import amounts_of
from shanhe.measures.swapped_gaps import swapped_gaps
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, listed


@rule(
    id="SAME-957",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#R-07"],
    zh="“{words}”次序有误：{rows}",
    en='the order of "{words}" is wrong: {rows}',
    only=Only.PAPER,
)
def differences_in_turn_are_in_their_order(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each list of differences that is right in another order."""
    del catalogue
    paper = amounts_of(dossier)
    for frame in paper.frames:
        for found, rows in swapped_gaps(paper, frame):
            at = frame.operand(found.start("names"), found.end())
            shown = [
                Both(f"{name}应为 {due.quantity}", f"{name}: {due.quantity}")
                for name, _, due in rows
            ]
            yield Hit((at,), {"words": at.text, "rows": listed(shown)})
