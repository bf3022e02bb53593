"""监测的统计日期不晚于数据截止日期.

A value of a day to come is a plan. What is counted later belongs to data with a later cut-off day; hence a warning: the day may just
not have been moved on.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.hardly_meant import to_come
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, indicator_name, whose
from shanhe.values.outcome import Outcome


@rule(
    id="ACTUAL-426",
    severity=WARN,
    basis=["practice#M-11"],
    aspect="预算绩效管理情况",
    zh="{where}{indicator}：统计日期 {day} 晚于数据截止日期 {as_of}",
    en="{where}{indicator}: counted on {day}, after the cut-off day {as_of}",
    only=Only.DATA,
)
def monitored_days_are_not_after_the_cut_off(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each value of a day after the cut-off day."""
    as_of, end = dossier.programme.as_of, dossier.programme.operand("as_of")
    if as_of is None and dossier.progress:
        yield Hit((end,), {"lacks": Both("数据截止日期", "the cut-off day")}, Outcome.UNDECIDED)
    for row in dossier.progress:
        for key in to_come(row, ("when",), as_of) if as_of else ():
            words = {
                "where": whose(row),
                "indicator": indicator_name(catalogue, row.indicator),
                "day": row.when,
                "as_of": as_of,
            }
            yield Hit((row.operand(key), end), words)
