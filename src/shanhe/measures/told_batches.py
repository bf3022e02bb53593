"""Money that came down in batches, each told with its amount: 中央资金4200万元。中央资金分两批下达，第一批3000万元…；第二批1200万元…."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_TOLD = "分(?P<n>[两二三四五])个?批次?"
_IN_BATCHES = regex(
    rf"(?P<what>[\u4e00-\u9fff]{{2,12}}?)(?:已|共|由财政部)?{_TOLD}(?:下达|拨付|安排|到位|拨入|转下达)"
)
_AT_ONCE = regex(rf"{_TOLD}(?:下达|拨付|安排)[^，。；：\ue000-\uf8ff]{{0,24}}(?P<whole>{AMOUNT})")
"""The whole told after its batches were counted: 财政部分两批下达我省资金80000万元."""
_BATCH = regex(rf"第(?P<n>[一二三四五])批(?:次|资金)?(?P<amount>{AMOUNT})")


@dataclass(frozen=True, slots=True)
class ToldBatches:
    """Batches with the amounts that may be their whole.

    Attributes:
        parts: the amount of each batch, in order, with its sentence. wholes: what is named before 分两批, with its sentence.
    """

    parts: tuple[tuple[Frame, PrintedAmount], ...]
    wholes: tuple[tuple[Frame, PrintedAmount], ...]


def told_batches(paragraph: Sequence[Frame]) -> Iterator[ToldBatches]:
    """Yield the batches of a paragraph that tells how many there are, if the amount of every one is told, and once.

    Example:
        ``中央资金4200万元。中央资金分两批下达。第一批3000万元…；第二批1200万元…``: 3000 and 1200, of 4200.
    """
    for found in _IN_BATCHES.finditer(paragraph[0].sentence.line.text):
        parts = _batches(paragraph, found.end(), count_of(found["n"]))
        yield from _of(parts, _named(paragraph, found["what"]))
    for frame in paragraph:
        for found in _AT_ONCE.finditer(frame.bones.text):
            parts = _batches(paragraph, frame.sentence.start, count_of(found["n"]))
            yield from _of(parts, [(frame, frame.bones.amount(found["whole"]))])


def _of(
    parts: list[tuple[Frame, PrintedAmount]], wholes: list[tuple[Frame, PrintedAmount]]
) -> Iterator[ToldBatches]:
    like = [each for each in wholes if parts and each[1].is_like(parts[0][1])]
    if like:
        yield ToldBatches(tuple(parts), tuple(like))


def _batches(told: Sequence[Frame], start: int, many: int) -> list[tuple[Frame, PrintedAmount]]:
    """Return the amounts of the first batch to the last; none if one is told twice, or not at all, or is no money."""
    found = [
        (each["n"], (frame, frame.bones.amount(each["amount"])))
        for frame in told
        if frame.sentence.start + len(frame.sentence.text) > start
        for each in _BATCH.finditer(frame.bones.text)
    ]
    in_order = [n for n, _ in found] == list("一二三四五"[:many])
    parts = [part for _, part in found]
    good = all(one.is_money and not one.vague for _, one in parts)
    return parts if in_order and good else []


def _named(told: Sequence[Frame], what: str) -> list[tuple[Frame, PrintedAmount]]:
    """Return the amounts right after a name."""
    return [
        (frame, frame.bones.amount(mark))
        for frame in told
        for mark in frame.bones.marks()
        if frame.bones.lead(mark).endswith(what)
    ]
