"""填“无”的管理事项没有未决问题.

Looks at what the other rules found: 无 in the column of problems stands against every failed check
of that aspect, notes excepted, and against a problem that the report itself tells of that aspect.
"""

import re
from collections.abc import Iterator, Sequence

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.open_findings import open_findings
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Finding, Hit
from shanhe.records.narrative import Management
from shanhe.rules.declare import WARN, review
from shanhe.rules.words import Both
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_ADMITTED = regex(
    r"(?:检查|审计|巡察|督查|监控|复核|核查|评价)(?:中|时|组)?发现[，：]?(?!没有|不存在|无|未|的|并|和|及)[^。；]{4,60}"
    r"|(?:检查|审计|巡察|督查|监控|复核|核查|抽查|稽查)[^。；]{0,40}?(?<!未)发现(?![，：]?(?:没有|不存在|无|未发现))[^。；]{0,20}?(?:缺少|缺失|遗漏|重复|不完整|不齐全|不规范|不及时|不符|未按|未经|未及时|违规|超[进范标]|滞后|挪用|挤占|截留|虚列|白条)[^。；，]{0,24}"
    r"|(?:检查|审计|巡察|督查|监督)[^。；\d]{0,12}(?:反映|指出|查出|提出|发现)(?:了|的)?(?:问题[1-9]\d?[个项条]|[1-9]\d?[个项条][^。；，\d]{0,6}问题)"
    r"|[^。；，]{2,30}(?:附件|资料|手续|凭证)不(?:完整|齐全|规范)[^。；]{0,20}"
    r"|(?:检查|抽查|核查|审计|监督|监控)[^。；]{0,40}(?<![未有])(?:发现|查出|指出)(?!没有|不存在|无|未|的|并|和|及|、|偏差及时)[^。；，]{4,60}"
    r"|[^。；，]{0,16}(?:执行率|支付率|(?:支付|支出|执行)进度)(?:偏低|较低|偏慢|滞后)"
    r"|(?<![\u4e00-\u9fff]月)[^。；，]{0,16}到位率(?:仅|只)?(?:为|达到?)?[1-9]?\d(?:\.\d+)?[%％]|[^。；，]{0,16}(?:欠到位|未到位的?|(?:到位|资金)缺口为?)\d[\d.]*[万亿]?元"
)
"""A problem that the report tells of itself; money that has not arrived is one."""
_SETTLED = regex(
    "(?:已|均|全部)(?![^。；，]{0,6}(?:要求|责成|督促|通知))[^。；，]{0,8}(?:整改|补齐|纠正|完善|退回|收回|更正)|全[部额](?:补足)?到位|足额到位|已补足"
)

_SOME = regex(
    r"(?P<found>\d{1,3})[个项条](?:问题)?[^。；\d]{0,20}?(?:已|完成)[^。；，\d]{0,6}整改[^。；，\d]{0,4}(?P<mended>\d{1,3})[个项条](?![^。；]{0,20}(?:整改完毕|全部整改))"
)
"""What was found and how much of it is mended: 发现5个问题，已整改4个."""


@review(
    id="REASON-504",
    severity=WARN,
    basis=["practice#S-03", "practice#E-62", "form#management"],
    zh="“{aspect}”的存在问题和改进措施填“{cell}”，而有 {count} 个问题未决：{problems}",
    en="under {aspect} the form says {cell}, yet {count} problems are open: {problems}",
)
def no_problem_means_no_finding(
    dossier: Dossier, catalogue: Catalogue, earlier: Sequence[Finding]
) -> Iterator[Hit]:
    """Yield each aspect that claims no problem against open findings or the report's own words."""
    del catalogue
    for row in dossier.management:
        own = open_findings(earlier, row.aspect)
        if row.claims_no_problem and not own:
            yield from _admitted(row)
        if row.claims_no_problem and own:
            told = ("；", "zh"), ("; ", "en")
            lines = [
                mark.join(f"{found.rule} {found.message(lang)}" for found in own)
                for mark, lang in told
            ]
            words = {
                "aspect": row.aspect,
                "cell": row.problem.strip(),
                "count": len(own),
                "problems": Both(*lines),
            }
            operands = (operand for found in own for operand in found.operands)
            yield Hit((row.operand("problem"), *operands), words)


def _admitted(row: Management) -> Iterator[Hit]:
    """Yield 无 beside a situation that tells of a problem."""
    keys = ("situation", "form_situation")
    found = ((key, _ADMITTED.search(getattr(row, key))) for key in keys)
    key, told = next(((key, one) for key, one in found if one is not None), ("", None))
    if told is not None and not _is_settled(told):
        words = {
            "aspect": row.aspect,
            "cell": row.problem.strip(),
            "count": 1,
            "problems": Both(f"情况说明写“{told[0]}”", f"its situation says {told[0]}"),
        }
        yield Hit((row.operand("problem"), row.operand(key)), words)


def _is_settled(told: re.Match[str]) -> bool:
    """Return whether the same sentence, or the next one, says that it is put right, and not only some of it."""
    after = "".join(re.split("(。)", told.string[told.end() :])[:3])
    some = _SOME.search(told[0] + after)
    if some is not None and count_of(some["mended"]) < count_of(some["found"]):
        return False
    return _SETTLED.search(told[0] + after) is not None
