"""表和图的编号连续，依次排列.

Tables and figures are two rows of numbers; numbers with a chapter before them (表2-1) are a row in
each chapter, numbers in words (表三) a row of their own. Captions whose number is no number are passed over.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.numbering import Fault, faults
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import CaptionLine
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.numbered import in_words
from shanhe.rules.words import Both, listed
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_NUMBER = regex(r"(?:(\d+)[-－—.．])?(\d+)|(?P<words>[一二三四五六七八九十]{1,3})")
_WORDS = frozenset("一二三四五六七八九十")
_Row = list[tuple[int, CaptionLine]]


@rule(
    id="STRUCT-804",
    severity=WARN,
    basis=["practice#R-07", "practice#E-33"],
    zh="{kind}的编号不连续：{places}",
    en="{kind} are not numbered in a row: {places}",
    only=Only.PAPER,
)
def captions_run_on(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each row of captions whose numbers do not run on."""
    del catalogue
    rows: dict[tuple[str, str], _Row] = {}
    for caption in dossier.captions:
        number = _NUMBER.fullmatch(caption.number.strip())
        if number is not None:
            row = "words" if number["words"] else number[1] or ""
            rows.setdefault((caption.kind, row), []).append((_order(number), caption))
    for (kind, _), row in rows.items():
        found = list(faults([order for order, _ in row]))
        if found and len(row) > 1:
            at = {id(c): c for fault in found for _, c in row[max(fault.at - 1, 0) : fault.at + 1]}
            words = {
                "kind": Both(kind, "tables" if kind == "表" else "figures"),
                "places": listed(_told(row, fault) for fault in found),
            }
            yield Hit(tuple(caption.operand("number") for caption in at.values()), words)


def _order(number: re.Match[str]) -> int:
    """Return the number, of words too: 三 is 3, 十二 is 12."""
    if not number["words"]:
        return int(number[2])
    return count_of(number["words"])


def _told(row: _Row, fault: Fault) -> Both:
    own = row[fault.at][1]
    name = f"{own.kind}{own.number}"
    what = Both("编号重复或倒退", "again or backwards")
    if fault.skipped:
        spelt = in_words if own.number.strip()[0] in _WORDS else str
        names = listed(f"{own.kind}{spelt(one)}" for one in fault.skipped)
        what = Both(f"缺{names.zh}", f"{names.en} missing")
    if not fault.at:
        return Both(f"首个为“{name}”，{what.zh}", f"{name} is first, {what.en}")
    before = row[fault.at - 1][1]
    after = f"{before.kind}{before.number}"
    return Both(f"“{after}”之后为“{name}”，{what.zh}", f"{name} after {after}, {what.en}")
