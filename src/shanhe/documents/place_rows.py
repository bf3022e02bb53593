"""Tables whose rows are regions or units: their columns, and what stands in each row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shanhe.documents.grid import Bit, Line, at, squeezed
from shanhe.documents.heads import headings, is_flattened, role_of
from shanhe.documents.naming import PaperNames
from shanhe.values.regex import regex
from shanhe.values.unit import find_unit

_KEY = regex(
    r"(?:责任|承担|实施|资金使用|使用|所在|项目|接收|收款|执行|分配)?(?:区域|县区|旗县区?|区县|县市区|县[(]市、?区[)]|旗县[(]区[)]|地区"
    r"|行政区划?|市县|盟市|市州|单位)(?:名称)?|区划"
)
_COUNTED = regex(r"[(（]?\d*[)）]?")
_NOBODY = regex(r"[—\-–/]+")
"""Beside a total of all lines, where the column of places has nothing to say."""
TOTAL = regex(r"(?:分解)?(?:合计|总计|小计|共计)|全[市省区县]|总[数额]|总目标(?:值)?|目标合计")


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """Columns and rows.

    Attributes:
        texts: column to heading.
        rows: the cell that names the place, and column to cell.
    """

    texts: dict[int, str]
    rows: tuple[tuple[Bit, dict[int, Bit]], ...]


def place_table(lines: Sequence[Line]) -> PlaceTable | None:
    """Return the table whose first named column holds places; ``None`` where there is none.

    ``单位`` beside a column of indicators is a unit of measure, and so it is over cells that are such units:
    措施、单位（座、公里、公顷）、数量、单价、金额. A list of contracts, of which one unit has several, is none either.
    """
    for top, line in enumerate(lines):
        key = next((bit for bit in line[:3] if bit.fresh and _KEY.fullmatch(bit.word)), None)
        named = any(role_of(bit.cell.text) in {"name", "any_name"} for bit in line)
        if key is not None and len(line) > 1 and not named:
            found = _table(lines, top, key)
            return None if _are_units(found) or _are_of_others(lines, found) else found
    return None


def _are_units(table: PlaceTable) -> bool:
    """Return whether most cells of the first named column are units of measure."""
    units = [name for name, _ in table.rows if find_unit(name.word) is not None]
    return 2 * len(units) > len(table.rows)


def _are_of_others(lines: Sequence[Line], table: PlaceTable) -> bool:
    """Return whether lines are of something named before the place, which only says whose it is: 子项目、实施单位."""
    places = [
        name
        for name, _ in table.rows
        if not (TOTAL.fullmatch(name.word) or _NOBODY.fullmatch(name.word))
    ]
    if len({name.word for name in places}) == len(places):
        return False
    spots = {name.cell.spot.row for name in places}
    own = [line for line in lines if {bit.cell.spot.row for bit in line if bit.fresh} & spots]
    named = (
        [bit.word for line in own for bit in line if bit.x == x and bit.fresh]
        for x in range(min((name.x for name in places), default=0))
    )
    return any(
        len(set(words)) == len(words) == len(own) and not any(map(_COUNTED.fullmatch, words))
        for words in named
    )


def _table(lines: Sequence[Line], top: int, key: Bit) -> PlaceTable:
    flat = is_flattened(lines)
    texts, _, begin = headings(lines, top, key, flat=flat)
    columns = {x: " ".join(text.split()) for x, text in texts.items() if x > key.x}
    rows = []
    for line in lines[begin:]:
        name = at(line, key.x)
        if name is None or not name.fresh or not name.word or (flat and len(line) != len(texts)):
            continue
        cells = {x: bit for x in columns if (bit := at(line, x)) and bit is not name}
        rows.append((name, cells))
    return PlaceTable(columns, tuple(rows))


def place_name(bit: Bit, names: PaperNames) -> str:
    """Return the short name of a place, empty for a row or column of totals."""
    word = re.sub(r"^(?:其中[:,]?|\d+[.、])", "", bit.word)
    return named_place(word, names)


def named_place(word: str, names: PaperNames) -> str:
    """Return the short name that a heading or cell stands for, empty for totals."""
    plain = re.sub(r"^其中[:：]?", "", squeezed(word))
    if TOTAL.fullmatch(plain) or _NOBODY.fullmatch(plain):
        return ""
    return names.region(plain) or names.region(word) or plain
