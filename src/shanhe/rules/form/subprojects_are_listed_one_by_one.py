"""子项目逐个列出.

A row that stands for several subprojects cannot be held against contracts, inspections or payments. A
sentence of a paper may count them by state (完工3个、在建2个) where a table of it lists them all.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.text_tables import plain, text_tables
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both, listed
from shanhe.values.regex import regex

_NAMED = regex("(?:子项目|单项工程|单体工程|标段|子工程|工程|项目)(?:名称)?")
_TOTAL = regex("合计|总计|小计|共计|")


@rule(
    id="FORM-713",
    severity=NOTE,
    basis=["practice#A-04"],
    zh="{total} 个子项目中有 {count} 个没有逐个列出：{rows}，数量无从核对",
    en="{count} of {total} subprojects are not listed one by one: {rows}",
)
def subprojects_are_listed_one_by_one(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every row that stands for several."""
    del catalogue
    merged = [row for row in dossier.subprojects if row.count > 1]
    total = sum(row.count for row in dossier.subprojects)
    if merged and _most_listed(dossier) < total:
        words = {
            "total": total,
            "count": sum(row.count for row in merged),
            "rows": listed(
                Both(f"“{row.name}”合并填写 {row.count} 个", f"{row.name} ({row.count})")
                for row in merged
            ),
        }
        yield Hit(tuple(row.operand("count") for row in merged), words)


def _most_listed(dossier: Dossier) -> int:
    """Return how many lines the longest table of subprojects has, totals left out."""
    most = 0
    for _, rows in text_tables(dossier):
        for place, row in enumerate(rows):
            column = next((x for x, cell in row.items() if _NAMED.fullmatch(plain(cell))), None)
            if column is not None:
                names = [plain(below[column]) for below in rows[place + 1 :] if column in below]
                most = max(most, sum(not _TOTAL.fullmatch(name) for name in names))
    return most
