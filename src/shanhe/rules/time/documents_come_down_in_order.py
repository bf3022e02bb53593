"""下级资金文件不早于上级资金文件.

A document that passes money on against those of the nearest level above that the paper names, of the
same fund where both titles tell one. It is questioned only if all of them are later: money that is
passed on in several parts has several documents, and one that is notified in advance comes first. Where another
document of its level passed on all that the one above gave, an earlier one is of other money, as is one of its own level's.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.chain import money_documents, name_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import FundDocument
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_ABOVE = {"省": ("部",), "市": ("省", "部"), "县": ("市", "省", "部")}
_OWN = {"省": "省级|省本级|自治区(?:本)?级", "市": "[市州盟](?:本)?级", "县": "[县区旗](?:本)?级"}
_FUND = regex("[\u4e00-\u9fff]{2,16}?(?:资金|经费|补助)")
_GENERAL = regex(
    "20\\d\\d年?|关于|下达|中央|财政|预算|提前|分配|拨付|年度?|第[一二三四]批|的|转移支付"
)


@rule(
    id="TIME-312",
    severity=ERROR,
    basis=["practice#T-12"],
    zh="{lower}于 {day} 下达，早于上级文件{upper}（{above}）",
    en="{lower} of {day} is earlier than {upper} above it, of {above}",
    only=Only.PAPER,
)
def documents_come_down_in_order(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each document that passed on what nobody above had given yet."""
    del catalogue
    issued = [one for one in money_documents(dossier) if one.issued is not None]
    for lower in issued:
        above = _above(issued, lower)
        first = min(above, key=lambda one: str(one.issued), default=None)
        if first is None or first.issued is None or lower.issued is None:
            continue
        if lower.issued < first.issued and not _is_other_money(issued, lower, first):
            words = {
                "lower": name_of(lower),
                "day": lower.issued,
                "upper": name_of(first),
                "above": first.issued,
            }
            yield Hit((lower.operand("issued"), first.operand("issued")), words)


def _is_other_money(issued: list[FundDocument], lower: FundDocument, first: FundDocument) -> bool:
    """Return whether a document notified in advance, or gave what the one above it had not given.

    Example:
        部 gave 12000 on 25 April, 省 gave 12000 on 20 May, and 3200 on 18 March: those are its own.
    """
    if "预" in lower.formality:
        return True
    own = _OWN.get(lower.level)
    if own and re.search(own, lower.title) and not re.search("中央|上级", lower.title):
        return True
    return lower.amount != first.amount and any(
        other is not lower
        and other.level == lower.level
        and first.amount is not None
        and other.amount == first.amount
        for other in issued
    )


def _above(issued: list[FundDocument], lower: FundDocument) -> list[FundDocument]:
    for level in _ABOVE.get(lower.level, ()):
        found = [one for one in issued if one.level == level and _same_fund(one, lower)]
        if found:
            return found
    return []


def _same_fund(one: FundDocument, other: FundDocument) -> bool:
    first, second = _fund(one.title), _fund(other.title)
    return not first or not second or first in second or second in first


def _fund(title: str) -> str:
    found = _FUND.search(_GENERAL.sub("", title))
    return found[0] if found else ""
