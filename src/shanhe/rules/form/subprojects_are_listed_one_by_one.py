"""子项目逐个列出.

A row that stands for several subprojects cannot be held against contracts, inspections or payments.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both, listed


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
    if merged:
        words = {
            "total": sum(row.count for row in dossier.subprojects),
            "count": sum(row.count for row in merged),
            "rows": listed(
                Both(f"“{row.name}”合并填写 {row.count} 个", f"{row.name} ({row.count})")
                for row in merged
            ),
        }
        yield Hit(tuple(row.operand("count") for row in merged), words)
