"""文中所述各批资金逐级下达用时与下达表的日期相符.

``第一批资金省级用时27天、市级用时22天`` against the days of that line: from the level above to the own one, with or without the first
day. A table with a line for each office and its batches side by side counts the same for levels of a single office. Bounds (用时不超过30天) and working days are left alone.
"""

import re
from collections.abc import Iterator, Sequence

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.batch_columns import batch_tables
from shanhe.measures.batch_lines import BatchLine
from shanhe.measures.issue_tables import BatchIssue, batch_issues
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.told_issues import LEVELS
from shanhe.measures.worded_amounts import folded
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_BATCH = regex("第[一二三四五六]批")
_LEVEL = "(?:省|自治区|市|州|盟|县|区|旗)级?"
_TOLD = regex(
    rf"(?P<levels>{_LEVEL}(?:[和、与及]{_LEVEL})*)(?:分解|转?下达)?(?:均|各|都)?(?:用时|历时|耗时)(?:均|各)?(?:为|仅|共)?(?P<days>\d{{1,3}})[天日](?!以?内|之内)"
)
_LEVELS = {"自治区": "省", "州": "市", "盟": "市", "区": "县", "旗": "县"}


@rule(
    id="TIME-357",
    severity=ERROR,
    basis=["practice#T-12", "arithmetic#difference"],
    zh="文中称{batch}{level}级用时 {stated} 天，下达表中 {above} 至 {below} 相隔 {due} 天",
    en="{batch} is said to have taken {level} {stated} days; from {above} to {below} in the table they are {due}",
    only=Only.PAPER,
)
def told_days_of_batches_are_those_of_the_table(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each told number of days that the line of its batch does not make."""
    del catalogue
    lines = {issues[0].batch: issues for issues in batch_issues(dossier)}
    for table in batch_tables(dossier):
        lines |= {batch[0].batch: issues for batch in table.batches if (issues := _single(batch))}
    for line in prose(dossier) if lines else ():
        for sentence in sentences(line) if "时" in line.text else ():
            yield from _in_sentence(sentence, lines)


def _single(lines: Sequence[BatchLine]) -> tuple[BatchIssue, ...]:
    """Return the levels that have one office, down to the first with several."""
    found: list[BatchIssue] = []
    for level in LEVELS:
        own = [one for one in lines if one.level == level]
        if len(own) > 1:
            break
        found += [
            BatchIssue(one.batch, level, one.body, one.day, one.day_cell)
            for one in own
            if one.day is not None and one.day_cell is not None
        ]
    return tuple(found)


def _in_sentence(sentence: Sentence, lines: dict[str, tuple[BatchIssue, ...]]) -> Iterator[Hit]:
    text = folded(sentence.text)
    only = next(iter(lines)) if len(lines) == 1 else ""
    for found in _TOLD.finditer(text):
        named = _BATCH.findall(text[: found.start()])
        issues = lines.get(named[-1] if named else only, ())
        for word in re.split("[和、与及]", found["levels"]):
            level = word.removesuffix("级")
            yield from _judge(sentence, found, issues, _LEVELS.get(level, level))


def _judge(
    sentence: Sentence, found: re.Match[str], issues: tuple[BatchIssue, ...], level: str
) -> Iterator[Hit]:
    place = next((n for n, one in enumerate(issues) if one.level == level), 0)
    if not place:
        return
    upper, lower = issues[place - 1], issues[place]
    due, stated = (lower.day - upper.day).days, int(found["days"])
    if due >= 0 and stated not in {due, due + 1}:
        words = {"batch": lower.batch, "level": level, "stated": stated, "due": due}
        words |= {"above": upper.day, "below": lower.day}
        at = sentence.operand(found.start(), found.end())
        yield Hit((at, upper.cell.operand("text"), lower.cell.operand("text")), words)
