"""Who signed a paper and on which day, and whom it is addressed to."""

from dataclasses import dataclass
from datetime import date

from shanhe.measures.once import once
from shanhe.measures.sentences import prose
from shanhe.measures.told_days import DATE, MONTH, YEAR, told_days
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.paper import TextLine
from shanhe.records.source import Operand
from shanhe.values.regex import regex

_DAY = regex(rf"\s*{YEAR} ?年 ?{MONTH} ?月 ?{DATE} ?日\s*")
_BODY = regex("[\u4e00-\u9fff]{2,24}?(?:财政[部厅局]|资源[和与规划]*[部厅局]|政府|[局厅]|委员会)")
_SIGNERS = regex(rf"(?:{_BODY.pattern}[ \u3000、（）盖章]*)+")
_ADDRESSED = regex(rf"(?:{_BODY.pattern}[、，和及 ]*)+[：:]")
_LABELLED = regex(r"(?:报告|填报|落款|成文|签发|编制|自评)(?:日期|时间)[：:]\s*(?P<day>.+)")
"""A day below the title: 报告日期：2026年2月12日."""
_UNIT = regex(r"(?:项目|实施|填报|编制|主管|报告)*单位[：:]\s*(?P<who>[\u4e00-\u9fff]{4,30})\s*")
_MADE = regex(
    rf"于(?P<day>{YEAR} ?年 ?{MONTH} ?月 ?{DATE} ?日)(?:编制|撰写)?(?:形成|完成|编制完成)了?本(?:绩效)?(?:自评)?报告"
)
_HEAD, _ABOVE = 6, 3


@dataclass(frozen=True, slots=True)
class Signing:
    """The day below the text, those who signed, and those it is addressed to."""

    day: date
    operand: Operand
    signers: frozenset[str]
    addressed: frozenset[str]


@once
def signing(dossier: Dossier) -> Signing | None:
    """Return the last day that stands alone in a line of the text, with the bodies in the lines before it.

    Example:
        ``某县自然资源局`` and below it ``2025年3月10日``.
    """
    lines = prose(dossier)
    alone = [n for n, line in enumerate(lines) if _DAY.fullmatch(folded(line.text))]
    days = list(told_days(lines[alone[-1]].text)) if alone else []
    if not days:
        return _labelled(lines[:_HEAD]) or _made(lines[:_HEAD])
    above = lines[max(0, alone[-1] - _ABOVE) : alone[-1]]
    signed = [line.text.strip() for line in above if _SIGNERS.fullmatch(line.text.strip())]
    heads = [line.text.strip() for line in lines[:_HEAD]]
    told = [text for text in heads if _ADDRESSED.fullmatch(text)]
    return Signing(days[0].day, lines[alone[-1]].operand("text"), _bodies(signed), _bodies(told))


def _labelled(head: tuple[TextLine, ...]) -> Signing | None:
    """Return the day that the head of a paper tells as its own, with the body that it names."""
    for line in head:
        found = _LABELLED.fullmatch(folded(line.text).strip())
        days = list(told_days(found["day"])) if found else []
        if len(days) == 1:
            units = (_UNIT.fullmatch(one.text.strip()) for one in head)
            signers = frozenset(one["who"] for one in units if one)
            return Signing(days[0].day, line.operand("text"), signers, frozenset())
    return None


def _made(head: tuple[TextLine, ...]) -> Signing | None:
    """Return the day on which the first paragraphs tell that the report was made: 于2026年3月20日形成本报告."""
    for line in head:
        found = _MADE.search(folded(line.text))
        days = list(told_days(found["day"])) if found else []
        if len(days) == 1:
            return Signing(days[0].day, line.operand("text"), frozenset(), frozenset())
    return None


def _bodies(texts: list[str]) -> frozenset[str]:
    return frozenset(name for text in texts for name in _BODY.findall(text))
