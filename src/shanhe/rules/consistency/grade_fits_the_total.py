"""评价等级与总分相符.

Score and grade are looked for in one sentence, ``自评得分92.5分，等级为“优”``, and in one line of a table, be it
under headings or in the line of the total, whose last number is the score. The points of parts may stand between
(``自评98.07分，其中…，等级为优``). The bands are a dated setting.
"""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.score import grade
from shanhe.measures.sentences import sentences
from shanhe.measures.text_tables import Row, plain, tables_with
from shanhe.measures.worded_amounts import folded
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_STATED = regex(
    r"(?:(?:总分|总得分|得分|评分|自评分|评价分|(?:合计|总计|共|最终|综合)得)[^，。；\d]{0,8}|^\s*)(\d{1,3}(?:\.\d+)?)\s*分(?:[（(][^（）()。]*[）)])?[^。；\d]{0,20}?"
    r"(?:等级|等次|级别|结论|评定|评价|评为|定级)[^。；，\d]{0,6}?[“\"”]?(优秀|优|良好|良|一般|中等|中|较差|差)"
)
_FAR = regex(
    r"(?:自评|总分|总得分|综合得分|评价得分)(?:总分|得分|评分|结果|为|得|共|计|达){0,3}[^，。；\d]{0,4}(\d{1,3}(?:\.\d+)?)\s*分(?!以[上下]|及以|值|（含|\()"
    r"[^。；，]{0,6}，(?:(?!自评|总分|总得分|等级|等次|得分\d)[^。；]){2,120}?，?(?:自评|评价|综合)?(?:等级|等次|级别)(?:评定)?(?:为|是|：)?[“\"”]?(优秀|优|良好|良|一般|中等|中|较差|差)"
)
"""A score with the points of its parts before the grade."""
_GRADED = regex("等级|等次|级别|结论|评定|评价|评为|定级")
_TOTAL_HEAD = regex(
    "(?:自评|评价|综合)?(?:总分|总得分|得分合计|综合得分|自评得分|评价得分)(?:[（(].*[）)])?"
)
_TOTAL_LABEL = regex(
    "(?:自评|评价|综合)?(?:总分|总得分|得分合计|合计得分|总计|合计)(?:[（(].*[）)])?"
)
_GRADE_CELL = regex(
    '(?:自评|评价|评定)?(?:等级|等次|级别)(?:评定)?(?:为|是|[:：])?[“"]?(?P<grade>优秀|优|良好|良|一般|中等|中|较差|差)[”"]?'
)
_SCORE = regex(r"(\d{1,3}(?:\.\d+)?)分?")
_GRADE_HEAD = regex("(?:自评|评价|评定)?(?:等级|等次|级别)")
_FULL = 100
_GRADES = {"优秀": "优", "良好": "良", "中等": "中", "一般": "中", "较差": "差"}
_KNOWN = {*_GRADES, *_GRADES.values(), "良", "差"}


@rule(
    id="SAME-909",
    severity=ERROR,
    basis=["practice#P-15"],
    zh="得分 {score} 分，等级写为“{stated}”，应为“{due}”",
    en="{score} points are graded {stated}, {due} is due",
    only=Only.PAPER,
)
def grade_fits_the_total(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each sentence whose grade is not that of its score."""
    day = year_end(dossier)
    for line in dossier.texts:
        for sentence in sentences(line) if "分" in line.text and _GRADED.search(line.text) else ():
            for found in _graded(folded(sentence.text)):
                score = Fraction(found[1])
                stated, due = _GRADES.get(found[2], found[2]), grade(score, catalogue.law, day)
                if score <= 100 and stated != due:
                    words = {"score": found[1], "stated": found[2], "due": due}
                    yield Hit((sentence.operand(found.start(), found.end()),), words)
    for rows in tables_with(dossier, "等级", "等次", "级别"):
        yield from _graded_rows(rows, catalogue, day)
        yield from _graded_totals(rows, catalogue, day)


def _graded(text: str) -> Iterator[re.Match[str]]:
    """Yield each score with its grade, first those that stand close together."""
    near = list(_STATED.finditer(text))
    yield from near
    taken = {one.end() for one in near}
    yield from (one for one in _FAR.finditer(text) if one.end() not in taken)


def _graded_totals(rows: tuple[Row, ...], catalogue: Catalogue, day: date) -> Iterator[Hit]:
    """Yield the lines of a total that tell a grade which is not that of their last number.

    Example:
        ``总分 | 100 | 98.22 | 自评等级为优``; a full mark alone is no score.
    """
    for row in rows:
        cells = list(row.values())
        said = [(cell, found) for cell in cells if (found := _GRADE_CELL.fullmatch(plain(cell)))]
        if len(said) != 1 or not any(_TOTAL_LABEL.fullmatch(plain(cell)) for cell in cells):
            continue
        told = [(cell, found[1]) for cell in cells if (found := _SCORE.fullmatch(plain(cell)))]
        if not told or Fraction(told[-1][1]) > _FULL or [one for _, one in told] == [str(_FULL)]:
            continue
        stated, due = said[0][1]["grade"], grade(Fraction(told[-1][1]), catalogue.law, day)
        if _GRADES.get(stated, stated) != due:
            words = {"score": told[-1][1], "stated": stated, "due": due}
            yield Hit((told[-1][0].operand("text"), said[0][0].operand("text")), words)


def _graded_rows(rows: tuple[Row, ...], catalogue: Catalogue, day: date) -> Iterator[Hit]:
    """Yield the lines of a table whose grade is not that of their total."""
    totals: list[str] = []
    grades: list[str] = []
    for row in rows:
        heads = {x: plain(cell) for x, cell in row.items()}
        if any(_GRADE_HEAD.fullmatch(head) for head in heads.values()):
            totals = [x for x, head in heads.items() if _TOTAL_HEAD.fullmatch(head)]
            grades = [x for x, head in heads.items() if _GRADE_HEAD.fullmatch(head)]
        elif len(totals) == len(grades) == 1 and {totals[0], grades[0]} <= row.keys():
            cells = row[totals[0]], row[grades[0]]
            score, said = re.fullmatch(r"\d{1,3}(?:\.\d+)?", plain(cells[0])), plain(cells[1])
            if score is None or said not in _KNOWN or Fraction(score[0]) > _FULL:
                continue
            due = grade(Fraction(score[0]), catalogue.law, day)
            if _GRADES.get(said, said) != due:
                words = {"score": score[0], "stated": said, "due": due}
                yield Hit(tuple(cell.operand("text") for cell in cells), words)
