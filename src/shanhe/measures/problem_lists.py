"""Tables that list problems: what each is, the money in it, who mends it, and until when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from shanhe.measures.mending_days import DUE
from shanhe.measures.once import once_each
from shanhe.measures.text_tables import Row, plain, text_tables
from shanhe.records.dossier import Dossier
from shanhe.records.paper import TextLine
from shanhe.values.quantity import Quantity
from shanhe.values.regex import regex
from shanhe.values.unit import find_unit

_HEADS = {
    "problem": regex("(?:存在的?|发现的?|主要)?问题(?:描述|内容|事项|表现|摘要|简述)?|具体问题"),
    "money": regex(r"(?:问题)?(?:涉及|所涉)(?:问题)?(?:资金|金额)+(?:[（(](?P<unit>万?元)[）)])?"),
    "office": regex("(?:整改)?(?:责任|牵头|落实)(?:单位|部门|主体)"),
    "due": DUE,
}
_NUMBER = regex(r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_DASHES = frozenset("-—–－/／")
_TOTAL = regex("合计|总计|小计|共计")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class ListedProblem:
    """One line of such a table; ``cells`` are those that are neither empty nor a dash."""

    cells: Mapping[str, TextLine]
    money: Quantity | None

    def text(self, key: str) -> str:
        """Return the words of a cell, empty where there is none."""
        return plain(self.cells[key]) if key in self.cells else ""


@once_each
def problem_lists(dossier: Dossier) -> Iterator[tuple[ListedProblem, ...]]:
    """Yield the lines of each table of problems that says who mends them, or until when.

    Example:
        ``1 | 县级资金少到位 | 439.20 | 县财政局 | 2026年6月30日`` below 序号, 问题, 涉及金额（万元）, 责任单位 and 整改期限.
    """
    for _, rows in text_tables(dossier):
        for n, row in enumerate(rows[:3]):
            known = _columns(row)
            if "problem" in known and {"office", "due"} & known.keys():
                lines = tuple(_line(own, row, known) for own in rows[n + 1 :] if not _is_total(own))
                if len(lines) >= _LEAST and all("problem" in one.cells for one in lines):
                    yield lines
                break


def _columns(row: Row) -> dict[str, str]:
    found = {
        key: [x for x, cell in row.items() if head.fullmatch(plain(cell))]
        for key, head in _HEADS.items()
    }
    return {key: own[0] for key, own in found.items() if len(own) == 1}


def _line(row: Row, heads: Row, known: Mapping[str, str]) -> ListedProblem:
    cells = {key: row[x] for key, x in known.items() if x in row and set(plain(row[x])) - _DASHES}
    head = _HEADS["money"].fullmatch(plain(heads[known["money"]])) if "money" in known else None
    unit = find_unit(head["unit"] or "万元") if head else None
    told = _NUMBER.fullmatch(plain(cells["money"])) if "money" in cells else None
    amount = Decimal(told[0].replace(",", "").replace("，", "")) if told else None
    money = Quantity(amount, unit, exact=True) if amount is not None and unit else None
    return ListedProblem(cells, money)


def _is_total(row: Row) -> bool:
    return any(_TOTAL.fullmatch(plain(cell)) for cell in row.values())
