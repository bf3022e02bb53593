"""文字中原值、变动与现值相符.

``由 a 增加到 b，增加 c`` and ``较…的 a 增加 c，达到 b`` are recomputed. A change in % of percentages may be
meant in points or as a ratio, so either will do; of other values it is a ratio.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import Computed, percent, subtract
from shanhe.measures.sentences import Sentence, sentences
from shanhe.measures.worded_amounts import WordedAmount, worded_amounts
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, result
from shanhe.values.interval import Interval
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity
from shanhe.values.unit import UnlikeUnits

_UP, _DOWN = "增加|提高|上升|增长|提升|上调|调增", "减少|降低|下降|压减|下调|调减"
_FROM = re.compile(r"[由从](?:[^，。；\d]{0,12})$")
_TO = re.compile(rf"^\s*({_UP}|{_DOWN}|调整|变更|修改)(?:到|至|为)\s*$")
_BY = re.compile(rf"^[）)]?\s*[，,]?(?:共|净|相应)?({_UP}|{_DOWN})(?:了|幅度为|幅度|约)?\s*$")
_THAN = re.compile(r"较[^，。；]{0,20}的\s*$")
_CHANGE = re.compile(rf"^\s*({_UP}|{_DOWN})(?:了)?\s*$")
_REACH = re.compile(r"^\s*[，,]?(?:达到|达|增至|降至|为)\s*$")


@rule(
    id="SAME-911",
    severity=ERROR,
    basis=["arithmetic#difference", "practice#E-26"],
    zh="原值 {old}、现值 {new}，变动写为{way} {stated}，复算为{due}",
    en="{old} became {new}; the change is stated as {stated}, {due} is right",
    only=Only.PAPER,
)
def changes_in_words_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each sentence whose old value, change and new value do not agree."""
    del catalogue
    for line in dossier.texts:
        for sentence in sentences(line) if re.search(f"{_UP}|{_DOWN}", line.text) else ():
            amounts = list(worded_amounts(sentence.text))
            for three in zip(amounts, amounts[1:], amounts[2:], strict=False):
                yield from _judge(sentence, three)


def _judge(
    sentence: Sentence, three: tuple[WordedAmount, WordedAmount, WordedAmount]
) -> Iterator[Hit]:
    found = _roles(sentence.text, three)
    if found is None:
        return
    (old, new, change), word = found
    up = word in _UP.split("|")
    due = list(_changes(old, new, change))
    if not due:
        return
    signed = Quantity(change.amount if up else -change.amount, change.unit)
    if not any(judge_equal(signed, one.interval, one.value).is_kept for one in due):
        right = result(due[0], max(change.places, old.places, new.places))
        words = {
            "old": str(old),
            "new": str(new),
            "way": Both(word, "up" if up else "down"),
            "stated": str(change),
            "due": Both(f" {right}", right),
        }
        at = (sentence.operand(three[0].start, three[2].end),)
        yield Hit(at, words, recomputed=due[0].equation)


def _roles(
    text: str, three: tuple[WordedAmount, WordedAmount, WordedAmount]
) -> tuple[tuple[Quantity, Quantity, Quantity], str] | None:
    """Return old, new and change, and the word for the change."""
    first, second, third = three
    between, after = text[first.end : second.start], text[second.end : third.start]
    to, by = _TO.match(between), _BY.match(after)
    if to and by and _FROM.search(text[: first.start]):
        return (first.quantity, second.quantity, third.quantity), by[1]
    change = _CHANGE.match(between)
    if change and _REACH.match(after) and _THAN.search(text[: first.start]):
        return (first.quantity, third.quantity, second.quantity), change[1]
    return None


def _changes(old: Quantity, new: Quantity, change: Quantity) -> Iterator[Computed]:
    """Yield what the change can be, in the unit it is stated in."""
    try:
        delta = subtract(new, old)
        if change.unit.symbol in {"%", "百分点"} and old.unit.symbol == "%":
            yield Computed(delta.value, delta.interval, change.unit, delta.steps)
        elif change.unit.like(delta.unit):
            factor = delta.unit.factor_to(change.unit)
            own = delta.value * factor, delta.interval.times(factor)
            yield Computed(*own, change.unit, delta.steps)
        if change.unit.symbol == "%":
            ratio = percent(new, old)
            steps = f"{ratio.steps} − 100%"
            less = ratio.interval - Interval.exactly(100)
            yield Computed(ratio.value - 100, less, change.unit, steps)
    except (UnlikeUnits, ZeroDivisionError):
        return
