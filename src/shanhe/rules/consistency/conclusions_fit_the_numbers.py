"""结论用语与数字相符.

Words that claim success stand against a completion below a set limit: of the indicator that the
clause names, else, where it speaks of the goals or indicators as a whole, of the main outputs. What
is denied, planned or quoted claims nothing. Where the goal in words is declared met, ACTUAL-415 says so.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.names import plain_name
from shanhe.measures.attainment import Attainment, attainments
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, indicator_name, listed, result
from shanhe.values.regex import regex

_PLAIN = "完成"
_WHOLE = regex(r"(?:总体|年度|绩效|各项|全部|预期|全年|既定)(?:绩效)?(?:目标|指标|任务)")
_NOT = regex(
    r"未|没有|尚|不|无法|难以|确保|将|力争|推动|推进|争取|计划|预计|待|后续|下一步|如果|如需|若|需|应|要求"
    r"|的[百\d]|率|情况|部分"
)


@rule(
    id="SAME-912",
    severity=WARN,
    basis=["practice#R-08"],
    zh="称“{claim}”，而完成率低于 {limit}%：{indicators}",
    en="it is claimed that {claim}, yet these are below {limit} %: {indicators}",
    only=Only.PAPER,
)
def conclusions_fit_the_numbers(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each clause that claims what the numbers do not bear out."""
    law, day = catalogue.law, year_end(dossier)
    limit, claims = law.number("conclusion_low", day), law.words("claim_words", day)
    low = [one for one in attainments(dossier, catalogue) if _is_low(one, limit)]
    if not low:
        return
    for line in prose(dossier):
        if not any(word in line.text for word in claims):
            continue
        for sentence in sentences(line):
            yield from _claimed(catalogue, sentence, claims, (low, limit))


def _is_low(one: Attainment, limit: Decimal) -> bool:
    rate = one.completion.computed
    return one.completion.met is False and rate is not None and rate.value < limit


def _claimed(
    catalogue: Catalogue,
    sentence: Sentence,
    claims: tuple[str, ...],
    low: tuple[list[Attainment], Decimal],
) -> Iterator[Hit]:
    for found in re.finditer(r"[^，。；：、！？\n]+", sentence.own_words):
        clause = found[0]
        if _claims(clause, claims):
            about = _about(clause, low[0])
            if about:
                words = {
                    "claim": clause.strip(),
                    "limit": low[1],
                    "indicators": listed(_told(catalogue, one) for one in about),
                }
                at = [sentence.operand(found.start(), found.end())]
                at += [operand for one in about for operand in one.operands]
                yield Hit(tuple(at), words)


def _claims(clause: str, claims: tuple[str, ...]) -> bool:
    if _NOT.search(clause):
        return False
    strong = any(word in clause for word in claims if word != _PLAIN)
    return strong or (_PLAIN in clause and _WHOLE.search(clause) is not None)


def _about(clause: str, low: list[Attainment]) -> list[Attainment]:
    """Return the low indicators that the clause speaks of."""
    plain = plain_name(clause)
    named = [one for one in low if any(name in plain for name in _names(one))]
    if named:
        return named
    main = [one for one in low if one.indicator is not None and one.indicator.protected]
    return main if _WHOLE.search(clause) else []


def _names(one: Attainment) -> list[str]:
    known = one.indicator
    names = [one.target.name, *((known.name, *known.aliases) if known is not None else ())]
    return [plain_name(name) for name in names if len(name) > 3]


def _told(catalogue: Catalogue, one: Attainment) -> Both:
    name, rate = indicator_name(catalogue, one.target.indicator), one.completion.computed
    shown = result(rate, 2) if rate is not None else ""
    return Both(f"{name.zh} {shown}", f"{name.en} {shown}")
