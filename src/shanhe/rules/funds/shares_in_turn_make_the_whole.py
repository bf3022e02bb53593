"""依次列出的各地、各批分配比例之和为百分之百.

``中央资金在6个县区的分配比例依次为28.00%、22.00%、…`` names as many shares as there are places, so that they are all. What is asked is whether numbers that
print like them can add up to exactly 100 %.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import PERCENT, add
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
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


def _judge(frame: Frame, found: re.Match[str]) -> Iterator[Hit]:
    bones = frame.bones
    shares = [bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
    counted = re.fullmatch(AMOUNT, found["n"]) is not None
    many = int(bones.amount(found["n"]).quantity.value) if counted else count_of(found["n"])
    plain = all(one.is_percent and not one.vague for one in shares)
    if many != len(shares) or not plain or many > _MOST:
        return
    total = add([Quantity(one.quantity.amount, PERCENT) for one in shares])
    if _WHOLE not in total.interval:
        at = frame.operand(found.start(), found.end())
        words = {"words": at.text, "count": many, "total": decimal_text(total.value)}
        yield Hit((at,), words, recomputed=total.equation)
