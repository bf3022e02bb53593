"""Who is told to be the highest or the lowest, and of what: 完成率最低的是丙县; 甲县完成率居首，丙县居末; 按合同额排序，前三位依次是….

What is told of is a column of a table whose lines have these names, or what the sentences before give for each of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from shanhe.measures.frame import AMOUNT, Skeleton, skeleton
from shanhe.measures.printed_tables import PrintedRow, PrintedTable, bare_label, printed_tables
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.superlative_words import LEAST_NAME, LISTED, SHARE, Told, told_firsts
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_TOTAL = regex(
    "[\u4e00-\u9fff]{1,8}(?:小计|合计)|全[省市州盟县区旗年]|(?:全[省市州盟县区旗年])?(?:合计|总计|小计|共计|总分|平均|累计)"
)
_MONTHLY = regex("^[单当本]月")
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
_LEAST_LINES = 3
_NAME = "[\u4e00-\u9fff]{2,12}?"
_ITEM = regex(f"(?P<name>{_NAME})(?:为|达到?)?(?P<mark>{AMOUNT})")
_LISTED = regex(
    f"(?:{_ITEM.pattern.replace('?P<name>', '?:').replace('?P<mark>', '?:')}(?:[、和及]|(?=[，。；]|$)))+"
)


@dataclass(frozen=True, slots=True)
class Superlative:
    """A name told to be the first by something, from the highest or from the lowest.

    Attributes:
        of: what it is by. names: as told, the first of all first. due: who they are by the numbers, as many.
    """

    sentence: Sentence
    start: int
    end: int
    of: str
    names: tuple[str, ...]
    due: tuple[str, ...]


_Values = dict[str, Fraction]


def superlatives(dossier: Dossier) -> Iterator[Superlative]:
    """Yield those that the numbers do not bear out, though one column or list has all the names.

    Example:
        ``完成率最低的是乙县`` where the table has 98 % for 甲县, 96 % for 乙县 and 95 % for 丙县: 丙县.
    """
    tables = [_lines(table) for table in printed_tables(dossier)]
    heads = _heads(tables)
    for line in prose(dossier):
        if not re.search("最[高低多少大小快慢好差]|居|排|列|依次|到[小低少]", line.text):
            continue
        before: list[Skeleton] = []
        for sentence in sentences(line):
            bones = skeleton(sentence.text)
            before.append(bones)
            for words, of, names, most in told_firsts(bones.text, heads):
                told = (words, of, tuple(_printed(bones, name) for name in names), most)
                runs = [*_of_list(bones, told)] if of == LISTED else []
                runs = runs or [*_of_tables(tables, told), *_of_texts(before, told)]
                due = _refuted(runs, told)
                if due:
                    at = bones.at
                    start, end = at[told[0].start()], at[told[0].end() - 1] + 1
                    yield Superlative(sentence, start, end, told[1], told[2], due)


def _printed(bones: Skeleton, name: str) -> str:
    """Return a name with its number as printed: 标段3."""
    return re.sub(AMOUNT, lambda found: str(bones.amount(found[0]).quantity.amount), name)


def _heads(
    tables: Sequence[tuple[PrintedTable, tuple[tuple[str, PrintedRow], ...]]],
) -> re.Pattern[str]:
    """Return the pattern of a name with what it is first by, which is called as a column is: 二标降价额."""
    found = {_core(table.head(x)) for table, _ in tables for x in table.columns}
    words = sorted((re.escape(one) for one in found if len(one) >= LEAST_NAME), key=len)
    return re.compile(f"(?P<name>.{{2,}}?)的?(?P<of>{'|'.join(reversed(words)) or '(?!)'})[数额]?$")


def _core(head: str) -> str:
    """Return what a column is of: 支出 for 支出数（万元）."""
    core = _MONTHLY.sub("", bare_label(head))
    return core[:-1] if len(core) > LEAST_NAME and core.endswith("数") else core


def _refuted(runs: list[_Values], told: Told) -> tuple[str, ...]:
    """Return who is first by the only numbers that have the names; nothing where any numbers bear them out."""
    _, _, names, most = told
    due: tuple[str, ...] = ()
    for values in runs:
        keys = [_key(values, name) for name in names]
        if not all(keys) or len(values) < max(_LEAST_LINES, len(names)):
            continue
        values = _of_a_kind(values, names)  # noqa: PLW2901 - those that the names are among
        order = sorted(values.values(), reverse=most)[: len(names)]
        if [values[key] for key in keys if key] == order:
            return ()
        ranked = sorted(values, key=lambda key: values[key], reverse=most)
        due = due or tuple(ranked[: len(names)])
    return due


def _of_a_kind(values: _Values, names: tuple[str, ...]) -> _Values:
    """Return the lines that are places where the names are: 独立费用 is no township among 固村镇, 长胜镇, 黄石镇."""
    for level in _LEVELS:
        own = {label: value for label, value in values.items() if level.fullmatch(label)}
        if len(own) >= _LEAST_LINES and all(_key(own, name) for name in names):
            return own
    return values


def _key(values: _Values, name: str) -> str:
    """Return the only label that a name is of."""
    exact = [label for label in values if label == name]
    akin = exact or [
        label
        for label in values
        if len(label) >= LEAST_NAME and (label.endswith(name) or name.endswith(label))
    ]
    return akin[0] if len(akin) == 1 else ""


def _lines(table: PrintedTable) -> tuple[PrintedTable, tuple[tuple[str, PrintedRow], ...]]:
    named = ((_label(table, row), row) for row in table.rows)
    return table, tuple((label, row) for label, row in named if not _TOTAL.fullmatch(label))


def _label(table: PrintedTable, row: PrintedRow) -> str:
    """Return what a line is called, 标段1 where its first cell is the number of a 标段."""
    first = table.columns[0]
    if row.label or first not in row.cells:
        return bare_label(row.label)
    return f"{table.head(first)}{row.cells[first].operand.text.strip()}"


def _of_tables(
    tables: Sequence[tuple[PrintedTable, tuple[tuple[str, PrintedRow], ...]]], told: Told
) -> Iterator[_Values]:
    """Yield the columns that bear the name of what is told, by their lines; and lines of totals by their columns."""
    of = _called(told[1])
    for table, lines in tables:
        if told[1] != of and not _is_about(table, told[0]):
            continue
        heads = {x: _called(bare_label(table.head(x))) for x in table.columns}
        exact = [x for x in table.columns if heads[x] == of or _is_grouped(table, x, of)]
        for x in exact or table.columns:
            head = heads[x]
            whole = "累计" in head and "累计" not in of
            akin = x in exact or head.endswith(of) or of.endswith(head) or _core(head) == of
            if len(head) >= LEAST_NAME and not whole and akin:
                own = {label: row.cells[x].quantity.value for label, row in lines if x in row.cells}
                if len(own) == len(lines) and len(own) == len({label for label, _ in lines}):
                    yield own
        yield from _of_years(table, told)


def _called(of: str) -> str:
    """Return what a column is of, shares by one name: 占比 for 所占比重."""
    return "占比" if SHARE.fullmatch(of) else _MONTHLY.sub("", of)


def _is_about(table: PrintedTable, found: re.Match[str]) -> bool:
    """Return whether the words before a name tell what the table is of: 从支出构成看 beside a column 支出内容."""
    heads = "，".join(bare_label(one) for each in table.heads.values() for one in each)
    said = re.split("[。；]", found.string[: found.start()])[-1]
    pairs = {said[n : n + 2] for n in range(len(said) - 1)}
    return any(pair in heads for pair in pairs if pair.isalpha())


def _is_grouped(table: PrintedTable, x: int, of: str) -> bool:
    """Return whether a column bears a name with the heading above it: 任务 below 面积 is 任务面积."""
    over = [bare_label(one) for one in (*table.group(x)[-1:], table.head(x))]
    return len(over) > 1 and of in {"".join(over), "".join(reversed(over))}


def _of_years(table: PrintedTable, told: Told) -> Iterator[_Values]:
    """Yield the totals of years, where years are told: ``2024年完成面积最多``."""
    years = {x: table.head(x) for x in table.columns if re.fullmatch(r"20\d\d年?", table.head(x))}
    if len(years) >= _LEAST_LINES and re.match(r"20\d\d年", told[2][0]):
        for row in table.rows:
            if _TOTAL.fullmatch(row.label) and years.keys() <= row.cells.keys():
                yield {head: row.cells[x].quantity.value for x, head in years.items()}


def _of_list(bones: Skeleton, told: Told) -> Iterator[_Values]:
    """Yield the values listed before in the sentence: ``甲县97.00%、乙县96.00%、丙县94.00%，甲县最高``."""
    for run in _LISTED.finditer(bones.text, 0, told[0].start()):
        found = {
            re.sub("^.*其中", "", one["name"]): bones.amount(one["mark"])
            for one in _ITEM.finditer(run[0])
        }
        first = next(iter(found.values()))
        if len(found) >= _LEAST_LINES and all(one.is_like(first) for one in found.values()):
            yield {name: one.quantity.value for name, one in found.items()}


def _of_texts(before: list[Skeleton], told: Told) -> Iterator[_Values]:
    """Yield what the sentences of a paragraph so far give for each name: 甲县…，完成率98%；乙县…，完成率96%."""
    core = "扣" if told[1] == "扣分" else told[1]
    value = re.compile(rf"{re.escape(core)}(?:为|达到?|是)?(?P<mark>{AMOUNT})")
    for bones in before:
        cut = "[，；。：]" if core == "扣" else "[；。]"
        parts = [part for part in re.split(cut, bones.text) if value.search(part)]
        parts = [part for part in parts if not re.match("共|合计|总计|累计", part)]
        found: _Values = {}
        for part in parts:
            marks = [one["mark"] for one in value.finditer(part)]
            name = re.split(f"{AMOUNT}|[，：]|{re.escape(core)}", part)
            label = next((word for word in name if len(word) >= LEAST_NAME), "")
            if len(marks) == 1 and label:
                found[_bare(label)] = bones.amount(marks[0]).quantity.value
        if len(found) == len(parts):
            yield found


def _bare(label: str) -> str:
    return re.sub("(?:执行|支[付出]|完成|目标|计划|任务|扣)$", "", label)
