"""“分别用时若干天”与同段所列各环节日期相符.

``4月19日…；5月13日…；5月30日…。两级分别用时24天、17天``: as many spans as there are steps between the dates told before them in
the paragraph, each counted with or without its first day. Dates that go back, and working days, are left alone.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, prose
from shanhe.measures.told_days import told_days
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_N = r"\d{1,3} ?(?:天|日|个自然日)?"
_EACH = regex(
    rf"(?:分别|依次)(?:仅|只)?(?:用了?|用时|历时|耗时|用去|间隔|相隔|经过|历经|需|为)(?:为|了|约)?(?P<spans>{_N}(?:[、，和及与]+{_N})+)(?P<bound>以?内|左右|余)?"
)
_DAYS = regex(r"(\d{1,3}) ?(天|日|个自然日)?")
_ABOUT = regex(
    "下达|印发|拨付|分解|转发|收到|审批|审核|评审|批复|招标|开标|中标|签订|开工|完工|验收|天"
)


@rule(
    id="TIME-320",
    severity=WARN,
    basis=["arithmetic#difference", "practice#R-02"],
    zh="{first} 至 {last} 为 {due} 天，写为 {stated} 天",
    en="from {first} to {last} are {due} days, {stated} are told",
    only=Only.PAPER,
)
def told_spans_in_turn_are_days_between_the_dates(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each of several spans told in turn that is not the one between its two dates."""
    del catalogue
    for line in prose(dossier):
        if "分别" in line.text or "依次" in line.text:
            for found in _EACH.finditer(folded(line.text)):
                yield from _judge(Sentence(line.text, line, 0), found, dossier.programme.year)


def _judge(whole: Sentence, found: re.Match[str], year: int) -> Iterator[Hit]:
    before = found.string[: found.start()]
    spans = list(_DAYS.finditer(found["spans"]))
    told = list(told_days(before, year))
    days = [one.day for one in told]
    of_steps = any(one[2] for one in spans) and _ABOUT.search(before)
    if found["bound"] or not of_steps or len(told) != len(spans) + 1 or days != sorted(days):
        return
    for (first, last), span in zip(pairwise(told), spans, strict=True):
        due, stated = (last.day - first.day).days, int(span[1])
        if stated not in {due, due + 1}:
            start = found.start("spans") + span.start()
            at = [(start, start + len(span[0])), (first.start, first.end), (last.start, last.end)]
            words = {"first": first.day, "last": last.day, "due": due, "stated": stated}
            equation = f"{last.day} − {first.day} = {due}"
            yield Hit(tuple(whole.operand(*one) for one in at), words, recomputed=equation)
