"""What a list of amounts in a sentence is of, and whether it names all parts.

The whole is told before the list by 其中, a colon, brackets or 包括, or in the sentence before. It is named in full where the parts
are a known division, where it says how many there are (三项, 3个乡镇), where it is closed by 和, divides by something (按乡镇分), or
where another list, or the lines of a table with a total, have the same names.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from shanhe.measures.amounts_of_paper import is_near
from shanhe.measures.counted_kinds import PLACES, is_counted
from shanhe.measures.frame import AMOUNT, Frame, last_words
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.worded_lists import DIVIDES, SOURCES, WordedList
from shanhe.values.regex import regex

_FAMILIES = tuple(
    regex(words)
    for words in (
        "中央|省级|省财政|自治区|市县|[市盟州]级|[县旗区]级|地方|自筹|社会|配套|其他|上级|本级",
        "公务员|事业|工勤|行政|参公|编制|聘用|合同制",
        "男|女",
        "满意|不满意|一般|不了解",
        "脱贫户|一般农户|普通农户|监测户",
        "基本|项目",
    )
)
KINDS = tuple(
    regex(words)
    for words in (
        "林地|草地|耕地|园地|水域|坑塘|水面|湿地|建设用地|裸地|未利用地|其他",
        "人工造林|飞播造林|封山育林|退化林|人工更新|森林抚育|低产低效林",
        "(?:完工|竣工|建成)|在建|正在|开工|未开工|未动工|停工",
        "滑坡|崩塌|泥石流|地面塌陷|地裂缝|不稳定斜坡|地面沉降|危岩",
        "(?:预算|资金)?执行|产出|效益|满意度|过程|决策",
    )
)
"""Divisions of which a list may leave out one that does not occur: three parts are taken for all."""
_LEAST_KINDS = 3
_LEAST_NAME = 3
_DIVIDED = "(?:(?:按|从)[^，。；：\ue000-\uf8ff]{1,10}(?:划?分|看|统计)|分[^，。；：\ue000-\uf8ff]{1,8}看|分年度[^，。；：\ue000-\uf8ff]{0,8})"
_YEARLY = regex("(?:分年度?|各年度?|逐年)[^，。；：\ue000-\uf8ff]{0,8}(?:为|是|[：:])20")
"""Begins a list by years: 分年度投资计划为2022年…."""
_AMONG = rf"(?:[两三四五六七八九十]|{AMOUNT})个?(?:{PLACES})中[，：]"
_BY = regex(rf"(?:{_DIVIDED}[，：:]?|{_AMONG})$")
_FOLLOWS = regex(
    rf"其中[，：:]?|{_DIVIDED}[，：:]?|{_AMONG}|(?:上述|以上|该)?(?:资金|经费)(?:全部|分别)?用于(?:[两二三四五六七八九]|[0-9\ue000-\uf8ff])?(?:类|项|个方面)?[^，。；：]{{0,6}}[：:]"
)
"""Words that begin the parts of what the sentence before told."""
_STATES = regex("(?:截至|截止|到|至)[^，。；：]{1,14}[，：:]")
_SPENT = regex("支出|支付|执行|到位|下达|安排|完成")
"""What the parts tell of money or work, which their whole tells as well."""
_GAP = regex(
    "少|多|差|超|结余|结转|剩余|其余|比|较|未|每|平均|户均|人均|亩均|增加|增长|提高|下降|降低"
)
_LEFT = regex("未|[欠缺]|剩余|其余|结余")
_REACHED = regex("完成|实际|累计|已")
_IN_ALL = regex("累计|共|合计|总|全年|全部|完成投资")
_INSIDE = regex(rf"{AMOUNT}[^，。；：、（(\ue000-\uf8ff]{{0,8}}中[，：:]?$")
_TOLD = regex("(?:其中|分别为|[：:])[，：:]?$")
_CONSISTS = regex("(?P<what>[^，。；：]{0,16}?)(?:包括|包含|(?:全部)?用于)")
_LAST = regex("^(?:其他|其余|其它|余下)|及?以下")
"""Names of a last part, which leaves none out: 其他费用, 初级及以下."""
_COMPOSED = regex("组成[，,]?其中[，：:]?$")
_BRACKET = regex(f"{AMOUNT}(?:的[\u4e00-\u9fff]{{1,8}})?[（(]$")
"""Before parts in brackets: 12人的评价组（财政3人、…）."""
_SHARE = regex(f"[）)]?的(?:约|近)?(?P<share>{AMOUNT})")
_TARGET = regex("目标|计划|任务")
_YEARS = regex(r"20\d\d年度?")
_KEPT = regex("作为[^，。；\ue000-\uf8ff]{2,10}[，,](?:其中)?")
"""After a share whose amount is not told: 预留3%作为质量保证金，其中一标22.75万元、…."""
_ROOM = Fraction(5, 4)


@dataclass(frozen=True, slots=True)
class Whole:
    """The sum that a list is of, with the sentence and the place that it stands at."""

    amount: PrintedAmount
    frame: Frame
    place: int

    @property
    def lead(self) -> str:
        """The words right before it."""
        return last_words(self.frame.bones.text[: self.place])


def whole_of(one: WordedList, earlier: Sequence[Frame], taken: set[int]) -> Whole | None:
    """Return the sum that a list is of: told before it in its sentence, or in the sentences before.

    ``earlier`` are the sentences of its paragraph so far, ``taken`` the parts of other lists of its sentence.
    """
    bones, part = one.frame.bones, one.parts[0][1]
    told, divided = _is_told(one), _is_divided(one)
    for mark in reversed(bones.marks(0, one.start)):
        amount, between = bones.amount(mark), bones.text[bones.place(mark) + 1 : one.start]
        beside = re.fullmatch("[，,；（(]?(?:其中|中)?[，：:]?", between) is not None
        gap = _GAP.search(bones.lead(mark)) is not None
        small = any(amount.is_like(own) and _value(own) > _value(amount) for _, own in one.parts)
        made = beside or (
            _LEFT.search(bones.lead(mark)) and is_near(_total(one), _value(amount), _ROOM)
        )
        if amount.is_percent and _KEPT.fullmatch(between):
            return None
        if not amount.is_like(part) or (gap and (small or not made)):
            continue
        if _is_base(one.frame, mark) or _is_target_beside(one, mark):
            continue
        if divided and (id(amount) in taken or _is_divided_before(one, mark)):
            continue
        ahead = between + bones.text[one.start : one.start + 2]
        near = told and not re.search("。|；(?!其中|按|分)", ahead)
        return Whole(amount, one.frame, bones.place(mark)) if near else None
    before = earlier[-1] if earlier else None
    found = _subject(one, before) or _before(one, before) if before is not None else None
    return found or (_told_before(one, earlier) if divided else None)


def _is_divided_before(one: WordedList, mark: str) -> bool:
    """Return whether an amount is a part of the division before a semicolon: 按地区分，甲县2个58万元、乙县1个；按性质分，…."""
    text, place = one.frame.bones.text, one.frame.bones.place(mark)
    part = re.split("[。；]", text[:place])[-1]
    return "；" in text[place : one.start] and re.search(f"{_DIVIDED}|其中", part) is not None


def _is_base(frame: Frame, mark: str) -> bool:
    """Return whether an amount is what a share is of, and has no parts: 务工12480人次，为目标12000人次的104.00%，其中…."""
    bones = frame.bones
    share = _SHARE.match(bones.text, bones.place(mark) + 1)
    return share is not None and bones.amount(share["share"]).is_percent


def _is_target_beside(one: WordedList, mark: str) -> bool:
    """Return whether an amount is the target of what the parts make before it: 受益7.14万人（目标6.80万人），其中…."""
    bones = one.frame.bones
    told = [bones.amount(each) for each in bones.marks(0, bones.place(mark))]
    return _TARGET.search(bones.lead(mark)) is not None and any(
        each.is_like(bones.amount(mark)) and _value(each) == _total(one) for each in told
    )


def _told_before(one: WordedList, earlier: Sequence[Frame]) -> Whole | None:
    """Return what a division is of that its paragraph told some sentences before: the sum of its parts, else what comes near.

    Example:
        ``累计支付15315万元，…。…。从用途看，支付施工费13630.35万元、…``: 15315, whatever stands between.
    """
    total, part = _total(one), one.parts[0][1]
    told = [
        Whole(amount, before, before.bones.place(mark))
        for before in earlier
        for mark in before.bones.marks()
        if (amount := before.bones.amount(mark)).is_like(part) and amount.quantity.value
        if not _GAP.search(before.bones.lead(mark))
    ]
    exact = [each for each in told if _value(each.amount) == total]
    whole = [each for each in told if _IN_ALL.search(each.lead)]
    near = [each for each in whole if is_near(total, _value(each.amount), _ROOM)]
    return next(iter([*exact, *near]), None)


def is_in_full(one: WordedList, whole: Whole, exact: list[frozenset[str]]) -> bool:
    """Return whether a list names all parts of its whole."""
    text = one.frame.bones.text
    total = _total(one)
    near = is_near(total, _value(whole.amount), _ROOM)
    divided = _is_divided(one) or _YEARLY.match(text, one.start)
    closed = _LAST.search(one.parts[-1][0]) or _COMPOSED.search(text[: one.start])
    if one.joined or one.names in exact or (near and (divided or closed)):
        return True
    years = all(map(_YEARS.fullmatch, one.names))
    by_year = years and (_BRACKET.search(text[: one.start]) or _IN_ALL.search(whole.lead))
    if by_year or any(_is_family(one, family) for family in _FAMILIES):
        return True
    if len(one.parts) >= _LEAST_KINDS and any(
        all(family.match(name) for name in one.names) for family in KINDS
    ):
        return True
    if is_counted(one, whole.frame):
        return True
    return near and len(one.parts) >= _LEAST_KINDS and bool(_CONSISTS.match(text, one.start))


def _is_told(one: WordedList) -> bool:
    """Return whether the words before a list, or its first ones, make it the parts of a whole."""
    text = one.frame.bones.text
    lead, first = text[: one.start], text[one.start : one.start + 4]
    bracketed = _BRACKET.search(lead) and text[one.end : one.end + 1] in {"）", ")"}
    return bool(
        _TOLD.search(lead)
        or first.startswith(("其中", "包括", "包含"))
        or _is_divided(one)
        or bracketed
        or (_INSIDE.search(lead) and not re.match("[\u4e00-\u9fff]", text[one.end :]))
        or _is_of_what_it_names(one)
        or _is_by_level(one)
        or _is_of_sources(one)
    )


def _is_divided(one: WordedList) -> bool:
    """Return whether a list tells by what it divides its whole."""
    text = one.frame.bones.text
    return bool(_BY.search(text[: one.start]) or DIVIDES.match(text, one.start))


def _is_by_level(one: WordedList) -> bool:
    """Return whether a list right after an amount divides it by levels: ``未执行的6460万元，中央资金4360万元、…``."""
    lead = one.frame.bones.text[: one.start]
    levels = len(one.parts) >= _LEAST_KINDS and all(_FAMILIES[0].match(name) for name in one.names)
    return levels and re.search(f"{AMOUNT}[，,：:]$", lead) is not None


def _is_of_sources(one: WordedList) -> bool:
    """Return whether a list right after an amount tells where it comes from: ``5.60亿元，资金渠道包括中央财政3.00亿元、…``."""
    text = one.frame.bones.text
    after = re.search(f"{AMOUNT}[，,；]?$", text[: one.start]) is not None
    return after and SOURCES.match(text, one.start) is not None


def _is_of_what_it_names(one: WordedList) -> bool:
    """Return whether the amount right before a list consists of it: ``28处隐患点包括崩塌15处、滑坡8处``."""
    text = one.frame.bones.text
    before = re.match(AMOUNT, text[max(0, one.start - 1) : one.start])
    return before is not None and _CONSISTS.match(text, one.start) is not None


def _subject(one: WordedList, before: Frame) -> Whole | None:
    """Return what a list says that it consists of, told by that name: ``其他费312万元。其他费包括…``."""
    found = _CONSISTS.match(one.frame.bones.text, one.start)
    what = found["what"] if found else ""
    for mark in reversed(before.bones.marks()) if len(what) >= _LEAST_NAME else ():
        amount = before.bones.amount(mark)
        if amount.is_like(one.parts[0][1]) and before.bones.lead(mark).endswith(what):
            return Whole(amount, before, before.bones.place(mark))
    return None


def _before(one: WordedList, before: Frame) -> Whole | None:
    """Return the sum of the sentence before, where the list begins with words that follow it."""
    text, part = one.frame.bones.text, one.parts[0][1]
    lead, first = text[: one.start], text[one.start : one.start + 4]
    states = len(one.parts) >= _LEAST_KINDS and all(KINDS[2].match(name) for name in one.names)
    among = (lead + first).startswith("其中")
    follows = _FOLLOWS.fullmatch(lead + (first[:2] if not lead else ""))
    yearly = _YEARLY.match(text, one.start) is not None and not lead
    if not (follows and _is_told(one)) and not yearly and not (states and _STATES.fullmatch(lead)):
        return None
    said = _SPENT.search(text[one.start : one.frame.bones.place_of(part)])
    last = [mark for mark in before.bones.marks() if before.bones.amount(mark).is_like(part)]
    done = [mark for mark in last if _REACHED.search(before.bones.lead(mark))]
    divided = _BY.search(lead) is not None
    if divided and done:
        last = done
    if said is not None and among:
        last = [mark for mark in last if said[0] in before.bones.lead(mark)]
    total = _total(one)
    if divided:
        last = [mark for mark in last if is_near(total, _value(before.bones.amount(mark)), _ROOM)]
    exact = [mark for mark in last if _value(before.bones.amount(mark)) == total]
    last = exact or [mark for mark in last if not _GAP.search(before.bones.lead(mark))]
    if not last:
        return None
    mark = last[-1] if among else last[0]
    return Whole(before.bones.amount(mark), before, before.bones.place(mark))


def _is_family(one: WordedList, family: re.Pattern[str]) -> bool:
    """Return whether all parts are of a division, and none of it is told right after them."""
    after = one.frame.bones.text[one.end :]
    more = re.match(
        rf"[^。；\ue000-\uf8ff]{{0,6}}；(?P<name>[^，。；：、\ue000-\uf8ff]{{1,24}})(?P<mark>{AMOUNT})",
        after,
    )
    goes_on = (
        more is not None
        and family.search(more["name"])
        and not _GAP.search(more["name"])
        and one.frame.bones.amount(more["mark"]).is_like(one.parts[0][1])
    )
    return all(family.search(name) for name in one.names) and not goes_on


def _total(one: WordedList) -> Fraction:
    return sum((_value(part) for _, part in one.parts), Fraction(0))


def _value(amount: PrintedAmount) -> Fraction:
    return amount.quantity.value
