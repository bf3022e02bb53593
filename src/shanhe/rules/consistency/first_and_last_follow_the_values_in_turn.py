"""“增长最快”“高于”等与同句依次所列数字相符.

``增幅分别为6.67%、1.82%、32.00%和5.00%，湿地保护增长最快``, ``满意度分别为92.71%和95.83%，护林员高于林农``: names are those of the list before, by
position; those of an earlier sentence only where the growth of each proves the order. Only what is told right after the values in turn is asked, of names that the list has.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import frames
from shanhe.measures.named_in_turn import InTurn, named_in_turn
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import listed
from shanhe.values.regex import regex

_MOST = regex(
    r"，(?P<name>[\u4e00-\u9fff]{2,14}?)(?:的)?(?:增长|增幅|提高|完成|执行|占比|比重|支出)?(?:率)?最(?P<way>快|高|多|大|慢|低|少|小)(?=[，。；])"
)
_THAN = regex(
    r"，(?P<name>[\u4e00-\u9fff]{2,10}?)(?P<way>高于|多于|低于|少于)(?P<other>[\u4e00-\u9fff]{2,10})(?=[，。；])"
)
_UP = frozenset({"快", "高", "多", "大", "高于", "多于"})
_RISE = regex("增|升|涨|率|度|占|重|比")


@rule(
    id="SAME-956",
    severity=ERROR,
    basis=["arithmetic#same", "practice#R-07"],
    zh="“{words}”与依次所列的{what}不符：{values}",
    en='"{words}" is not what the values in turn tell ({what}): {values}',
    only=Only.PAPER,
)
def first_and_last_follow_the_values_in_turn(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each first, last or comparison that the values told in turn before it contradict."""
    del catalogue
    for _, own in groupby(frames(dossier), key=lambda one: id(one.sentence.line)):
        paragraph = list(own)
        text = paragraph[0].sentence.line.text
        if "最" in text or "于" in text:
            for one in named_in_turn(paragraph):
                yield from _judge(one)


def _judge(one: InTurn) -> Iterator[Hit]:
    text = one.frame.bones.text
    after = text[: one.end] + re.split("[。；\ue000-\uf8ff]", text[one.end :])[0] + "。"
    if not _RISE.search(one.what) or any(value.vague for value in one.values.values()):
        return
    numbers = {name: value.quantity.value for name, value in one.values.items()}
    for found in _MOST.finditer(after, one.end):
        name = _named(found["name"], one)
        end = max(numbers.values()) if found["way"] in _UP else min(numbers.values())
        if name and numbers[name] != end:
            yield _hit(one, found)
    for found in _THAN.finditer(after, one.end):
        name, other = _named(found["name"], one), _named(found["other"], one)
        if name and other and name != other:
            first, second = numbers[name], numbers[other]
            if not (first > second if found["way"] in _UP else first < second):
                yield _hit(one, found)


def _named(words: str, one: InTurn) -> str:
    """Return the name of the list that words are, empty where none or several may be meant."""
    named = [name for name in one.values if name == words or name in words or words in name]
    return named[0] if len(named) == 1 else ""


def _hit(one: InTurn, found: re.Match[str]) -> Hit:
    at = one.frame.operand(found.start() + 1, found.end())
    told = (f"{name} {value.quantity}" for name, value in one.values.items())
    return Hit((at,), {"words": at.text, "what": one.what, "values": listed(told)})
