"""实施期满评价的基准日不早于实施期结束之日.

``评价基准日为2024年12月31日`` in the evaluation of what is said to be over (实施期满、终期、完工) cannot be, where the term is told to run to
2025年12月31日. A term that was prolonged is left alone.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.told_days import ToldDay, told_days
from shanhe.measures.told_terms import told_terms
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_BASE = regex("(?:评价)?(?:基准日|时点|截止日期?)(?:确定|设定)?(?:为|是|：)$")
_OVER = regex(
    "(?:实施)?期满(?:后)?[^，。；]{0,4}(?:绩效)?评价|终期(?:绩效)?评价|(?:竣工|完工|总体)后?绩效评价"
)
_LONGER = regex("实施期[^。；]{0,12}(?:延|顺延|调整)|延期|延长")


@rule(
    id="TIME-338",
    severity=ERROR,
    basis=["practice#R-02"],
    zh="评价基准日为 {day}，早于实施期结束之日 {end}，而所评为实施期满的项目",
    en="the day of evaluation is {day}, before the term ends on {end}; it is said to be over",
    only=Only.PAPER,
)
def the_day_of_evaluation_is_not_before_the_term_ends(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield the day of an evaluation that lies before the end of a term that is said to be over."""
    del catalogue
    lines = prose(dossier)
    if not any(_OVER.search(line.text) for line in lines) or any(
        _LONGER.search(line.text) for line in lines
    ):
        return
    every = [one for line in lines for one in sentences(line) if "日" in one.text]
    bases = [one for sentence in every for one in _led(sentence, _BASE)]
    ends = [(one.sentence, one.last) for one in told_terms(dossier)]
    if len({day.day for _, day in ends}) == 1:
        for sentence, day in bases:
            if day.day < ends[0][1].day:
                at = [one.operand(told.start, told.end) for one, told in ((sentence, day), ends[0])]
                yield Hit(tuple(at), {"day": day.day, "end": ends[0][1].day})


def _led(sentence: Sentence, words: re.Pattern[str]) -> Iterator[tuple[Sentence, ToldDay]]:
    text = sentence.own_words
    for day in told_days(text):
        if words.search(text[: day.start]):
            yield sentence, day
