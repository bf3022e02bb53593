"""表中工程状态与实际完工日期相符.

In a table that has the day on which each work was finished, ``已验收`` beside a dash and ``在建`` beside a day are questioned, if all other
lines keep to it and two at least are finished on a day.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.contract_tables import Contract, contract_tables
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_DONE = regex(
    "(?:已|全部|已全部|已经)?(?:完工|竣工|验收|完成|交付|结算|移交)(?:验收|合格|移交)?|(?:待|未)验收|已完工.*"
)
_OPEN = regex("(?:正常)?(?:在建|施工中|正在施工|未完工|建设中|实施中|正在实施|停工|未开工|在施)")
_FINISHED = regex("(?:待|未)验收")
"""Finished as a rule, but not always: nothing is said of it."""
_LEAST = 2


@rule(
    id="TIME-336",
    severity=WARN,
    basis=["practice#R-02"],
    zh="“{row}”状态为“{state}”，实际完工日期却为“{day}”",
    en="{row} is {state}, its day of completion is {day}",
    only=Only.PAPER,
)
def states_of_works_fit_their_days(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the only line of a table whose state its day of completion does not bear out."""
    del catalogue
    for lines in contract_tables(dossier):
        own = [one for one in lines if {"state", "ended"} <= one.cells.keys()]
        odd = [one for one in own if _is_odd(one)]
        fit = [one for one in own if one.day("ended") and _DONE.fullmatch(one.text("state"))]
        if len(odd) == 1 and len(fit) >= _LEAST:
            state, ended = odd[0].cells["state"], odd[0].cells["ended"]
            words = {"row": odd[0].title, "state": state.text.strip(), "day": ended.text.strip()}
            yield Hit((state.operand("text"), ended.operand("text")), words)


def _is_odd(one: Contract) -> bool:
    state = one.text("state")
    if _OPEN.fullmatch(state):
        return one.day("ended") is not None
    done = _DONE.fullmatch(state) is not None and _FINISHED.fullmatch(state) is None
    return done and not one.text("ended")
