"""监控、检查所涵盖的月份不晚于开展监控的月份.

``2025年8月，市财政局对1—9月运行情况实施监控`` looks at months that had not come. The month of the monitoring itself may be among them.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import prose, sentences
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_LOOKED = regex(
    r"(?:(?P<year>20\d\d)年)?(?<!\d)(?P<month>\d{1,2})月(?:份|底|初|中旬|上旬|下旬|\d{1,2}日)?[，,]?[^。；，\d]{0,24}?(?:对|就)(?:截至)?(?:(?P<year2>20\d\d)年)?[^。；，\d]{0,4}"
    r"(?:\d{1,2}月?(?:[—\-－~]+|至|到))(?P<last>\d{1,2})月(?:份|底|末)?[^。；，]{0,24}?(?:监控|监测|检查|评估|通报|调度|督查|分析)"
)


@rule(
    id="TIME-347",
    severity=ERROR,
    basis=["practice#R-02"],
    zh="“{words}”：{month} 月开展，所涉期间却到 {last} 月",
    en="{words}: done in month {month}, of a period up to month {last}",
    only=Only.PAPER,
)
def what_is_looked_at_is_over(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each monitoring of months that come after it."""
    del catalogue
    for line in prose(dossier):
        if "月" not in line.text:
            continue
        for sentence in sentences(line):
            for found in _LOOKED.finditer(folded(sentence.text)):
                month, last = int(found["month"]), int(found["last"])
                other = found["year2"] and found["year"] != found["year2"]
                if month < last <= 12 and not other:
                    at = sentence.operand(*found.span())
                    yield Hit((at,), {"words": at.text, "month": month, "last": last})
