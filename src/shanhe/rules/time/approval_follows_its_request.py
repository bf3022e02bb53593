"""批复、批准的日期不早于申请、请示的日期.

Both days stand in one sentence, that of the request first: ``7月22日申请调整…，8月30日获得批复``. Other days between them, and
approvals told to be of something earlier (此前, 原), leave it open.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import prose, sentences
from shanhe.measures.told_days import told_days
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule

_ASKED = re.compile("申请|报请|请示|提请|上报|申报|报审")
_GIVEN = re.compile("^[^，。；]{0,24}?(?:批复|批准|核准|同意|审批通过|备案)")
_EARLIER = re.compile("此前|原批|原方案|根据|按照|依据|曾|早在|再次|重新")


@rule(
    id="TIME-350",
    severity=ERROR,
    basis=["practice#L-03", "arithmetic#count"],
    zh="{asked} 申请，批复日期写为 {given}，早于申请",
    en="asked for on {asked}, approved on {given} before that",
    only=Only.PAPER,
)
def approval_follows_its_request(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each approval dated before the request that its sentence tells."""
    del catalogue
    for line in prose(dossier):
        if not _ASKED.search(line.text) or "日" not in line.text:
            continue
        for sentence in sentences(line):
            text = sentence.own_words
            days = list(told_days(text)) if _ASKED.search(text) else []
            for first, last in pairwise(days):
                between = text[first.end : last.start]
                told = _ASKED.search(between) and _GIVEN.search(text[last.end :])
                if (
                    told
                    and last.day < first.day
                    and not _EARLIER.search(between + text[: first.start])
                ):
                    words = {"asked": first.day, "given": last.day}
                    yield Hit((sentence.operand(first.start, last.end),), words)
