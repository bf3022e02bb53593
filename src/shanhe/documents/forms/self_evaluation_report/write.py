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
from shanhe.values.regex import regex

_TITLE_LINE = 20  # characters of 22 pt that fit the width of the page
_WHOLE = regex(r"山水林田湖草沙?|历史遗留|废弃矿山|一体化|生态修复|示范工程|综合治理")
_WORD_ENDS = regex(r"）|(?<=[省市县区旗州盟域带])(?=.)(?!域)|(?=山水林田湖草|历史遗留|一体化保护)")


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
    """Break a long name about evenly, where words end if there is such a place."""
    if len(name) <= _TITLE_LINE:
        return (name,)
    count = -(-len(name) // _TITLE_LINE)
    size = -(-len(name) // count)
    near = range(max(size - 6, len(name) - _TITLE_LINE * (count - 1)), _TITLE_LINE + 1)
    ends = {found.end() for found in _WORD_ENDS.finditer(name)}
    inside = {
        at for found in _WHOLE.finditer(name) for at in range(*found.span()) if at > found.start()
    }
    places = [at for at in near if at in ends] or [at for at in near if at not in inside]
    cut = min(places, key=lambda at: abs(at - size), default=size)
    return (name[:cut], *_lines(name[cut:]))
