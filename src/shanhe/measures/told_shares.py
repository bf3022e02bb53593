"""Shares of a contract or settlement that are kept back or put up, as sentences tell them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.records.dossier import Dossier
from shanhe.records.source import Operand
from shanhe.values.regex import regex

_OF = "(?:不得?超过|不得?高于|最高|上限|的?(?:预留|扣留|缴纳|收取|提取|约定)?比例|金额|数额|按照?|以|为|占|是|均|统一|约定|合同|中标|成交|结算|决算|工程|总|价款|价格|价|款|额|金额|的|预留|扣留|扣除|暂扣|缴纳|收取|提交|提供|标准|比例|不大于|控制在|[:：])"
_TAKEN = "(?:的?比例|的?标准|预留|扣留|扣除|留取|暂扣|留作|作为|作|为|提取|缴纳|收取|提交|提供|向业主|了|的|工程|尾款)"
_NOT = regex(
    "违规|违反|(?<!不)(?<!不得)超过|超标|超出|多[收扣留]|不得(?!超过|高于)|整改|问题|退还|返还|退回|审计|发现|不足|纠正|减免|免收|降低|下调|由"
)
_PART = "[，。；：]"


@dataclass(frozen=True, slots=True)
class ToldShare:
    """A share with the words that tell it."""

    amount: PrintedAmount
    operand: Operand


def told_shares(dossier: Dossier, thing: str) -> Iterator[ToldShare]:
    """Yield the shares told of a thing, a pattern such as ``质量保证金|质保金``; problems are left out.

    A limit that is told (不超过5%) is a share as well.

    Example:
        ``按结算价的3%预留质量保证金`` and ``质保金为结算价的3%`` are 3 % each.
    """
    pattern = re.compile(
        rf"(?:{thing}){_OF}{{0,10}}?(?P<one>{AMOUNT})|(?P<two>{AMOUNT}){_TAKEN}{{0,6}}?(?:{thing})"
    )
    known = re.compile(thing)
    for frame in frames(dossier):
        if known.search(frame.bones.text):
            yield from _told(frame, pattern)


def _told(frame: Frame, pattern: re.Pattern[str]) -> Iterator[ToldShare]:
    text = frame.bones.text
    for found in pattern.finditer(text):
        amount = frame.bones.amount(found["one"] or found["two"])
        clause = (
            re.split(_PART, text[: found.start()])[-1] + re.split(_PART, text[found.start() :])[0]
        )
        if amount.is_percent and not amount.vague and not _NOT.search(clause):
            yield ToldShare(amount, frame.operand(*found.span()))
