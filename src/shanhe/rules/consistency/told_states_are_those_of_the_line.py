"""文中称“超额完成”“如数完成”“未达到目标”的任务与表中该项的目标、完成数相符.

``退化湿地修复超额完成，退养还湿和水系连通未达到年度目标`` against the lines of these names, or the columns of a table on its side. Costs and the
like, of which less is better, are left out; so is a name that two tables have with different numbers.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.goal_lines import GoalLine, goal_lines
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount
from shanhe.values.regex import regex

_GOAL = "(?:了|年度|全年|绩效|预期|既定|计划|设定|本年)*(?:目标|任务|计划)(?:值|要求)?"
_OVER = f"超额完成(?:{_GOAL})?|超过{_GOAL}|超出{_GOAL}"
_SHORT = f"(?:未|没有|未能|尚未)(?:全部|全面|足额|按期)?(?:达到|完成|实现){_GOAL}|低于{_GOAL}|未完成|未达标"
_FULL = f"(?:如数|足额|全部|按目标|按计划)(?:完成|达到)(?:{_GOAL})?|(?:完成|达到|实现){_GOAL}"
_STATE = regex(
    f"(?P<names>[\u4e00-\u9fff、]{{3,60}}?)(?:均|都|已|也|则|各项)*(?:(?P<short>{_SHORT})|(?P<over>{_OVER})|(?P<full>{_FULL}))(?=[，。；：（]|$)"
)
_NAMES = "(?P<names>[\u4e00-\u9fff]{2,20}(?:、[\u4e00-\u9fff]{2,20})*)"
_STATE_FIRST = regex(
    f"(?:(?P<short>{_SHORT})|(?P<over>{_OVER})|(?P<full>等额完成|{_FULL}))(?:的(?:指标|任务)?(?:是|为|有|包括)|[，,：:](?:即|分别[为是]|是|为))(?!\\d){_NAMES}(?=[，。；：]|$)"
)
"""Names after what is told of them: 3项没有达到目标，即甲、乙和丙; 超额完成的是甲和乙."""
_AND = regex("、|以及|及|和|与")
_LESS_IS_BETTER = regex("成本|单价|造价|费用|时间|天数|投诉|浓度|死亡|标准")


@rule(
    id="SAME-940",
    severity=ERROR,
    basis=["practice#R-08", "practice#R-07"],
    zh="文中称“{name}”{state}，而表中目标为 {wanted}，完成数为 {done}",
    en='"{name}" is told as {state}; the table has a target of {wanted} and {done} reached',
    only=Only.PAPER,
)
def told_states_are_those_of_the_line(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each task told as over, at or below its target that the table has otherwise."""
    del catalogue
    known: dict[str, list[GoalLine]] = {}
    for one in goal_lines(dossier):
        if not _LESS_IS_BETTER.search(one.label):
            known.setdefault(one.label, []).append(one)
    for line in prose(dossier) if known else ():
        if any(label in line.text for label in known):
            for sentence in sentences(line):
                yield from _in_sentence(sentence, known)


def _in_sentence(sentence: Sentence, known: dict[str, list[GoalLine]]) -> Iterator[Hit]:
    words = sentence.own_words
    for found in (*_STATE.finditer(words), *_STATE_FIRST.finditer(words)):
        for name in _AND.split(found["names"]):
            lines = known.get(name, [])
            if lines and not any(_holds(found, one) for one in lines):
                one = lines[0]
                told = {
                    "name": name,
                    "state": found["short"] or found["over"] or found["full"],
                    "wanted": amount(one.wanted.quantity),
                    "done": amount(one.done.quantity),
                }
                at = sentence.operand(found.start(), found.end())
                yield Hit((at, one.wanted.operand, one.done.operand), told)


def _holds(found: re.Match[str], one: GoalLine) -> bool:
    wanted, done = one.wanted.quantity, one.done.quantity
    apart = done.value_in(wanted.unit) - wanted.value
    if found["short"]:
        return apart < 0
    return apart > 0 if found["over"] else apart >= 0
