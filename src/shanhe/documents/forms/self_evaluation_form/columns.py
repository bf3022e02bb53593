"""Which columns of a table of results belong together: target, result and rate of one year, or of all.

``实施期目标 | 2023年完成 | 2024年完成 | 2025年目标 | 2025年完成 | 累计完成``: the year's target has the result of its year.
"""

from dataclasses import replace

from shanhe.documents.grid import squeezed
from shanhe.documents.heads import Block, Head, role_of
from shanhe.documents.table_context import period_in
from shanhe.values.regex import regex

_RESULT = regex(
    r"(?P<year>20\d\d)年度?(?!计划|目标|预算).*|(?P<all>(?:截至[^，。]*)?(?:累计|总计|合计|实施期|项目期|至今).*)"
)


def quoted_head(block: Block, *, of_years: bool = False) -> Head | None:
    """Return the column of the year's target; of several, the one that speaks of the year.

    Args:
        block: with its columns.
        of_years: the paper is of several years, and so are the targets that it is about.
    """
    heads = block.all_of("target", "value")
    terms = [head for head in heads if (one := period_in(head.text)) and one.is_term]
    if of_years and terms:
        return terms[0]
    yearly = [head for head in heads if (one := period_in(head.text)) and not one.is_term]
    return next(iter([*yearly, *(head for head in heads if "年度" in head.text), *heads]), None)


def fitting(block: Block, *, of_years: bool = False) -> Block:
    """Return a block whose columns of result and rate are of the period of its target.

    Where there is one such column, or none of that period, nothing changes.
    """
    quoted = quoted_head(block, of_years=of_years)
    period = period_in(quoted.text) if quoted is not None else None
    heads = block.heads
    for role in ("actual", "rate"):
        told = {head: found for head in heads if (found := _result(head, role))}
        if period is None or len(told) < 2:
            continue
        wanted = "" if period.is_term else str(period.year)
        own = next(
            (
                head
                for head, year in told.items()
                if year == wanted or (not wanted and year == _ALL)
            ),
            None,
        )
        if own is not None:
            heads = tuple(_turned(head, own, role) for head in heads)
    return replace(block, heads=heads)


_ALL = "all"


def _result(head: Head, role: str) -> str:
    """Return the year of a column of results, ``all`` for one of all years, empty for another column."""
    word = squeezed(head.text)
    found = _RESULT.fullmatch(word) if head.role in {role, "other"} else None
    if found is None or role_of(head.text) != role:
        return ""
    return found["year"] or _ALL


def _turned(head: Head, own: Head, role: str) -> Head:
    if head is own:
        return replace(head, role=role)
    return replace(head, role="other") if head.role == role else head
