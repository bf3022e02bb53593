"""分列的各项之和等于其总数.

``其中 A a、B b`` need not name all parts. A list is taken for the whole where its parts are a known
division (中央与地方, 公务员与事业人员, 男与女), where it says how many there are (三项, 三地), where it is closed by
和, or where another list of the paper has the same names and makes its own whole. Rates between the
parts are passed over; the whole is the last number of that kind before the list, or the sum after it.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.worded_lists import WordedList, worded_lists
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, difference, places_of, result
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity
from shanhe.values.unit import find_unit

_FAMILIES = tuple(
    re.compile(words)
    for words in (
        "中央|省级|省财政|自治区|市县|市级|县级|区级|地方|自筹|社会|配套|其他|上级|本级",
        "公务员|事业|工勤|行政|参公|编制|聘用|合同制",
        "男|女",
        "满意|不满意|一般|不了解",
        "脱贫户|一般农户|普通农户|监测户",
        "基本|项目",
    )
)
_COUNTED = re.compile(
    "([两二三四五六七八九十]|\\d+)(?:项|地|个县|县|个区|家|类|个单位|市县|个乡镇|个片区)"
)
_DIGITS = "零一二三四五六七八九十"
_PART = re.compile(
    rf"(?P<whole>{AMOUNT})[，,；]?其中[，：:]?(?![^，。；、]{{0,10}}(?:最|均|每))[^，。；、：\ue000-\uf8ff]{{1,16}}(?P<part>{AMOUNT})(?=[，。；）)]|$)"
)
_FOLLOWS = re.compile(
    "其中[，：:]?|(?:上述|以上|该)?(?:资金|经费)(?:全部|分别)?用于(?:[两二三四五六七八九]|[0-9\ue000-\uf8ff])?(?:类|项|个方面)?[^，。；：]{0,6}[：:]"
)
"""Words that begin the parts of what the sentence before told."""
_SPENT = re.compile("支出|支付|执行|到位|下达|安排|完成")
"""What the parts tell of money or work, which their whole tells as well."""
_GAP = re.compile("少|多|差|超|结余|结转|剩余|其余|比|较|未")


@rule(
    id="SAME-926",
    severity=ERROR,
    basis=["arithmetic#sum", "practice#E-38"],
    zh="所列 {count} 项合计 {total}，所写总数为 {whole}，相差 {difference}",
    en="the {count} parts add up to {total}, the whole is given as {whole}: {difference}",
    only=Only.PAPER,
)
def named_parts_make_the_whole(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each list that names all parts and does not make its whole."""
    del catalogue
    found: list[tuple[WordedList, PrintedAmount, tuple[Frame, int]]] = []
    before: Frame | None = None
    for frame in frames(dossier):
        for one in worded_lists(frame):
            told = _whole(one, before)
            if told is not None and not one.is_open and not _is_nested(one, told[0]):
                found.append((one, *told))
        before = frame
    exact = [one.names for one, whole, _ in found if _holds(one, whole)]
    takers = {one.taker for one in dossier.transfers if one.amount is not None}
    exact += [frozenset(dossier.regions), frozenset(takers)]
    for one, whole, place in found:
        if _holds(one, whole) or _is_plain(one, whole, place[0]):
            continue
        if _is_more(one, whole) or _is_all(one, place[0], exact):
            yield _hit(one, whole, place)
    for frame in frames(dossier):
        yield from _single(frame)


def _whole(one: WordedList, before: Frame | None) -> tuple[PrintedAmount, tuple[Frame, int]] | None:
    """Return the sum that a list is of: told before it by 其中 or a colon, or in the sentence before."""
    bones, part = one.frame.bones, one.parts[0][1]
    lead = bones.text[: one.start]
    first = bones.text[one.start : one.start + 4]
    told = re.search(r"(?:其中|分别为|[：:])[，：:]?$", lead) or first.startswith("其中")
    for mark in reversed(bones.marks(0, one.start)):
        between = bones.text[bones.place(mark) + 1 : one.start]
        beside = re.fullmatch("[，,；（(]?(?:其中)?[，：:]?", between) is not None
        if bones.amount(mark).is_like(part) and (beside or not _GAP.search(bones.lead(mark))):
            near = told and not re.search("。|；(?!其中)", between)
            return (bones.amount(mark), (one.frame, bones.place(mark))) if near else None
    if before is None or not told or before.sentence.line is not one.frame.sentence.line:
        return None
    if not _FOLLOWS.fullmatch(lead + (first[:2] if not lead else "")):
        return None
    said = _SPENT.search(one.frame.bones.text[one.start : one.frame.bones.place_of(part)])
    last = [mark for mark in before.bones.marks() if before.bones.amount(mark).is_like(part)]
    if said is not None and (lead + first).startswith("其中"):
        last = [mark for mark in last if said[0] in before.bones.lead(mark)]
    if not last or _GAP.search(before.bones.lead(last[-1])):
        return None
    mark = last[-1] if (lead + first).startswith("其中") else last[0]
    return before.bones.amount(mark), (before, before.bones.place(mark))


def _is_all(one: WordedList, whole: Frame, exact: list[frozenset[str]]) -> bool:
    """Return whether a list names all parts."""
    if one.joined or one.names in exact:
        return True
    if any(all(family.search(name) for name in one.names) for family in _FAMILIES):
        return True
    near = whole.bones.text + one.frame.bones.text[: one.start]
    return any(_number(found[1]) == len(one.parts) for found in _COUNTED.finditer(near))


def _is_plain(one: WordedList, whole: PrintedAmount, place: Frame) -> bool:
    """Return whether SAME-904 sees to it: the first 其中 of its sentence, known units, no rates."""
    text = one.frame.bones.text
    first = place is one.frame and text[: one.start + 4].count("其中") < 2
    between = text[one.frame.bones.place_of(whole) + 1 : one.end] if first else ""
    marks = [one.frame.bones.amount(mark) for mark in re.findall(AMOUNT, between)]
    printed = one.frame.sentence.text[whole.start : whole.end]
    known = find_unit(re.sub(r"[\d.,， ]", "", printed)) is not None
    return first and known and len(marks) == len(one.parts) and (_is_more(one, whole) or one.joined)


def _is_nested(one: WordedList, whole: PrintedAmount) -> bool:
    """Return whether a part is the whole itself: 150个，其中合格150个、优良96个 are no division."""
    return any(part.quantity.value == whole.quantity.value for _, part in one.parts)


def _is_more(one: WordedList, whole: PrintedAmount) -> bool:
    total, _ = _sum(one, whole)
    return total.interval.low > whole.quantity.interval.high


def _single(frame: Frame) -> Iterator[Hit]:
    """Yield a part that is above the whole it is named of: 5230户，其中脱贫户6180户."""
    for found in _PART.finditer(frame.bones.text):
        whole, part = frame.bones.amount(found["whole"]), frame.bones.amount(found["part"])
        if whole.is_like(part) and not whole.is_percent and whole.quantity.unit.symbol:
            total = add([part.quantity], whole.quantity.unit)
            if total.interval.low > whole.quantity.interval.high:
                places = places_of([whole.quantity, part.quantity])
                words = {
                    "count": 1,
                    "total": result(total, places),
                    "whole": amount(whole.quantity),
                    "difference": difference(total, whole.quantity, places),
                }
                at = (frame.operand(found.start(), found.end()),)
                yield Hit(at, words, recomputed=total.equation)


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 2 if word == "两" else _DIGITS.index(word)


def _sum(one: WordedList, whole: PrintedAmount) -> tuple[Computed, list[Quantity]]:
    values = [part.quantity for _, part in one.parts]
    return add(values, whole.quantity.unit), values


def _holds(one: WordedList, whole: PrintedAmount) -> bool:
    total, _ = _sum(one, whole)
    return judge_equal(whole.quantity, total.interval, total.value).is_kept


def _hit(one: WordedList, whole: PrintedAmount, place: tuple[Frame, int]) -> Hit:
    total, values = _sum(one, whole)
    places = places_of([whole.quantity, *values])
    words = {
        "count": len(values),
        "total": result(total, places),
        "whole": amount(whole.quantity),
        "difference": difference(total, whole.quantity, places),
    }
    own = one.frame.operand(one.start, one.end)
    frame, start = place
    at = (own,) if frame is one.frame else (frame.operand(start, start + 1), own)
    return Hit(at, words, recomputed=total.equation)
