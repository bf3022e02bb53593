"""文中所述用时最长、最短的单位及其天数与下达表的日期相符.

``县级用时最短的是甲区，两批均为6天，最长的是乙县，两批分别为13天和14天`` against a table with a line for each office and its batches side by side. A place
that is the first in any of the batches may be meant by that one; days count with or without the first.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.batch_columns import BatchTable, batch_tables, lines_from_above
from shanhe.measures.batch_lines import BatchLine
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both
from shanhe.values.regex import regex

_TOLD = regex(
    r"最(?P<way>[短快少长慢多])的?(?:单位|县|地区)?[是为](?P<name>[\u4e00-\u9fff]{1,8}?[县市区旗州盟])(?:财政局)?[，,（(]"
    r"(?:(?:[两二三]批)?(?:资金)?(?:(?P<same>均|都)|分别|依次)?(?:用时|耗时|历时)?(?:仅|为|是)*(?P<days>\d{1,3}[天日](?:[、和及与]\d{1,3}[天日])*))?"
)
_TIME = regex("用时|耗时|历时|分解下达|下达")
_SHORT = frozenset("短快少")
_LEAST = 3
"""Places of one level that one of them can be the first of."""
_Took = dict[str, tuple[int, TextLine]]


@rule(
    id="TIME-332",
    severity=ERROR,
    basis=["practice#T-12", "arithmetic#difference"],
    zh="文中称用时最{way}的是{name}{told}，下达表中为{due}",
    en="{name} is said to have taken the most or fewest days{told}; by the table {due}",
    only=Only.PAPER,
)
def the_slowest_named_is_the_slowest_of_the_table(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each place named that is the first in no batch, and days that its batches did not take."""
    del catalogue
    tables = batch_tables(dossier)
    for line in prose(dossier) if tables else ():
        for sentence in sentences(line) if "最" in line.text else ():
            text = folded(sentence.text)
            for found in _TOLD.finditer(text) if _TIME.search(text) else ():
                for table in tables:
                    yield from _judge(sentence, found, _took(table))


def _took(table: BatchTable) -> list[_Took]:
    """Return the days that each place took, batch by batch, by its name without the office."""
    return [
        {
            one.body.removesuffix("财政局"): (_days(upper, one), one.day_cell)
            for upper, one in lines_from_above(lines)
            if one.level == lines[-1].level and one.day_cell is not None
        }
        for lines in table.batches
    ]


def _days(upper: BatchLine, lower: BatchLine) -> int:
    return (lower.day - upper.day).days if upper.day and lower.day else 0


def _judge(sentence: Sentence, found: re.Match[str], batches: Sequence[_Took]) -> Iterator[Hit]:
    name, short = found["name"], found["way"] in _SHORT
    own = [took for took in batches if name in took and len(took) >= _LEAST]
    if len(own) != len(batches) or not own:
        return
    first = [_first(took, short=short) for took in own]
    at = (
        sentence.operand(found.start(), found.end()),
        *(took[name][1].operand("text") for took in own),
    )
    words = {"way": found["way"], "name": name}
    if not any(took[name][0] == took[due][0] for took, due in zip(own, first, strict=True)):
        due = "、".join(dict.fromkeys(first))
        yield Hit(at, {**words, "told": Both("", ""), "due": Both(due, due)})
        return
    stated = [int(one) for one in re.findall(r"\d+", found["days"] or "")]
    days = [took[name][0] for took in own]
    if len(stated) == 1 and found["same"]:
        stated *= len(days)
    wrong = len(stated) == len(days) and any(
        told not in {one, one + 1} for told, one in zip(stated, days, strict=True)
    )
    if wrong:
        due = "、".join(f"{one}天" for one in days)
        told = Both(f"（{found['days']}）", f" ({found['days']})")
        yield Hit(at, {**words, "told": told, "due": Both(due, due)})


def _first(took: Mapping[str, tuple[int, TextLine]], *, short: bool) -> str:
    choose = min if short else max
    return choose(took, key=lambda name: took[name][0])
