"""文中所述各级指标个数与评分表所列一致.

``设一级指标4个、二级指标14个、三级指标33个`` against the only table with a column for each of these levels: the cells of that column that are
named, without the line of totals.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.text_tables import Row, plain, text_tables
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_TOLD = regex(
    r"(?P<level>[一二三]级)指标(?:共|为|设|共设|分为|共有)?(?P<n>\d{1,3})[个项]|(?<!\d)(?P<n2>\d{1,3})[个项](?P<level2>[一二三]级)指标"
)
_SETS = regex("设|包括|体系|分为|构成|由|共")
_NOT_ALL = regex("其中|得满分|完成|未|扣分|新增|调整|个性|共性|比|较|原|剔除")
_LEVELS = ("一级", "二级", "三级")
_SCORED = regex("(?:标准)?(?:分值|权重|满分).*")
_TOTAL = regex(".*(?:合计|总计|总分|小计|得分合计)")


@rule(
    id="STRUCT-823",
    severity=WARN,
    basis=["arithmetic#count", "practice#R-07"],
    zh="“{words}”与评分表不符，表中{level}指标为 {due} 个",
    en='"{words}": the form lists {due} indicators of the level {level}',
    only=Only.PAPER,
)
def told_numbers_of_indicators_are_those_of_the_form(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each number of indicators of a level that the only scored form does not list."""
    del catalogue
    forms = [one for _, rows in text_tables(dossier) if (one := _levels(rows))]
    for line in prose(dossier) if len(forms) == 1 else ():
        for sentence in sentences(line) if "级指标" in line.text else ():
            yield from _of_sentence(sentence, forms[0])


def _of_sentence(sentence: Sentence, form: dict[str, int]) -> Iterator[Hit]:
    text = sentence.own_words
    if not _SETS.search(text):
        return
    told = list(_TOLD.finditer(text))
    for found in told if len(told) > 1 else ():
        level, stated = found["level"] or found["level2"], int(found["n"] or found["n2"])
        clause = re.split("[。；]", text[: found.start()])[-1] + found[0]
        if stated != form[level] and not _NOT_ALL.search(clause):
            at = sentence.operand(found.start(), found.end())
            yield Hit((at,), {"words": at.text, "level": level, "due": form[level]})


def _levels(rows: tuple[Row, ...]) -> dict[str, int]:
    """Return how many indicators of each level a scored form lists, nothing for other tables."""
    heads = {plain(cell): x for x, cell in rows[0].items()}
    columns = [heads.get(f"{level}指标", "") for level in _LEVELS]
    if not all(columns) or not any(_SCORED.fullmatch(head) for head in heads):
        return {}
    own = [row for row in rows[1:] if not any(_TOTAL.fullmatch(plain(one)) for one in row.values())]
    named = [[plain(row[x]) for row in own if x in row and plain(row[x])] for x in columns]
    alike = [one for one in named[2] if one in named[0]]
    return {} if alike else dict(zip(_LEVELS, map(len, named), strict=True))
