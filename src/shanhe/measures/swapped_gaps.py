"""Differences told in turn of things that are named: 林地、草地、耕地分别少4.70公顷、4.18公顷、2.08公顷."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from shanhe.measures.amounts_of_paper import AmountsOfPaper
from shanhe.measures.frame import AMOUNT, Frame, last_words
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.values.regex import regex

_IN_TURN = regex(
    rf"(?:^|[，。；：])(?P<names>[\u4e00-\u9fff]{{2,10}}(?:[、和及与][\u4e00-\u9fff]{{2,10}}?)+)(?:比(?:年度)?(?:目标|计划))?分别(?:比(?:年度)?(?:目标|计划))?(?:少|多|短少|少完成|超|差|欠|缺|增加|减少|高|低)(?:了|出)?(?P<list>{AMOUNT}(?:[、和及与]+{AMOUNT})+)"
)
_MOST = 5


def swapped_gaps(
    paper: AmountsOfPaper, frame: Frame
) -> Iterator[tuple[re.Match[str], list[tuple[str, PrintedAmount, PrintedAmount]]]]:
    """Yield the differences that are those of the things named, but in another order.

    Each comes with the name, what is told of it and what is due. Nothing is said where the differences of a thing are not told.
    """
    if "分别" not in frame.bones.text:
        return
    for found in _IN_TURN.finditer(frame.bones.text):
        names = re.split("[、和及与]", found["names"])
        told = [frame.bones.amount(mark) for mark in re.findall(AMOUNT, found["list"])]
        if (
            len(names) != len(told)
            or len(told) > _MOST
            or not all(one.is_like(told[0]) for one in told)
        ):
            continue
        apart = [_differences(paper, name, told[0]) for name in names]
        if _fits(told, apart):
            continue
        right = [order for order in permutations(told) if _fits(order, apart)]
        if len(right) == 1:
            rows = zip(names, told, right[0], strict=True)
            yield found, [row for row in rows if row[1] is not row[2]]


def _differences(paper: AmountsOfPaper, name: str, like: PrintedAmount) -> frozenset[Fraction]:
    """Return what two amounts told of a thing are apart by."""
    values = {
        one.amount.quantity.value_in(like.quantity.unit)
        for one in paper.like(like)
        if last_words(one.lead).endswith(name)
    }
    return frozenset(abs(one - other) for one in values for other in values if one != other)


def _fits(told: Sequence[PrintedAmount], apart: Sequence[frozenset[Fraction]]) -> bool:
    return all(one.quantity.value in known for one, known in zip(told, apart, strict=True))
