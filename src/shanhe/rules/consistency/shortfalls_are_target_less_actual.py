"""文中的少完成数、超额数、结余数与目标数、完成数之差相符.

``少完成 7.65 公顷`` stands if any two numbers of the paper that are of the same thing differ by it. It is
questioned only where target and actual of that thing are printed and their difference comes near, or
is of the same sentence. What is left of money is any sum less another.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import (
    AmountsOfPaper,
    ToldAmount,
    amounts_of,
    is_near,
    noun_at,
)
from shanhe.measures.computed import Computed, subtract
from shanhe.measures.frame import AMOUNT, Frame, noun_of
from shanhe.measures.gap_words import SHORT, gap_words, is_one_of_kinds
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.rest_of_share import is_rest_of_share
from shanhe.measures.sentences import in_table
from shanhe.measures.stated import judge_stated
from shanhe.measures.told_cells import Lines, lines_by_label, lines_of_totals
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result
from shanhe.values.regex import regex

_GENERAL = regex("(?:年末|其|项目|财政|专项|预算)*(?:资金)?")
_NAME = 4
_ROOM, _WIDE = Fraction(4), Fraction(12)
_WANTED = regex("目标|计划|任务|应(?!收)|需|预算|安排|概算|下达")
_SET = regex("安排|下达|预算|计划")
_REACHED = regex("完成|实际|到位|支付|支出|建成|执行")
_SPENT = regex("支出|支付|执行|使用|拨付|完成|付款")
_MISSING = regex("缺口|差|未到位")
_AGAIN = regex("(?:折合|约合|换算)[为约]?$")
"""Before an amount told once more in another unit: 470.40公顷，约合0.71万亩."""
_DIFFERENCE = regex("少|多|超|相差|结转|结余|剩余|未|缺|尚|其余|余下|还有|还剩|折合|约合|增|减")


@rule(
    id="SAME-922",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#E-05"],
    zh="“{words}”与文中数字不符：{steps} = {due}",
    en='"{words}" is not what the numbers make: {steps} = {due}',
    only=Only.PAPER,
)
def shortfalls_are_target_less_actual(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each shortfall, surplus or rest that no two numbers of the paper make."""
    del catalogue
    paper, lines = amounts_of(dossier), {**lines_by_label(dossier), "": lines_of_totals(dossier)}
    for frame in paper.frames:
        for found, mark in gap_words(frame, paper.year):
            gap = frame.bones.amount(mark)
            if is_one_of_kinds(frame, mark):
                continue
            if found.re.pattern != SHORT.pattern or not _is_of_a_line(frame, found, gap, lines):
                yield from _judge(paper, frame, found, gap)


def _is_of_a_line(frame: Frame, found: re.Match[str], gap: PrintedAmount, lines: Lines) -> bool:
    """Return whether a line of a table that is named before a gap, or one of totals, has two numbers apart by it.

    Lines of totals have no name, which stands in any words.
    """
    words = re.split("[。；]", frame.bones.text[: found.start()])[-1]
    named = (
        row
        for label, rows in lines.items()
        if label in words and (label or not gap.is_money)
        for _, row in rows
    )
    return any(
        one.quantity.unit.like(gap.quantity.unit)
        and one.quantity.unit.like(other.quantity.unit)
        and judge_stated(gap.quantity, subtract(one.quantity, other.quantity)).is_kept
        for row in named
        for one, other in permutations(row.cells.values(), 2)
    )


def _judge(
    paper: AmountsOfPaper, frame: Frame, found: re.Match[str], gap: PrintedAmount
) -> Iterator[Hit]:
    if gap.vague or not gap.quantity.value or _is_of_its_row(paper, frame, gap):
        return
    if _is_divided(frame, gap) or is_rest_of_share(frame, found.start(), gap):
        return
    here = [one for one in _here(frame, found.start()) if one.amount.is_like(gap)]
    beside = _beside(frame, found.start(), here)
    if beside is not None:
        wanted = _as_set(paper, beside[0])
        if not (_is(gap, wanted, beside[1]) or _is(gap, beside[1], wanted)):
            yield from _named(frame, found, gap, [_less(wanted, beside[1])])
        return
    noun = noun_of(re.split("[，。；：]", frame.bones.text[: found.start()])[-1])
    if not noun and (whole := _whole_before(frame, found.start(), here)):
        here, noun = [whole], "" if gap.is_money else whole.noun
    noun = noun or (
        "" if gap.is_money else here[0].noun if here else _subject(frame, found.start())
    )
    told = [one for one in paper.akin(noun, gap) if not _DIFFERENCE.search(_clause(one))]
    known = [*here, *told] if not gap.is_money else [*here, *paper.like(gap)]
    same = gap.quantity.unit.symbol
    known = [
        _as_set(paper, one)
        for one in known
        if one.amount is not gap and (not gap.is_money or _is_printed_alike(one, same))
    ]
    own = _own(paper, noun or _last_noun(frame, found.start()), gap)
    if gap.is_money and _MISSING.search(found[0]):
        known = own if _pairs(own, gap, _ROOM) else known
    left = "gap2" not in found.groupdict() or _SPENT.search(found["tail"] or "") is not None
    pairs = ((one, other) for one in known for other in known if _is(gap, one, other))
    here = [_as_set(paper, one) for one in here]
    if any(not left or _leaves(one, other, here) for one, other in pairs):
        return
    if gap.is_money and noun and not _GENERAL.fullmatch(noun):
        known = told
    room = _WIDE if noun and not gap.is_money else _ROOM
    yield from _named(frame, found, gap, _pairs(own, gap, room) or _pairs(known, gap, room))


def _is_printed_alike(one: ToldAmount, symbol: str) -> bool:
    """Return whether a sum is in the unit of another, or was set: 安排1.68亿元 stands for 16800万元."""
    return one.amount.quantity.unit.symbol == symbol or _SET.search(_clause(one)) is not None


def _is_of_its_row(paper: AmountsOfPaper, frame: Frame, gap: PrintedAmount) -> bool:
    """Return whether a cell tells by how much two numbers of its own line are apart, or of what the line has none.

    Example:
        ``90亩未完工`` in a line of ≥2346亩 and 2256亩; ``2个图斑未完成`` beside it.
    """
    if not in_table(frame.sentence.line):
        return False
    row = list(paper.of_row(frame.sentence.line))
    others = [one for one in row if not one.amount.is_like(gap)]
    alone = len(others) > 1 and len(row) - len(others) <= 1  # itself
    return (alone and not gap.is_money) or any(_is(gap, one, other) for one in row for other in row)


def _is_divided(frame: Frame, gap: PrintedAmount) -> bool:
    """Return whether the parts told right after an amount make it: 未支付200万元，其中质保金180万元、监理费20万元."""
    bones = frame.bones
    after = bones.text[bones.place_of(gap) + 1 :]
    if not re.match("[，（(]?其中", after):
        return False
    total = Fraction(0)
    for mark in re.findall(AMOUNT, re.split("[。；]", after)[0]):
        one = bones.amount(mark)
        total += one.quantity.value_in(gap.quantity.unit) if one.is_like(gap) else 0
        if total == gap.quantity.value:
            return True
    return False


def _leaves(one: ToldAmount, other: ToldAmount, here: list[ToldAmount]) -> bool:
    """Return whether what is left may be of two sums: one spent, of one line of a table, or of its sentence."""
    if one in here or other in here:
        return True
    cells = [each.lead == "目标" for each in (one, other)]
    if all(cells) and one.place == other.place:
        return True
    spent = [_SPENT.search(_clause(each)) is not None for each in (one, other)]
    same = _clause(one)[-_NAME:] == _clause(other)[-_NAME:]
    return not any(cells) and ((same and all(spent)) or spent[0] is not spent[1])


def _named(
    frame: Frame, found: re.Match[str], gap: PrintedAmount, due: list[Computed]
) -> Iterator[Hit]:
    due = [one for one in due if not judge_stated(gap.quantity, one).is_kept]
    if not due:
        return
    best = min(due, key=lambda one: abs(abs(one.value) - gap.quantity.value))
    words = {
        "words": frame.operand(found.start(), found.end()).text,
        "steps": best.steps,
        "due": result(best, gap.quantity.places),
        "stated": amount(gap.quantity),
    }
    yield Hit((frame.operand(found.start(), found.end()),), words, recomputed=best.equation)


def _own(paper: AmountsOfPaper, noun: str, gap: PrintedAmount) -> list[ToldAmount]:
    """Return the amounts that bear the noun, none where it is of everything."""
    akin = list(paper.akin(noun, gap)) if noun and not _GENERAL.fullmatch(noun) else []
    return [one for one in akin if one.amount is not gap and not _DIFFERENCE.search(_clause(one))]


def _last_noun(frame: Frame, place: int) -> str:
    """Return what the last amount before a place is of, within the same part of the sentence."""
    start = max(frame.bones.text.rfind(mark, 0, place) for mark in "。；") + 1
    marks = frame.bones.marks(start, place)
    return noun_at(frame, marks[-1]) if marks else ""


def _pairs(known: list[ToldAmount], gap: PrintedAmount, room: Fraction) -> list[Computed]:
    """Return the differences of target and actual that come near the stated one."""
    found = []
    done = [one for one in known if not re.search("目标|计划|任务|预算", _clause(one))]
    for one in (one for one in known if one.is_wanted):
        for other in done:
            if one is not other and one.amount.quantity.value != other.amount.quantity.value:
                delta = _less(one, other)
                factor = delta.unit.factor_to(gap.quantity.unit)
                if is_near(abs(delta.value) * factor, gap.quantity.value, room):
                    found.append(delta)
    return found


def _as_set(paper: AmountsOfPaper, one: ToldAmount) -> ToldAmount:
    told = _WANTED.search(_clause(one)) and one.lead != "目标"
    return replace(one, amount=paper.as_set(one.amount)) if told else one


def _less(one: ToldAmount, other: ToldAmount) -> Computed:
    return subtract(other.amount.quantity, one.amount.quantity)


def _beside(
    frame: Frame, place: int, here: list[ToldAmount]
) -> tuple[ToldAmount, ToldAmount] | None:
    """Return target and actual where the same part of the sentence tells these two and no more.

    Example:
        ``目标64.0公里，完成60.8公里，少3.2公里`` has 64.0 and 60.8 before its shortfall.
    """
    text = frame.bones.text[:place]
    start = max(text.rfind(mark) for mark in "。；") + 1
    near = [one for one in here if len(one.lead) >= start]
    clause = re.split("[，。；：]", text)[-1]
    if len(near) != 2 or noun_of(clause) or "其中" in text[start:]:
        return None
    wanted, done = near
    told = _WANTED.search(_clause(wanted)) and _REACHED.search(_clause(done))
    return (wanted, done) if told and not _DIFFERENCE.search(_clause(done)) else None


def _whole_before(frame: Frame, place: int, here: list[ToldAmount]) -> ToldAmount | None:
    """Return the sum whose parts stand right before a gap that is its own.

    Example:
        ``受益渔民4116人，其中甲镇2470人、乙镇1646人，比目标少84人``: 4116.
    """
    start = max(frame.bones.text.rfind(mark, 0, place) for mark in "。；") + 1
    split = frame.bones.text.find("其中", start, place)
    before = [one for one in here if start <= len(one.lead) < split]
    return before[-1] if before else None


def _here(frame: Frame, place: int) -> list[ToldAmount]:
    """Return the amounts of the sentence before a place."""
    bones = frame.bones
    return [
        ToldAmount(bones.amount(mark), noun_at(frame, mark), bones.text[: bones.place(mark)], ())
        for mark in bones.marks(0, place)
        if not bones.amount(mark).vague and not _AGAIN.search(bones.lead(mark))
    ]


def _subject(frame: Frame, place: int) -> str:
    clauses = re.split("[，。；：]", frame.bones.text[:place])
    return next((noun for clause in clauses if (noun := noun_of(clause))), "")


def _clause(one: ToldAmount) -> str:
    return re.split(f"[，。；：]|{AMOUNT}", one.lead)[-1]


def _is(gap: PrintedAmount, one: ToldAmount, other: ToldAmount) -> bool:
    if one is other or not one.amount.is_like(other.amount):
        return False
    delta = subtract(one.amount.quantity, other.amount.quantity)
    return judge_stated(gap.quantity, delta).is_kept
