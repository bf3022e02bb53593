"""How many there are on each of something, with how many that makes: 林地每亩栽植苗木200株，共栽植212040株; 12个村，每村抽取30户，共360户."""

import re
from collections.abc import Iterator, Sequence

from shanhe.measures.computed import Computed
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount, counts
from shanhe.measures.products import Product
from shanhe.measures.stated import judge_stated
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_EACH = regex(
    rf"(?P<what>[\u4e00-\u9fff]{{2,6}}?)(?:平均|按)?每(?P<per>亩|公顷|公里|平方公里)(?P<verb>[\u4e00-\u9fff]{{0,8}})(?P<rate>{AMOUNT})[，,](?:共|总共|合计|累计|总计)[\u4e00-\u9fff]{{0,6}}?(?P<total>{AMOUNT})"
)
_SO_MANY = regex(
    rf"(?P<n>{AMOUNT})(?P<thing>[\u4e00-\u9fff]{{0,6}})[，,；]?(?:平均)?每(?:一?个)?(?P<per>[\u4e00-\u9fff]{{1,4}}?)(?:各)?(?:抽取|抽查|抽样|选取|选择|调查|走访|发放|配备|聘用|聘请|选聘|派出|安排|布设|设置|设立|设|安装|建设|栽植|补植|补助|培训)了?[\u4e00-\u9fff]{{0,6}}?(?P<rate>{AMOUNT})[，,](?:共|总共|合计|累计|总计)[\u4e00-\u9fff]{{0,6}}?(?P<total>{AMOUNT})"
)
"""12个行政村，每村抽取30户，共360户: things and how many each has stand side by side."""
_NO_WHOLE = regex("目标|计划|比|较|多|少|差|未|剩余|其余|每|均|设计")


def told_per_each(frame: Frame, earlier: Sequence[Frame]) -> Iterator[Product]:
    """Yield the totals that none of the quantities of their name, told before them in the paragraph, makes with the rate.

    Example:
        ``林地1060.2亩，…。林地每亩栽植苗木200株，共栽植21204株``: 1060.2 × 200 is 212040.
    """
    bones = frame.bones
    for found in _SO_MANY.finditer(bones.text) if "每" in bones.text else ():
        yield from _so_many(frame, found)
    for found in _EACH.finditer(bones.text) if "每" in bones.text else ():
        rate, total = bones.amount(found["rate"]), bones.amount(found["total"])
        told = _quantities(found, [*earlier, frame], until=(frame, found.start()))
        if not told or rate.is_percent or not rate.is_like(total):
            continue
        made = [_times(rate.quantity, one) for one in told]
        one_thing = len({one.value for one in made}) == 1
        if one_thing and not judge_stated(total.quantity, made[0]).is_kept:
            yield Product(frame, found.start(), found.end(), total, made[0])


def _so_many(frame: Frame, found: re.Match[str]) -> Iterator[Product]:
    """Yield a total that so many things with so much each do not make."""
    things, rate, total = (frame.bones.amount(found[key]) for key in ("n", "rate", "total"))
    called = f"{things.quantity.unit.symbol}{found['thing']}"
    exact = counts(things.quantity.unit) and not (things.vague or things.each or rate.is_money)
    if exact and called.endswith(found["per"]) and rate.is_like(total) and not rate.is_percent:
        made = _times(rate.quantity, things)
        if not judge_stated(total.quantity, made).is_kept:
            yield Product(frame, found.start(), found.end(), total, made)


def _quantities(
    found: re.Match[str], told: Sequence[Frame], until: tuple[Frame, int]
) -> list[PrintedAmount]:
    """Return the quantities of what is named before the rate, in the unit that the rate is for."""
    last, end = until
    return [
        one
        for frame in told
        for mark in frame.bones.marks(0, end if frame is last else None)
        if (one := frame.bones.amount(mark)).quantity.unit.symbol == found["per"]
        if not one.vague and not _NO_WHOLE.search(frame.bones.lead(mark))
        if found["what"] in frame.bones.lead(mark)
    ]


def _times(rate: Quantity, thing: PrintedAmount) -> Computed:
    """Return rate times thing in the unit of what is counted."""
    own = thing.quantity
    interval = rate.interval * own.interval
    return Computed(rate.value * own.value, interval, rate.unit, f"{rate} × {own}")
