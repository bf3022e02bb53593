"""The figures told of one indicator, each in its role: quoted target, actual, completion."""

import re
from dataclasses import dataclass, field

from shanhe.catalogue.model import Indicator
from shanhe.documents.prose.figures import Figure
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.paper import Span
from shanhe.values.regex import regex

_COMPLETION = regex(
    r"完成(?:率|比例|进度)|(?:完成|达到|实现|占|为)(?:了)?(?:年度|全年|绩效|总体|计划|预期)*"
    r"(?:目标|任务|计划|指标)[^，；\d]{0,6}的?[^，；\d]{0,3}$|目标(?:任务)?的[^，；\d]{0,3}$"
)
_TARGET = regex(r"目标|指标值|计划(?!完成率)|任务(?:数|量)|应完成|需完成")
_GAP = regex(
    "相差|(?:比|较|与|距)[^，；]{0,8}(?:少|多|差|超)|少完成|超额|超出(?:年度|绩效|计划)*(?:目标|计划|任务)|尚有|还有|缺口"
    "|(?:目标|计划|任务|指标)(?:值|数|量)?[尚还仍]?(?:少|多|差|缺|欠|低(?!于)|高(?!于)|超(?!过))(?:出|完成|了|修复|治理)?[^，；]{0,2}$"
    "|(?<!不)(?:低于|高于|少于|多于|不足)(?:年度|绩效|计划|预期)*(?:目标|计划|任务)(?:值|数|量)?$"
)
_BESIDE_TARGET = regex(
    "(?:比|较|与|同|低于|高于|少于|多于)(?:年度|全年|绩效|计划|预期|预算)*的?(?:目标|计划|任务|指标|控制|定额)(?:值|数|量|标准)?的$"
)
"""A target that something is compared with, which no sign is asked of: 比计划的42.06万元/公顷低0.56万元."""
_ACTUAL = regex(r"实际|完成|达到?|实现|累计|已|为|治理|修复|消除|新增|改善")
_OTHER = regex(r"上年|去年|同期|较|比|从|由|其中|投资|样本|份|问卷|发放|回收|抽样|共有|现有|涉及")


@dataclass(slots=True)
class Told:
    """What one passage tells of an indicator: its figures by role."""

    indicator: Indicator
    name: Span
    whole: Span
    region: str = ""
    quoted: Figure | None = None
    actual: Figure | None = None
    completion: Figure | None = None
    rest: list[Figure] = field(default_factory=list)

    def give(self, role: str, figure: Figure) -> None:
        """Put a figure into its role, unless another stands there."""
        if getattr(self, role) is None:
            setattr(self, role, figure)
        else:
            self.rest.append(figure)


def give_roles(paragraph: Paragraph, one: Told, figures: list[Figure], start: int) -> None:
    """Give each figure its role by the words between it and the figure before."""
    last = start
    for figure in figures:
        lead = paragraph.text[last : figure.start]
        last = figure.end
        if figure.is_percent and re.search("分别|依次", lead):
            return
        role = role_of(one, lead, figure)
        if role:
            one.give(role, figure)


def role_of(one: Told, lead: str, figure: Figure) -> str:
    """Return which figure this is by the words before it: quoted, actual or completion."""
    near = re.split("[，；。]", lead)[-1] or lead
    if figure.is_percent and _COMPLETION.search(near):
        return "completion"
    if figure.unit is not None and figure.unit.measures("points"):
        return ""
    if _GAP.search(near) or _BESIDE_TARGET.search(near):
        return ""
    if _TARGET.search(near) and not re.search("实际|完成(?!值)", near):
        return "quoted"
    if figure.unit is None:
        fits = not figure.unit_text
    else:
        quoted = one.quoted.unit if one.quoted else None
        fits = one.indicator.takes(figure.unit) or (quoted is not None and figure.unit.like(quoted))
    if _OTHER.search(near) or not fits:
        return ""
    return "actual" if _ACTUAL.search(near) or one.quoted is not None else ""


def is_completion(figure: Figure, lead: str) -> bool:
    """Return whether a figure is a stated completion by the words before it."""
    return figure.is_percent and _COMPLETION.search(lead) is not None


def is_gap(lead: str) -> bool:
    """Return whether the words before a figure make it what is short or over."""
    return _GAP.search(re.split("[，；。]", lead)[-1]) is not None


def is_quoted(lead: str) -> bool:
    """Return whether the words before a figure make it the target."""
    return _TARGET.search(lead) is not None and not re.search("实际|完成", lead)
