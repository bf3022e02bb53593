"""Indicators with a number beside them: 修复面积12公顷, 消除151处隐患点."""

from dataclasses import dataclass

from shanhe.catalogue.model import Indicator
from shanhe.documents.prose.figures import Figure
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.paper import Paper, Span
from shanhe.values.regex import regex

_EDGE = regex("[，；。：]")
_NOT_BEFORE = regex(r"(?:上年|上一年|去年|同期|较|比|占|由|从)[^，；]*$")
_YEARS_TOGETHER = regex(
    r"(?:加上|连同|加之|含|计入)[^。；]{0,6}(?:20\d\d年|上年|去年|前[一两二三]?年|以前年度|往年)[^。]*累计[^，。；]*$"
    r"|[两二三四五]年(?:共|合计|累计)[^。]*累计[^，。；]*$|[两二三四五]年(?:共|合计|累计)[^，。；]*$"
)
"""A sum over years, of which none is the year's own."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An indicator and its number.

    Attributes:
        name: span of the words that name it.
        lead: the words before the number, back to the last mark or number.
    """

    indicator: Indicator
    figure: Figure
    name: Span
    lead: str

    @property
    def span(self) -> Span:
        """From the name to the number's end, whichever stands first."""
        return min(self.name[0], self.figure.start), max(self.name[1], self.figure.end)


def mentions(paper: Paper, paragraph: Paragraph, start: int, end: int) -> list[Mention]:
    """Return the indicators that have a number of their own between two offsets.

    A number under a word of comparison (较上年, 占) is none of its own.

    Example:
        ``修复废弃矿山（矿点）数量100个；消除78处地质环境隐患点`` has mine_count 100 个 and
        hazard_count 78 处.
    """
    figures = paragraph.lexed.figures_in(start, end)
    found = []
    for place, figure in enumerate(figures):
        left = max(start, figures[place - 1].end if place else start)
        right = figures[place + 1].start if place + 1 < len(figures) else end
        one = _mention(paper, paragraph, figure, (left, right))
        if one is not None:
            found.append(one)
    return found


def _mention(paper: Paper, paragraph: Paragraph, figure: Figure, room: Span) -> Mention | None:
    text = paragraph.text
    left, right = room
    for edge in _EDGE.finditer(text, left, figure.start):
        left = edge.end() if edge[0] != "：" or edge.end() < figure.start else left
    days = paragraph.lexed.days_in(left, figure.start)
    left = days[-1].end if days else left
    lead = text[left : figure.start]
    since = text.rfind("。", 0, figure.start) + 1
    if _NOT_BEFORE.search(lead) or _YEARS_TOGETHER.search(text[since : figure.start]):
        return None
    edge_after = _EDGE.search(text, figure.end, right)
    stop = edge_after.start() if edge_after else right
    tail = text[figure.end : stop].strip("、和及 ")
    indicator = paper.index.of(lead, figure.unit) if lead.strip() else None
    if indicator is not None:
        return Mention(indicator, figure, (left, figure.start), lead)
    if tail and can_name(tail):
        indicator = paper.index.of(lead + tail, figure.unit) or paper.index.of(tail, figure.unit)
    if indicator is None:
        return None
    return Mention(indicator, figure, (left, stop), lead)


def can_name(tail: str) -> bool:
    """Return whether ``tail`` can name what was counted: words, and not too many."""
    return len(tail) <= 20
