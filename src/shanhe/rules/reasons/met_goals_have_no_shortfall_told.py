"""恰好完成的指标，自评表未完成原因栏不写少完成的数量.

``≥46处``, ``46处`` and ``少完成3处`` beside them cannot all be right. A reason that tells what others did more (多、超) may balance; what is above its
target is left alone, as a part of it may be short, and so are rates and costs.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import Attainment, attainments
from shanhe.measures.frame import AMOUNT, skeleton
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.narrative import Explanation
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import indicator_name
from shanhe.values.quantity import Sign
from shanhe.values.regex import regex

_SHORT = regex(
    f"(?:少完成|未完成|尚缺|还缺|缺口为?|少治理|少修复|尚未完成|(?<=[县市区镇乡旗])少)的?(?P<by>{AMOUNT})"
)
_BALANCED = regex("多|超|补齐|已完成|调剂|上年|去年|后")


@rule(
    id="REASON-509",
    severity=ERROR,
    basis=["practice#R-07", "practice#P-14"],
    zh="{indicator}已完成目标，未完成原因栏却写“{words}”",
    en="{indicator} was reached, but the reason beside it tells of a shortfall: {words}",
)
def met_goals_have_no_shortfall_told(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each reason that tells a shortfall of what was reached exactly."""
    for one in attainments(dossier, catalogue):
        if _is_reached_exactly(one):
            for row in dossier.explanations:
                if one.target.indicator in row.indicator_ids and row.in_form:
                    yield from _judge(catalogue, one, row)


def _is_reached_exactly(one: Attainment) -> bool:
    done, due = (one.actual.quantity if one.actual else None), one.target.quantity
    if done is None or due is None or one.target.sign not in {Sign.AT_LEAST, Sign.EQUAL, Sign.NONE}:
        return False
    return done.unit.like(due.unit) and done.value_in(due.unit) == due.value


def _judge(catalogue: Catalogue, one: Attainment, row: Explanation) -> Iterator[Hit]:
    bones = skeleton(row.reason)
    found = _SHORT.search(bones.text)
    if found is None or _BALANCED.search(bones.text[: found.end()]):
        return
    by, due = bones.amount(found["by"]).quantity, one.target.quantity
    if due is not None and by.unit.like(due.unit) and by.value and by.unit.symbol != "%":
        name = indicator_name(catalogue, one.target.indicator)
        at = (row.operand("reason"), *one.operands)
        yield Hit(at, {"indicator": name, "words": row.reason})
