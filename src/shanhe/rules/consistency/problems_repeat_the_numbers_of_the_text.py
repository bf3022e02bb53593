"""问题、措施部分引用的数字与前文一致.

The chapters on problems and measures tell numbers again. One that stands nowhere else in the paper is questioned where another of
the same unit, told twice or more of akin words, has the same digits in another order: 902户补偿资金未兑付 beside 未兑付的920户.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.amounts_of_paper import AmountsOfPaper, ToldAmount, amounts_of
from shanhe.measures.frame import Frame
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.sentences import in_table
from shanhe.measures.slips import is_turned
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.regex import regex

_CHAPTER = regex("问题|不足|(?:改进|整改|工作)措施|下一步|偏离|原因分析|对策|建议")
_NEAR = 12
_LEAST_TOLD = 2
_WORDS = regex("[\u4e00-\u9fff]+")
_GENERAL = frozenset({"万元", "资金", "完成", "项目", "面积", "其中", "年度", "工程", "全部"})


@rule(
    id="SAME-952",
    severity=ERROR,
    basis=["arithmetic#same", "practice#R-07"],
    zh="“{words}”中的 {stated} 与前文的 {other} 不一致",
    en='{stated} in "{words}" is told as {other} before',
    only=Only.PAPER,
)
def problems_repeat_the_numbers_of_the_text(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each number of problems and measures that is one of the text with its digits turned."""
    del catalogue
    paper = amounts_of(dossier)
    for frame in paper.frames:
        line = frame.sentence.line
        if in_table(line) or not _CHAPTER.search(line.section.split(" › ")[-1]):
            continue
        for mark in frame.bones.marks():
            other = _turned(paper, frame, mark)
            if other is not None:
                place = frame.bones.place(mark)
                at = frame.operand(max(place - 6, 0), place + 7)
                own = frame.bones.amount(mark).quantity
                words = {"words": at.text, "stated": amount(own), "other": amount(other.quantity)}
                yield Hit((at,), words)


def _turned(paper: AmountsOfPaper, frame: Frame, mark: str) -> PrintedAmount | None:
    """Return the amount told twice or more that a number is with its digits turned, if it is told nowhere else."""
    own = frame.bones.amount(mark)
    if own.vague or own.is_percent or not own.quantity.unit.symbol:
        return None
    like = [one for one in paper.like(own) if one.amount is not own]
    if any(_value(one, own) == own.quantity.value for one in like):
        return None
    turned = [
        one
        for one in like
        if one.amount.quantity.unit.symbol == own.quantity.unit.symbol
        if is_turned(one.amount.quantity.amount, own.quantity.amount)
    ]
    near = _words(frame, mark)
    for one in turned:
        same = [each for each in turned if each.amount.quantity == one.amount.quantity]
        if len(same) >= _LEAST_TOLD and any(
            _pairs(each.noun + each.lead[-_NEAR:]) & near for each in same
        ):
            return one.amount
    return None


def _words(frame: Frame, mark: str) -> frozenset[str]:
    """Return the pairs of letters around a number."""
    place, text = frame.bones.place(mark), frame.bones.text
    before = re.split("[。；]", text[max(place - _NEAR, 0) : place])[-1]
    return _pairs(f"{before} {re.split('[。；]', text[place + 1 : place + _NEAR])[0]}")


def _pairs(text: str) -> frozenset[str]:
    words = _WORDS.findall(text)
    return frozenset(w[n : n + 2] for w in words for n in range(len(w) - 1)) - _GENERAL


def _value(one: ToldAmount, own: PrintedAmount) -> object:
    return one.amount.quantity.value_in(own.quantity.unit)
