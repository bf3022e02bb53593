"""文中子项目、标段、市县的个数与表中所列一致.

``划分为4个标段`` and ``组织5个子项目实施单位逐项自评`` against the lines of the tables that list them; only what is told of all of them counts,
and only where all such tables have as many lines. Without a table, ``对42个子项目全部开展监控`` is held against what is told of all, ``共安排子项目42个``; ``全部5份施工合同`` against ``6份施工合同全部公开招标``, where no table has others.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.text_tables import Row, plain, text_tables
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_N = r"(?P<n>\d{1,2}|[两三四五六七八九十])个(?P<kind>子项目|标段|乡镇|县区|[市县区旗镇乡])"
_TOLD = regex(
    rf"(?:划分?为|共?分为|共分|共设|共有|(?:分解)?下达(?:到|至)|分解(?:到|至)){_N}(?=[，。；）)]|均|全部|实施单位)"
    rf"|组织(?P<n2>\d{{1,2}}|[两三四五六七八九十])个(?P<kind2>子项目)(?:实施)?单位[^，。；]{{0,8}}自评"
    r"|对(?P<n4>\d{1,2}|[两三四五六七八九十])个(?P<kind4>子项目|标段)(?:全部|逐一|逐个|均)"
    r"|(?:^|(?<=[，。；]))(?P<n3>\d{1,2}|[两三四五六七八九十])个(?P<kind3>子项目|标段)(?:均已|全部)"
)
_IN_ALL = regex(
    r"(?:^|(?<=[，。；]))(?:工程|项目)?(?:共|总共|全部)(?:安排|实施|有|设|设置|包含|包括|划分为?)*(?:(?P<kind>子项目|标段)(?P<n>\d{1,2})个|(?P<n2>\d{1,2})个(?P<kind2>子项目|标段))(?=[，。；（]|$)"
)
"""What a paper tells of all of a kind: 共安排子项目42个."""
_ALL_CONTRACTS = regex(
    r"(?<![\d.])全部(?P<n>\d{1,2}|[两三四五六七八九十])份(?P<kind>(?:施工|监理|采购|建设)?合同)"
)
_CONTRACTS = regex(
    r"(?:^|(?<=[，。；]))(?:项目)?(?:共|全部|共签订)?(?P<n>\d{1,2}|[两三四五六七八九十])份(?P<kind>(?:施工|监理|采购|建设)?合同)(?=全部|均|都|合计|总价|共)"
)
"""What is told of all contracts of a kind: 6份施工合同全部公开招标."""
_NOT_ALL = regex("其中|第[一二三]批|另|部分|原|调整|上年|年度应")
_TOTAL = regex("合计|总计|小计|全[县市区省]")
_ENDS = {"乡镇": "[乡镇]", "县区": "[县区市旗]"}


@rule(
    id="SAME-964",
    severity=WARN,
    basis=["arithmetic#count", "practice#R-07"],
    zh="文中写“{words}”，而所列或所述共 {listed} 个",
    en="{words} is told in the text, {listed} are listed, or told in all",
    only=Only.PAPER,
)
def counted_kinds_are_those_of_the_table(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each count that the tables do not have."""
    del catalogue
    for line in prose(dossier):
        if "份" in line.text and "合同" in line.text:
            for sentence in sentences(line):
                for found in _ALL_CONTRACTS.finditer(folded(sentence.own_words)):
                    yield from _contracts(dossier, sentence, found)
        if "个" not in line.text:
            continue
        for sentence in sentences(line):
            for found in _TOLD.finditer(folded(sentence.own_words)):
                yield from _judge(dossier, sentence, found)


def _judge(dossier: Dossier, sentence: Sentence, found: re.Match[str]) -> Iterator[Hit]:
    word = found["n"] or found["n2"] or found["n3"] or found["n4"]
    kind = found["kind"] or found["kind2"] or found["kind3"] or found["kind4"]
    stated = count_of(word)
    counts = {n for _, rows in text_tables(dossier) if (n := _lines(rows, kind))}
    counts = counts or (_told_in_all(dossier, kind) if found["n4"] else set())
    clause = re.split("[。；]", sentence.text[: found.start()])[-1] + found[0]
    if len(counts) == 1 and stated not in counts and not _NOT_ALL.search(clause):
        at = sentence.operand(*found.span())
        yield Hit((at,), {"words": at.text, "listed": min(counts)})


def _contracts(dossier: Dossier, sentence: Sentence, found: re.Match[str]) -> Iterator[Hit]:
    """Yield a number of all contracts that neither the text nor the only table of them has."""
    told = {
        count_of(one["n"])
        for line in prose(dossier)
        if "合同" in line.text
        for one in _CONTRACTS.finditer(folded(line.text))
        if one["kind"] == found["kind"]
    }
    lines = {
        n for words, rows in text_tables(dossier) if "合同" in words and (n := _lines(rows, "标段"))
    }
    if len(told) == 1 and not lines - told and count_of(found["n"]) not in told:
        at = sentence.operand(*found.span())
        yield Hit((at,), {"words": at.text, "listed": min(told)})


def _told_in_all(dossier: Dossier, kind: str) -> set[int]:
    """Return how many of a kind the text tells there are in all: 42 of ``共安排子项目42个``."""
    return {
        int(found["n"] or found["n2"])
        for line in prose(dossier)
        if kind in line.text
        for found in _IN_ALL.finditer(folded(line.text))
        if (found["kind"] or found["kind2"]) == kind
    }


def _lines(rows: tuple[Row, ...], kind: str) -> int:
    """Return how many things of a kind a table with a line of totals lists, 0 if it is of others."""
    own = [row for row in rows[1:] if not _is_total(row)]
    for column, head in rows[0].items() if 0 < len(own) < len(rows) - 1 else ():
        labels = [cell for row in own if column in row and (cell := plain(row[column]))]
        named = re.fullmatch(f"{kind}(?:名称)?", plain(head)) is not None
        ends = re.compile(f"[\u4e00-\u9fff]+{_ENDS.get(kind, kind)}")
        alike = all(ends.fullmatch(label) for label in labels)
        if len(labels) > 1 and len(set(labels)) == len(labels) and (named or alike):
            return len(labels)
    return 0


def _is_total(row: Row) -> bool:
    return any(_TOTAL.fullmatch(plain(cell)) for cell in row.values())
