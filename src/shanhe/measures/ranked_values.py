"""What names of a sentence have by tables, lists and sentences: 完成率 of each 县, 得分率 of each 一级指标, 降幅 of each 断面."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from shanhe.measures.frame import AMOUNT, Skeleton
from shanhe.measures.printed_tables import PrintedRow, PrintedTable, bare_label
from shanhe.measures.superlative_words import LEAST_NAME, SHARE, Told
from shanhe.values.regex import regex

TOTAL = regex(
    "[\u4e00-\u9fff]{1,8}(?:小计|合计)|全[省市州盟县区旗年]|(?:全[省市州盟县区旗年])?(?:合计|总计|小计|共计|总分|平均|累计)"
)
_MONTHLY = regex("^[单当本]月")
_SINCE = {
    "降幅": regex("[比较与](?:20\\d\\d年|上年|去年|基期)相?比?(?:降低|下降|减少)(?:率|幅度|比例)?"),
    "增幅": regex(
        "[比较与](?:20\\d\\d年|上年|去年|基期)相?比?(?:增长|增加|提高|上升)(?:率|幅度|比例)?"
    ),
}
"""Heads of columns of per cents that tell how far each fell or rose: 比2022年降低."""
LEAST_LINES = 3
_NAME = "(?:[\u4e00-\u9fff]{2,12}?|20\\d\\d年)"
_ITEM = regex(f"(?P<name>{_NAME})(?:为|达到?)?(?P<mark>{AMOUNT})")
_LISTED = regex(
    f"(?:{_ITEM.pattern.replace('?P<name>', '?:').replace('?P<mark>', '?:')}(?:[、和及]|(?=[，。；]|$)))+"
)
_YEAR = regex("20\\d\\d年")
_QUANTITY = regex(
    "投资|资金|支[出付]|到位|下达|执行|完成|安排|合同|面积|[\u4e00-\u9fff]{2}[率数量]"
)
_TAIL = regex("(?:财政)?资金|断面|片区|点位|站点|工程|子?项目|标段|指标|[镇乡县区市]")
"""What a name may have beside the label of its line: 中央 for 中央资金, 围堤湖断面 for 围堤湖."""

Values = dict[str, Fraction]
Lines = tuple[tuple[str, PrintedRow], ...]


def core_of(head: str) -> str:
    """Return what a column is of: 支出 for 支出数（万元）."""
    core = _MONTHLY.sub("", bare_label(head))
    return core[:-1] if len(core) > LEAST_NAME and core.endswith("数") else core


def key_of(values: Values, name: str) -> str:
    """Return the only label that a name is of.

    Example:
        中央资金 is called 中央, and 围堤湖 a 断面 of that name.
    """
    exact = [label for label in values if label == name]
    akin = exact or [
        label
        for label in values
        if len(label) >= LEAST_NAME and (label.endswith(name) or name.endswith(label))
    ]
    akin = akin or [
        label
        for label in values
        if min(len(label), len(name)) >= LEAST_NAME and _begins(label, name)
    ]
    return akin[0] if len(akin) == 1 else ""


def _begins(label: str, name: str) -> bool:
    longer, shorter = (label, name) if len(label) > len(name) else (name, label)
    return longer.startswith(shorter) and _TAIL.fullmatch(longer[len(shorter) :]) is not None


def lines_of(table: PrintedTable) -> tuple[PrintedTable, Lines]:
    """Return a table with its lines by what they are called, without those of totals."""
    named = ((_label(table, row), row) for row in table.rows)
    return table, tuple((label, row) for label, row in named if not TOTAL.fullmatch(label))


def _label(table: PrintedTable, row: PrintedRow) -> str:
    """Return what a line is called, 标段1 where its first cell is the number of a 标段."""
    first = table.columns[0]
    if row.label or first not in row.cells:
        return bare_label(row.label)
    return f"{table.head(first)}{row.cells[first].operand.text.strip()}"


def of_tables(tables: Sequence[tuple[PrintedTable, Lines]], told: Told) -> Iterator[Values]:
    """Yield the columns that bear the name of what is told, by their lines; and lines that bear it by their columns."""
    of = _called(told[1])
    for table, lines in tables:
        if told[1] != of and not _is_about(table, told[0]):
            continue
        named = _by_first(lines, told[2])
        for x in _columns_of(table, of):
            own = {label: row.cells[x].quantity.value for label, row in named if x in row.cells}
            if len(own) == len(lines) and len(own) == len({label for label, _ in named}):
                yield own
        yield from _of_lines(table, told)
        yield from _of_years(table, told)


def _columns_of(table: PrintedTable, of: str) -> Iterator[int]:
    """Yield the columns of that name, else those of a name like it; falls and rises since a year by what they are."""
    heads = {x: _aim(_called(bare_label(table.head(x)))) for x in table.columns}
    of = _aim(of)
    exact = [x for x in table.columns if heads[x] == of or _is_grouped(table, x, of)]
    since = _SINCE.get(of)
    if since is not None and not exact:
        cells = {x: [row.cells[x] for row in table.rows if x in row.cells] for x in heads}
        shares = {x for x, own in cells.items() if all(c.quantity.unit.symbol == "%" for c in own)}
        exact = [x for x in shares if since.fullmatch(heads[x])]
    for x in exact or table.columns:
        head = heads[x]
        whole = "累计" in head and "累计" not in of
        akin = x in exact or head.endswith(of) or of.endswith(head) or core_of(head) == of
        if len(head) >= LEAST_NAME and not whole and akin:
            yield x


def _by_first(lines: Lines, names: Sequence[str]) -> Lines:
    """Return the lines by their first cells alone where these tell them apart and are the names: 甲工程 of 甲工程, 县林业局."""
    firsts = [bare_label(row.first) for _, row in lines]
    apart = len(set(firsts)) == len(firsts) and set(names) <= set(firsts)
    return (
        tuple((first, row) for first, (_, row) in zip(firsts, lines, strict=True))
        if apart
        else lines
    )


def _of_lines(table: PrintedTable, told: Told) -> Iterator[Values]:
    """Yield the line that bears the name of what is told, where the names are columns: 得分率 of 决策, 过程, 产出, 效益."""
    heads = {x: bare_label(table.head(x)) for x in table.columns}
    own = {x: head for x, head in heads.items() if not TOTAL.fullmatch(head)}
    grouped = any(table.group(x) for x in own)
    for row in table.rows if len(set(own.values())) == len(own) and not grouped else ():
        if bare_label(row.label) == told[1] and own.keys() <= row.cells.keys():
            yield {head: row.cells[x].quantity.value for x, head in own.items()}


def _called(of: str) -> str:
    """Return what a column is of, shares by one name: 占比 for 所占比重."""
    return "占比" if SHARE.fullmatch(of) else _MONTHLY.sub("", of)


def _aim(of: str) -> str:
    """Return what a column is of, tasks as the goals they are: 石漠化目标 for 石漠化任务."""
    return re.sub("任务量?$", "目标", of) if len(of) > len("任务量") else of


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


def _of_years(table: PrintedTable, told: Told) -> Iterator[Values]:
    """Yield the totals of years, where years are told: ``2024年完成面积最多``."""
    years = {x: table.head(x) for x in table.columns if re.fullmatch(r"20\d\d年?", table.head(x))}
    if len(years) >= LEAST_LINES and re.match(r"20\d\d年", told[2][0]):
        for row in table.rows:
            if TOTAL.fullmatch(row.label) and years.keys() <= row.cells.keys():
                yield {head: row.cells[x].quantity.value for x, head in years.items()}


def of_list(bones: Skeleton, told: Told) -> Iterator[Values]:
    """Yield the values listed before in the sentence: ``甲县97.00%、乙县96.00%、丙县94.00%，甲县最高``."""
    for run in _LISTED.finditer(bones.text, 0, told[0].start()):
        if _is_of_else(bones.text[: run.end()], told):
            continue
        found = {
            re.sub("^.*其中", "", one["name"]): bones.amount(one["mark"])
            for one in _ITEM.finditer(run[0])
        }
        first = next(iter(found.values()))
        if len(found) >= LEAST_LINES and all(one.is_like(first) for one in found.values()):
            yield {name: one.quantity.value for name, one in found.items()}


def _is_of_else(before: str, told: Told) -> bool:
    """Return whether years are listed of something else than what the year is told to be first by: 支出 of years, 投资最多."""
    of = re.sub("^20\\d\\d年(?:的|度)?", "", told[0].groupdict().get("whole") or "")
    if not _YEAR.match(told[2][0]) or not of:
        return False
    return of not in before and _QUANTITY.search(before) is not None


def of_texts(before: list[Skeleton], told: Told) -> Iterator[Values]:
    """Yield what the sentences of a paragraph so far give for each name: 甲县…，完成率98%；乙县…，完成率96%."""
    core = "扣" if told[1] == "扣分" else told[1]
    value = re.compile(rf"{re.escape(core)}(?:为|达到?|是)?(?P<mark>{AMOUNT})")
    for bones in before:
        cut = "[，；。：]" if core == "扣" else "[；。]"
        parts = [part for part in re.split(cut, bones.text) if value.search(part)]
        parts = [part for part in parts if not re.match("共|合计|总计|累计", part)]
        found: Values = {}
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
