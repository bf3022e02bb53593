"""“见表N”所指的表与所述内容相符.

``各市安排情况见表4`` is questioned where nearly all pairs of letters of what is told stand in the title of one other table, and few in that
of the table it refers to.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import CaptionLine
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_SEEN = regex(
    r"(?P<what>[\u4e00-\u9fff]{4,24}?)(?:具体|详细|详|可|如|请)*(?:见|参见)(?:附)?表\s*(?P<n>\d{1,2})(?![\d.—\-－])"
)
_LESS, _MORE, _APART = 0.5, 0.6, 0.3


@rule(
    id="STRUCT-817",
    severity=WARN,
    basis=["practice#R-07"],
    zh="“{words}”所指的表为“{title}”，所述内容似在表{meant}“{other}”",
    en='"{words}" refers to the table "{title}"; what it tells seems to be in table {meant}, "{other}"',
    only=Only.PAPER,
)
def references_are_to_the_table_meant(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each reference to a table whose title is not what is told, where that of another is."""
    del catalogue
    tables = {one.number: one for one in dossier.captions if one.kind == "表"}
    for line in prose(dossier) if len(tables) > 1 else ():
        if "表" not in line.text:
            continue
        for sentence in sentences(line):
            for found in _SEEN.finditer(sentence.text):
                meant = _meant(found, tables)
                if meant is not None:
                    own = tables[found["n"]]
                    words = {"words": found[0], "title": own.title}
                    words |= {"meant": meant.number, "other": meant.title}
                    at = (sentence.operand(found.start(), found.end()), own.operand("title"))
                    yield Hit((*at, meant.operand("title")), words)


def _meant(found: re.Match[str], tables: dict[str, CaptionLine]) -> CaptionLine | None:
    """Return the only other table whose title is what is told."""
    own = tables.get(found["n"])
    if own is None:
        return None
    share = _share(found["what"], own.title)
    others = [one for one in tables.values() if one is not own]
    like = [one for one in others if _share(found["what"], one.title) >= _MORE]
    clear = len(like) == 1 and _share(found["what"], like[0].title) - share >= _APART
    return like[0] if clear and share <= _LESS else None


def _share(what: str, title: str) -> float:
    """Return how many of the pairs of letters of what is told stand in a title."""
    pairs = {what[n : n + 2] for n in range(len(what) - 1)}
    return len([pair for pair in pairs if pair in title]) / len(pairs)
