"""Who is told to be the highest or the lowest, and of what: 完成率最低的是丙县; 甲县完成率居首，丙县居末; 按合同额排序，前三位依次是….

What is told of is a column of a table whose lines have these names, or what the sentences before give for each of them.
"""

import re
from collections.abc import Iterator, Sequence

from shanhe.measures.days_early import day_lines
from shanhe.measures.derived_values import of_derived
from shanhe.measures.frame import AMOUNT, Skeleton, skeleton
from shanhe.measures.named_lines import NamedLines
from shanhe.measures.printed_tables import PrintedTable, printed_tables
from shanhe.measures.ranked_values import (
    LEAST_LINES,
    Lines,
    Values,
    core_of,
    key_of,
    lines_of,
    of_list,
    of_tables,
    of_texts,
)
from shanhe.measures.sentences import prose, sentences
from shanhe.measures.superlative_words import LEAST_NAME, LISTED, Told, told_firsts
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_LEVELS = tuple(
    regex(f"[\u4e00-\u9fff]{{1,12}}{level}(?:[（(].*[）)])?")
    for level in (
        "(?:镇|乡|街道|办事处|苏木)",
        "(?:[县市区旗州盟]|林场|农场)",
        "村",
        "标段?",
        "(?:省|自治区|直辖市)",
    )
)
"""Kinds of places and lots; a line that is of none is not among those which one of them is the first of."""


def superlatives(dossier: Dossier) -> Iterator[NamedLines]:
    """Yield those that the numbers do not bear out, though one column or list has all the names.

    Example:
        ``完成率最低的是乙县`` where the table has 98 % for 甲县, 96 % for 乙县 and 95 % for 丙县: 丙县.
    """
    tables = [lines_of(table) for table in printed_tables(dossier)]
    heads = _heads(tables)
    for line in prose(dossier):
        if not re.search(
            "最[高低多少大小快慢好差重轻长短]|前[两二三四五]|居|排|列|依次|到[低小少]", line.text
        ):
            continue
        before: list[Skeleton] = []
        for sentence in sentences(line):
            bones = skeleton(sentence.text)
            before.append(bones)
            for words, of, names, most in told_firsts(bones.text, heads):
                told = (words, of, tuple(_printed(bones, name) for name in names), most)
                runs = [*of_list(bones, told)] if of == LISTED else []
                runs = runs or [*of_tables(tables, told), *of_texts(before, told)]
                if not any(_has(values, told) for values in runs):
                    runs = [*of_derived(tables, before, day_lines(dossier), told)]
                due = _refuted(runs, told)
                if due:
                    at = bones.at
                    start, end = at[told[0].start()], at[told[0].end() - 1] + 1
                    yield NamedLines(sentence, start, end, told[1], told[2], due)


def _printed(bones: Skeleton, name: str) -> str:
    """Return a name with its number as printed: 标段3."""
    return re.sub(AMOUNT, lambda found: str(bones.amount(found[0]).quantity.amount), name)


def _heads(
    tables: Sequence[tuple[PrintedTable, Lines]],
) -> re.Pattern[str]:
    """Return the pattern of a name with what it is first by, which is called as a column is: 二标降价额."""
    found = {core_of(table.head(x)) for table, _ in tables for x in table.columns}
    words = sorted((re.escape(one) for one in found if len(one) >= LEAST_NAME), key=len)
    return re.compile(f"(?P<name>.{{2,}}?)的?(?P<of>{'|'.join(reversed(words)) or '(?!)'})[数额]?$")


def _refuted(runs: list[Values], told: Told) -> tuple[str, ...]:
    """Return who is first by the only numbers that have the names; nothing where any numbers bear them out."""
    found, _, names, most = told
    due: tuple[str, ...] = ()
    for values in runs:
        if not _has(values, told):
            continue
        keys = [key_of(values, name) for name in names]
        values = _of_a_kind(values, names)  # noqa: PLW2901 - those that the names are among
        order = sorted(values.values(), reverse=most)[: len(names)]
        own = [values[key] for key in keys if key]
        if own == order or ("names2" in found.groupdict() and sorted(own, reverse=most) == order):
            return ()
        ranked = sorted(values, key=lambda key: values[key], reverse=most)
        due = due or tuple(ranked[: len(names)])
    return due


def _has(values: Values, told: Told) -> bool:
    """Return whether numbers have all names told, and enough of them."""
    names = told[2]
    return len(values) >= max(LEAST_LINES, len(names)) and all(key_of(values, one) for one in names)


def _of_a_kind(values: Values, names: tuple[str, ...]) -> Values:
    """Return the lines that are places where the names are: 独立费用 is no township among 固村镇, 长胜镇, 黄石镇."""
    for level in _LEVELS:
        own = {label: value for label, value in values.items() if level.fullmatch(label)}
        if len(own) >= LEAST_LINES and all(key_of(own, name) for name in names):
            return own
    return values
