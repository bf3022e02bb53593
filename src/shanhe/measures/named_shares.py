"""Shares in turn of things that are named once more, which need not be told side by side: 中央、省、县三级分别占p、q和r."""

import re
from collections.abc import Sequence

from shanhe.measures.amounts_of_paper import AmountsOfPaper
from shanhe.measures.computed import Computed, percent
from shanhe.measures.frame import Frame, last_words
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.values.outcome import judge_equal
from shanhe.values.regex import regex

_NAMES = regex(
    r"(?:^|[，。；：])(?P<names>[\u4e00-\u9fff、]{3,40}?)(?:[两三四五六七八]?(?:级|者|方|类|项)?(?:财政)?(?:资金)?)[，,]?(?:分别|依次|各)$"
)
_LEVEL = regex("省|市|县|区|旗|州")

Share = tuple[tuple[PrintedAmount, PrintedAmount], Computed]
"""An amount with its stated share, and the share that it has."""


def named_shares(
    paper: AmountsOfPaper, frame: Frame, place: int, rates: Sequence[PrintedAmount]
) -> list[Share] | None:
    """Return the shares that are wrong of the amounts their names have; ``None`` where the names are not all known.

    The whole is the sum told last before the names. ``place`` is where the shares begin.

    Example:
        Before ``共计4400万元，中央、省、县三级分别占81.82%、10.91%和7.27%`` 省级 has 480万元, 10.91 %.
    """
    found = _NAMES.search(frame.bones.text[:place])
    names = re.split("[、和及与]", found["names"]) if found else []
    marks = frame.bones.marks(0, found.start()) if found else []
    if len(names) != len(rates) or not marks:
        return None
    whole = frame.bones.amount(marks[-1])
    wrong: list[Share] = []
    for name, rate in zip(names, rates, strict=True):
        made = [
            (one, percent(one.quantity, whole.quantity)) for one in _of(paper, frame, name, whole)
        ]
        if not made:
            return None
        if not any(judge_equal(rate.quantity, one.interval, one.value).is_kept for _, one in made):
            wrong.append(((made[-1][0], rate), made[-1][1]))
    return wrong


def _of(
    paper: AmountsOfPaper, frame: Frame, name: str, whole: PrintedAmount
) -> list[PrintedAmount]:
    """Return the amounts of the paragraph so far that bear a name, those above the whole left out."""
    words = re.compile(f"{name}(?:级|财政|本级)" if _LEVEL.fullmatch(name) else re.escape(name))
    value = whole.quantity.value
    return [
        one.amount
        for one in paper.told
        if one.place[:1] == (id(frame.sentence.line),)
        if one.amount is not whole and one.amount.is_like(whole) and value
        if one.amount.quantity.value_in(whole.quantity.unit) <= value
        if words.search(last_words(one.lead))
    ]
