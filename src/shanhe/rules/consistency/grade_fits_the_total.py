"""评价等级与总分相符.

Score and grade are looked for in one sentence: ``自评得分92.5分，等级为“优”``. The bands are a dated setting.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.score import grade
from shanhe.measures.sentences import sentences
from shanhe.measures.worded_amounts import folded
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule

_STATED = re.compile(
    r"(?:总分|总得分|得分|评分|自评分|评价分)[^，。；\d]{0,8}(\d{1,3}(?:\.\d+)?)\s*分[^。；\d]{0,20}?"
    r"(?:等级|等次|级别|结论|评定|评价|评为|定级)[^。；，\d]{0,6}?[“\"”]?(优秀|优|良好|良|一般|中等|中|较差|差)"
)
_GRADED = re.compile("等级|等次|级别|结论|评定|评价|评为|定级")
_GRADES = {"优秀": "优", "良好": "良", "中等": "中", "一般": "中", "较差": "差"}


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
