"""文中的得分、扣分与自评表所列得分相符.

``产出指标得48.88分``, ``数量指标24分，得23.70分`` and ``工程验收合格率扣0.15分`` against the rows of the scored form: those of an
indicator, of execution, or all of a group; else those of a block in a table that has blocks side by side. Where the form prints a row twice, or has one without points, nothing is said.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.goal_table import printed_name
from shanhe.measures.points_of_tables import BlockPoints, points_of_tables
from shanhe.measures.stated_points import Points, plain_group, printed_points, value
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.interval import decimal_text
from shanhe.values.regex import regex

_NAME = r"(?:^|(?<=[，。；：、（(）)]))(?P<name>[\u4e00-\u9fff]{2,20}?)"
_GOT = regex(
    rf"{_NAME}(?:(?P<of>{AMOUNT})[，,])?(?:满分)?(?:共|合计|自评|实际)?得分?(?:为|是|共)?(?P<got>{AMOUNT})"
)
_COUNTED = regex(
    rf"{_NAME}(?:按(?:照)?[\u4e00-\u9fff]{{2,8}}?)?(?:计|计算得|折算得|核算得)(?P<got>{AMOUNT})"
)
"""Points that a rate makes: 预算执行按执行率计9.48分."""
_LOST = regex(rf"{_NAME}(?:共|合计)?扣(?:分|了|减)?(?P<lost>{AMOUNT})")
_EXECUTION = frozenset({"预算执行", "资金执行", "执行", "预算执行率", "资金执行率", "执行率"})
_OTHER = regex("上年|上一年|去年|初评|复核|调整前|目标分|平均")


@rule(
    id="SAME-981",
    severity=ERROR,
    basis=["practice#E-38", "arithmetic#same"],
    zh="“{words}”与自评表不符，表中为 {due} 分",
    en="{words}: the form has {due} points",
    only=Only.PAPER,
)
def told_points_are_those_of_the_form(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each told number of points that the form does not have."""
    told = [
        (frame, found)
        for frame in prose_frames(dossier)
        if "分" in frame.sentence.text
        for pattern in (_GOT, _COUNTED, _LOST)
        for found in pattern.finditer(frame.bones.text)
    ]
    rows = _rows(dossier, catalogue) if told else ()
    blocks = list(points_of_tables(dossier)) if told else []
    for frame, found in told if rows or blocks else ():
        name = re.sub("^其中", "", found["name"])
        own = _meant(dossier, rows, name) if rows else []
        if _OTHER.search(frame.bones.text[: found.end()]):
            continue
        yield from _judge(frame, found, own) if own else _block(frame, found, name, blocks)


def _rows(dossier: Dossier, catalogue: Catalogue) -> tuple[Points, ...]:
    """Return the rows of the only scored form, none where one is printed twice or without points."""
    times = Counter(fact.concept for fact in dossier.facts if fact.aspect == "score")
    rows = tuple(row for row in printed_points(dossier, catalogue) if row.level == 3)
    full = all(row.weight is not None and row.points is not None for row in rows)
    return rows if full and max(times.values(), default=0) == 1 else ()


def _meant(dossier: Dossier, rows: Sequence[Points], name: str) -> list[Points]:
    """Return the rows that a name is of: one indicator, or all of a group."""
    names = {
        row.indicator: printed_name(row)
        for row in reversed(dossier.targets_of(dossier.issued, dossier.year))
    }
    exact = [row for row in rows if names.get(row.name) == name]
    execution = [row for row in rows if row.group1 == "预算执行率"]
    if exact or (name in _EXECUTION and len(execution) == 1):
        return exact[:1] or execution
    group = plain_group(name)
    return [row for row in rows if group in {row.group1, row.group2} and group != "预算执行率"]


def _block(
    frame: Frame, found: re.Match[str], name: str, blocks: Sequence[BlockPoints]
) -> Iterator[Hit]:
    """Yield points of a block that no table of blocks side by side has: 决策满分15分，得13.00分."""
    bare = plain_group(name.removesuffix("满分"))
    for key, mark in found.groupdict().items():
        amount = frame.bones.amount(mark) if key in {"of", "got", "lost"} and mark else None
        own = [one for one in blocks if one.kind == key and plain_group(one.name) == bare]
        if amount is None or amount.vague or amount.quantity.unit.symbol != "分" or not own:
            continue
        if amount.quantity.value not in {one.value for one in own}:
            at = frame.operand(found.start(), found.end())
            due = decimal_text(own[0].value)
            yield Hit((at, own[0].cell.operand), {"words": at.text, "due": due})


def _judge(frame: Frame, found: re.Match[str], own: Sequence[Points]) -> Iterator[Hit]:
    points = [(row.weight, row.points) for row in own]
    weights = sum((value(weight) for weight, _ in points if weight), Fraction(0))
    got = sum((value(each) for _, each in points if each), Fraction(0))
    due = {"of": weights, "got": got, "lost": weights - got}
    for key, mark in found.groupdict().items():
        amount = frame.bones.amount(mark) if key in due and mark else None
        if amount is None or amount.vague or amount.quantity.unit.symbol != "分":
            continue
        if amount.quantity.value != due[key]:
            at = frame.operand(found.start(), found.end())
            cells = tuple(each.operand("amount") for _, each in points if each)
            yield Hit((at, *cells), {"words": at.text, "due": decimal_text(due[key])})
