"""A whole, a part and their rate in one part of a sentence, known by their names: 目标A，实际B，完成率C."""

from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.computed import Computed, percent
from shanhe.measures.frame import Frame
from shanhe.measures.named_roles import only
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.values.regex import regex

_ROLES = tuple(
    tuple(regex(words) for words in roles)
    for roles in (
        (
            "目标|(?<!投资)计划(?!工期)|应完成|任务",
            "实际(?!用时|工期)|完成(?!率|比例|进度)|达到",
            "^完成(?:率|比例)",
        ),
        ("应到位|计划到位", "(?<!应)(?<!计划)到位(?!率)", "^到位率"),
        ("送审", "核减(?!率)", "^核减率"),
        ("控制价|限价|概算|采购预算", "下浮(?!率|比例)|节约(?!率)", "^(?:下浮|节约)率"),
        ("栽植|种植", "成活(?!率)", "^(?:苗木|树木|林木)?成活率"),
        ("发放|发出", "收回(?!率)|回收(?!率)", "^(?:问卷)?(?:收回|回收)率"),
        ("抽[检查样]|检[测验查]", "合格(?!率)", "^(?:抽检|检测|质量)?合格率"),
        ("应完工|应竣工", "实际(?:完工|竣工)", "^(?:完工|竣工)率"),
        ("应开工", "实际开工", "^开工率"),
        ("总工期|合同工期|计划工期", "已过|已施工|已用|已实施", "^时间进度"),
    )
)
"""Of each: what is the whole, what is part of it, how the rate is called."""
_RATE = regex("率|比例|进度")
_THREE = 3
_NO_ROLE = regex(
    "比|较|其中|占|每|均|上年|同期|累计|不低于|不少于|增|减(?!率)|一次|复检|剩余|未|尚|差|缺|少|多|超"
)
_LESS_IS_BETTER = regex("成本|单价|造价|天数|投诉|浓度|减少|降低|下降|不超过|控制数|≤")


@dataclass(frozen=True, slots=True)
class NamedQuotient:
    """A rate as stated, and what its part over its whole makes."""

    frame: Frame
    start: int
    end: int
    rate: PrintedAmount
    made: Computed


def named_quotients(frame: Frame) -> Iterator[NamedQuotient]:
    """Yield the rates of a sentence's parts in which whole, part and rate stand once each.

    Example:
        ``目标≥95%，实际98%，完成率103.16%``: 98 ÷ 95, with 103.16 % stated.
    """
    bones = frame.bones
    for span in bones.parts():
        part = bones.text[slice(*span)]
        marks = bones.marks(*span) if _RATE.search(part) else []
        if len(marks) < _THREE or _LESS_IS_BETTER.search(part):
            continue
        leads = {mark: bones.lead(mark) for mark in marks}
        for roles in _ROLES:
            found = [only(leads, role, _NO_ROLE) for role in roles]
            if None not in found and len(set(found)) == _THREE:
                yield from _made(frame, span, [bones.amount(mark) for mark in found if mark])


def _made(
    frame: Frame, span: tuple[int, int], found: list[PrintedAmount]
) -> Iterator[NamedQuotient]:
    whole, part, rate = found
    if whole.is_like(part) and whole.quantity.value and rate.is_percent and not rate.vague:
        yield NamedQuotient(frame, *span, rate, percent(part.quantity, whole.quantity))
