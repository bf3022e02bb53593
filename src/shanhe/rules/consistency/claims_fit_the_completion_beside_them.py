"""“达到目标”“未达到目标”“超额完成”与同句的目标、完成数相符.

The completion that the same part of the sentence states decides, else target and actual of it; a sign
or a limit before the target says which way is better. Without either, only outputs are judged, of
which more is better.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import percent
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_GOAL = "(?:了|年度|全年|绩效|预期|既定|总体|各项)*(?:目标|任务|计划|指标)(?:值|要求|任务)?"
_CLAIM = regex(
    rf"[，,：:（(](?P<words>(?P<over>超额|超)?(?P<not>未能?|没有|尚未)?(?:全面|全部|如期|已|均)?(?P<verb>达到|完成|实现){_GOAL})(?=[，。；、）)：:]|$)"
)
_TARGET = regex(
    rf"(?:目标值?|计划|任务|指标值)(?:数|量|为|：|:)*(?P<sign>≥|≧|不低于|不少于|≤|≦|不超过|不高于)?(?P<target>{AMOUNT})"
)
_ACTUAL = regex(rf"(?:实际|完成|达到?)(?:完成)?(?:值|数|量|为|了|：|:)*(?P<actual>{AMOUNT})")
_RATE = regex(rf"完成(?:率|比例)(?:为|达到?)?(?P<rate>{AMOUNT})")
_LESS_IS_BETTER = regex(
    "成本|单价|造价|费用|时间|时长|天数|投诉|浓度|死亡|下降|降低|减少|超标|超限"
)


@rule(
    id="SAME-925",
    severity=ERROR,
    basis=["practice#R-08"],
    zh="称“{claim}”，而{figures}",
    en="it is claimed that {claim}, yet {figures}",
    only=Only.PAPER,
)
def claims_fit_the_completion_beside_them(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each claim that the completion of its own sentence contradicts."""
    del catalogue
    for frame in frames(dossier):
        text = frame.bones.text
        for part in re.finditer("[^；。]+", text):
            claims = list(_CLAIM.finditer(text, *part.span()))
            claims += [found for found in [_LABEL.match(text[: part.end()])] if found]
            if len(claims) == 1:
                yield from _judge(frame, part, claims[0])


_LABEL = regex(
    rf"(?P<words>(?P<over>超额)?(?P<not>未能?|没有|尚未)?(?P<verb>达到|完成|实现){_GOAL})[：:]"
)


def _judge(frame: Frame, part: re.Match[str], claim: re.Match[str]) -> Iterator[Hit]:
    rate = _completion(frame, part)
    if rate is None:
        return
    done, steps = rate
    if claim["not"]:
        holds = done < 100
    elif claim["over"]:
        holds = done > 100
    else:
        holds = done >= 100
    if not holds:
        first = min(part.start(), claim.start())
        at = frame.operand(first, part.end())
        yield Hit((at,), {"claim": claim["words"], "figures": steps})


def _completion(frame: Frame, part: re.Match[str]) -> tuple[Fraction, str] | None:
    """Return the completion of a part in percent, with the words that tell it."""
    bones, text = frame.bones, frame.bones.text
    target, actual = _TARGET.search(text, *part.span()), _ACTUAL.search(text, *part.span())
    if len(_TARGET.findall(part[0])) > 1 or len(_RATE.findall(part[0])) > 1:
        return None
    less = _LESS_IS_BETTER.search(part[0]) is not None
    if target and actual and target["target"] != actual["actual"]:
        wanted, done = bones.amount(target["target"]), bones.amount(actual["actual"])
        sign = target["sign"] or ""
        if wanted.is_like(done) and wanted.quantity.value and (sign or not less):
            made = percent(done.quantity, wanted.quantity)
            if sign in {"≤", "≦", "不超过", "不高于"}:
                kept = Fraction(100) if made.value <= 100 else Fraction(99)
                return kept, made.steps
            return made.value, f"{made.steps} = {made.printed(2)}%"
    rate = _RATE.search(text, *part.span())
    if rate and not less and bones.amount(rate["rate"]).is_percent:
        stated = bones.amount(rate["rate"]).quantity
        return stated.value, f"完成率为 {stated}"
    return None
