"""称“无正在整改的问题”“全部整改完成”的，问题台账中没有整改中的问题.

``无正在整改的问题，详见表5`` over a table one line of which is 整改中. What is told of some of the problems only (审计发现的3个已全部整改) is left
alone: 全部 counts where it is of as many as the table has.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, skeleton
from shanhe.measures.problem_tables import OPEN, STATE
from shanhe.measures.sentences import prose, sentences
from shanhe.measures.text_tables import Row, plain, text_tables
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_NONE = regex(
    "(?:无|没有|不存在|已无)(?:其他|任何)?(?:正在整改|尚未整改|未整改|未完成整改|整改未完成|未销号|尚未销号|整改中)的?(?:问题|事项)?(?=[，。；（]|$)"
)
_ALL = regex(
    rf"(?P<n>{AMOUNT})(?:问题|事项)?[，]?(?:截至[^，。；]{{0,14}}[，]?)?(?:均已|已?全部|都已)(?:完成整改|整改(?:完成|到位|完毕|销号)?)(?=[，。；]|$)"
)
_OTHER = regex("上年|去年|审计|巡察|其中")
_LEAST = 2


@rule(
    id="REASON-515",
    severity=ERROR,
    basis=["practice#R-07", "practice#E-15"],
    zh="文中写“{words}”，问题台账中“{problem}”的状态为“{state}”",
    en='"{words}" is told, while the table has "{problem}" as "{state}"',
    only=Only.PAPER,
)
def nothing_is_open_where_a_table_has_it_open(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each claim that nothing is left to mend, with the first line that is."""
    del catalogue
    tables = [rows for words, rows in text_tables(dossier) if "整改" in words]
    ledgers = [own for rows in tables if (own := _ledger(rows))]
    if len(ledgers) != 1 or not ledgers[0][1]:
        return
    count, left = ledgers[0]
    problem, state = left[0]
    for line in prose(dossier):
        if "整改" not in line.text and "销号" not in line.text:
            continue
        for sentence in sentences(line):
            bones = skeleton(sentence.text)
            claims = list(_NONE.finditer(bones.text))
            claims += [
                found
                for found in _ALL.finditer(bones.text)
                if bones.amount(found["n"]).quantity.amount == count
                if not _OTHER.search(bones.lead(found["n"]))
            ]
            for found in claims:
                at = sentence.operand(bones.at[found.start()], bones.at[found.end() - 1] + 1)
                words = {"words": at.text, "problem": plain(problem), "state": plain(state)}
                yield Hit((at, problem.operand("text"), state.operand("text")), words)


def _ledger(rows: tuple[Row, ...]) -> tuple[int, list[tuple[TextLine, TextLine]]] | None:
    """Return how many problems a table has, and those that are open, each with its state."""
    for place, heads in enumerate(rows):
        names = {x: plain(cell) for x, cell in heads.items()}
        states = [x for x, name in names.items() if STATE.fullmatch(name) or name == "状态"]
        problems = [x for x, name in names.items() if "问题" in name]
        if len(states) == 1 and problems:
            x, y = problems[0], states[0]
            lines = [row for row in rows[place + 1 :] if x in row and y in row]
            left = [(row[x], row[y]) for row in lines if OPEN.fullmatch(plain(row[y]))]
            return (len(lines), left) if len(lines) >= _LEAST else None
    return None
