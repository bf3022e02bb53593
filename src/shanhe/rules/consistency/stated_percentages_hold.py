"""文字中的百分比与其分子、分母一致.

Two kinds are recomputed. A completion that the text tells is held against actual and target of the
same indicator, region and year; where report or form has a row for it, ACTUAL-402 does so already. In
a sentence ``800万元，占预算1000万元的80%`` part, whole and share stand side by side. A share whose whole is
not printed cannot be recomputed, and nothing is said.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Direction
from shanhe.measures.attainment import known_indicator
from shanhe.measures.completion import direction_of
from shanhe.measures.computed import PERCENT, Computed, percent
from shanhe.measures.sentences import Sentence, sentences
from shanhe.measures.shares_of_lists import is_share_of_list
from shanhe.measures.worded_amounts import WordedAmount, folded, worded_amounts
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import PrintedFact
from shanhe.records.source import Operand, Source
from shanhe.records.targets import RegionalTarget, Target
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, indicator_name, result
from shanhe.values.outcome import judge_equal
from shanhe.values.quantity import Quantity, Sign
from shanhe.values.regex import regex
from shanhe.values.unit import UnlikeUnits

_SHARE = regex(r"[，,]?占[^，。；：\d]{0,24}$")
_GAP = regex("少|多|差|超|缺|结余|结转|剩余|未")
_OF = regex(r"\s*的\s*(\d{1,3}(?:\.\d+)?)\s*%")


@rule(
    id="SAME-903",
    severity=ERROR,
    basis=["practice#R-05", "practice#R-07", "arithmetic#ratio"],
    zh="{subject}写为 {stated}，按 {steps} 复算为 {computed}",
    en="{subject} is stated as {stated}; {steps} is {computed}",
    only=Only.PAPER,
)
def stated_percentages_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each percentage that its operands do not give."""
    for fact in dossier.facts:
        if fact.aspect == "completion" and fact.amount is not None:
            yield from _completion(dossier, catalogue, fact)
    for line in dossier.texts:
        for sentence in sentences(line) if "占" in line.text else ():
            yield from _shares(sentence)


def _completion(dossier: Dossier, catalogue: Catalogue, fact: PrintedFact) -> Iterator[Hit]:
    done, wanted = _actual(dossier, fact), _target(dossier, fact)
    stated = fact.amount
    if done is None or wanted is None or stated is None or _is_stated(dossier, fact):
        return
    known, target = known_indicator(catalogue, fact.concept), wanted[0]
    if target.quantity is None:
        return
    if isinstance(target, Target) and direction_of(target, known) is Direction.LOWER:
        return
    name = indicator_name(catalogue, fact.concept)
    subject = Both(
        f"{fact.region}{name.zh}的完成率", f"completion of {name.en} {fact.region}".strip()
    )
    at = (fact.operand("amount"), done[1], wanted[1])
    yield from _judge(subject, stated, (done[0], target.quantity), at)


def _is_stated(dossier: Dossier, fact: PrintedFact) -> bool:
    """Whether some row of report or form states this very rate, which ACTUAL-402 looks at."""
    return any(
        (one.completion, _spot(one.source.cell("completion")))
        == (fact.amount, _spot(fact.source.cell("amount")))
        for one in dossier.stated_actuals(fact.concept, fact.region)
    )


def _spot(where: Source) -> tuple[int, int, int, int]:
    """Return the paragraph or row that a number stands in."""
    return where.table, where.row, where.paragraph, where.line


def _actual(dossier: Dossier, fact: PrintedFact) -> tuple[Quantity, Operand] | None:
    """Return what was done: as told in the same paragraph, else as report or form state it."""
    here = _spot(fact.source.cell("amount"))
    for one in dossier.facts:
        same = (one.concept, one.region, one.aspect) == (fact.concept, fact.region, "actual")
        if same and one.quantity is not None and _spot(one.source.cell("amount")) == here:
            return one.quantity, one.operand("amount")
    stated = dossier.actual(fact.concept, fact.region)
    if stated is None or stated.quantity is None or stated.sign not in {Sign.NONE, Sign.EQUAL}:
        return None
    return stated.quantity, stated.operand("amount")


def _target(dossier: Dossier, fact: PrintedFact) -> tuple[Target | RegionalTarget, Operand] | None:
    period = fact.period or dossier.year
    if not fact.region:
        whole = dossier.target(dossier.issued, period, fact.concept)
        return None if whole is None else (whole, whole.operand("amount"))
    wanted = (dossier.issued, period, fact.region, fact.concept)
    for one in dossier.regional_targets:
        if (one.version, one.period, one.region, one.indicator) == wanted:
            return one, one.operand("amount")
    return None


def _shares(sentence: Sentence) -> Iterator[Hit]:
    """Yield the shares of ``a，占 b 的 p%`` that a and b do not make."""
    text = folded(sentence.text)
    amounts = list(worded_amounts(text))
    for last, (part, whole) in enumerate(pairwise(amounts)):
        share = _OF.match(text, whole.end)
        if _GAP.search(re.split(r"[，。；：、\d]", text[: part.start])[-1]):
            continue
        if share and _SHARE.search(text[part.end : whole.start]) and _are_like(part, whole):
            at = (sentence.operand(part.start, share.end()),)
            subject = Both("所占比例", "the share")
            operands = (part.quantity, whole.quantity)
            rate, told = Quantity(Decimal(share[1]), PERCENT), amounts[: last + 1]
            if not is_share_of_list(rate, [one.quantity for one in told], whole.quantity):
                yield from _judge(subject, rate.amount, operands, at)


def _are_like(part: WordedAmount, whole: WordedAmount) -> bool:
    return part.quantity.unit.like(whole.quantity.unit) and part.quantity.unit.symbol != "%"


def _judge(
    subject: Both, stated: Decimal, operands: tuple[Quantity, Quantity], at: tuple[Operand, ...]
) -> Iterator[Hit]:
    rate, computed = Quantity(stated, PERCENT), _rate(*operands)
    if computed is None or (stated == 100 and computed.value > 100):
        return
    if not judge_equal(rate, computed.interval, computed.value).is_kept:
        words = {
            "subject": subject,
            "stated": str(rate),
            "steps": computed.steps,
            "computed": result(computed, max(rate.places, 2)),
        }
        yield Hit(at, words, recomputed=computed.equation)


def _rate(part: Quantity, whole: Quantity) -> Computed | None:
    try:
        return percent(part, whole)
    except (UnlikeUnits, ZeroDivisionError):
        return None
