"""文中所述标段、子项目、市县的个数与表中所列行数一致.

``划分为5个标段`` over a table of four sections. All tables of that kind must list the same number, and the text must tell the
other one once only; parts (其中3个), other years and numbers far away may be of something else. Tables of what is late or
wrong list a part, and places are all listed only where a total follows them.
"""

import re
from collections.abc import Iterator, Sequence

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, in_table, sentences
from shanhe.measures.text_tables import Row, plain, text_tables
from shanhe.measures.totals_of_lines import TOTAL
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, Only, rule

_KINDS = {
    "标段": re.compile("(?:施工|合同)?标段(?:名称|编号)?|合同段"),
    "子项目": re.compile("子项目(?:名称)?|单项工程(?:名称)?"),
    "市": re.compile("地区|区域|地市|市州?|行政区划?|市县"),
    "县": re.compile("地区|区域|县区|县[（(]市、?区[）)]|县|行政区划?|旗县区|市县"),
    "镇": re.compile("乡镇|镇|镇街|镇[（(]街道[）)]|地区|区域"),
}
"""What is counted → headings of the column that lists it."""
_ENDS = {"市": "[市州盟]|地区", "县": "[县市区旗]", "镇": "[镇乡]|街道"}
_COUNTED = re.compile(
    r"(?:划分为|分为|共设|设有?|共有|包括|包含|组织|实施|(?:下达|分解|分配|安排|拨付|落实)到|涉及|覆盖)(?:了|我市|全市|全县|辖区)?(?P<n>\d{1,2}|[两二三四五六七八九十])个(?P<noun>标段|子项目|单项工程|市|县|镇)(?![以中的已尚未场级])"
)
_OTHER = re.compile("其中|上一?年|去年|累计|计划|拟|其余|另|全国|全省")
_PART = re.compile("未|延期|滞后|问题|部分|重点|典型|整改|原因|偏差|示例")
_NUMBERS = {word: n for n, word in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_FAR = 2
_LEAST = 2


@rule(
    id="SAME-948",
    severity=ERROR,
    basis=["practice#R-07", "arithmetic#same"],
    zh="“{words}”与表中所列 {listed} 个不一致",
    en="{words}, but the table lists {listed}",
    only=Only.PAPER,
)
def told_numbers_of_lines_are_those_listed(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number of things that a table of them does not list."""
    del catalogue
    told = list(_told(dossier))
    for noun in dict.fromkeys(noun for noun, _, _ in told):
        lists = list(_lists(dossier, noun))
        numbers = {len(cells) for cells in lists}
        if len(numbers) != 1:
            continue
        due = numbers.pop()
        wrong = [(n, at) for one, n, at in told if one == noun and 0 < abs(n - due) <= _FAR]
        if len(wrong) == 1:
            words = {"words": wrong[0][1].text, "listed": due}
            yield Hit((wrong[0][1], *lists[0]), words)


def _told(dossier: Dossier) -> Iterator[tuple[str, int, Operand]]:
    """Yield what is counted, how many are told, and where."""
    for line in dossier.texts:
        for sentence in sentences(line) if not in_table(line) else ():
            for found in _COUNTED.finditer(sentence.text):
                clause = re.split("[，。；：]", sentence.text[: found.start()])[-1]
                if not _OTHER.search(clause):
                    noun = "子项目" if found["noun"] == "单项工程" else found["noun"]
                    yield noun, _number(found["n"]), _place(sentence, found)


def _number(text: str) -> int:
    return _NUMBERS.get(text) or int(text)


def _place(sentence: Sentence, found: re.Match[str]) -> Operand:
    return sentence.operand(found.start(), found.end())


def _lists(dossier: Dossier, noun: str) -> Iterator[list[Operand]]:
    """Yield the cells that name such things, table by table."""
    parts = {one.table for one in dossier.captions if _PART.search(one.title)}
    for _, rows in text_tables(dossier):
        column, place = _column(rows, noun)
        names = [row[column] for row in rows[place + 1 :] if column in row]
        cells = [cell for cell in names if not TOTAL.fullmatch(plain(cell))]
        heads = [plain(cell) for cell in rows[place].values()]
        is_part = any(map(_PART.search, heads)) or _number_of(rows) in parts
        if len(cells) >= _LEAST and not is_part and _is_whole(cells, noun, len(names)):
            yield [cell.operand("text") for cell in cells]


def _is_whole(cells: Sequence[TextLine], noun: str, lines: int) -> bool:
    """Return whether cells are the names of all things of a kind, each once."""
    words = [plain(cell) for cell in cells]
    end = _ENDS.get(noun)
    placed = end is None or (
        lines > len(cells) and all(re.search(f"(?:{end})$", word) for word in words)
    )
    return placed and len(set(words)) == len(words)


def _number_of(rows: Sequence[Row]) -> int:
    return next(iter(rows[0].values())).source.cell("text").table


def _column(rows: Sequence[Row], noun: str) -> tuple[str, int]:
    """Return the column whose heading names such things, among the first three lines."""
    for place, row in enumerate(rows[:3]):
        for x, cell in list(row.items())[:2]:
            if _KINDS[noun].fullmatch(plain(cell)):
                return x, place
    return "", 0
