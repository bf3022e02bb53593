"""同一段所述资金逐级下达，下级不早于上级.

``4月19日，财政部下达…；5月13日，省财政厅转下达…``: each issue against those of the nearest level above that its paragraph, or its run of numbered
items, tells, and only where all of them are later. Batches are held together sentence by sentence;
what is issued in advance or in addition is left alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.item_runs import item_runs
from shanhe.measures.told_issues import LEVELS, ToldIssue, told_issues
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule


@rule(
    id="TIME-322",
    severity=ERROR,
    basis=["practice#R-02", "practice#E-35"],
    zh="{lower}于 {day} 下达资金，早于其上级{upper}（{above}）",
    en="{lower} issued the money on {day}, before {upper} above it did ({above})",
    only=Only.PAPER,
)
def told_issues_come_down_in_order(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each issue that is told to be earlier than the one it rests on."""
    del catalogue
    runs = {
        id(item.sentence.line): id(run.items[0].sentence.line)
        for run in item_runs(dossier)
        for item in run.items
    }
    for _, told in groupby(told_issues(dossier), key=lambda one: _paragraph(one, runs)):
        issues = list(told)
        for lower in issues:
            upper = min(_above(issues, lower), key=lambda one: one.day, default=None)
            if upper is not None and lower.day < upper.day:
                words = {"lower": lower.body, "day": lower.day}
                words |= {"upper": upper.body, "above": upper.day}
                yield Hit((lower.operand, upper.operand), words)


def _paragraph(one: ToldIssue, runs: Mapping[int, int]) -> int:
    """Return a key of the paragraph, that of the first for all items of a run; of the sentence for one of several batches."""
    if one.in_batches:
        return id(one.sentence)
    line = id(one.sentence.line)
    return runs.get(line, line)


def _above(issues: Sequence[ToldIssue], lower: ToldIssue) -> list[ToldIssue]:
    """Return the issues of the nearest level above that is told."""
    for level in reversed(LEVELS[: LEVELS.index(lower.level)]):
        found = [one for one in issues if one.level == level]
        if found:
            return found
    return []
