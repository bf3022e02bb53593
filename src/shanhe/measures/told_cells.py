"""Numbers of sentences that name a line and a column of a table: 支出率最高的银川市为97.25%.

The line is named right before the number, the column by its heading, last before it in the sentence; or the line at the
beginning and the column by 合计: 社会资本由某公司投入，三年共2480万元. What is told of
another time than that of the table is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from shanhe.measures.frame import Frame, prose_frames
from shanhe.measures.once import once
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.printed_tables import PrintedCell, PrintedRow, PrintedTable, printed_tables
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_TAIL = regex("(?:为|达到?|是|完成了?|支出|下达|到位|安排|资金|的|已|仅|共|自评|得分)*")
_IN_ALL = regex(
    "(?:[一二两三四五六七八九十\\d]年)?(?:总共|共计?|合计|总计|累计)(?:投入|安排|投资|出资|完成|为)?$"
)
_COLUMN_TOTAL = regex("(?P<head>[\u4e00-\u9fff]{2,10}?)(?:合计|总计|共计|总额)为?")
_SUM = regex("合计|总计|小计|总额")
_BRACKETS = regex(r"[（(\[][^（）()\[\]]*[）)\]]|\s")
_LABEL = regex("(?:20\\d\\d年|[\u4e00-\u9fff]{3,10})")
_NO_LABEL = regex("合计|总计|小计|累计|资金|指标|全[省市县区]")
_WHOLE = regex("全[省市州盟县区旗]|(?:全[省市州盟县区旗])?(?:合计|总计|共计)")
_LEAST_HEAD = 2
Lines = dict[str, list[tuple[PrintedTable, PrintedRow]]]
"""Lines of values by their label."""
_OTHER_TIME = regex(
    r"上一?年|去年|同期|年初|期初|上半年|[一二三]季度|截[至止](?:20\d\d年)?(?!12月)\d{1,2}月|(?<!\d)(?!12月)\d{1,2}月[底末]"
)
_YEAR = regex(r"20\d\d年")


@dataclass(frozen=True, slots=True)
class ToldCell:
    """A number told of a line and a column; ``cells`` are those of that line and that heading.

    ``others`` are those of the other lines of that column. Where no column is named ``head`` is empty, and ``cells`` are all of the line. ``place`` is where the earlier of
    heading and label begins.
    """

    frame: Frame
    amount: PrintedAmount
    label: str
    head: str
    place: int
    cells: tuple[PrintedCell, ...]
    line: tuple[PrintedCell, ...]
    others: tuple[PrintedCell, ...] = ()


@once
def lines_by_label(dossier: Dossier) -> Lines:
    """Return the lines of values by their label, where it is a name and one of its table only."""
    found: Lines = {}
    for table in printed_tables(dossier):
        labels = [row.label for row in table.rows]
        for row in table.rows:
            named = _LABEL.fullmatch(row.label) and not _NO_LABEL.search(row.label)
            if named and labels.count(row.label) == 1:
                found.setdefault(row.label, []).append((table, row))
    return found


def lines_of_totals(dossier: Dossier) -> list[tuple[PrintedTable, PrintedRow]]:
    """Return the lines of totals of all tables."""
    every = ((table, row) for table in printed_tables(dossier) for row in table.rows)
    return [(table, row) for table, row in every if _WHOLE.fullmatch(row.label)]


def told_cells(dossier: Dossier) -> Iterator[ToldCell]:
    """Yield the numbers of the running text that name their line and their column."""
    lines = lines_by_label(dossier)
    totals = {"": lines_of_totals(dossier)}
    for frame in prose_frames(dossier) if totals[""] else ():
        if re.search("[合总共]计|总额", frame.bones.text):
            for mark in frame.bones.marks():
                yield from _totalled(frame, mark, totals)
    if not lines:
        return
    label = re.compile(f"(?:{'|'.join(sorted(map(re.escape, lines), key=len, reverse=True))})")
    for frame in prose_frames(dossier):
        if label.search(frame.bones.text):
            for mark in frame.bones.marks():
                for one in _told(frame, mark, label, lines):
                    if _is_of_time(one, dossier.programme.year):
                        yield one


def _told(
    frame: Frame,
    mark: str,
    label: re.Pattern[str],
    lines: Lines,
) -> Iterator[ToldCell]:
    bones, amount = frame.bones, frame.bones.amount(mark)
    lead = bones.lead(mark)
    named = list(label.finditer(lead))
    if amount.vague or not named or not _TAIL.fullmatch(lead[named[-1].end() :]):
        yield from () if amount.vague else _summed(frame, mark, label, lines)
        return
    rows = lines[named[-1][0]]
    before = bones.text[: bones.place(mark)]
    heads = {
        head: place
        for table, row in rows
        for x in row.cells
        if row.cells[x].quantity.unit.like(amount.quantity.unit)
        if (head := _head(table, x)) and (place := before.rfind(head)) >= 0
    }
    if heads:
        head = max(heads, key=partial(_place, heads))
        cells = [row.cells[x] for table, row in rows for x in row.cells if _head(table, x) == head]
    else:
        head, cells = "", [cell for _, row in rows for cell in row.cells.values()]
    line = tuple(cell for _, row in rows for cell in row.cells.values())
    place = min(bones.place(mark) - len(lead) + named[-1].start(), heads.get(head, len(before)))
    yield ToldCell(
        frame, amount, named[-1][0], head, place, tuple(cells), line, _others(rows, head)
    )


def _totalled(frame: Frame, mark: str, totals: Lines) -> Iterator[ToldCell]:
    """Yield what begins its part of the sentence as the total of a column: ``核减额合计1435.26万元``."""
    bones = frame.bones
    found = _COLUMN_TOTAL.fullmatch(bones.lead(mark)) if not bones.amount(mark).vague else None
    named = [
        (row, row.cells[x])
        for table, row in (totals.get("", []) if found else [])
        for x in row.cells
        if found and _head(table, x) == found["head"]
    ]
    if found and len(named) == 1:
        (row, cell), place = named[0], bones.place(mark)
        line = tuple(row.cells.values())
        start = place - len(found[0])
        yield ToldCell(frame, bones.amount(mark), "合计", found["head"], start, (cell,), line)


def _others(rows: list[tuple[PrintedTable, PrintedRow]], head: str) -> tuple[PrintedCell, ...]:
    """Return the cells of the other lines under a heading."""
    return tuple(
        cell
        for table, own in rows
        for row in table.rows
        for x, cell in row.cells.items()
        if row is not own and head and _head(table, x) == head
    )


def _summed(
    frame: Frame,
    mark: str,
    label: re.Pattern[str],
    lines: Lines,
) -> Iterator[ToldCell]:
    """Yield what is told in all of the line that its part of the sentence begins with."""
    bones = frame.bones
    text = bones.text[: bones.place(mark)]
    start = max(text.rfind(stop) for stop in "。；：①②③④⑤⑥⑦⑧⑨") + 1
    named = label.match(text, start)
    if named is None or not _IN_ALL.search(text) or len(label.findall(text, start)) > 1:
        return
    if bones.marks(start, bones.place(mark)):
        return
    rows = lines[named[0]]
    cells = [row.cells[x] for table, row in rows for x in row.cells if _SUM.search(table.head(x))]
    line = tuple(cell for _, row in rows for cell in row.cells.values())
    if cells:
        yield ToldCell(frame, bones.amount(mark), named[0], "合计", start, tuple(cells), line)


def _is_of_time(one: ToldCell, year: int) -> bool:
    """Return whether a number is of the time of the table: no other is told in its part of the sentence."""
    text = one.frame.bones.text[: one.frame.bones.place_of(one.amount)]
    words = re.split("[。；]", text)[-1]
    return not _OTHER_TIME.search(words) and set(_YEAR.findall(words)) <= {f"{year}年", one.label}


def _place(heads: dict[str, int], head: str) -> tuple[int, int]:
    return heads[head] + len(head), len(head)


def _head(table: PrintedTable, column: int) -> str:
    """Return what a column is called, empty where only the headings above it tell it apart."""
    head = _BRACKETS.sub("", table.head(column))
    return head if len(head) >= _LEAST_HEAD and not table.group(column) else ""
