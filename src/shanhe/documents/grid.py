"""Lines of a table as a reader sees them, and the forms that one table may hold.

A merged cell stands in every line that it covers. Where a file has lost the merges (text), a cell
has its position in the line instead of a column.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from shanhe.documents.same import made_once
from shanhe.documents.script import ScriptCell, ScriptTable
from shanhe.values.regex import regex

_UNSEEN = regex(r"[\s\ue000-\uf8ff\u200b-\u200f\ufeff]|\[bookmark:[^\]]*\]")
_TITLE = regex(
    r"(?:附件|附表|附)\d*[:：.、]?|表\d+.*|.*(?:自评表|目标表|申报表|变动情况表|调整表|分解表|分配表|情况表)"
    r"(?:[(]\d{4}年度?[)])?|[(]?20\d\d年度?[)]?"
)
_SIDE = regex(
    r"(?!.*(?:年度|全年|其中|财政|其他))[^\d]{0,12}(?:指标|情况|目标|效益|满意度|绩效|资金)(?:[(][^()]*[)])?"
)
_OPENING = regex(
    r"(?:转移支付(?:[(]项目[)])?|项目(?:支出)?|专项(?:资金)?|部门(?:[(]单位[)])?|单位|预算部门)名称"
)


class Bit(NamedTuple):
    """A cell within one line.

    Attributes:
        x, width: columns that it covers, from 0; its position where the merges are lost.
        fresh: it begins in this line, and is not merged down from above.
    """

    cell: ScriptCell
    x: int
    width: int = 1
    fresh: bool = True

    @property
    def word(self) -> str:
        """Its text, half-width and without blanks."""
        return squeezed(self.cell.text)

    def covers(self, x: int) -> bool:
        """Return whether it reaches over column ``x``."""
        return self.x <= x < self.x + self.width


Line = tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One form within a table.

    Attributes:
        titles: title lines that were glued before it.
    """

    table: ScriptTable
    titles: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Return ``text`` half-width and without blanks and line ends.

    Example:
        ``产出⏎指标`` is ``产出指标``.
    """
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def is_flat(table: ScriptTable) -> bool:
    """Return whether nothing is merged and lines differ in length: the merges were lost."""
    if any(cell.rows > 1 or cell.columns > 1 for cell in table.cells):
        return False
    counts = {len(list(row)) for _, row in groupby(table.cells, key=lambda c: c.spot.row)}
    return len(counts) > 1


@made_once
def lines_of(table: ScriptTable) -> Sequence[Line]:
    """Return the lines that have any cell, each from left to right."""
    flat = is_flat(table)
    lines: list[Line] = []
    above: list[Bit] = []
    for row, group in groupby(_ordered(table.cells), key=lambda cell: cell.spot.row):
        above = [bit for bit in above if bit.cell.spot.row + bit.cell.rows > row]
        own = [
            Bit(cell, place if flat else cell.spot.column - 1, 1 if flat else cell.columns)
            for place, cell in enumerate(group)
        ]
        if lines and not flat:
            own = _as_merged(own, lines[-1])
        line = sorted([*above, *own], key=lambda bit: bit.x)
        lines.append(tuple(line))
        above += [bit._replace(fresh=False) for bit in own if bit.fresh and bit.cell.rows > 1]
    return lines


def _as_merged(own: list[Bit], before: Line) -> list[Bit]:
    """Take labels that are printed again in each row, at the left of the line, as one cell.

    Example:
        ``绩效指标 | 产出指标`` under ``绩效指标 | 产出指标`` goes on with the cells above.
    """
    found: list[Bit] = []
    for place, bit in enumerate(own):
        over = next((one for one in before if (one.x, one.width) == (bit.x, bit.width)), None)
        if over is None or over.word != bit.word or not _SIDE.fullmatch(bit.word):
            return [*found, *own[place:]]
        found.append(over._replace(fresh=False))
    return own


def _ordered(cells: Iterable[ScriptCell]) -> list[ScriptCell]:
    return sorted(cells, key=lambda cell: (cell.spot.row, cell.spot.column))


@made_once
def parts(table: ScriptTable) -> Sequence[Part]:
    """Return the forms in a table, each with the titles glued before it.

    A new one begins after a title within a cell (``95 附件：… 自评表``), after a title over the
    whole width, and at a row of the programme's name after rows of anything else. The numbers of
    rows and columns stay those of the whole table.
    """
    cut = _Cut(table)
    rows = [list(row) for _, row in groupby(_ordered(table.cells), key=lambda cell: cell.spot.row)]
    for row in rows:
        cut.add(row)
    cut.close()
    return cut.parts


class _Cut:
    def __init__(self, table: ScriptTable) -> None:
        self.table = table
        self.parts: list[Part] = []
        self.cells: list[ScriptCell] = []
        self.titles: list[str] = []
        self.rows = 0

    def add(self, row: list[ScriptCell]) -> None:
        filled = [cell for cell in row if squeezed(cell.text)]
        if len(row) == 1 and filled and len(squeezed(row[0].text)) < 120 and self._alone(row[0]):
            self.close()
            self.titles += row[0].text.split("\n")
            return
        first = squeezed(filled[0].text) if filled else ""
        if self.rows > 3 and _OPENING.fullmatch(first) and filled[0].spot.column <= 2:
            self.close()
        for cell in row:
            kept, titles = unglued(cell)
            if titles:
                self.cells.append(kept)
                self.close()
                self.titles += titles
            else:
                self.cells.append(cell)
        self.rows += 1

    def _alone(self, cell: ScriptCell) -> bool:
        """Return whether a line of one cell is a title, and no merged cell reaches beside it."""
        words = [squeezed(line) for line in cell.text.split("\n")]
        return any(_TITLE.fullmatch(word) for word in words if word)

    def close(self) -> None:
        """End the part that is open."""
        if self.cells:
            whole = self.table
            table = ScriptTable(whole.number, tuple(self.cells), whole.height, whole.width)
            self.parts.append(Part(table, tuple(self.titles)))
            self.titles = []
        self.cells, self.rows = [], 0


def unglued(cell: ScriptCell) -> tuple[ScriptCell, list[str]]:
    """Return the cell without the title lines that were glued after its own, and those lines.

    Example:
        ``95⏎附件：⏎某项目⏎绩效自评表⏎(2025年度)`` is a cell ``95`` and four lines.
    """
    lines = cell.text.split("\n")
    found = next(
        (n for n, line in enumerate(lines) if n and _TITLE.fullmatch(squeezed(line))), None
    )
    kept = squeezed("".join(lines[:found]))
    if found is None or not kept or len(kept) > 30:
        return cell, []
    return cell._replace(text="\n".join(lines[:found])), [x for x in lines[found:] if x.strip()]


def spread(short: Line, long: Line) -> dict[int, Bit]:
    """Return which cell of a line with lost merges stands over which place of the longer line.

    A blank place belongs to a cell that was merged downwards; neighbours with words to one that was
    merged sideways. Empty where the cells do not fit.

    Example:
        ``[考核指标, 实施方案, 工程设计, 变幅]`` over ``[一级, 二级, 三级, "", "", ""]``: the first
        stands over three.
    """
    groups: list[list[Bit]] = [[bit] for bit in long[:1]]
    for left, right in pairwise(long):
        if left.word and right.word:
            groups[-1].append(right)
        else:
            groups.append([right])
    if len(groups) != len(short):
        return {}
    return {bit.x: over for over, group in zip(short, groups, strict=True) for bit in group}


def at(line: Sequence[Bit], x: int) -> Bit | None:
    """Return the cell of a line that covers column ``x``."""
    return next((bit for bit in line if bit.covers(x)), None)
