"""Tables of documents with their days → references; of steps with their deadlines → milestones."""

from collections.abc import Mapping, Sequence
from datetime import date

from shanhe.documents.found import Found
from shanhe.documents.grid import Bit, Line, at, lines_of, squeezed
from shanhe.documents.indicator_rows import Places
from shanhe.documents.naming import PaperNames
from shanhe.documents.script import Script, ScriptTable
from shanhe.records.paper import Reference
from shanhe.records.progress import Milestone
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

COLUMNS: Mapping[str, str] = {
    "number": r"(?:发文|文件)?(?:文号|字号|发文号)",
    "title": r"(?:发文|文件|通知)(?:名称|标题)",
    "day": r"(?:发文|印发|下达|成文)(?:日期|时间)",
    "event": r"(?:主要|进度|关键|工作|重要)?(?:节点|事项|环节|步骤)(?:名称)?|工作(?:内容|任务)",
    "due": r"(?:完成|办理|要求|规定)?(?:期限|时限|截止(?:日期|时间))|(?:计划|要求|规定)完成(?:日期|时间)",
    "done": r"(?:实际)?完成(?:日期|时间)",
    "basis": r"依据(?:文件|文号)?",
    "responsible": r"责任单位|牵头单位",
    "result": r"(?:完成|落实)?(?:结果|情况)",
}
"""Headings → fields."""

_COLUMNS = tuple((key, regex(pattern)) for key, pattern in COLUMNS.items())
_DOCUMENTS, _STEPS = {"number", "day"}, {"event", "due", "done"}
_MARK = regex(r"[〔\[［【(（]\s*20\d\d\s*[〕\]］】)）]\s*\d+\s*号")
_BRACKETS = regex(r"[(（][^()（）]*[)）]\s*$")


def recognises(table: ScriptTable, above: Sequence[str]) -> int:
    """Return how surely this lists documents with numbers and days, or steps with deadlines."""
    del above
    return 60 if _top(lines_of(table)) is not None else 0


def read(table: ScriptTable, above: Sequence[str], names: PaperNames, script: Script) -> Found:
    """Return references and milestones; a cell that is no day leaves the day open.

    A line may hold one document of each level: 文号 and 下达日期 stand under 财政部, again under 省财政厅.

    Example:
        ``工程设计报批 | 2025年11月30日 | 2025年12月30日`` is a step 30 days late.
    """
    del above, names
    found = Found()
    lines = lines_of(table)
    top = _top(lines)
    if top is None:
        return found
    first, groups = top
    for line in lines[first + 1 :]:
        for heads in groups:
            cells = {
                key: bit for key, head in heads.items() if (bit := at(line, head.x)) and bit.fresh
            }
            if heads.keys() >= _STEPS:
                _step(cells, heads, script, found)
            else:
                _document(cells, heads, script, found)
    return found


def _top(lines: Sequence[Line]) -> tuple[int, list[dict[str, Bit]]] | None:
    """Return the line of headings among the first three, with field to heading; once for each level."""
    for place, line in enumerate(lines[:3]):
        groups: list[dict[str, Bit]] = [{}]
        for bit in line:
            key = next((key for key, shape in _COLUMNS if shape.fullmatch(bit.word)), "")
            if key in groups[-1] and key in _DOCUMENTS and groups[-1].keys() >= _DOCUMENTS:
                groups.append({})
            if key:
                groups[-1].setdefault(key, bit)
        if groups[0].keys() >= _DOCUMENTS or groups[0].keys() >= _STEPS:
            return place, groups
    return None


def _document(
    cells: Mapping[str, Bit], heads: Mapping[str, Bit], script: Script, found: Found
) -> None:
    number = cells.get("number")
    if number is None or not _MARK.search(number.cell.text):
        return
    places = _places(cells, heads, script)
    day = _day(cells.get("day"), found)
    found.understood(number.cell.spot, 0, len(number.cell.text), "reference")
    title = cells["title"].cell.text.strip() if "title" in cells else ""
    reference = Reference(
        source=places.source(), title=title, number=squeezed(number.cell.text), day=day
    )
    found.add("references", reference)


def _step(cells: Mapping[str, Bit], heads: Mapping[str, Bit], script: Script, found: Found) -> None:
    event = cells.get("event")
    if event is None or not event.word:
        return
    words = {
        key: cells[key].cell.text.strip()
        for key in ("event", "basis", "responsible", "result")
        if key in cells
    }
    words = {key: word for key, word in words.items() if word not in {"—", "-", "/", "无"}}
    step = Milestone(
        source=_places(cells, heads, script).source(),
        event=words.get("event", event.word),
        due=_day(cells.get("due"), found),
        done=_day(cells.get("done"), found),
        basis=words.get("basis", ""),
        responsible=words.get("responsible", ""),
        result=words.get("result", ""),
    )
    found.add("milestones", step)


def _places(cells: Mapping[str, Bit], heads: Mapping[str, Bit], script: Script) -> Places:
    places = Places(script)
    for key, bit in cells.items():
        places.note(key, bit, squeezed(heads[key].cell.text))
    return places


def _day(bit: Bit | None, found: Found) -> date | None:
    if bit is None:
        return None
    day = read_date(_BRACKETS.sub("", squeezed(bit.cell.text)))
    if isinstance(day, date):
        found.understood(bit.cell.spot, 0, len(bit.cell.text), "day")
        return day
    return None
