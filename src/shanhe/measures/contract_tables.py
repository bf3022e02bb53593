"""Tables of contracts or works: a line for each with its number, the days it was signed and finished, and its state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from shanhe.measures.once import once_each
from shanhe.measures.text_tables import Row, plain, text_tables, title_of
from shanhe.records.dossier import Dossier
from shanhe.records.paper import TextLine
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

HEADS = {
    "number": regex("(?:施工|采购|委托)?合同(?:编号|号)|合同协议书?编号"),
    "signed": regex(
        "(?:施工|采购)?(?:合同)?(?:签订|签约|签署|订立)(?:日期|时间|日)|合同(?:日期|签订日)"
    ),
    "begun": regex("(?:实际)?(?:开工|进场)(?:日期|时间|日)"),
    "ended": regex("实际(?:完工|竣工|完成|交付)(?:日期|时间|日)"),
    "state": regex("(?:工程|项目|建设|实施|目前|当前)?(?:状态|进展|进度状态)"),
}
"""What the heading of a column is called, by what its cells are."""
_TOTAL = regex("合计|总计|小计|共计")
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Contract:
    """One line; ``cells`` are those of the known columns."""

    title: str
    cells: Mapping[str, TextLine]

    def text(self, key: str) -> str:
        """Return the words of a cell, empty where there is none or a dash."""
        words = plain(self.cells[key]) if key in self.cells else ""
        return "" if set(words) <= set("-—–－/／") else words

    def day(self, key: str) -> date | None:
        """Return the day of a cell."""
        return read_date(self.text(key))


@once_each
def contract_tables(dossier: Dossier) -> Iterator[tuple[Contract, ...]]:
    """Yield the lines of each table that has a column of days signed, begun or finished, three at least.

    Example:
        ``1 | 护坡工程 | HT-2024-06 | 2024年5月21日 | 2025年8月14日 | 已验收`` is signed in 2024 and ended in 2025.
    """
    for _, rows in text_tables(dossier):
        for n, row in enumerate(rows[:3]):
            known = _columns(row)
            if {"signed", "begun", "ended"} & known.keys():
                lines = tuple(_line(own, known) for own in rows[n + 1 :] if not _is_total(own))
                if len(lines) >= _LEAST:
                    yield lines
                break


def _columns(row: Row) -> dict[str, str]:
    """Return the columns by what they are, those that two headings name left out."""
    found = {
        key: [x for x, cell in row.items() if head.fullmatch(plain(cell))]
        for key, head in HEADS.items()
    }
    return {key: own[0] for key, own in found.items() if len(own) == 1}


def _line(row: Row, known: Mapping[str, str]) -> Contract:
    return Contract(title_of(row), {key: row[x] for key, x in known.items() if x in row})


def _is_total(row: Row) -> bool:
    return any(_TOTAL.fullmatch(plain(cell)) for cell in row.values())
