"""自评结果应用写明具体安排.

At least one use: in later budgets, in mending what was found, in rules. Whether it is carried out is
not judged here. A paper without the chapter is told so by the rule on its outline.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome


@rule(
    id="FORM-709",
    severity=WARN,
    basis=["practice#T-15"],
    aspect="预算绩效管理情况",
    zh="自评结果拟应用情况{fact}，没有具体安排",
    en="on the use of the result {fact}: no use is named",
    asks=Only.DATA,
)
def result_is_put_to_use(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield if no use of the result is named."""
    overview = dossier.overview
    if overview is None:
        lacks = Both("自评结果拟应用情况", "the use of the result")
        yield Hit((dossier.programme.operand("name"),), {"lacks": lacks}, Outcome.UNDECIDED)
        return
    text = overview.result_use.strip("。 ")
    empty = catalogue.law.words("empty_reasons", year_end(dossier))
    if dossier.paper and not text:
        return
    if not text or text in empty:
        fact = (
            Both(f"只填“{text}”", f"only {text} is said") if text else Both("空白", "all is blank")
        )
        yield Hit((overview.operand("result_use"),), {"fact": fact})
