"""依次列出的各地、各批分配比例之和为百分之百.

``中央资金在6个县区的分配比例依次为28.00%、22.00%、…`` names as many shares as there are places, so that they are all. What is asked is whether numbers that
print like them can add up to exactly 100 %.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import PERCENT, add
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.interval import decimal_text
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_SHARES = regex(
    rf"(?P<n>{AMOUNT}|[两二三四五六七八九十])个?(?:县|市|区|旗|乡|镇|街道|标段|片区|单位|批|年|类|项|[（(][^（）()]{{1,10}}[）)])*[^，。；：\ue000-\uf8ff]{{0,8}}?(?:分配|安排|下达|构成|投资|所占|资金)的?(?:(?:比例|比重|份额|占比)[^，。；：\ue000-\uf8ff]{{0,4}}?(?:依次|分别)(?:为|是)|(?:依次|分别)占(?:比|全部)?)(?P<list>{AMOUNT}(?:[、，和及与]+{AMOUNT})+)"
)
_EACH = rf"[^，。；：、和及\ue000-\uf8ff]{{1,12}}{AMOUNT}"
_BY_SHARES = regex(
    rf"按照?(?P<list>{_EACH}(?:[、和及与]+{_EACH})+)的(?:比例|份额)(?:进行)?(?:分配|分解|切块|下达|安排|分担|分摊)"
)
"""Money divided by shares that are told with their names: 按甲县30%、乙县28%和丙县42%的比例分配."""
_REST = regex("其余|剩余|余下|不足部分|留存|预留|机动")
_NEARLY = Fraction(90)
_ROUNDED = Fraction(1)
"""Shares by which money is divided, in whole per cents, may be off 100 by that."""
_MOST = 40
_WHOLE = Fraction(100)


@rule(
    id="FUND-235",
    severity=ERROR,
    basis=["practice#F-16", "arithmetic#share"],
    zh="“{words}”所列 {count} 项比例合计 {total}%，不等于 100%",
    en='"{words}": the {count} shares add up to {total}%, not 100%',
    only=Only.PAPER,
)
def shares_in_turn_make_the_whole(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each list of the shares of all parts that cannot make 100 %."""
    del catalogue
    for frame in prose_frames(dossier):
        text = frame.bones.text
        for found in _SHARES.finditer(text) if "依次" in text or "分别" in text else ():
            yield from _judge(frame, found)
        for found in _BY_SHARES.finditer(text) if "比例" in text or "份额" in text else ():
            if not _REST.search(text):
                yield from _of_names(frame, found)


def _of_names(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    """Yield shares with their names that come near 100 % and cannot make it."""
    shares = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
    if all(one.is_percent and not one.vague for one in shares):
        total = add([Quantity(one.quantity.amount, PERCENT) for one in shares])
        whole_numbers = not any(one.quantity.places for one in shares)
        off = whole_numbers and abs(total.value - _WHOLE) > _ROUNDED
        if total.value >= _NEARLY and (off or _WHOLE not in total.interval):
            yield _hit(frame, found, shares)


def _judge(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    bones = frame.bones
    shares = [bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
    counted = re.fullmatch(AMOUNT, found["n"]) is not None
    many = int(bones.amount(found["n"]).quantity.value) if counted else count_of(found["n"])
    plain = all(one.is_percent and not one.vague for one in shares)
    if many == len(shares) and plain and many <= _MOST:
        total = add([Quantity(one.quantity.amount, PERCENT) for one in shares])
        if _WHOLE not in total.interval:
            yield _hit(frame, found, shares)


def _hit(frame: Frame, found: re.Match[str], shares: Sequence[PrintedAmount]) -> Hit:
    total = add([Quantity(one.quantity.amount, PERCENT) for one in shares])
    at = frame.operand(found.start(), found.end())
    words = {"words": at.text, "count": len(shares), "total": decimal_text(total.value)}
    return Hit((at,), words, recomputed=total.equation)
