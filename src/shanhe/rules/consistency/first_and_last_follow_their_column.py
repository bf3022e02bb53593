"""“最高”“最低”“由高到低”与表中该列相符.

The column is the one whose heading ends the words before it (面积完成率 is 完成率 under 修复面积), in a table that has a line for each name. It
stands if any such column bears it out; lines of totals are no places. What ties may stand in any order.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.printed_tables import PrintedCell, PrintedTable, printed_tables
from shanhe.measures.sentences import in_table, sentences
from shanhe.measures.superlatives import Superlative, superlatives
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import listed

_TOTALS = ("合计", "总计", "共计", "全省", "全市", "全县", "全区", "全州", "全盟", "全旗", "平均")
_LEAST = 3
_GENERAL = frozenset("的各县市区旗州中央省级资金项目任务年度全以看来对将向在其从按")


@rule(
    id="SAME-955",
    severity=ERROR,
    basis=["arithmetic#same", "practice#R-07"],
    zh="“{words}”与表中“{column}”一列不符：{values}",
    en='"{words}" is not what the column {column} of the table tells: {values}',
    only=Only.PAPER,
)
def first_and_last_follow_their_column(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each first, last or order of lines that their column contradicts."""
    del catalogue
    tables = [table for table in printed_tables(dossier) if len(table.rows) >= _LEAST]
    for line in dossier.texts if tables else ():
        if in_table(line) or not ("最" in line.text or "到" in line.text):
            continue
        for sentence in sentences(line):
            for one in superlatives(sentence.own_words):
                columns = [found for table in tables for found in _columns(table, one)]
                if columns and not any(_bears_out(column, one) for _, column in columns):
                    head, column = columns[0]
                    at = sentence.operand(one.start, one.end)
                    told = (f"{name} {cell.operand.text}" for name, cell in column.items())
                    words = {"words": at.text, "column": head, "values": listed(told)}
                    yield Hit((at, *(cell.operand for cell in column.values())), words)


def _columns(table: PrintedTable, one: Superlative) -> Iterator[tuple[str, dict[str, PrintedCell]]]:
    """Yield the columns that a superlative may be by, each line by its label."""
    rows = [row for row in table.rows if row.label and row.label not in _TOTALS]
    labels = {row.label for row in rows}
    if len(labels) < _LEAST or not all(_label(name, labels) for name in one.names):
        return
    for x in table.columns:
        head = table.head(x).partition("（")[0]
        own = {row.label: row.cells[x] for row in rows if x in row.cells}
        if len(head) > 1 and one.of.endswith(head) and len(own) == len(rows):
            rest = one.of.removesuffix(head)[-4:]
            above = "".join(table.group(x))
            if not above or not rest or set(rest) - _GENERAL <= set(above):
                yield table.head(x), own


def _label(name: str, labels: set[str]) -> str:
    """Return the label that a name begins with, empty if none."""
    return next((label for label in labels if name.startswith(label)), "")


def _bears_out(column: dict[str, PrintedCell], one: Superlative) -> bool:
    values = {label: cell.quantity.value for label, cell in column.items()}
    named = [values[_label(name, set(values))] for name in one.names]
    if one.ordered:
        return len(named) < len(values) or named == sorted(named, reverse=one.high)
    end = max(values.values()) if one.high else min(values.values())
    return all(value == end for value in named)
