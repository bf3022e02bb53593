"""How much there is of each thing, with how many things and what that comes to, in the phrases that say which belong together.

``每个标段配备监理3人，5个标段共15人``; ``新增耕地265.05亩，按每亩年增收1200元测算，年增收31.81万元``; ``劳务费450万元，人均1.5万元，涉及300人``;
``甲县、乙县各2个，丙县3个，共7个``.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.measures.computed import Computed
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount, counts, in_a_sum, unit_named
from shanhe.measures.products import Product
from shanhe.measures.stated import judge_stated
from shanhe.values.interval import Interval
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_W = r"[^，。；：、（）()\ue000-\uf8ff]"
_PER = r"每(?:一?个)?(?P<per>[\u4e00-\u9fff]{1,4}?)"
_THUS = "(?:的标准|的单价|的定额)?(?:测算|计算|计取|核算|计|补偿|补助)?"
_EVERY = regex(
    rf"{_PER}(?P<verb>{_W}{{0,10}}?)(?P<rate>{AMOUNT})[，,](?P<n>{AMOUNT})(?P<thing>{_W}{{0,6}}?)(?:总?共|合计|共计|需){_W}{{0,8}}?(?P<total>{AMOUNT})"
)
_AT = regex(
    rf"(?:按照?|以)?(?:每年)?每(?P<per>亩|公顷|平方米|公里|株|立方米|户|人)(?P<verb>{_W}{{0,8}}?)(?P<rate>{AMOUNT}){_THUS}[，,]{_W}{{0,12}}?(?P<n>{AMOUNT})[，,]{_W}{{0,10}}?(?P<total>{AMOUNT})"
)
_THEN = regex(
    rf"(?P<n>{AMOUNT})[，,](?:按照?|以)每(?P<per>亩|公顷|平方米|公里|株|立方米|户|人)(?P<verb>{_W}{{0,8}}?)(?P<rate>{AMOUNT}){_THUS}[，,]{_W}{{0,10}}?(?P<total>{AMOUNT})"
)
_MEAN = regex(
    rf"(?P<total>{AMOUNT})[，,](?P<per>[人户亩])均(?P<verb>{_W}{{0,6}}?)(?P<rate>{AMOUNT})[，,](?:涉及|惠及|受益|共|覆盖)(?P<thing>{_W}{{0,4}}?)(?P<n>{AMOUNT})"
)
_SIZES = "进尺|长度?|面积|投资|库容|容积"
_SIZED = regex(
    rf"(?P<n>{AMOUNT})[，,](?P<per>总)(?P<size>{_SIZES})[为达]?(?P<total>{AMOUNT})[，,]平均(?P<verb>孔深|井深|单长|长度|面积|投资|库容|容积)[为达]?(?P<rate>{AMOUNT})"
)
_OF_SIZE = {"进尺": "孔深井深", "长": "单长长度", "长度": "单长长度"}
_DAILY = regex(
    rf"日(?P<per>处理|供水|产|供气)(?P<verb>{_W}{{0,6}}?)(?P<rate>{AMOUNT})[，,](?:年|全年)?(?:运行|生产|供水|工作)(?P<n>{AMOUNT})[，,]{_W}{{0,8}}?(?P<total>{AMOUNT})"
)
_EACH_TOO = regex(
    rf"(?:^|[，。；：])(?P<list>[\u4e00-\u9fff、\ue000-\uf8ff]{{2,24}}?各{_W}{{0,8}}?{AMOUNT}(?:[、，]{_W}{{1,14}}?{AMOUNT}){{0,6}})[，,](?:总?共|合计|共计){_W}{{0,8}}?(?P<total>{AMOUNT})"
)
_HEADED = regex(
    rf"共{_W}{{0,6}}(?P<total>{AMOUNT}){_W}{{0,4}}[，,：:](?:分别为|分别是|其中)?(?P<list>[\u4e00-\u9fff、]{{2,24}}?各{_W}{{0,6}}?{AMOUNT}(?:[、，]{_W}{{1,14}}?{AMOUNT}){{0,6}})(?=[。；]|$)"
)
_NO_RATE = regex("少|多|差|低于|高于|不超过|上限|最|目标|计划")
_OTHER_TOTAL = regex("成活|保存|合格|已|实际|补植|剩|未|其中|另")
"""Before an amount that is less than what should be there."""
_OPEN = regex("等|其中|比|较|占|每|均|另|余|未|约")
_NUMBERED = regex(f"^(?P<n>{AMOUNT}|[两二三四五六七八九十])个?(?:{_W}{{0,8}})$")
_NAMES = regex("^[\u4e00-\u9fff]{1,10}(?:、[\u4e00-\u9fff]{1,10})*$")


def rates_each(frame: Frame) -> Iterator[Product]:
    """Yield the totals that what each thing has does not make.

    Example:
        ``每个项目配备技术员2人，24个项目共58人``: 2 × 24 is 48.
    """
    bones = frame.bones
    if "每" in bones.text or "均" in bones.text or "日" in bones.text:
        for pattern in (_EVERY, _AT, _THEN, _MEAN, _SIZED, _DAILY):
            for found in pattern.finditer(bones.text):
                yield from _of_one(frame, found)
    if "各" in bones.text:
        for found in (*_EACH_TOO.finditer(bones.text), *_HEADED.finditer(bones.text)):
            yield from _of_each(frame, found)


def _of_one(frame: Frame, found: re.Match[str]) -> Iterator[Product]:
    rate, things, total = (frame.bones.amount(found[key]) for key in ("rate", "n", "total"))
    plain = rate.is_like(total) and not (things.vague or rate.is_percent or things.is_percent)
    groups = found.groupdict()
    if not plain or not _is_counted(groups, things) or _NO_RATE.search(groups["verb"]):
        return
    unit = unit_named(groups["per"])
    measured = unit is not None and unit.like(things.quantity.unit)
    factor = things.quantity.unit.factor_to(unit) if measured and unit else Fraction(1)
    own = in_a_sum(things.quantity) if counts(things.quantity.unit) else things.quantity
    exact = counts(things.quantity.unit) and "均" not in found[0]
    each = in_a_sum(rate.quantity) if exact else rate.quantity
    interval = each.interval * own.interval.times(factor)
    steps = f"{rate.quantity} × {things.quantity}"
    value = rate.quantity.value * own.value * factor
    made = Computed(value, interval, rate.quantity.unit, steps)
    others = (one for one in frame.bones.amounts if one.is_like(total) and one is not total)
    told = any(judge_stated(one.quantity, made).is_kept for one in others if one is not rate)
    if not told and not _OTHER_TOTAL.search(frame.bones.lead(found["total"])):
        yield Product(frame, found.start(), found.end(), total, made)


def _is_counted(groups: dict[str, str], things: PrintedAmount) -> bool:
    """Return whether things are what the rate is for each of: 24个项目 of 每个项目, 200公顷 of 每公顷."""
    per, unit = groups["per"], things.quantity.unit
    if per == "总":
        fits = _OF_SIZE.get(groups["size"], groups["size"])
        return counts(unit) and groups["verb"] in fits
    if "thing" not in groups and "size" not in groups and per in {"处理", "供水", "产", "供气"}:
        return unit.symbol in {"天", "日"}
    known = unit_named(per)
    if known is not None and known.like(unit) and not groups.get("thing"):
        return True
    thing = groups.get("thing") or ""
    each = f"{per}{groups['verb']}"
    if not thing:
        return each.startswith(unit.symbol) and not counts(unit)
    return counts(unit) and len(thing) > 1 and each.startswith(thing)


def _of_each(frame: Frame, found: re.Match[str]) -> Iterator[Product]:
    """Yield a total that what several have each, with what others have, does not make: 甲县、乙县各2个，丙县3个，共7个."""
    bones, total = frame.bones, frame.bones.amount(found["total"])
    items = re.split(f"(?<={AMOUNT})[、，]", found["list"])
    value, steps = Interval.exactly(0), []
    for item in items:
        one = bones.amount(re.findall(AMOUNT, item)[-1])
        times = _times(frame, item)
        like = one.quantity.unit.like(total.quantity.unit) and not (one.vague or one.is_percent)
        if not times or not like or _OPEN.search(item):
            return
        own = in_a_sum(one.quantity).interval_in(total.quantity.unit)
        value += own.times(Fraction(times))
        steps.append(f"{one.quantity.number} × {times}" if times > 1 else one.quantity.number)
    if not total.vague:
        middle = (value.low + value.high) / 2
        made = Computed(middle, value, total.quantity.unit, " + ".join(steps))
        yield Product(frame, found.start("list"), found.end(), total, made)


def _times(frame: Frame, item: str) -> int:
    """Return how many have what an item tells of each, 1 where it is of one thing, 0 where nobody can tell."""
    lead, each, _ = item.partition("各")
    if not each:
        return 1 if len(re.findall(AMOUNT, item)) == 1 else 0
    counted = _NUMBERED.match(lead)
    if counted:
        word = counted["n"]
        if re.fullmatch(AMOUNT, word):
            many = frame.bones.amount(word)
            return int(many.quantity.value) if counts(many.quantity.unit) else 0
        return count_of(word)
    plain = _NAMES.match(lead) and not re.search("[和与及]|各", lead)
    names = len(lead.split("、")) if plain else 0
    return names if names > 1 else 0
