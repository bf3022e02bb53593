"""Small pieces that papers are put together from: figures with their ids, cells, captions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from shanhe.documents.blocks import Align, Cell, Figure, Inline, Inlines, Missing
from shanhe.records.evaluation import Evaluation

NOT_FILLED = "（未填报）"


@dataclass(slots=True)
class Figures:
    """Hands out printed figures by id; what the data does not have is marked, never invented."""

    evaluation: Evaluation
    used: list[str] = field(default_factory=list)

    def __call__(self, id: str, missing: str = NOT_FILLED) -> Inline:  # noqa: A002 - the field's own name
        """Return the figure ``id``, or a mark that says what is missing."""
        text = self.evaluation.figures.get(id, "")
        if not text:
            return Missing(missing)
        self.used.append(id)
        return Figure(id, text)

    def has(self, id: str) -> bool:  # noqa: A002 - the field's own name
        """Return whether the data has figure ``id``."""
        return bool(self.evaluation.figures.get(id))

    def or_blank(self, id: str) -> Inline:  # noqa: A002 - the field's own name
        """Return the figure, or nothing where an empty place is right."""
        return self(id) if self.has(id) else ""

    def or_dash(self, id: str) -> Inline:  # noqa: A002 - the field's own name
        """Return the figure, or a dash where there is no such number."""
        return self(id) if self.has(id) else "—"


@dataclass(slots=True)
class Captions:
    """Numbers tables and pictures in the order in which they are made."""

    tables: int = 0
    pictures: int = 0

    def table(self, title: str) -> str:
        """Return ``表1 …``."""
        self.tables += 1
        return f"表{self.tables} {title}"

    def picture(self, title: str) -> str:
        """Return ``图1 …``."""
        self.pictures += 1
        return f"图{self.pictures} {title}"


def text_or_missing(text: str, what: str) -> Inline:
    """Return ``text``, or a mark that says what is missing."""
    return text or Missing(f"（未填报{what}）")


def cell(*content: Inline, rows: int = 1, columns: int = 1, align: Align = "left") -> Cell:
    """Return a cell with one paragraph."""
    return Cell((content,), rows, columns, align=align)


def number(content: Inline) -> Cell:
    """Return a cell with a number, aligned right."""
    return cell(content, align="right")


def value(content: Inline) -> Cell:
    """Return a cell with a figure: numbers aligned right, words in the middle."""
    text = content.text if isinstance(content, Figure | Missing) else content
    return number(content) if any(map(str.isdigit, text)) else centred(content)


def centred(*content: Inline, rows: int = 1, columns: int = 1) -> Cell:
    """Return a cell with centred words."""
    return cell(*content, rows=rows, columns=columns, align="center")


def head(text: str, rows: int = 1, columns: int = 1) -> Cell:
    """Return a heading cell; line breaks in ``text`` are kept."""
    lines = tuple((line,) for line in text.split("\n"))
    return Cell(lines, rows, columns, head=True, align="center")


def heads(*texts: str) -> tuple[Cell, ...]:
    """Return a row of heading cells."""
    return tuple(head(text) for text in texts)


def day(value: date | None) -> str:
    """Return a day in official wording: ``2025年7月7日``; empty for none."""
    return f"{value.year}年{value.month}月{value.day}日" if value else ""


def joined(items: Sequence[Inlines], between: str = "、") -> Inlines:
    """Return a list in words: ``甲、乙、丙``; no 和 before the last, which may be 和政县."""
    out: list[Inline] = []
    for position, item in enumerate(items):
        if position:
            out.append(between)
        out += item
    return tuple(out)


_DIGITS = "零一二三四五六七八九十"


def numeral(number: int) -> str:
    """Return a number from 1 to 99 in Chinese: ``二十一``."""
    tens, ones = divmod(number, 10)
    if not tens or number == 10:
        return _DIGITS[number]
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"


def ended(text: str) -> str:
    """Return ``text`` as a whole sentence."""
    text = text.strip()
    return text if not text or text[-1] in "。！？；" else f"{text}。"


VERSIONS = {
    "下达": "下达的绩效目标",
    "实施方案": "实施方案",
    "工程设计": "工程设计",
    "调整": "调整后的绩效目标",
}
"""Versions of the targets in the words of a report."""


def runs(values: Sequence[str]) -> dict[int, int]:
    """Return where each run of equal neighbours begins, and how long it is, for merged cells."""
    starts: dict[int, int] = {}
    for place, value in enumerate(values):
        if place and values[place - 1] == value:
            starts[max(starts)] += 1
        else:
            starts[place] = 1
    return starts


def made_with(evaluation: Evaluation) -> dict[str, str]:
    """Return what a paper was made with, for its file properties."""
    return {
        "shanhe": evaluation.version,
        "rules": evaluation.rules,
        "catalogue": evaluation.catalogue,
        "data_sha256": evaluation.digest,
    }
