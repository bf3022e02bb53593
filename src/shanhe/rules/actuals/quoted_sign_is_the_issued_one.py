"""引用的指标值符号与下达的目标一致.

A sign that was added or left out when the target was quoted, value and unit being the same. One
finding for each place and kind lists all of its indicators. A change table of a paper that prints no signs says nothing of them,
and a table of numbers in its text that has none at all quotes none.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import actuals_of_year, target_for
from shanhe.measures.goal_table import bare_change_tables, bare_result_tables, place_of
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.progress import Actual
from shanhe.records.source import Operand
from shanhe.records.targets import RegionalTarget, Target
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import Both, indicator_name, listed
from shanhe.values.quantity import Sign

_ADDED = Both("增加了目标表没有的符号", "have a sign that the target does not have")
_LOST = Both("漏写了目标表的符号", "lost the sign of the target")


@rule(
    id="ACTUAL-413",
    severity=WARN,
    basis=["practice#G-14", "practice#S-07"],
    zh="{place}引用指标值时，{count} 项{what}：{pairs}",
    en="targets quoted in the {place}: {count} {what}: {pairs}",
)
def quoted_sign_is_the_issued_one(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the quoted targets whose sign was added or lost, place by place."""
    groups: dict[tuple[str, bool], list[tuple[Actual, Target | RegionalTarget]]] = {}
    for actual in actuals_of_year(dossier):
        target = target_for(dossier, actual)
        if target is None or _is_of_bare_table(dossier, actual, target):
            continue
        if _is_same_but_for_sign(actual, target):
            groups.setdefault((actual.place, bool(actual.quoted_sign)), []).append((actual, target))
    for (place, added), pairs in groups.items():
        words = {
            "place": Both(place, "form" if pairs[0][0].in_form else "report"),
            "count": len(pairs),
            "what": _ADDED if added else _LOST,
            "pairs": listed(_pair(catalogue, *pair) for pair in pairs),
        }
        at: list[Operand] = []
        for actual, target in pairs:
            at += [actual.operand("quoted_amount"), target.operand("amount")]
        yield Hit(tuple(at), words)


def _is_of_bare_table(dossier: Dossier, actual: Actual, target: Target | RegionalTarget) -> bool:
    if not dossier.paper:
        return False
    bare = place_of(target.operand("amount")) in bare_change_tables(dossier)
    return bare or place_of(actual.operand("quoted_amount")) in bare_result_tables(dossier)


def _is_same_but_for_sign(actual: Actual, target: Target | RegionalTarget) -> bool:
    quoted, wanted = actual.quoted, target.quantity
    if quoted is None or wanted is None or not quoted.unit.like(wanted.unit):
        return False
    signs = {quoted.sign, wanted.sign}
    same_value = quoted.value_in(wanted.unit) == wanted.value
    return same_value and len(signs) == 2 and Sign.NONE in signs


def _pair(catalogue: Catalogue, actual: Actual, target: Target | RegionalTarget) -> Both:
    name = indicator_name(catalogue, actual.indicator)
    quoted, wanted = actual.quoted, target.quantity
    return Both(
        f"{name.zh}（引用“{quoted}”，目标表“{wanted}”）", f"{name.en} ({quoted}, issued {wanted})"
    )
