"""书名号、引号和括号成对.

Counted paragraph by paragraph; numbers of lists such as 1） are no brackets. A quotation that runs
over several paragraphs may open in each of them and is not told from one that is never closed, so
this is a note.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.regex import regex

_PAIRS = {"《": "》", "“": "”", "（": "）", "〔": "〕", "【": "】", "「": "」"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_ANY = regex(f"[{''.join(_PAIRS)}{''.join(_CLOSING)}()]")
_HALF = str.maketrans("()", "（）")
_LIST = regex(r"(?:^|(?<=[，。；：、\s]))(?:\d{1,2}|[a-zA-Z一二三四五六七八九十])[)）]")
_AROUND = 8


@rule(
    id="STRUCT-810",
    severity=NOTE,
    basis=["practice#R-09", "practice#E-36"],
    zh="{count} 处标点不成对：{marks}",
    en="{count} marks are not paired: {marks}",
    only=Only.PAPER,
)
def marks_are_paired(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every mark that has no partner."""
    del catalogue
    found = [(line, at) for line in dossier.texts for at in _single(line.text)]
    if found:
        shown = [_told(line.text, at) for line, at in found]
        operands = tuple(line.operand("text") for line, _ in found)
        yield Hit(tuple(dict.fromkeys(operands)), {"count": len(found), "marks": listed(shown)})


def _single(text: str) -> list[int]:
    """Return the positions of marks without a partner."""
    if _ANY.search(text) is None:
        return []
    plain = _LIST.sub(lambda found: " " * len(found[0]), text.translate(_HALF))
    open_: list[int] = []
    single: list[int] = []
    for at, mark in ((found.start(), found[0]) for found in _ANY.finditer(plain)):
        if mark in _PAIRS:
            open_.append(at)
        else:
            partners = [n for n in open_ if plain[n] == _CLOSING[mark]]
            if partners:
                open_.remove(partners[-1])
            else:
                single.append(at)
    return sorted(single + open_)


def _told(text: str, at: int) -> Both:
    lacks = _PAIRS.get(text[at].translate(_HALF)) or _CLOSING[text[at].translate(_HALF)]
    around = text[max(at - _AROUND, 0) : at + _AROUND].replace("\n", "")
    return Both(
        f"……{around}……（{text[at]} 缺 {lacks}）", f"…{around}… ({text[at]} without {lacks})"
    )
