"""文中目标的“不低于”“不高于”与表中指标值的符号同向.

``总磷年均浓度不低于0.055毫克/升`` against the line ``总磷年均浓度 | ≤0.055毫克/升``: the same number of the same name the other way round. What was
reached (实际为…，不低于目标) is told elsewhere.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.frame import AMOUNT, Frame, prose_frames
from shanhe.measures.printed_tables import PrintedCell, bare_label, printed_tables
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_AT_LEAST = "不低于|不少于|不小于|大于等于|≥"
_AT_MOST = "不高于|不超过|不大于|不多于|小于等于|≤"
_TOLD = regex(
    rf"(?:^|[，。；：、])(?P<name>[\u4e00-\u9fff]{{3,16}}?)(?:应|要|须|均)?(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST}))(?P<mark>{AMOUNT})"
)
_SIGN = regex(r"\s*(?:(?P<least>[≥≧＞>])|(?P<most>[≤≦＜<]))")
_LEAST = 3
_GOAL = regex("目标|指标|要求|计划|到20\\d\\d年底|期末")


@rule(
    id="SAME-999",
    severity=ERROR,
    basis=["practice#R-07"],
    zh="“{words}”与表中“{label}”的指标值“{cell}”方向相反",
    en='"{words}" goes the other way than {label} in the table, {cell}',
    only=Only.PAPER,
)
def told_operators_are_those_of_the_form(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each goal of the text whose bound the only line of its name has the other way round."""
    del catalogue
    signed = dict[str, list[PrintedCell]]()
    for table in printed_tables(dossier):
        for row in table.rows:
            for cell in row.cells.values():
                if _SIGN.match(cell.operand.text):
                    signed.setdefault(bare_label(row.last), []).append(cell)
    for frame in prose_frames(dossier) if signed else ():
        text = frame.bones.text
        for found in _TOLD.finditer(text) if _GOAL.search(text) else ():
            yield from _judge(frame, found, signed)


def _judge(
    frame: Frame, found: re.Match[str], signed: dict[str, list[PrintedCell]]
) -> Iterator[Hit]:
    told = frame.bones.amount(found["mark"])
    name = re.sub("^(?:.*年底|其中)", "", found["name"])
    labels = [
        label
        for label in signed
        if len(label) >= _LEAST and (label.endswith(name) or name.endswith(label))
    ]
    cells = [cell for label in labels for cell in signed[label]]
    like = [cell for cell in cells if cell.quantity.unit.like(told.quantity.unit)]
    same = [one for one in like if one.quantity.value_in(told.quantity.unit) == told.quantity.value]
    if len(labels) != 1 or told.vague or not same:
        return
    signs = [_SIGN.match(cell.operand.text) for cell in same]
    if all(one is not None and bool(one["least"]) is bool(found["most"]) for one in signs):
        start = found.start("name")
        at = frame.operand(start, found.end())
        words = {"words": at.text, "label": labels[0], "cell": same[0].operand.text.strip()}
        yield Hit((at, same[0].operand), words)
