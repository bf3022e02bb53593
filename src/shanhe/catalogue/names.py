"""Names as people print them, brought to one spelling for comparison."""

import unicodedata
from functools import cache

from shanhe.values.regex import regex
from shanhe.values.unit import find_unit

_ENDING_UNIT = regex(r"\(([^()]*)\)$")
_UNSEEN = regex(r"[\s\ue000-\uf8ff\u200b-\u200f\ufeff]")
_MARKS = regex(r"[()\[\]{}《》<>“”\"'‘’、,;；:：·.。/-]")


@cache
def plain_name(text: str) -> str:
    """Return ``text`` without what does not tell names apart.

    Blanks, brackets, marks and full-width forms go, and so does a unit in brackets at the end.

    Example:
        ``废弃矿山（矿点）数量（个）`` and ``废弃矿山(矿点) 数量`` are the same.
    """
    word = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    ending = _ENDING_UNIT.search(word)
    if ending and find_unit(ending[1]) is not None:
        word = word[: ending.start()]
    return _MARKS.sub("", word).casefold()
