"""文中合格率、满意率等与所列份数、个数相符.

``有效问卷 294 份，满意 280 份，满意率 95.24%``: what was counted last, over any number counted before it in the
sentence or the one before. Only where the words beside the count are those of the rate, or say that
something was done of what was planned; rates after 其中 are of parts. Several counts together may be meant (非常满意 and 满意), and the whole of
what was saved (核减率) may stand anywhere. Where
the count is above the only number before it, of which it must be a part, that number is its whole all the same; so it is
in ``82个中合格86个``, where no rate is told.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import AmountsOfPaper, amounts_of, is_near
from shanhe.measures.computed import PERCENT, Computed, add, percent
from shanhe.measures.frame import AMOUNT, Frame, with_earlier
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import result
from shanhe.values.outcome import judge_equal
from shanhe.values.regex import regex

_RATE = regex(
    rf"(?P<name>[^，。；：、\ue000-\uf8ff]{{2,12}}?)(?:率|比例|程度|度)(?:分?别?为|达到|达|约)?(?P<rate>{AMOUNT})(?!，?的|个)"
)
_OTHER = regex(
    "减少|增加|降低|削减|递增|递减|完成|执行|拨付|支付|支出|增长|下降|提高|上升|覆盖|占|郁闭|盖|合并|加权|平均"
)
_GOING = regex("正在|尚未|未|在建|剩余")
_LESS = regex("核减|核增|下浮|节约|节支|压减|让利")
"""Rates of a difference, whose whole may stand anywhere."""
_SOURCE = regex("中央|省级|自治区|[市盟州]级|[县旗区]级|市县|地方|自筹|社会|配套|其他")
_NEXT = regex(
    "(?:[，,](?:已|均|都|全部)*(?:进行|组织|完成|开展|通过|经)?了?(?:[竣完交]工|单元|现场)?(?:验收|检测|检验|抽查|核查|检查|评定))?[，,、；]?(?:其中|已|实际|均|一次)*(?:验收)?(?:合格|满意|成活|有效|达标|优良|完好|通过)(?:的|有)?"
)
_BY = regex("按(?P<what>[\u4e00-\u9fff]{1,4}?)数?(?:计算|统计|口径|计)")
"""What a rate is reckoned by, where its name says so: 按户计算的兑付率."""
_PLACE = regex("[\u4e00-\u9fff]{1,4}[县市区旗镇乡](?![级本])")
"""Begins what is one place's, of which another's is no whole: 乙县到位11292万元，到位率98.02%."""
_IN_TIME = regex("按[期时]|及时|限期|期限内|[日天]内|当[日天月]")
"""Said of what was done in time: 10个工作日内支付38笔."""
_MENDED = "整改"
"""What was found is told some sentences before what is mended of it."""
_DONE_AFTER = regex("(?:问题)?(?:已经?|均已?|全部)+(?:完成|得到)?整改")
_IN_TURN = regex(f"(?:[、，和及]{AMOUNT})+")
"""After the first of several rates told in turn: 合格率分别为97.32%、95.76%和92.68%."""
_AMONG = regex(
    rf"(?P<whole>{AMOUNT})中[，,]?(?:已|有|均|一次|验收)*(?:合格|达标|完成|通过|满意|成活|完工|整改|办结)(?:的|了|有)?(?P<part>{AMOUNT})(?=[，。；、）]|$)"
)
"""A part told of its whole without a rate: 82个中合格76个."""
_FULL = 100
_MOST_PARTS = 5
_ROOM = Fraction(5, 4)
_DONE = regex("完成|实际|已")


@rule(
    id="SAME-923",
    severity=ERROR,
    basis=["arithmetic#ratio", "practice#E-12"],
    zh="“{words}”按 {steps} 复算为 {computed}",
    en='"{words}": {steps} is {computed}',
    only=Only.PAPER,
)
def rates_of_counts_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each rate that the counts beside it do not make."""
    del catalogue
    paper = amounts_of(dossier)
    for frame, told in with_earlier(paper.frames):
        for found in _RATE.finditer(frame.bones.text):
            if not _OTHER.search(found["name"]) or found["name"].endswith("及时"):
                before = told if found["name"].endswith(_MENDED) else told[-1:]
                yield from _judge(paper, frame, found, [one for f in before for one in _counts(f)])
        for found in _AMONG.finditer(frame.bones.text) if "中" in frame.bones.text else ():
            yield from _above(frame, found)


def _above(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    """Yield a part that is more than the whole right before it."""
    part, whole = frame.bones.amount(found["part"]), frame.bones.amount(found["whole"])
    near = part.is_like(whole) and is_near(part.quantity.value, whole.quantity.value, _ROOM)
    if near and part.quantity.value > whole.quantity.value:
        made, at = percent(part.quantity, whole.quantity), frame.operand(found.start(), found.end())
        words = {"words": at.text, "steps": made.steps, "computed": result(made, 2)}
        yield Hit((at,), words, recomputed=made.equation)


def _judge(
    paper: AmountsOfPaper, frame: Frame, found: re.Match[str], earlier: list[PrintedAmount]
) -> Iterator[Hit]:
    bones = frame.bones
    rate = bones.amount(found["rate"])
    marks = [mark for mark in bones.marks(0, found.start()) if not bones.amount(mark).is_percent]
    if not rate.is_percent or rate.vague or not marks or _IN_TURN.match(found.string, found.end()):
        return
    by = _BY.match(found["name"])
    marks = [mark for mark in marks if by is None or _is_in(bones.amount(mark), by["what"])]
    last = _counted(frame, marks, found) if by is None else "".join(marks[-1:])
    if not last or "其中" in bones.text[bones.place(last) : found.end()]:
        return
    part = bones.amount(last)
    if _PLACE.match(bones.lead(last)):
        marks, earlier = _of_its_part(frame, marks, last), []
    wholes = [bones.amount(mark) for mark in marks[: marks.index(last)]] + earlier
    wholes = [
        one for one in wholes if part.is_like(one) and one.quantity.value >= part.quantity.value > 0
    ]
    wholes = wholes or _exceeded(frame, marks, last, rate)
    arrived, mended = "到位" in found["name"], found["name"].endswith(_MENDED)
    if arrived and not _is_planned(frame, last):
        return
    if mended and _is_of_another(frame, marks, last, rate, earlier):
        return
    made = [percent(part.quantity, one.quantity) for one in wholes]
    several = list(_of_several(frame, marks, found["name"], wholes)) if made else []
    if made and not any(_makes(rate, one) for one in (*made, *several)):
        if _LESS.search(found["name"]) and any(
            _is_rate(rate, part, one.amount) for one in paper.like(part)
        ):
            return
        best = min(made, key=_value) if mended else _nearest(rate, made)
        if not is_near(best.value, rate.quantity.value, _ROOM):
            best = _nearest(rate, [best, *several])
        words = {"words": frame.operand(bones.place(last), found.end()).text, "steps": best.steps}
        words["computed"] = result(best, max(rate.quantity.places, 2))
        at = (frame.operand(bones.place(marks[0]), found.end()),)
        yield Hit(at, words, recomputed=best.equation)


def _is_in(amount: PrintedAmount, what: str) -> bool:
    """Return whether an amount is counted in what a rate is reckoned by: 户, 人, 面积, 资金."""
    if what in {"资金", "金额"}:
        return amount.is_money
    unit = amount.quantity.unit
    return unit.symbol.endswith(what) or (what == "面积" and unit.measures("area"))


def _exceeded(
    frame: Frame, marks: list[str], last: str, rate: PrintedAmount
) -> list[PrintedAmount]:
    """Return the count right before a part that is above it: 验收480个，合格486个，合格率97.50%."""
    at, part = marks.index(last), frame.bones.amount(last)
    if not at or rate.quantity.value > _FULL:
        return []
    between = frame.bones.text[frame.bones.place(marks[at - 1]) + 1 : frame.bones.place(last)]
    whole = frame.bones.amount(marks[at - 1])
    near = part.is_like(whole) and is_near(part.quantity.value, whole.quantity.value, _ROOM)
    return [whole] if near and _NEXT.fullmatch(between) else []


def _of_its_part(frame: Frame, marks: list[str], last: str) -> list[str]:
    bones = frame.bones
    start = bones.text.rfind("；", 0, bones.place(last)) + 1
    return [mark for mark in marks if bones.place(mark) >= start]


def _is_planned(frame: Frame, mark: str) -> bool:
    """Return whether arrived money is of all that was planned, not of one level or source."""
    return _SOURCE.search(frame.bones.lead(mark)) is None


def _nearest(rate: PrintedAmount, made: list[Computed]) -> Computed:
    return min(made, key=lambda one: abs(one.value - rate.quantity.value))


def _value(one: Computed) -> Fraction:
    return one.value


def _is_of_another(
    frame: Frame, marks: list[str], last: str, rate: PrintedAmount, earlier: list[PrintedAmount]
) -> bool:
    """Return whether a rate is of other things told beside: 4个问题已整改，涉及资金52.3万元，整改率81.09%."""
    part = frame.bones.amount(last)
    told = [frame.bones.amount(mark) for mark in marks]
    others = [one for one in told if not one.is_like(part)]
    wholes = [*earlier, *told]
    return any(
        _is_rate(rate, one, whole)
        for one in others
        for whole in wholes
        if one is not whole and one.is_like(whole)
    )


def _makes(rate: PrintedAmount, one: Computed) -> bool:
    return judge_equal(rate.quantity, one.interval, one.value).is_kept


def _is_rate(rate: PrintedAmount, part: PrintedAmount, whole: PrintedAmount) -> bool:
    return bool(whole.quantity.value) and _makes(rate, percent(part.quantity, whole.quantity))


def _of_several(
    frame: Frame, marks: list[str], name: str, wholes: list[PrintedAmount]
) -> Iterator[Computed]:
    """Yield the rates of one or several of the counts: 非常满意286份、满意203份，满意度94.04%."""
    begun = name.endswith("开工")
    own = [mark for mark in marks if begun or not _GOING.search(frame.bones.lead(mark))]
    counts = [frame.bones.amount(mark) for mark in own]
    counts = [one for one in counts if any(one.is_like(whole) for whole in wholes)][-_MOST_PARTS:]
    for size in range(1, len(counts)):
        for few in combinations(counts, size):
            total = add([one.quantity for one in few], few[0].quantity.unit)
            for whole in wholes:
                below = whole.quantity.interval_in(total.unit)
                if whole not in few and total.value <= whole.quantity.value_in(total.unit):
                    value = total.value * 100 / whole.quantity.value_in(total.unit)
                    interval = total.interval.times(Fraction(100)) / below
                    parts = f"({total.steps})" if size > 1 else total.steps
                    steps = f"{parts} ÷ {whole.quantity.number} × 100%"
                    yield Computed(value, interval, PERCENT, steps)


def _counted(frame: Frame, marks: list[str], found: re.Match[str]) -> str:
    """Return the count that a rate is of: the last one, or one that bears its name."""
    bones, last = frame.bones, marks[-1]
    gap = bones.text[bones.place(last) + 1 : found.start()]
    room = 12 if found["name"][-2:] in gap else 4
    near = re.fullmatch(rf"[^。；\ue000-\uf8ff]{{0,{room}}}[，、]?", gap)
    going = "未" not in found["name"] and _GOING.match(re.sub("^[^未正剩]*", "", bones.lead(last)))
    if near and not going and _is_of(frame, last, found["name"]):
        return last
    start = max(bones.text.rfind(mark, 0, found.start()) for mark in "。；") + 1
    own = [mark for mark in marks if bones.place(mark) >= start]
    stem, begun = found["name"][-2:], found["name"].endswith("开工")
    named = [mark for mark in own if stem in bones.lead(mark)]
    done = [mark for mark in named if begun or not _GOING.search(bones.lead(mark))]
    tailed = [mark for mark in own if stem == _MENDED and _is_mended(frame, mark)]
    return next(reversed(done or named or tailed), "")


def _is_mended(frame: Frame, mark: str) -> bool:
    """Return whether what was counted is told after it to be mended: 4个问题已整改."""
    return _DONE_AFTER.match(frame.bones.text, frame.bones.place(mark) + 1) is not None


def _is_of(frame: Frame, mark: str, name: str) -> bool:
    """Return whether the count is of what the rate is of: 满意 280 份 with 满意率."""
    bones = frame.bones
    stem = name[-2:]
    if stem == "达标" and "达到" in bones.text[bones.place(mark) + 1 :][:4]:
        return True
    if stem == "及时" and _IN_TIME.search(bones.lead(mark)):
        return True
    tail = re.split("[，。；、]", bones.text[bones.place(mark) + 1 :])[0]
    near = bones.lead(mark) + (tail if stem in tail[:12] else tail[:4])
    if all(letter in near for letter in stem):
        return True
    return _DONE.search(bones.lead(mark)) is not None and stem in bones.text[: bones.place(mark)]


def _counts(frame: Frame) -> list[PrintedAmount]:
    return [one for one in frame.bones.amounts if not one.is_percent]
