"""资金下达表中同一批次的下达日期逐级不早于上级.

Each level of a line against the nearest one above that has a day, each line of one document, or of one batch beside others, against the level above it;
what the running text tells is judged by TIME-322.
"""

from collections.abc import Iterator
from itertools import pairwise

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.batch_columns import batch_tables, lines_from_above
from shanhe.measures.issue_tables import batch_issues, issues_from_above
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule


@rule(
    id="TIME-356",
    severity=ERROR,
    basis=["practice#R-02", "practice#E-35"],
    zh="表中“{batch}”{lower}的下达日期 {day}，早于其上级{upper}的 {above}",
    en="{batch} in the table: {lower} issued it on {day}, before {upper} above it did ({above})",
    only=Only.PAPER,
)
def issues_of_a_line_come_down_in_order(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each level of a line that is earlier than the one above it."""
    del catalogue
    across = (pair for issues in batch_issues(dossier) for pair in pairwise(issues))
    for upper, lower in (*across, *issues_from_above(dossier)):
        if lower.day < upper.day:
            words = {"batch": lower.batch, "lower": lower.body, "day": lower.day}
            words |= {"upper": upper.body, "above": upper.day}
            yield Hit((lower.cell.operand("text"), upper.cell.operand("text")), words)
    for lines in (batch for table in batch_tables(dossier) for batch in table.batches):
        for above, below in lines_from_above(lines):
            early = above.day is not None and below.day is not None and below.day < above.day
            if early and above.day_cell is not None and below.day_cell is not None:
                words = {"batch": below.batch, "lower": below.body, "day": below.day}
                words |= {"upper": above.body, "above": above.day}
                yield Hit((below.day_cell.operand("text"), above.day_cell.operand("text")), words)
