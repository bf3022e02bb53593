"""Reason and measure, which share one cell of the form."""

import re

from shanhe.values.regex import regex

NOTHING = frozenset({"", "无", "/", "—", "-", "——", "暂无", "不适用", "无偏差", "无。"})
_LABELLED = regex(
    r"(?:^|[，,。；;\s])(?:\(?[一二12][、.)])?(?:下一步)?(?:改进|整改|应对)?措施(?:是|为)?\s*[:：]"
)
_REASON = regex(r"^(?:[一二12][、.])?(?:偏差|未完成)?原因(?:是|为|分析)?\s*[:：]\s*")
_TURN = regex(
    r"[，,。；;]\s*(?=下一步|今后|后续|接下来|拟|将|待[^，。；]{1,16}后|(?:由[^，。；]{2,24}|[^，。；\d]{2,16}[局厅委府院司处站队]|[^，。；\d]{2,16}中心)?(?:已)?(?:计划|预计|力争|确保)?[于在]?20\d\d年[^，。；]{0,8}(?:前|底|内))"
)


def reason_and_measure(text: str) -> tuple[str, str]:
    """Return reason and measure of a cell; a text that does not turn to a measure is all reason.

    Example:
        ``正在论证，待批复后及时招标`` is 正在论证 and 待批复后及时招标; ``无`` is neither.
    """
    words = " ".join(text.split())
    if words in NOTHING:
        return "", ""
    for parted in (_LABELLED, _TURN, re.compile("[；;]")):
        found = parted.search(words)
        if found and words[: found.start()].strip() and words[found.end() :].strip():
            return _REASON.sub("", words[: found.start()].strip()), words[found.end() :].strip()
    return _REASON.sub("", words), ""


_WHY = regex("因|由于|受|系|原因|[：:]")
_GAP = regex(r"^[^，,；;。：:]{0,16}[：:]")


def told_in_note(note: str) -> tuple[str, str]:
    """Return reason and measure of a note beside an actual; none where it only tells numbers.

    Example:
        ``缺1处：坑内积水未排干，由镇人民政府2026年4月30日前完成`` is 坑内积水未排干 and the rest.
    """
    if not _WHY.search(note):
        return "", ""
    return reason_and_measure(_GAP.sub("", note))
