"""文中所述各级下达用时不超过若干天的，下达表中各批日期相符.

``省、市、县三级各自用时均没有超过30天`` against a table with a line for each office and its batches side by side: from the office above to the own one.
Working days and sentences that name one batch alone are left alone.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.batch_columns import batch_tables, lines_from_above
from shanhe.measures.batch_lines import BatchLine
from shanhe.measures.sentences import Sentence, sentences
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_LEVEL = "(?:省|自治区|市|州|盟|县|区|旗)级?(?:财政(?:部门)?)?"
_TOLD = regex(
    rf"(?P<levels>{_LEVEL}(?:[、和与及]{_LEVEL})*)(?:[两二三]级)?(?:财政部门)?(?:各自|分别|逐级)?(?:的)?(?:分解|转?下达|拨付)?(?:资金)?(?:所?用时间?|历时|耗时|时间)?(?:各?均|都|各)?"
    r"(?:(?:没有|未|不|未有)超过|(?:控制)?在|不多于)(?P<days>\d{1,2})(?:个)?(?:日历|自然)?[天日](?P<within>(?:之|以)?内)?"
)
_BATCH = regex("第[一二三四五六]批")
_LEVELS = {"自治区": "省", "州": "市", "盟": "市", "区": "县", "旗": "县"}


@rule(
    id="TIME-331",
    severity=ERROR,
    basis=["practice#T-07", "arithmetic#difference"],
    zh="文中称各级用时不超过 {bound} 天，下达表中{body}{batch}自 {above} 至 {below} 用时 {days} 天",
    en="no level is said to have taken more than {bound} days; {body} took {days} for {batch}, {above} to {below}",
    only=Only.PAPER,
)
def told_bounds_of_days_hold_in_the_table(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each step of the table that took more days than its level is told to have taken at most."""
    del catalogue
    batches = [lines for table in batch_tables(dossier) for lines in table.batches]
    for line in dossier.texts if batches else ():
        for sentence in sentences(line) if re.search("[天日]", line.text) else ():
            text = folded(sentence.text)
            for found in _TOLD.finditer(text):
                alone = _BATCH.search(re.split("[。；]", text[: found.start()])[-1].split("，")[-1])
                if alone is None and (found["within"] or "超过" in found[0]):
                    yield from _judge(sentence, found, batches)


def _judge(
    sentence: Sentence, found: re.Match[str], batches: list[tuple[BatchLine, ...]]
) -> Iterator[Hit]:
    words = re.split("[、和与及]", found["levels"])
    named = [re.sub("(?:级?财政(?:部门)?|级)$", "", word) for word in words]
    levels = {_LEVELS.get(one, one) for one in named}
    bound = int(found["days"])
    for upper, lower in (pair for lines in batches for pair in lines_from_above(lines)):
        if lower.level not in levels or upper.day is None or lower.day is None:
            continue
        days = (lower.day - upper.day).days
        if days > bound and upper.day_cell is not None and lower.day_cell is not None:
            at = sentence.operand(found.start(), found.end())
            told = {"bound": bound, "body": lower.body, "batch": lower.batch, "days": days}
            told |= {"above": upper.day, "below": lower.day}
            yield Hit((at, upper.day_cell.operand("text"), lower.day_cell.operand("text")), told)
