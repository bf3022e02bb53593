"""Money: who passed how much to whom, by which document, on which day; what was taken back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from shanhe.documents.prose.bodies import level_of
from shanhe.documents.prose.citations import Citation
from shanhe.documents.prose.days import Day
from shanhe.documents.prose.figures import Figure
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.money_in_part import LINKED
from shanhe.documents.prose.paper import Paper, Span
from shanhe.documents.prose.receivers import Names, receivers
from shanhe.documents.prose.sentences import sentences
from shanhe.values.regex import regex

_PASS = regex("预下达|提前下达|下达|转下|拨付|拨入|安排|分配|切块")
_BACK = regex("收回|收缴|缴回|追回")
_AGAIN = regex("重新分配|重新安排|调剂|调整分配|再分配|重新下达|调整给")
_MONEY = regex(r"资金|预算|经费|\d ?[万亿千]?元|占比|比例")
_SHARES = regex("占比|比例|比重|份额")
_PASSED_ALL = regex("(?:将|把)[^。]*资金")
_SUM = regex(r"(?:资金|预算|下达|合计|共|拨付|安排)(?:共计?|总计|合计|为|总额)?[^，；]{0,4}$")
_OPEN = regex(" *等")
_OTHER_SOURCE = regex(
    "(?:省级|自治区|[市盟州]级|[县旗区]级|旗县|市县|区级|地方|自筹|配套|社会)[^，；中央]{0,12}$"
)
_CENTRAL = regex("中央|(?:上述|上级|该(?:项|笔)|此项|全部)资金|资金全[部额]|如数")
_GOING = regex("正在|正按|拟|将|计划")
_APPLIED = regex("(?:自评|评价|绩效|考核)结果[^。]{0,40}(?:依据|挂钩|参考)")
"""How money of another year will be split by what came of this one is no step of its money."""


def of_another_source(before: str) -> bool:
    """Return whether a sum after these words of its sentence is a level's own, beside central money.

    Example:
        ``将上述资金全部下达我市，并安排省级资金1500万元`` passes on the whole; 1500 is the province's.
    """
    head, _, clause = before.rpartition("，")
    return bool(_OTHER_SOURCE.search(clause)) and bool(_CENTRAL.search(head))


@dataclass(slots=True)
class Move:
    """One step of money as told in one sentence.

    Attributes:
        kind: 下达, 收回 or 重新分配.
        giver, taker: short names; empty where not told.
        names: spans of giver and taker. share: a percentage.
        open: part of a list that ends with 等, whose sum means nothing.
    """

    paragraph: Paragraph
    sentence: Span
    kind: str
    giver: str = ""
    taker: str = ""
    amount: Figure | None = None
    share: Figure | None = None
    day: Day | None = None
    document: Citation | None = None
    verb: str = ""
    going: bool = False
    open: bool = False
    names: dict[str, Span] = field(default_factory=dict)


def read_moves(paper: Paper) -> list[Move]:
    """Return every step of money in the running text, in order; nothing is merged yet."""
    known = Names(paper.names)
    moves: list[Move] = []
    for paragraph in (*paper.paragraphs, *paper.cells):
        if not _MONEY.search(paragraph.text):
            continue
        for sentence in sentences(paragraph):
            text = paragraph.text
            if not LINKED.search(text, *sentence) and not _APPLIED.search(text, *sentence):
                moves += _in_sentence(known, paragraph, sentence)
    return moves


def _in_sentence(known: Names, paragraph: Paragraph, sentence: Span) -> Iterator[Move]:
    text = paragraph.text
    start, end = sentence
    back = _BACK.search(text, start, end)
    again = _AGAIN.search(text, start, end)
    if back:
        yield from _taken_back(known, paragraph, (start, again.start() if again else end), back)
    if again:
        begin = max(text.rfind("，", start, again.start()), start)
        stop = back.start() if back else again.start()
        giver = known.last(text, start, stop, finance=True) or known.last(text, start, stop)
        yield from _parted(known, paragraph, (begin, end), giver)
        return
    verb = None if back else _PASS.search(_free(paragraph, start, end), 0)
    if verb is not None:
        yield from _Telling(known, paragraph, sentence, verb[0]).moves()


def _free(paragraph: Paragraph, start: int, end: int) -> str:
    """Return the sentence without the titles in it."""
    text = paragraph.text
    for one in paragraph.lexed.citations_in(start, end):
        text = text[: one.start] + "书" * (one.end - one.start) + text[one.end :]
    return text[start:end]


def _taken_back(
    known: Names, paragraph: Paragraph, span: Span, verb: re.Match[str]
) -> Iterator[Move]:
    for figure in paragraph.lexed.figures_in(verb.end(), span[1]):
        if figure.is_money and not figure.vague:
            giver = known.last(paragraph.text, verb.end(), figure.start)
            taker = known.last(paragraph.text, span[0], verb.start())
            move = Move(paragraph, span, "收回", amount=figure, verb=verb[0])
            if giver:
                move.giver, move.names["giver"] = giver
            if taker:
                move.taker, move.names["taker"] = taker
            yield move


def _parted(
    known: Names, paragraph: Paragraph, span: Span, giver: tuple[str, Span] | None
) -> Iterator[Move]:
    going = _GOING.search(paragraph.text, *span) is not None
    for one in receivers(known, paragraph, *span):
        if one.figure is not None and one.figure.is_money:
            move = Move(paragraph, span, "重新分配", taker=one.name, amount=one.figure, going=going)
            move.names["taker"] = one.span
            if giver and giver[0] != one.name:
                move.giver, move.names["giver"] = giver
            yield move


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence that tells of money passed on."""

    known: Names
    paragraph: Paragraph
    span: Span
    verb: str

    def moves(self) -> Iterator[Move]:
        """Yield the parts with their takers, then the whole sum, or a step without any sum."""
        parts = receivers(self.known, self.paragraph, *self.span)
        told = [one for one in parts if one.figure and (one.figure.is_money or one.shared)]
        last = max((one.figure.end for one in told if one.figure), default=0)
        opened = _OPEN.match(self.paragraph.text, last) is not None
        shares = _SHARES.search(self.paragraph.text, *self.span) is not None
        for one in told:
            move = self._move(one.span[0])
            move.taker, move.names["taker"] = one.name, one.span
            move.open = opened
            if one.shared and shares:
                move.share = one.figure
            elif one.figure is not None and one.figure.is_money:
                move.amount = one.figure
            yield move
        yield from self._whole({one.figure for one in parts}, bool(told))

    def _whole(self, taken: set[Figure | None], named: bool) -> Iterator[Move]:
        sums = [
            one
            for one in self.paragraph.lexed.figures_in(*self.span)
            if one.is_money and one not in taken and not one.vague and self._is_sum(one)
        ]
        if sums:
            move = self._move(sums[0].start)
            move.amount = sums[0]
            if move.giver or named or move.document:
                yield move
        elif not named and _PASSED_ALL.search(self.paragraph.text, *self.span):
            move = self._move(self.span[1])
            if move.giver and (move.day or move.document):
                yield move

    def _is_sum(self, figure: Figure) -> bool:
        left = max(self.span[0], figure.start - 30)
        is_sum = _SUM.search(self.paragraph.text[left : figure.start]) is not None
        return is_sum and not of_another_source(self.paragraph.text[self.span[0] : figure.start])

    def _move(self, at: int) -> Move:
        """Return a step given by the last finance department named before an offset."""
        lexed, (start, end) = self.paragraph.lexed, self.span
        free = " " * start + _free(self.paragraph, start, end)
        move = Move(self.paragraph, self.span, "下达", verb=self.verb)
        giver = self.known.last(free, start, min(at, len(free)), finance=True)
        if giver:
            move.giver, move.names["giver"] = giver
        days = [day for day in lexed.days_in(start, end) if day.first]
        cited = lexed.citations_in(start, end)
        move.day = _last(days, at) if days and level_of(move.giver) else None
        move.document = _last(cited, at) if cited else None
        return move


Placed = TypeVar("Placed", Day, Citation)


def _last(found: list[Placed], at: int) -> Placed:
    """Return the last of them that begins before an offset, else the first."""
    return next((one for one in reversed(found) if one.start < at), found[0])
