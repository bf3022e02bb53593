"""标题年度与正文所述年度一致.

A title copied from the year before: it names a year that no other sentence names as 年度, while the text names another
throughout.
"""

from collections import Counter
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import prose
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_TITLE = regex("[^。，；]{0,60}?(?P<year>20\\d\\d)年度?[^。，；]{0,40}(?:绩效|自评)[^。，；]{0,20}")
_YEAR = regex("(?<!\\d)(20\\d\\d)年度")
_HEAD, _LEAST = 6, 3


@rule(
    id="STRUCT-818",
    severity=WARN,
    basis=["practice#E-55", "practice#R-02"],
    zh="标题写 {year} 年度，正文 {count} 处均写 {other} 年度",
    en="the title says {year}, the text says {other} in {count} places",
    only=Only.PAPER,
)
def the_title_is_of_the_year_of_the_text(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the title if its year is none of those that the text names as evaluated."""
    del catalogue
    lines = prose(dossier)
    titles = [(line, found) for line in lines[:_HEAD] if (found := _TITLE.fullmatch(line.text))]
    for line, found in titles[:1]:
        told = _years(one for one in dossier.texts if one is not line)
        other, count = next(iter(told.most_common(1)), ("", 0))
        if found["year"] not in told and count >= _LEAST and len(told) == 1:
            words = {"year": found["year"], "other": other, "count": count}
            yield Hit((line.operand("text"),), words)


def _years(lines: Iterator[TextLine]) -> Counter[str]:
    """Return how often each year stands as 年度."""
    return Counter(year for line in lines for year in _YEAR.findall(line.text))
