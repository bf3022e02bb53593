"""The evaluation → the report as a paper."""

from collections.abc import Mapping

from shanhe.documents.blocks import Block, Paper, Title
from shanhe.documents.forms.self_evaluation_report import (
    analysis,
    deviation,
    indicators,
    issued,
    outlook,
)
from shanhe.documents.forms.self_evaluation_report.context import Context, Drawn
from shanhe.documents.pieces import made_with
from shanhe.records.evaluation import Evaluation

_TITLE_LINE = 20  # characters of 22 pt that fit the width of the page


def report(evaluation: Evaluation, drawn: Mapping[str, Drawn]) -> Paper:
    """Return the report: chapters 一 to 五, each figure with its id.

    Args:
        evaluation: everything that is printed.
        drawn: pictures by name; one that is absent is left out.
    """
    context = Context(evaluation, drawn)
    programme = evaluation.dossier.programme
    chapters = (issued, analysis, indicators, deviation, outlook)
    blocks: list[Block] = [Title((*_lines(programme.name), f"{programme.year}年度绩效自评报告"))]
    for chapter in chapters:
        blocks += chapter.blocks(context)
    subject = f"{programme.name}{programme.year}年度绩效自评报告"
    return Paper(tuple(blocks), subject, properties=made_with(evaluation))


def _lines(name: str) -> tuple[str, ...]:
    """Break a long name evenly, after a closing bracket where one is near the middle."""
    if len(name) <= _TITLE_LINE:
        return (name,)
    count = -(-len(name) // _TITLE_LINE)
    size = -(-len(name) // count)
    cut = name.find("）", size - 5, size + 5) + 1 or size
    return (name[:cut], *_lines(name[cut:]))
