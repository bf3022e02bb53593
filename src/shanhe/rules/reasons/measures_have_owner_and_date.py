"""每项改进措施写明责任单位和完成时限.

One finding counts what is lacking; each measure without an owner or a date is among its places. Of a
paper only the measures of its own chapter are asked, not the cells of the form.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.narrative import Explanation
from shanhe.rules.declare import WARN, rule
from shanhe.values.regex import regex

_MEETING = regex(
    r"(?<!\d)(?:[01]?\d|2[0-3])[:：][0-5]\d(?!\d)|[上下]午\s*\d{1,2}[时点]|会议室|会议于"
)
_AROUND = regex(
    r"[：:]\s*$|^\s*(?:附[件表：:]|[表图]\s*\d)|^[^，。；]*(?:局|厅|政府|委员会|\d日)\s*$"
)
"""What stands around the measures: a line that leads to them, an annex, a signature."""


@rule(
    id="REASON-503",
    severity=WARN,
    basis=["practice#R-06", "practice#E-15"],
    zh="{total} 项改进措施中，{no_owner} 项没有责任单位，{no_date} 项没有完成时限",
    en="of {total} measures {no_owner} name no owner and {no_date} no date",
)
def measures_have_owner_and_date(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once if some measure has nobody to do it or no date."""
    del catalogue
    measures = [
        row for row in dossier.explanations if row.measure.strip() and _is_asked(dossier, row)
    ]
    no_owner = [row for row in measures if not row.owner.strip()]
    no_date = [row for row in measures if row.due is None]
    if no_owner or no_date:
        words = {"total": len(measures), "no_owner": len(no_owner), "no_date": len(no_date)}
        owners = tuple(row.operand("owner") for row in no_owner)
        yield Hit((*owners, *(row.operand("due") for row in no_date)), words)


def _is_asked(dossier: Dossier, row: Explanation) -> bool:
    if not dossier.paper:
        return True
    other = _MEETING.search(row.measure) or _AROUND.search(row.measure)
    return row.kind == "改进措施" and other is None
