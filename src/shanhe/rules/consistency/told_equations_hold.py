"""文中写出的算式成立.

``580/600×100%=96.67%``, ``540/600=90%``, ``1000+1500+2000=4500万元``, ``5400万元÷600公顷=9万元/公顷``, ``按期完工率83.33%（5/6）``. Whole numbers stand for themselves,
decimals for what rounds to them. Where units are printed they have to be those of the result, else the line is left.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, sentences
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.interval import Interval
from shanhe.values.quantity import rounded
from shanhe.values.regex import regex

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_UNIT = r"[\u4e00-\u9fff㎡²]{0,6}"
_EQUATION = regex(
    rf"(?<![\d.\-/÷×*+＋−－])(?P<a>{_NUMBER})(?P<ua>{_UNIT})\s*(?P<sign>[÷/×*+＋−－-])\s*(?P<b>{_NUMBER})(?P<ub>{_UNIT})"
    rf"(?P<whole>\s*[×*]\s*100[%％])?\s*[=＝]\s*(?P<c>{_NUMBER})(?P<uc>[%％]|{_UNIT}(?:/{_UNIT})?)"
)
_BESIDE = regex(r"率(?:为|达到?)?(?P<c>\d+(?:\.\d+)?)[%％][（(](?P<a>\d+)\s*/\s*(?P<b>\d+)[）)]")
_SIGNS: Mapping[str, Callable[[Interval, Interval], Interval]] = {
    "÷": Interval.__truediv__,
    "×": Interval.__mul__,
    "+": Interval.__add__,
    "−": Interval.__sub__,
}
_SAME = str.maketrans("/*＋－-", "÷×+−−")
_SUM = regex(
    rf"(?<![\d.\-/÷×*+＋−－])(?P<terms>{_NUMBER}{_UNIT}(?:\s*[+＋]\s*{_NUMBER}{_UNIT}){{2,12}})\s*[=＝]\s*(?P<c>{_NUMBER})(?P<uc>{_UNIT})"
)
"""A sum of three or more: 1000+1500+2000=4500万元."""
_TERM = regex(rf"(?P<n>{_NUMBER})(?P<unit>{_UNIT})")
_PERCENT = frozenset({"%", "％"})
_HUNDRED = Fraction(100)


@rule(
    id="SAME-966",
    severity=ERROR,
    basis=["arithmetic#ratio", "arithmetic#sum"],
    zh="算式“{words}”不成立：{steps} = {computed}",
    en="the equation {words} does not hold: {steps} = {computed}",
    only=Only.PAPER,
)
def told_equations_hold(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each equation whose right side is not its left."""
    del catalogue
    for line in dossier.texts:
        if not re.search("[=＝/÷]", line.text):
            continue
        for sentence in sentences(line):
            for found in _EQUATION.finditer(sentence.text):
                sign = found["sign"].translate(_SAME)
                if _fits(found, sign):
                    rate = bool(found["whole"]) or (sign == "÷" and found["uc"] in _PERCENT)
                    yield from _judge(sentence, found, sign, is_rate=rate)
            for found in _SUM.finditer(sentence.text):
                yield from _judge_sum(sentence, found)
            for found in _BESIDE.finditer(sentence.text):
                yield from _judge(sentence, found, "÷", is_rate=True)


def _fits(found: re.Match[str], sign: str) -> bool:
    """Return whether the printed units are those of a result that needs no conversion."""
    above, below, own = found["ua"], found["ub"], found["uc"]
    if found["whole"]:
        return above == below and own in {"%", "％"}
    if not (above or below or own):
        return True
    if sign == "÷" and own in _PERCENT:
        return above == below
    if sign == "÷":
        return own == f"{above}/{below}"
    return above == below == own if sign in "+−" else own in {above, below} and "" in {above, below}


def _judge(sentence: Sentence, found: re.Match[str], sign: str, *, is_rate: bool) -> Iterator[Hit]:
    left, right, stated = (found[key].replace(",", "") for key in "abc")
    if sign == "÷" and not Decimal(right):
        return
    made = _SIGNS[sign](_interval(left), _interval(right))
    exact = _SIGNS[sign](_exactly(left), _exactly(right))
    made, exact = (one.times(_HUNDRED) if is_rate else one for one in (made, exact))
    if not made.meets(_interval(stated, is_result=True)):
        words = {
            "words": found[0],
            "steps": f"{left} {sign} {right}{' × 100%' if is_rate else ''}",
            "computed": f"{rounded(exact.low, max(_places(stated), 2)):f}{'%' if is_rate else ''}",
        }
        yield Hit((sentence.operand(*found.span()),), words)


def _judge_sum(sentence: Sentence, found: re.Match[str]) -> Iterator[Hit]:
    """Yield a sum of several terms in one unit that is another number."""
    terms = [(one["n"].replace(",", ""), one["unit"]) for one in _TERM.finditer(found["terms"])]
    units = {unit for _, unit in terms if unit}
    if units and units != {found["uc"]}:
        return
    made = sum((_interval(text) for text, _ in terms[1:]), _interval(terms[0][0]))
    exact = sum((Fraction(Decimal(text)) for text, _ in terms), Fraction(0))
    stated = found["c"].replace(",", "")
    if not made.meets(_interval(stated, is_result=True)):
        words = {
            "words": found[0],
            "steps": " + ".join(text for text, _ in terms),
            "computed": f"{rounded(exact, max(_places(stated), 2)):f}",
        }
        yield Hit((sentence.operand(*found.span()),), words)


def _places(text: str) -> int:
    return len(text.partition(".")[2])


def _exactly(text: str) -> Interval:
    return Interval.exactly(Fraction(Decimal(text)))


def _interval(text: str, *, is_result: bool = False) -> Interval:
    """Return what a printed number stands for: 96.67 is [96.665, 96.675); as an operand 600 is 600."""
    places = _places(text)
    if places or is_result:
        return Interval.of_printed(Fraction(Decimal(text)), places)
    return _exactly(text)
