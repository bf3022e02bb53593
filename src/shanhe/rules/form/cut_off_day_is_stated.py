"""完成值写明统计截止日期，截止日在评价年度之内.

The year's actuals are those of its last day. Without a cut-off day, or with one after the year, what
was done in the following year cannot be told apart.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import actuals_of_year
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, Only, rule
from shanhe.rules.words import Both


@rule(
    id="FORM-708",
    severity=NOTE,
    basis=["practice#A-04"],
    zh="{fact}，无法确认填报的 {count} 个完成值是否为{year}数据",
    en="{fact}: whether the {count} actuals are those of {year} cannot be told",
    only=Only.DATA,
)
def cut_off_day_is_stated(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield if the day of the actuals is missing or after the year."""
    del catalogue
    rows = [one for one in actuals_of_year(dossier) if one.quantity is not None]
    stated = {(one.indicator, one.region) for one in rows}
    as_of, year = dossier.programme.as_of, dossier.programme.year
    if not stated or (as_of is not None and as_of.year <= year):
        return
    fact = Both("没有填写数据截止日期", "no cut-off day is given")
    if as_of is not None:
        fact = Both(f"数据截止日期为 {as_of}，在评价年度之后", f"the cut-off day is {as_of}")
    words = {"fact": fact, "count": len(stated), "year": dossier.year}
    yield Hit((dossier.programme.operand("as_of"),), words)
