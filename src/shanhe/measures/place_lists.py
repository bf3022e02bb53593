"""Places that a paper lists one after another: in sentences, before amounts, and in the columns of its tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.frame import frames
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.text_tables import plain, text_tables
from shanhe.measures.worded_lists import worded_lists
from shanhe.records.dossier import Dossier
from shanhe.records.source import Operand
from shanhe.values.regex import regex

_NAME = r"[\u4e00-\u9fff]{1,6}?(?:[镇乡县区市旗]|街道|苏木)"
_PLACE = regex(_NAME)
_SCOPE = regex(
    rf"(?:涉及|涵盖|覆盖|包括|分布[在于]|位于|范围(?:为|是|包括))(?P<list>{_NAME}(?:、{_NAME})*(?:和|及|与|以及){_NAME})(?![等、和及与内\u4e00-\u9fff])"
)
_WHOLE = regex("工程|项目|规划区|实施范围|治理范围|境内")
_PART = regex("子项目|标段|其中|片区|单元|未|滞后|问题|该类|部分|抽查|走访|问卷|检查|一期|二期")
_TOTAL = regex("合计|总计|小计|全[县市区省]|[—/-]*")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Scope:
    """The places that a programme is told to be in, with their words."""

    names: frozenset[str]
    operand: Operand


def scopes(dossier: Dossier) -> Iterator[Scope]:
    """Yield the closed lists of places of the programme as a whole.

    Example:
        ``工程在柞水县境内涉及营盘镇、小岭镇和曹坪镇`` has three; those of a 子项目 are none.
    """
    for line in prose(dossier):
        for sentence in sentences(line):
            for found in _SCOPE.finditer(sentence.text):
                clause = re.split("[。；，]", sentence.text[: found.start()])[-1]
                if _WHOLE.search(clause) and not _PART.search(clause):
                    yield _scope(sentence, found)


def _scope(sentence: Sentence, found: re.Match[str]) -> Scope:
    names = re.split("、|和|以及|及|与", found["list"])
    return Scope(frozenset(names), sentence.operand(found.start("list"), found.end("list")))


def listed_places(dossier: Dossier) -> Iterator[frozenset[str]]:
    """Yield the places of each list of amounts, and of each column of places in a table."""
    for frame in frames(dossier):
        for one in worded_lists(frame):
            if all(_PLACE.fullmatch(name) for name in one.names):
                yield one.names
    for _, rows in text_tables(dossier):
        columns: dict[str, list[str]] = {}
        for row in rows[1:]:
            for column, cell in row.items():
                if not _TOTAL.fullmatch(plain(cell)):
                    columns.setdefault(column, []).append(plain(cell))
        for cells in columns.values():
            if len(set(cells)) >= _LEAST and all(_PLACE.fullmatch(cell) for cell in cells):
                yield frozenset(cells)
