"""建议（措施）所写责任单位、完成时限与问题清单一致.

``由县住房和城乡建设局于2026年6月30日前完成剩余168户`` against the line ``生活污水少治理168户 | 县住房和城乡建设局 | 2026年9月30日``. The sentence must be
the only one on the problem; of several days and offices any will do.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.advice_on_problems import Advice, advice_on_problems
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both
from shanhe.values.regex import regex

_DUE, _OFFICE = Both("整改期限", "the deadline"), Both("责任单位", "who is charged")
_LEAST = 2
_PARTS = regex("[、，和及；]")
_BODY = regex("[\u4e00-\u9fff]{1,14}(?:局|委员会|委|厅|中心|政府|办公室|公司)")


@rule(
    id="SAME-989",
    severity=WARN,
    basis=["practice#R-07", "practice#E-15"],
    zh="建议中“{words}”与问题清单不一致：“{problem}”的{what}在清单中为“{listed}”",
    en='"{words}" is not what the list of problems has: of {problem}, {what} is {listed}',
    only=Only.PAPER,
)
def advice_is_that_of_the_list_of_problems(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each deadline and each office that the list has otherwise."""
    del catalogue
    for one in advice_on_problems(dossier):
        day = one.listed_day
        if day is not None and one.due and day not in {told.day for told in one.due}:
            yield _hit(one, "due", _DUE, (one.due[0].start, one.due[0].end))
        names = _PARTS.split(one.problem.text("office"))
        known = bool(names) and all(_BODY.fullmatch(name) for name in names)
        if known and one.charged and not any(name in one.sentence.text for name in names):
            yield _hit(one, "office", _OFFICE, one.charged[0].span("who"))
        elif known:
            yield from _elsewhere(dossier, one, names)


def _elsewhere(dossier: Dossier, one: Advice, names: list[str]) -> Iterator[Hit]:
    """Yield an office of the list that is told to be of a county named nowhere else: 桃源县财政局 for 县财政局."""
    for charged in one.charged:
        for who in _PARTS.split(charged["who"]):
            own = [name for name in names if who.endswith(name) and who != name]
            if len(own) != 1 or own[0][0] not in "县区市旗" or who in names:
                continue
            place = who[: len(who) - len(own[0]) + 1]
            told = [line for line in dossier.texts if place in line.text]
            if len(place) > _LEAST and len(told) == 1 and place not in dossier.programme.name:
                yield _hit(one, "office", _OFFICE, charged.span("who"))


def _hit(one: Advice, key: str, what: Both, span: tuple[int, int]) -> Hit:
    at, cell = one.sentence.operand(*span), one.problem.cells[key]
    words = {"words": at.text, "problem": one.problem.text("problem"), "what": what}
    return Hit((at, cell.operand("text")), {**words, "listed": cell.text.strip()})
