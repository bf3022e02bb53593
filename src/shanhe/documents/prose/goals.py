"""Overall goals and results that stand as sentences in cells: each number in them as a fact."""

from shanhe.documents.found import Found
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.mentions import mentions
from shanhe.documents.prose.paper import Paper, note
from shanhe.records.paper import PrintedFact
from shanhe.records.targets import TargetVersion
from shanhe.values.period import Period
from shanhe.values.regex import regex

_BLANK = regex(r"\s")


def read_goals(paper: Paper, tables: Found) -> Found:
    """Return the facts of the goals in goal tables, and of goal and result in the form.

    Example:
        表4's goal ``完成生态修复总面积1978.86ha`` is a target of 工程设计 for the term.
    """
    found = Found()
    cells: dict[str, list[Paragraph]] = {}
    for cell in paper.cells:
        cells.setdefault(_squeezed(cell.passage.text), []).append(cell)
    for version in tables.records.get("versions", ()):
        if isinstance(version, TargetVersion) and version.goal:
            for cell in _of_table(cells.get(_squeezed(version.goal), []), version):
                _facts(paper, found, cell, "target", (version.version, version.period, False))
    for key, aspect in (("overview.goal", "target"), ("overview.result", "actual")):
        for cell in cells.get(_squeezed(str(tables.words.get(key, ""))), [])[-1:]:
            told = "下达" if aspect == "target" else ""
            _facts(paper, found, cell, aspect, (told, paper.period, True))
    return found


def _of_table(cells: list[Paragraph], version: TargetVersion) -> list[Paragraph]:
    table = version.source.cell("goal").table
    return [cell for cell in cells if not table or cell.passage.spot.table == table][:1]


def _squeezed(text: str) -> str:
    return _BLANK.sub("", text)


def _facts(
    paper: Paper, found: Found, cell: Paragraph, aspect: str, place: tuple[str, Period, bool]
) -> None:
    version, period, in_form = place
    for one in mentions(paper, cell, 0, len(cell.text)):
        figure = one.figure
        if figure.vague:
            continue
        note(found, cell, (figure.start, figure.end))
        found.add(
            "facts",
            paper.make(
                PrintedFact,
                cell,
                one.span,
                {"amount": (figure.start, figure.end)},
                concept=one.indicator.id,
                aspect=aspect,
                period=period,
                version=version,
                sign=figure.sign,
                amount=figure.amount,
                unit=figure.unit,
                in_form=in_form,
            ),
        )
