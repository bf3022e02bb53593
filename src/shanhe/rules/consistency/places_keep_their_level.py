"""同一地名的行政区划类别前后一致.

六枝县 beside 六枝特区 is a slip: there is no such county. Only names are asked that no division of the country bears, of counties that
the paper names twice or more as they are called; what was called so before (原水城县) is left alone.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.foreign_places import names_in
from shanhe.measures.sentences import sentences
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_LEVEL = regex("(?:特区|自治县|自治旗|[县市区旗])$")
_BEFORE = r"(?:^|[，。；、：:（(“\s和及与由在对向给将为使令]|[一二三四五六七八九十]是)"
_LEVELS = "(?:特区|自治县|自治旗|县|市|区|旗)(?![县区旗乡镇])"
_ENDS = regex("(?<=[\u4e00-\u9fff]{2})[县市区旗]")
_LEAST, _LONGEST = 2, 6


@rule(
    id="SAME-953",
    severity=ERROR,
    basis=["practice#R-02"],
    zh="“{told}”应为“{name}”，前后不一致",
    en="{told} is called {name} elsewhere; there is no division of that name",
    only=Only.PAPER,
)
def places_keep_their_level(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each name of a county with another level than it has."""
    known = catalogue.divisions
    whole = "\n".join(line.text for line in dossier.texts)
    windows = {whole[max(0, one.end() - _LONGEST) : one.end()] for one in _ENDS.finditer(whole)}
    named = {name for window in windows for name in names_in(window, known)}
    names = {name for name in named if whole.count(name) >= _LEAST}
    stems = {_LEVEL.sub("", name): name for name in names if _LEVEL.search(name)}
    stems = {stem: name for stem, name in stems.items() if len(stem) >= _LEAST}
    if not stems:
        return
    pattern = re.compile(
        f"{_BEFORE}(?P<told>(?P<stem>{'|'.join(map(re.escape, sorted(stems)))}){_LEVELS})"
    )
    for line in dossier.texts:
        for sentence in sentences(line):
            for found in pattern.finditer(sentence.own_words):
                told, name = found["told"], stems[found["stem"]]
                if told not in known and not name.startswith(told):
                    at = sentence.operand(found.start("told"), found.end("told"))
                    yield Hit((at,), {"told": told, "name": name})
