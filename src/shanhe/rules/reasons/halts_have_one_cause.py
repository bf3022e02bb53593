"""停工原因前后一致.

A halted subproject has a cause on its own sheet; an explanation that names the subproject or its
region and gives only causes of another kind contradicts it. Both may be true, but then both should
be said. Kinds are told by plain words, so a cause in other words is passed over. Where a
clause gives the cause of the works that were begun (已施工子项目因…), that clause counts, not the reasons
beside it.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.narrative import Explanation
from shanhe.records.progress import Subproject
from shanhe.rules.declare import WARN, rule

_BEGUN = ("已施工", "已开工", "在建", "停工")
_KINDS = {
    "design": ("设计", "方案调整", "变更"),
    "season": ("季节", "冬季", "封冻", "雨季", "汛期", "气候", "天气"),
    "approval": ("审批", "批复", "评审", "论证"),
    "money": ("资金不足", "资金未到位", "资金短缺", "支付条件"),
    "land": ("征地", "用地手续", "林草手续", "拆迁"),
}


@rule(
    id="REASON-507",
    severity=WARN,
    basis=["practice#R-03", "practice#R-06", "arithmetic#same"],
    zh="{name}停工原因填“{halt}”，而偏差原因称“{reason}”，两处原因不同",
    en="{name} is said to stand still for {halt}, elsewhere the reason is: {reason}",
)
def halts_have_one_cause(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each explanation that gives a halted subproject another cause."""
    del catalogue
    halted = [row for row in dossier.subprojects if row.state == "停工" and row.halt_reason]
    for subproject in halted:
        own = _kinds(subproject.halt_reason)
        for told in dossier.explanations:
            kinds = _kinds(_of_begun_works(told.reason, subproject) or told.reason)
            if own and kinds and not own & kinds and _speaks_of(told, subproject):
                words = {
                    "name": subproject.name,
                    "halt": subproject.halt_reason,
                    "reason": told.reason.strip("。 "),
                }
                yield Hit((subproject.operand("halt_reason"), told.operand("reason")), words)


def _of_begun_works(reason: str, subproject: Subproject) -> str:
    """Return the clauses that give the cause of works begun, empty where there is none."""
    names = (*_BEGUN, subproject.name)
    clauses = re.split("[，。；\n]", reason)
    return "，".join(
        clause for clause in clauses if "因" in clause and any(name in clause for name in names)
    )


def _kinds(text: str) -> frozenset[str]:
    return frozenset(kind for kind, words in _KINDS.items() if any(word in text for word in words))


def _speaks_of(told: Explanation, subproject: Subproject) -> bool:
    names = (subproject.name, subproject.unit)
    return any(name and name in told.reason for name in names)
