"""文中的完成率、执行率与所述完成数、目标数相符.

``累计支付 a，执行率 p`` and ``完成计划的 p`` are recomputed from what the sentence, or another place of the
paper, gives as the whole. A rate stands if any number of that kind makes it; it is questioned only where
one is printed that is of the same thing and comes near. Costs and times, of which less is better,
are left to the indicators.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import (
    SPENT,
    AmountsOfPaper,
    ToldAmount,
    amounts_of,
    is_near,
    nearest,
    noun_at,
    sums_after_changes,
)
from shanhe.measures.computed import percent
from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount, counts
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex

_KINDS = "完成|执行|支付|支出|到位|拨付|使用"
_OF_MONEY = frozenset({"支付", "支出", "拨付", "执行"})
"""Rates that are of money, and of no things counted before them."""
_RATE = regex(
    rf"(?P<kind>{_KINDS})(?:预算|资金|投资)?(?:率|比例|比率|进度)(?:分?别?为|达到?|约|仅|[:：])*(?P<rate>{AMOUNT})"
)
_OF = regex(
    r"(?:为|占|达到?|完成|实现|(?<=[\ue000-\uf8ff][、和]))了?(?P<base>[^，。；、：\ue000-\uf8ff]{0,14}(?:目标|计划|任务|指标|预算|投资|资金|总额|到位数)[^，。；、：\ue000-\uf8ff]{0,6})"
    rf"(?P<whole>{AMOUNT})?的?(?P<rate>{AMOUNT})(?!，?的)"
)
_DONE = regex(rf"(?<=[，；、])已?(?:完成|实现)了?(?P<rate>{AMOUNT})(?=[，。；、）)]|$)")
_EACH = regex(
    rf"分别[^，。；\ue000-\uf8ff]{{0,4}}(?P<base>[^，。；\ue000-\uf8ff]{{0,16}})(?P<rates>{AMOUNT}(?:[、和及与]+{AMOUNT})+)"
)
_DONE_OF = regex("完成|达到|实现|执行")
_IN_TURN = regex(
    f"{_DONE_OF.pattern}|分别(?:为|占)[^，。；\ue000-\uf8ff]{{0,4}}(?:目标|计划|任务|总量|总任务|总投资|总数|总规模|整体|实施期)"
)
_HEADED = regex("(?:完成|执行|支付|支出|到位)(?:率|进度|比例)$")
"""Before 分别为 it tells of what the rates are: 执行率分别为97%和98%."""
_CLAUSES = regex(f"[，。；：]|{AMOUNT}")
_PAIR = 2
_SET, _REACHED = regex("目标|计划|任务"), regex("完成|实际")
_NOT_OF_BOTH = regex("累计|支付|支出|执行|拨付|到位|总体|实施期")
_LESS_IS_BETTER = regex("成本|单价|造价|费用|天数|时间|标准|投诉|浓度|死亡|下降|降低|减少")
_GENERAL = regex(
    "(?:[两三四五六七八九十]+(?:个?[地县区市]|项资金)|各地|各县|各市县|我[省市县区]|项目|(?:财政|专项|预算|项目)?资金|资金总额)?"
)
_YEAR = regex(r"(?<![〔\[（(【])(20\d\d)年(?![^，。；]{0,12}(?:资金|预算|指标))")
_PLACE = regex("(?:^|[，、（）])([\u4e00-\u9fff]{1,7}[县区旗市镇乡])的?$")
"""Right before a rate of its own: 全盟完成11.76万亩，…，甲旗完成率为90%."""
_NOT_DONE = regex("少|多|超|相差|结转|结余|剩余|未|缺|尚")


@rule(
    id="SAME-921",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#R-05"],
    zh="“{words}”按 {steps} 复算为 {computed}",
    en='"{words}": {steps} is {computed}',
    only=Only.PAPER,
)
def told_rates_are_part_over_whole(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each rate that no whole of the paper makes, though one comes near."""
    del catalogue
    paper = amounts_of(dossier)
    for frame in paper.frames:
        if not any(one.is_percent for one in frame.bones.amounts):
            continue
        for pattern in (_RATE, _OF, _DONE):
            for found in pattern.finditer(frame.bones.text):
                if not any(
                    each.start() <= found.start("rate") < each.end()
                    for each in _EACH.finditer(frame.bones.text)
                ):
                    yield from _judge(paper, frame, found)
        for found in _EACH.finditer(frame.bones.text):
            yield from _in_turn(paper, frame, found)


def _in_turn(paper: AmountsOfPaper, frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    """Yield each of several rates told in turn (``分别完成年度目标的A、B和C``) that is not of its amount."""
    bones = frame.bones
    rates = [bones.amount(mark) for mark in re.findall(AMOUNT, found["rates"])]
    before = [mark for mark in _before(frame, found.start()) if not _is_beside(frame, mark)]
    parts = before[-len(rates) :]
    headed = _HEADED.search(bones.text[: found.start()]) is not None
    done_of = headed or _IN_TURN.search(found[0]) is not None
    if not done_of or len(parts) < len(rates) or not all(one.is_percent for one in rates):
        return
    shared, odd = _shared_whole(paper, [bones.amount(mark) for mark in parts], rates)
    if shared is not None:
        for n in odd:
            yield from _named(frame, found, bones.amount(parts[n]), rates[n], [shared])
        return
    set_before = [None] * len(rates) + [bones.amount(mark) for mark in before]
    planned = set_before[-2 * len(rates) : -len(rates)]
    for mark, rate, own in zip(parts, rates, planned, strict=True):
        done = bones.amount(mark)
        if own is not None and _makes(rate.quantity, done, own):
            continue
        noun = noun_at(frame, mark)
        wholes = list(paper.like(done) if _GENERAL.fullmatch(noun) else paper.akin(noun, done))
        known = wholes if headed or _DONE_OF.search(found[0]) else paper.like(done)
        if _LESS_IS_BETTER.search(noun) or any(
            _makes(rate.quantity, done, one.amount) for one in known
        ):
            continue
        yield from _named(frame, found, done, rate, wholes)


def _shared_whole(
    paper: AmountsOfPaper, parts: list[PrintedAmount], rates: list[PrintedAmount]
) -> tuple[ToldAmount | None, list[int]]:
    """Return the one amount that all rates are of, or all of three and more but one, and which that is.

    Example:
        ``9月底、11月底、12月底支出7440万元、9840万元和11160万元，执行率分别为62%、82%和93%`` are of 12000万元.
    """
    almost: tuple[ToldAmount | None, list[int]] = (None, [])
    for one in paper.like(parts[0]):
        pairs = enumerate(zip(parts, rates, strict=True))
        odd = [n for n, (part, rate) in pairs if not _makes(rate.quantity, part, one.amount)]
        if not odd:
            return one, []
        if len(odd) == 1 and len(parts) > _PAIR and one.is_wanted:
            almost = one, odd
    return almost


def _judge(paper: AmountsOfPaper, frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    bones = frame.bones
    rate = bones.amount(found["rate"])
    parts = [m for m in _before(frame, found.start()) if not _is_beside(frame, m)]
    whole = found.groupdict().get("whole")
    if not rate.is_percent or rate.vague or not parts or _is_of_another(paper, frame, found, parts):
        return
    done = bones.amount(parts[-1])
    named = _named_whole(paper, frame, found, parts)
    if named:
        if not any(_makes(rate.quantity, done, one.amount) for one in named):
            yield from _named(frame, found, done, rate, named)
        return
    if whole is not None:
        wholes = [ToldAmount(bones.amount(whole), "", "目标", ())]
    else:
        noun = noun_at(frame, parts[-1])
        wholes = list(paper.like(done) if _GENERAL.fullmatch(noun) else paper.akin(noun, done))
        if found.groupdict().get("base"):
            wholes += paper.akin(found["base"], done)
    others = [bones.amount(mark) for mark in parts if bones.amount(mark).is_like(done)]
    known = [*(one.amount for one in wholes), *others]
    if any(_makes(rate.quantity, part, one) for part in others for one in known):
        return
    heads = [done, *_divided(frame, found.start(), parts)]
    changed = ((done, one) for one in sums_after_changes(paper, done))
    told = ((part, one.amount) for part in heads for one in paper.like(part))
    if whole is None and any(_makes(rate.quantity, part, one) for part, one in (*told, *changed)):
        return
    sets = [bones.amount(mark) for mark in parts[:-1] if not SPENT.search(bones.lead(mark))]
    here = [ToldAmount(one, "", "目标", ()) for one in sets if one.is_like(done)]
    yield from _named(frame, found, done, rate, [*here, *wholes])


def _is_of_another(
    paper: AmountsOfPaper, frame: Frame, found: re.Match[str], parts: list[str]
) -> bool:
    """Return whether a rate is not of the amount before it: of all, of none, of an earlier year."""
    bones, last = frame.bones, frame.bones.place(parts[-1])
    if found.groupdict().get("kind") in _OF_MONEY and counts(bones.amount(parts[-1]).quantity.unit):
        return True
    if re.search("全部|全额|均已|足额", bones.text[last : found.start()]):
        return True
    place = _PLACE.search(bones.text[last + 1 : found.start()])
    if place and place[1] not in re.split("[。；]", bones.text[:last])[-1]:
        return True
    subject = re.split("[。；]", bones.text[max(0, last - 40) : found.end()])[-1]
    if _LESS_IS_BETTER.search(subject) and not bones.amount(parts[-1]).is_money:
        return True
    return _is_of_all(paper, frame, found, parts) or _is_of_a_year_before(paper, frame, found)


def _is_of_all(paper: AmountsOfPaper, frame: Frame, found: re.Match[str], parts: list[str]) -> bool:
    """Return whether a rate of all (总执行率) is that of the sum before its parts."""
    if not re.search("总|合计|整体|全[省市县区部]", frame.bones.lead(found["rate"])):
        return False
    rate = frame.bones.amount(found["rate"]).quantity
    sums = [frame.bones.amount(mark) for mark in parts]
    return any(_makes(rate, one, whole.amount) for one in sums for whole in paper.like(one))


def _is_of_a_year_before(paper: AmountsOfPaper, frame: Frame, found: re.Match[str]) -> bool:
    """Return whether the last year named before a rate is one before the paper's."""
    words = re.split("[；。]", frame.bones.text[: found.start()])[-1]
    named = _YEAR.findall(words)
    return bool(named) and int(named[-1]) < paper.year


def _named_whole(
    paper: AmountsOfPaper, frame: Frame, found: re.Match[str], parts: list[str]
) -> list[ToldAmount]:
    """Return what a rate is of where its own words leave no choice.

    ``任务面积12万亩，完成11.4万亩，完成95%`` names one target before what was done; ``占到位资金的95%`` says that it is
    of what arrived.
    """
    bones, done = frame.bones, frame.bones.amount(parts[-1])
    if "到位" in (found.groupdict().get("base") or ""):
        return [one for one in paper.like(done) if "到位" in _CLAUSES.split(one.lead)[-1]]
    leads = [_CLAUSES.split(bones.text[: bones.place(mark)])[-1] for mark in parts]
    if len(parts) != 2 or not (_SET.search(leads[0]) and _REACHED.search(leads[1])):
        return []
    between = bones.text[bones.place(parts[0]) : found.start()]
    if (
        "其中" in between
        or _NOT_OF_BOTH.search(between)
        or not bones.amount(parts[0]).is_like(done)
    ):
        return []
    return [ToldAmount(paper.as_set(bones.amount(parts[0])), "", "目标", ())]


def _named(
    frame: Frame,
    found: re.Match[str],
    done: PrintedAmount,
    rate: PrintedAmount,
    wholes: list[ToldAmount],
) -> Iterator[Hit]:
    bones = frame.bones
    again = [bones.amount(mark) for mark in bones.marks() if bones.says_again(mark)]
    values = (
        (
            Fraction(100)
            * done.quantity.value_in(one.amount.quantity.unit)
            / one.amount.quantity.value,
            one,
        )
        for one in wholes
        if one.is_wanted and not any(one.amount is each for each in (done, *again))
        if one.amount.is_like(done) and one.amount.quantity.value
    )
    near = ((value, one) for value, one in values if is_near(value, rate.quantity.value))
    meant = nearest(rate.quantity.amount, near)
    if meant is None:
        return
    computed = percent(done.quantity, meant.amount.quantity)
    words = {
        "words": frame.operand(found.start(), found.end()).text,
        "steps": computed.steps,
        "computed": result(computed, max(rate.quantity.places, 2)),
    }
    first = min(frame.bones.place_of(done), found.start())
    yield Hit((frame.operand(first, found.end()),), words, recomputed=computed.equation)


def _divided(frame: Frame, place: int, parts: list[str]) -> list[PrintedAmount]:
    """Return the amounts that a list right before a place divides: 22处，其中滑坡9处、崩塌8处…，完成率100%."""
    text = frame.bones.text
    return [
        frame.bones.amount(mark)
        for mark in parts[:-1]
        if re.match("[，；（(]?其中", text[frame.bones.place(mark) + 1 : place])
    ]


def _before(frame: Frame, place: int) -> list[str]:
    """Return the amounts before a place, back to the last semicolon or other rate."""
    bones = frame.bones
    start = max(bones.text.rfind(mark, 0, place) for mark in "；。") + 1
    return [mark for mark in bones.marks(start, place) if not bones.amount(mark).vague]


def _is_beside(frame: Frame, mark: str) -> bool:
    """Return whether an amount is a share, one that is short or over, or the one before it again."""
    bones = frame.bones
    is_short = _NOT_DONE.search(bones.lead(mark)) is not None
    return bones.amount(mark).is_percent or is_short or bones.says_again(mark)


def _makes(rate: Quantity, part: PrintedAmount, whole: PrintedAmount) -> bool:
    if part is whole or not part.is_like(whole) or not whole.quantity.value:
        return False
    computed = percent(part.quantity, whole.quantity)
    return judge_equal(rate, computed.interval, computed.value).is_kept
