"""The two numbers of a comparison with something that is only named: what is compared, and what the name has by the same measure."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.known_values import Known, known_names, known_values
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.slips import telling_digits
from shanhe.records.dossier import Dossier
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.regex import regex

_NO_SUBJECT = regex("占|比重|[比较].*[高低多少快慢]|增|减|降|升|提高|节约|相差|目标|计划|其中$")
_BLAND = regex("(?:为|达到?|是|共计?|合计|仅|只有|完成了?|实际|的|已|均)+$")
_EXTREME = regex(
    "(?:其中)?(?P<of>[\u4e00-\u9fff]{0,8}?)最(?:(?P<most>[高多大快好长])|[低少小慢差短])(?:的(?P<name>[\u4e00-\u9fff]{2,10})?)?"
)
_KIND = regex("[\u4e00-\u9fff]{0,4}(?:[县市区乡镇村]|单位|标段|地区|项目|部门)")
_MEAN = regex(
    "(?:全[省市州盟县区旗]|总体?|整体|全部|各[县市区旗乡镇]{1,3}|[两二三四五六七八九十]个?[县市区旗乡镇])?(?P<mean>平均)?(?:水平|值)?"
)
_JOINS = regex("^(?:[且也均仍还又已并则都分别]|其中)+")
_HAS_AMOUNT = regex(AMOUNT)
_RATE = regex("[率度]$")
_TELLING, _LEAST = 4, 2
Pair = tuple[Quantity, Quantity, bool]
"""What is compared, what it is compared with, and whether that is certain."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is compared: its name, its value where it is told beside, and the words for what it is.

    Attributes:
        noun: what the value is of, without the name. words: the part of the sentence before the comparison.
    """

    name: str
    noun: str
    value: PrintedAmount | None
    words: str


def of_subject(
    dossier: Dossier, told: Sequence[Frame], place: int, takes: Callable[[PrintedAmount], bool]
) -> Subject | None:
    """Return what is compared at a place of the last sentence: what its clause names, else the last number before it that may be."""
    bones = told[-1].bones
    start = max(bones.text.rfind(stop, 0, place) for stop in "。；") + 1
    words, names = bones.text[start:place], known_names(dossier)
    clause = _JOINS.sub("", re.split(f"[，：、（]|{AMOUNT}", words)[-1])
    if clause and words.endswith(clause) and not _HAS_AMOUNT.search(words[-1:]):
        return _of_clause(told, place, clause, takes) or _of_name(names, clause, words)
    marks = [
        mark
        for mark in bones.marks(start, place)
        if takes(bones.amount(mark)) and not _NO_SUBJECT.search(bones.lead(mark))
    ]
    if not marks:
        return _of_name(names, words, words)
    value, before = bones.amount(marks[-1]), bones.text[start : bones.place(marks[-1])]
    named = list(names.finditer(before))
    name, lead = named[-1][0] if named else "", bones.lead(marks[-1])
    noun = _BLAND.sub("", lead.rpartition(name)[2] if name else lead)
    return None if value.vague or value.each else Subject(name, noun, value, words)


def _of_clause(
    told: Sequence[Frame], place: int, clause: str, takes: Callable[[PrintedAmount], bool]
) -> Subject | None:
    """Return the only number told before in the words of a clause, or in words that begin with them."""
    leads = [
        (_BLAND.sub("", frame.bones.lead(mark)), frame.bones.amount(mark))
        for frame in told
        for mark in frame.bones.marks(0, place if frame is told[-1] else None)
        if takes(frame.bones.amount(mark))
    ]
    own = _BLAND.sub("", clause)
    exact = [(lead, one) for lead, one in leads if lead == own]
    found = exact or [(lead, one) for lead, one in leads if lead.startswith(own)]
    if len(found) != 1 or len(own) < _LEAST or found[0][1].vague:
        return None
    lead, one = found[0]
    return Subject("", lead, one, lead)


def _of_name(names: re.Pattern[str], words: str, said: str) -> Subject | None:
    """Return the last name with the words after it, where it is told of what: 小南沟乡满意度."""
    named = list(names.finditer(words))
    if not named or _HAS_AMOUNT.search(words[named[-1].end() :].rstrip("，")):
        return None
    noun = re.split("[，：、]", words[named[-1].end() :])[0].lstrip("的")
    return Subject(named[-1][0], noun, None, said) if len(noun) >= _LEAST else None


def bases_in(dossier: Dossier, subject: Subject, base: str) -> Iterator[Pair]:
    """Yield what columns and lists that have the subject have of the base: of a name, the first or last, or all together."""
    for known in known_values(dossier):
        own = known.values.get(subject.name)
        if own is None or not _is_of(known, own, subject):
            continue
        value = subject.value.quantity if subject.value else own
        for other in _of_base(known, base, dossier):
            yield value, other, True
        found = _MEAN.fullmatch(base)
        if found and found[0] and known.whole is None and subject.value is None:
            for other in _wholes(dossier, subject.noun, own):
                yield value, other, False


def _is_of(known: Known, own: Quantity, subject: Subject) -> bool:
    """Return whether a column is what a subject is compared by: it has its value, which is no common one, or is named."""
    if subject.value is None:
        return known.of.endswith(subject.noun) or (
            len(known.of) > 1 and subject.noun.endswith(known.of)
        )
    told = subject.value.quantity
    if not told.unit.like(own.unit) or own.value != told.value_in(own.unit):
        return False
    pairs = {known.of[n : n + 2] for n in range(len(known.of) - 1)}
    if _RATE.search(subject.noun) and not any(pair in subject.noun for pair in pairs):
        return False
    return telling_digits(told.amount) >= _TELLING or any(pair in subject.words for pair in pairs)


def _of_base(known: Known, base: str, dossier: Dossier) -> Iterator[Quantity]:
    extreme = _EXTREME.fullmatch(base)
    mean = _MEAN.fullmatch(_without(base, known.of))
    if extreme:
        name = extreme["name"] or ""
        if name in known.values:
            yield known.values[name]
        elif not name or _KIND.fullmatch(name):
            first = max if extreme["most"] else min
            yield first(known.values.values(), key=lambda one: one.value)
    elif mean and mean[0]:
        if known.whole is not None:
            yield known.whole
            if mean["mean"]:
                yield _mean(known)
    else:
        named = known_names(dossier).match(base)
        rest = base[named.end() :] if named else "-"
        name = named[0] if named else ""
        if name in known.values and (not rest or known.of.endswith(rest.lstrip("的"))):
            yield known.values[name]


def _without(base: str, of: str) -> str:
    """Return what is compared with without the measure that it ends with: 全县 for 全县执行率, 总 for 总执行率."""
    ends = (n for n in range(len(base) - 1) if len(base) - n > 1 and of.endswith(base[n:]))
    return base[: next(ends, len(base))].rstrip("的")


def _mean(known: Known) -> Quantity:
    first = next(iter(known.values.values()))
    total = sum((one.value for one in known.values.values()), Fraction(0))
    return replace(first, amount=rounded(total / len(known.values), first.places + 2), exact=False)


def _wholes(dossier: Dossier, noun: str, like: Quantity) -> Iterator[Quantity]:
    """Yield what is told of no name by the same measure: 农牧户满意度93.49% beside that of each 乡镇."""
    names = known_names(dossier)
    for frame in prose_frames(dossier):
        for mark in frame.bones.marks():
            one, lead = frame.bones.amount(mark), _BLAND.sub("", frame.bones.lead(mark))
            alike = not one.vague and one.quantity.unit.like(like.unit)
            if alike and lead.endswith(noun) and not names.search(lead):
                yield one.quantity


def bases_told(subject: Subject, base: str, frames: Sequence[Frame], place: int) -> Iterator[Pair]:
    """Yield what the paragraph so far tells of the base in the words in which the subject is told.

    ``place`` is where the comparison begins in the last sentence.
    """
    extreme = _EXTREME.fullmatch(base)
    name = (extreme["name"] or "") if extreme else base
    if subject.value is None or len(name) < 2:
        if extreme and not name and subject.value is not None:
            yield from _first_told(subject, extreme, frames[-1], place)
        return
    for frame in frames:
        bones = frame.bones
        for start, end in bones.parts():
            marks = bones.marks(start, min(end, place) if frame is frames[-1] else end)
            like = [mark for mark in marks if _is_like(bones.amount(mark), subject)]
            own = [mark for mark in like if _is_told_of(frame, (start, mark), name, subject)]
            if len(own) == 1:
                yield subject.value.quantity, bones.amount(own[0]).quantity, True


def _is_like(one: PrintedAmount, subject: Subject) -> bool:
    value = subject.value
    return (
        value is not None
        and one is not value
        and one.is_like(value)
        and one.is_percent is value.is_percent
    )


def _is_told_of(frame: Frame, at: tuple[int, str], name: str, subject: Subject) -> bool:
    """Return whether an amount is of a name: told right before it, or at the beginning of its part with the measure before it."""
    start, mark = at
    lead = _BLAND.sub("", frame.bones.lead(mark))
    if name in lead:
        tail = lead.rpartition(name)[2]
        return tail == subject.noun or (
            not subject.name and len(tail) > 1 and subject.noun.endswith(tail)
        )
    begins = re.match(
        f"(?:其中|，|：|[^，。；：\ue000-\uf8ff]{{0,6}}[，：])?{re.escape(name)}",
        frame.bones.text[start:],
    )
    return begins is not None and len(subject.noun) > 1 and lead == subject.noun


def _first_told(
    subject: Subject, extreme: re.Match[str], frame: Frame, place: int
) -> Iterator[Pair]:
    """Yield the value of the first told before in the sentence: 最高的是甲县，为96.39%."""
    way = "[高多大快好长]" if extreme["most"] else "[低少小慢差短]"
    told = re.compile(f"最{way}的?(?:是|为)?[^。；\ue000-\uf8ff]{{0,14}}(?P<mark>{AMOUNT})")
    for found in told.finditer(frame.bones.text, 0, place):
        one = frame.bones.amount(found["mark"])
        if subject.value is not None and _is_like(one, subject):
            yield subject.value.quantity, one.quantity, True
