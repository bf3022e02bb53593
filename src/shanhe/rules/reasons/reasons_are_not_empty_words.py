"""未完成原因具体，不空泛.

In the form reason and measure share one cell, so they are measured together; a reason that is only
无, 略 or 正常 is empty whatever stands beside it, and so is one each clause of which fits anything (受多种因素影响，今后将进一步加强管理). The least length is a dated setting.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, indicator_name, listed
from shanhe.values.regex import regex

_AS_ABOVE = regex("(?:原因)?同上|同前|(?:原因|详)?见(?:上|报告|正文|附件).{0,12}")
"""Says where the reason stands."""
_CLAUSES = regex("[，。；、,;]")
_HOLLOW = regex(
    "(?:主要)?(?:是|因|由于|系)?受?(?:到)?(?:多种|各种|诸多|种种|多方面|各方面|客观|主客观|相关)(?:的)?(?:因素|原因|条件)(?:的)?(?:综合)?(?:影响|制约|所致|造成)?"
    "|(?:今后|下一步|下步|后续|我[局市县区单位]+)?(?:工作中)?(?:将|要|会)?(?:进一步|继续|不断|切实|持续|积极)*(?:加强|加大|强化|完善|提高|提升|改进|做好|重视)(?:项目|资金|工程|工作)?(?:的)?(?:管理|监管|监督|力度|工作|调度|指导|协调|认识|效率|水平|质量|组织领导)(?:力度|水平|工作)?"
)
"""Clauses that would fit any indicator."""


@rule(
    id="REASON-506",
    severity=WARN,
    basis=["practice#P-14", "practice#E-14"],
    zh="{count} 处未完成原因空泛或者不足 {least} 字：{texts}",
    en="{count} reasons are empty or shorter than {least} characters: {texts}",
)
def reasons_are_not_empty_words(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every reason that says nothing."""
    law, day = catalogue.law, year_end(dossier)
    least, empty = law.whole("reason_min_chars", day), law.words("empty_reasons", day)
    poor = [
        row
        for row in dossier.explanations
        if row.indicator_ids
        and row.in_form is not False
        and row.reason.strip()
        and not _AS_ABOVE.fullmatch(row.reason.strip("。 "))
        and (
            row.reason.strip("。 ") in empty
            or _length(row.reason + row.measure) < least
            or _is_hollow(f"{row.reason}，{row.measure}")
        )
    ]
    if poor:
        texts = [
            Both(f"{name.zh}“{row.reason}”", f"{name.en}: {row.reason}")
            for row in poor
            for name in [indicator_name(catalogue, row.indicator_ids[0])]
        ]
        words = {"count": len(poor), "least": least, "texts": listed(texts)}
        yield Hit(tuple(row.operand("reason") for row in poor), words)


def _is_hollow(text: str) -> bool:
    clauses = [one.strip() for one in _CLAUSES.split(text) if one.strip()]
    return bool(clauses) and all(_HOLLOW.fullmatch(one) for one in clauses)


def _length(text: str) -> int:
    return len("".join(text.split()))
