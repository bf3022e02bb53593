"""Findings answered in a small CSV file beside the document, and honoured when it is checked again."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from shanhe.documents.audited import Audited, Told
from shanhe.documents.formats.csv import grid_bytes, no_formula, read_grid
from shanhe.documents.formats.grid import Grid, Unreadable
from shanhe.documents.paper_problem import PaperProblem
from shanhe.documents.places import Places
from shanhe.records.answer import Answer, Reply, Standing, standing
from shanhe.records.finding import Finding
from shanhe.records.source import Fact, Operand, Source
from shanhe.values.numerals import read_date
from shanhe.values.regex import regex

ENDING, COMMENTED = ".答复.csv", "-批注.docx"
"""How the names of the sheet of answers, and of the file with comments, end."""
KEY, REPLY, WHO, REASON, DAY = "问题标识", "答复", "人", "理由", "日期"
PROBLEM, FIGURES = "问题", "数据"
_REQUIRED = (KEY, REPLY, WHO, REASON, DAY)
HEADINGS = (*_REQUIRED, PROBLEM, FIGURES)
_KEY = regex(r"[A-Z]+-\d+-[0-9a-f]{8}(?:-\d+)?")
_LONGEST = 40


def answers_path(document: Path) -> Path:
    """Return where the answers to a document are: ``自评报告.docx`` → ``自评报告.答复.csv``."""
    return document.with_name(document.stem + ENDING)


def settled(
    findings: Sequence[Finding], places: Places, answers: Mapping[str, Answer]
) -> tuple[Told, ...]:
    """Return the findings with their keys, places and answers."""
    told = []
    for key, finding in zip(keys_of(findings), findings, strict=True):
        spans = tuple(places.span(operand.where) for operand in finding.operands)
        figures = figures_of(finding)
        answer = answers.get(key)
        told.append(Told(key, finding, spans, figures, answer, standing(answer, figures)))
    return tuple(told)


def keys_of(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield for each finding what it is known by in every version of a document.

    The key is the rule with a digest of what its operands mean (indicator, aspect, region, period,
    version), or of their words where they have no meaning of that kind; neither order, place nor
    value counts. Findings that are alike in all of this are numbered in order.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        digest = hashlib.sha256("\n".join(_meaning(finding)).encode()).hexdigest()[:8]
        key = f"{finding.rule}-{digest}"
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key}-{seen[key]}"


def _meaning(finding: Finding) -> list[str]:
    facts = {_coordinates(o.fact) for o in finding.operands if o.fact}
    words = {_plain(o.text) for o in finding.operands if o.fact is None and _is_words(o)}
    if facts or words:
        return sorted(facts | words)
    return sorted({_plain(operand.text) for operand in finding.operands})


def _coordinates(fact: Fact) -> str:
    return "|".join((fact.concept, fact.aspect, fact.region, fact.period, fact.version))


def _is_words(operand: Operand) -> bool:
    is_number = isinstance(operand.value, Decimal)
    return not is_number and len(operand.text) <= _LONGEST


def _plain(text: str) -> str:
    return "".join(text.split())


def figures_of(finding: Finding) -> str:
    """Return the printed figures of a finding, sorted: ``【1514.01；1922.26；348.78；62.37】``.

    The brackets keep spreadsheets from reading one figure as a number: 80.80 would come back as 80.8.
    """
    texts = {_plain(operand.text) for operand in finding.operands if operand.text}
    short = sorted(text if len(text) <= _LONGEST else _short(text) for text in texts)
    return f"【{'；'.join(short)}】"


def _short(text: str) -> str:
    return f"{text[:8]}…{hashlib.sha256(text.encode()).hexdigest()[:6]}"


def read_answers(name: str, data: bytes) -> tuple[dict[str, Answer], tuple[PaperProblem, ...]]:
    """Return the answers by key of finding, and everything that is wrong with the file.

    A row without a reply is no answer yet. A row with a problem is left out, the others count.
    """
    try:
        grid = read_grid(data)
    except Unreadable as refusal:
        detail = {"detail": refusal.detail or refusal.kind}
        return {}, (PaperProblem("answers_file", Source(name, ""), detail),)
    heads = {text.strip(): column for column, text in enumerate(grid[0])} if grid else {}
    missing = [head for head in _REQUIRED if head not in heads]
    if missing:
        words = {"expected": "、".join(missing)}
        return {}, (PaperProblem("answers_headings", Source(name, "", 1), words),)
    return _answers(_Sheet(name, heads, grid))


class _Sheet:
    """Rows of the answer sheet, asked by heading."""

    def __init__(self, name: str, heads: Mapping[str, int], grid: Grid) -> None:
        self._name, self._heads, self.grid = name, heads, grid

    def text(self, row: int, head: str) -> str:
        cells, column = self.grid[row - 1], self._heads.get(head, -1)
        return cells[column].strip() if 0 <= column < len(cells) else ""

    def problem(self, kind: str, row: int, head: str, other: int = 0) -> PaperProblem:
        where = Source(self._name, "", row, head, self.text(row, head))
        return PaperProblem(kind, where, {"row": str(other)})


def _answers(sheet: _Sheet) -> tuple[dict[str, Answer], tuple[PaperProblem, ...]]:
    found: dict[str, Answer] = {}
    problems: list[PaperProblem] = []
    for row in range(2, len(sheet.grid) + 1):
        if not sheet.text(row, REPLY):
            continue
        own = list(_wrong(sheet, row))
        key = sheet.text(row, KEY)
        if key in found:
            own.append(sheet.problem("answers_twice", row, KEY, found[key].row))
        problems += own
        day = read_date(sheet.text(row, DAY))
        if not own and day is not None:
            found[key] = _answer(sheet, row, day)
    return found, tuple(problems)


def _wrong(sheet: _Sheet, row: int) -> Iterator[PaperProblem]:
    if not _KEY.fullmatch(sheet.text(row, KEY)):
        yield sheet.problem("answers_key", row, KEY)
    if sheet.text(row, REPLY) not in {reply.value for reply in Reply}:
        yield sheet.problem("answers_reply", row, REPLY)
    if not sheet.text(row, WHO):
        yield sheet.problem("answers_who", row, WHO)
    if sheet.text(row, REPLY) == Reply.EXPLAINED.value and not sheet.text(row, REASON):
        yield sheet.problem("answers_reason", row, REASON)
    if read_date(sheet.text(row, DAY)) is None:
        yield sheet.problem("answers_day", row, DAY)


def _answer(sheet: _Sheet, row: int, day: date) -> Answer:
    return Answer(
        key=sheet.text(row, KEY),
        reply=Reply(sheet.text(row, REPLY)),
        who=sheet.text(row, WHO),
        reason=sheet.text(row, REASON),
        on=day,
        figures=sheet.text(row, FIGURES),
        row=row,
    )


def answers_bytes(audited: Audited, lang: str = "zh") -> bytes:
    """Return the sheet to answer a document's findings in, with what was answered so far.

    Answers for other figures come without their reply, so that it is given anew; the old words stay.
    """
    rows = [HEADINGS, *(_row(told, lang) for told in audited.told)]
    return grid_bytes(rows)


def _row(told: Told, lang: str) -> tuple[str, ...]:
    return answer_row(
        told.key, told.answer, told.standing, told.finding.message(lang), told.figures
    )


def answer_row(
    key: str, answer: Answer | None, stands: Standing, message: str, figures: str
) -> tuple[str, ...]:
    """Return a row of the sheet of answers, in the order of ``HEADINGS``."""
    said = ("", "", "", "")
    if answer is not None:
        reply = "" if stands is Standing.STALE else answer.reply.value
        said = (reply, answer.who, answer.reason, answer.on.isoformat())
    return (key, *map(no_formula, said), no_formula(message), figures)
