"""评价等级与总分相符.

Score and grade are looked for in one sentence, ``自评得分92.5分，等级为“优”``, and in one line of a table. The bands are a dated setting.
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

_STATED = re.compile(
    r"(?:(?:总分|总得分|得分|评分|自评分|评价分)[^，。；\d]{0,8}|^\s*)(\d{1,3}(?:\.\d+)?)\s*分(?:[（(][^（）()。]*[）)])?[^。；\d]{0,20}?"
    r"(?:等级|等次|级别|结论|评定|评价|评为|定级)[^。；，\d]{0,6}?[“\"”]?(优秀|优|良好|良|一般|中等|中|较差|差)"
)
_GRADED = re.compile("等级|等次|级别|结论|评定|评价|评为|定级")
_TOTAL_HEAD = re.compile(
    "(?:自评|评价|综合)?(?:总分|总得分|得分合计|综合得分|自评得分|评价得分)(?:[（(].*[）)])?"
)
_GRADE_HEAD = re.compile("(?:自评|评价|评定)?(?:等级|等次|级别)")
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
            for found in _STATED.finditer(folded(sentence.text)):
                score = Fraction(found[1])
                stated, due = _GRADES.get(found[2], found[2]), grade(score, catalogue.law, day)
                if score <= 100 and stated != due:
                    words = {"score": found[1], "stated": found[2], "due": due}
                    yield Hit((sentence.operand(found.start(), found.end()),), words)
    for rows in tables_with(dossier, "等级", "等次", "级别"):
        yield from _graded_rows(rows, catalogue, day)


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
