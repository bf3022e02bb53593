"""文中的占比与所列金额、数量相符.

``A a、B b、C c，分别占 p、q 和 r`` and ``分配 a，占 p``. A share stands if the amount over the sum of its list, or
over any other number of that kind in the paper, makes it (in ``中央资金占总投资的 p`` those of these names); where the
others of its list are of the sum, it is too. A single share is questioned only where such a number comes near.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import AmountsOfPaper, amounts_of, is_near
from shanhe.measures.computed import Computed, add, percent
from shanhe.measures.frame import AMOUNT, Frame, last_words
from shanhe.measures.named_shares import named_shares
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.shares_of_lists import is_share_of_list, slip_of_part
from shanhe.measures.shares_one_by_one import shares_one_by_one
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_SEVERAL = regex(
    rf"(?:占|占?比)[^，。；\ue000-\uf8ff]{{0,14}}(?P<list>{AMOUNT}(?:[、，,和及与]+{AMOUNT})+)"
)
"""Shares one after the other; whether 分别 stands before them or not, each is of its own amount."""
_WHOLE, _HALF, _WIDE = 100, ("一", "二"), Fraction(10)
_INVESTED = regex("总投资|概算|合同")
_GAP = regex("少|差|超|缺|多(?!年)|高出|未")
"""Words of what is short or over: the share after it is of what was done."""
_SUM = regex("(?:合计|总计|共计|(?<![公总])共)[^，。；：、]{0,6}$")
"""Before a sum that closes a list, which is none of its parts."""
_ONE = regex(
    rf"(?P<part>{AMOUNT})(?:已?[\u4e00-\u9fff]{{0,6}})[，,（(](?:约)?占(?:比|总额的?|比例为?|(?P<what>[^，。；：、\ue000-\uf8ff]{{1,8}})的(?:比例为?|比重为?)?)?(?:为)?(?P<rate>{AMOUNT})"
)
_FRACTION = regex(
    rf"(?P<part>{AMOUNT})[，,（(](?:正好|恰好|刚好)?占(?P<what>[\u4e00-\u9fff]{{2,12}}?)(?:总数|总量)?的(?P<words>[二三四五六]分之[一二三四五]|一半|半数)"
)
"""A share in words: 抽查乡镇5个，占项目乡镇的三分之一."""
_NAMED = regex(
    rf"(?:^|(?<=[，。；、：]))(?P<part>[^，。；：、\ue000-\uf8ff]{{3,12}})占(?P<whole>[^，。；：、\ue000-\uf8ff]{{3,8}}?)的(?:比例为?|比重为?)?(?P<rate>{AMOUNT})"
)
_OF_WHOLE = regex(
    rf"(?P<part>{AMOUNT})[^，。；、\ue000-\uf8ff]{{0,4}}[，,（(]约?占(?!比)[^，。；、\ue000-\uf8ff]{{0,12}}(?P<whole>{AMOUNT})[\u4e00-\u9fff]{{0,6}}?的(?:比例为?|比重为?)?(?P<rate>{AMOUNT})"
    rf"|(?P<whole2>{AMOUNT})[^，。；\ue000-\uf8ff]{{0,8}}中[，,]?有(?P<part2>{AMOUNT})[^。；\ue000-\uf8ff]{{0,12}}(?:{AMOUNT})?[，,]占(?:比为?)?(?P<rate2>{AMOUNT})"
)
"""A share told with its whole: 1118万元，占安排总额22400万元的4.99%; 12个乡镇中有9个高于90%，占75%."""
_ITS_PART = regex(r"[，；]其中[^，。；、\ue000-\uf8ff]{1,12}$")
_COMPARED = regex("[比较](?!例|重)[^，。；]{0,12}$")
_AMONG = regex(
    rf"(?P<whole>{AMOUNT})[^，。；、\ue000-\uf8ff]{{0,8}}(?:[，,]其中|中(?:[，,](?:[^。]*；)?|(?![央心期小型等标国级])))[^，。；、\ue000-\uf8ff]*$"
)
"""Ends before a part: 1.25万人，其中脱贫人口…; 12个乡镇中，8个已完成，…；…."""


@rule(
    id="SAME-928",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#E-58"],
    zh="{part}所占比例写为 {stated}，按 {steps} 复算为 {computed}",
    en="the share of {part} is stated as {stated}; {steps} is {computed}",
    only=Only.PAPER,
)
def shares_in_words_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each share that no whole of the paper makes."""
    del catalogue
    paper = amounts_of(dossier)
    for frame in paper.frames:
        for found in _SEVERAL.finditer(frame.bones.text):
            yield from _several(paper, frame, found)
        settled = shares_one_by_one(frame)
        for found in _ONE.finditer(frame.bones.text):
            if found["rate"] not in settled:
                yield from _single(paper, frame, found)
            elif (due := settled[found["rate"]]) is not None:
                two = frame.bones.amount(found["part"]), frame.bones.amount(found["rate"])
                yield _hit(frame, found, two, due)
        for found in _OF_WHOLE.finditer(frame.bones.text) if "占" in frame.bones.text else ():
            yield from _of_whole(frame, found)
        for found in _NAMED.finditer(frame.bones.text):
            yield from _named(paper, frame, found)
        for found in _FRACTION.finditer(frame.bones.text):
            yield from _in_words(paper, frame, found)


def _several(paper: AmountsOfPaper, frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    bones = frame.bones
    rates = [bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
    shares = named_shares(paper, frame, found.start(), rates)
    if shares is not None:
        yield from (_hit(frame, found, two, made) for two, made in shares)
        return
    before = [mark for mark in bones.marks(0, found.start()) if not bones.amount(mark).is_percent]
    before = [mark for mark in before if mark != before[-1] or not _SUM.search(bones.lead(mark))]
    parts = [bones.amount(mark) for mark in before[-len(rates) :]]
    if len(parts) < len(rates) or not all(one.is_percent and not one.vague for one in rates):
        return
    if not all(one.is_like(parts[0]) for one in parts):
        return
    added = add([one.quantity for one in parts])
    places = max(one.quantity.places for one in parts)
    total = Quantity(rounded(added.value, places), added.unit)
    wholes = [one.amount.quantity for one in paper.like(parts[0])]
    best = max([total, *wholes], key=lambda one: _held(parts, rates, one))
    told = any(one.value_in(total.unit) == total.value for one in wholes)
    if _held(parts, rates, best) >= (1 if told and best is total else 2):
        total, wholes = best, []
    for part, rate in zip(parts, rates, strict=True):
        made = _percent(part.quantity, total)
        others = [_percent(part.quantity, one) for one in wholes]
        if made and not _stands(rate, [made, *others]):
            yield _hit(frame, found, (part, rate), made)


def _held(parts: list[PrintedAmount], rates: list[PrintedAmount], whole: Quantity) -> int:
    """Return how many shares of a list are of one whole."""
    made = [_percent(part.quantity, whole) for part in parts]
    return len([1 for rate, one in zip(rates, made, strict=True) if _stands(rate, [one])])


def _single(paper: AmountsOfPaper, frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    part, rate = frame.bones.amount(found["part"]), frame.bones.amount(found["rate"])
    if not rate.is_percent or rate.vague or part.vague or part.is_percent:
        return
    if _GAP.search(frame.bones.lead(found["part"])) or _is_first_of_several(frame, found):
        return
    own = part.quantity
    bases = _bases(frame, found)
    bigger = [
        one
        for one in paper.like(part)
        if one.amount.quantity.value_in(own.unit) >= own.value
        if one.amount.quantity.value_in(own.unit) not in bases
    ]
    made = [_percent(part.quantity, one.amount.quantity) for one in bigger]
    if _stands(rate, made):
        return
    if not made or all(one and one.value == _WHOLE for one in made):
        slip = slip_of_part(paper, frame, part, rate)
        yield from [_hit(frame, found, (part, rate), slip)] if slip else []
    made = [one for one in made if one and one.value != _WHOLE]
    near = [one for one in made if one and is_near(one.value, rate.quantity.value)]
    near = near if _is_told(paper, found["what"]) else []
    beside = _of_its_whole(frame, found["part"])
    if near or (beside and is_near(beside.value, rate.quantity.value, _WIDE)):
        best = beside or min(near, key=lambda one: abs(one.value - rate.quantity.value))
        yield _hit(frame, found, (part, rate), best)


def _bases(frame: Frame, found: re.Match[str]) -> frozenset[Fraction]:
    """Return what a sentence compares its first amount with, of which the parts after 其中 are none.

    Example:
        ``务工3650人次，比目标3500人次多150人次；其中脱贫人口1460人次，占40%``: 3500, for the share is of 3650.
    """
    bones = frame.bones
    if found["what"] or not _ITS_PART.search(bones.text[: found.start()]):
        return frozenset()
    part = bones.amount(found["part"])
    marks = [mark for mark in bones.marks(0, found.start()) if bones.amount(mark).is_like(part)]
    based = [mark for mark in marks if _COMPARED.search(bones.lead(mark))]
    first = bones.amount(marks[0]).quantity.value_in(part.quantity.unit) if marks else Fraction(0)
    if first < part.quantity.value or marks[:1] == based[:1]:
        return frozenset()
    values = (bones.amount(mark).quantity.value_in(part.quantity.unit) for mark in based)
    return frozenset(values) - {first}


def _of_whole(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    """Yield a share that the part and the whole beside it do not make."""
    keys = ("part", "whole", "rate") if found["part"] else ("part2", "whole2", "rate2")
    part, whole, rate = (frame.bones.amount(found[key]) for key in keys)
    if _GAP.search(frame.bones.lead(found[keys[0]])):
        return
    if part.is_like(whole) and not part.is_percent and rate.is_percent and not rate.vague:
        made, told = _percent(part.quantity, whole.quantity), frame.bones.amounts
        listed = [one.quantity for one in told[: told.index(part) + 1]]
        if (
            made
            and not _stands(rate, [made])
            and not is_share_of_list(rate.quantity, listed, whole.quantity)
        ):
            yield _hit(frame, found, (part, rate), made)


def _is_told(paper: AmountsOfPaper, what: str | None) -> bool:
    """Return whether the whole investment, if a share is said to be of that, is told at all."""
    named = _INVESTED.search(what or "")
    return named is None or any(
        named[0] in last_words(one.lead) for one in paper.told if not one.amount.is_percent
    )


def _in_words(paper: AmountsOfPaper, frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    """Yield a share in words that no amount of what it names makes."""
    part = frame.bones.amount(found["part"])
    top, bottom = _HALF if "半" in found["words"] else found["words"].split("分之")[::-1]
    due = Fraction(count_of(top), count_of(bottom))
    named = re.compile(rf"(?P<one>{AMOUNT}){found['what']}|{found['what']}(?P<two>{AMOUNT})")
    wholes = [
        one.quantity
        for other in paper.frames
        for told in named.finditer(other.bones.text)
        if (one := other.bones.amount(told["one"] or told["two"])).is_like(part)
        if one is not part and one.quantity.value
    ]
    shares = [part.quantity.interval / one.interval_in(part.quantity.unit) for one in wholes]
    if shares and not part.vague and not any(due in share for share in shares):
        made = [_percent(part.quantity, one) for one in wholes]
        near = [one for one in made if one and is_near(one.value, due * _WHOLE)]
        if near:
            words = {
                "part": str(part.quantity),
                "stated": found["words"],
                "steps": near[0].steps,
                "computed": result(near[0], 2),
            }
            yield Hit((frame.operand(*found.span()),), words, recomputed=near[0].equation)


def _of_its_whole(frame: Frame, mark: str) -> Computed | None:
    """Return the share of what an amount is told to be among: 1.25万人，其中脱贫人口2500人; 12个乡镇中，8个已完成."""
    bones, part = frame.bones, frame.bones.amount(mark)
    found = _AMONG.search(bones.text[: bones.place(mark)].split("。")[-1])
    whole = bones.amount(found["whole"]) if found else part
    inside = whole.is_like(part) and whole is not part
    inside = inside and is_near(
        part.quantity.value, whole.quantity.value_in(part.quantity.unit), _WIDE
    )
    return _percent(part.quantity, whole.quantity) if inside else None


def _is_first_of_several(frame: Frame, found: re.Match[str]) -> bool:
    """Return whether other shares follow at once, so that the amounts before stand in a list too."""
    more = re.match(f"[、和及与]({AMOUNT})", frame.bones.text[found.end() :])
    return more is not None and frame.bones.amount(more[1]).is_percent


def _named(paper: AmountsOfPaper, frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    """Yield a share of two sums that are told elsewhere by the names it has for them."""
    rate = frame.bones.amount(found["rate"])
    if not rate.is_percent or rate.vague:
        return
    parts = [one.amount for one in paper.told if one.lead.endswith(found["part"])]
    wholes = [one.amount for one in paper.told if one.lead.endswith(found["whole"])]
    every = [
        made
        for part in parts
        for whole in wholes
        if part.is_like(whole) and not part.is_percent
        if (made := _percent(part.quantity, whole.quantity)) is not None
    ]
    near = [made for made in every if is_near(made.value, rate.quantity.value)]
    if near and not _stands(rate, list(every)):
        made = near[0]
        words = {
            "part": found["part"],
            "stated": str(rate.quantity),
            "steps": made.steps,
            "computed": result(made, max(rate.quantity.places, 2)),
        }
        yield Hit((frame.operand(*found.span()),), words, recomputed=made.equation)


def _stands(rate: PrintedAmount, made: list[Computed | None]) -> bool:
    return any(
        judge_equal(rate.quantity, one.interval, one.value).is_kept
        for one in made
        if one is not None
    )


def _percent(part: Quantity, whole: Quantity) -> Computed | None:
    return percent(part, whole) if whole.value else None


def _hit(
    frame: Frame,
    found: re.Match[str],
    two: tuple[PrintedAmount, PrintedAmount],
    made: Computed,
) -> Hit:
    part, rate = two
    words = {
        "part": str(part.quantity),
        "stated": str(rate.quantity),
        "steps": made.steps,
        "computed": result(made, max(rate.quantity.places, 2)),
    }
    first = min(found.start(), frame.bones.place_of(part))
    return Hit((frame.operand(first, found.end()),), words, recomputed=made.equation)
