"""同一句话不重复出现.

Only long sentences of the running text: what the form repeats from the report belongs there. The
sentences that tell with which document money came are asked for at two places of the outline, so a
sentence that gives a document number is passed over; so is who does a measure until when.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.regex import regex

_LEAST = 30
_SHOWN = 20
_LABELLED = regex(r"(?:责任|牵头|完成)(?:单位|部门|人|时限)[：:]")
_NUMBER = regex(r"[〔\[［【(（]\s*20\d\d\s*[〕\]］】)）]\s*\d+\s*号")


@rule(
    id="STRUCT-807",
    severity=NOTE,
    basis=["practice#R-01"],
    zh="有 {count} 句话在正文中重复出现：{sentences}",
    en="{count} sentences stand in the text more than once: {sentences}",
    only=Only.PAPER,
)
def no_sentence_stands_twice(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every long sentence that is repeated."""
    del catalogue
    places: dict[str, list[Sentence]] = {}
    for line in prose(dossier):
        for sentence in sentences(line):
            plain = "".join(sentence.text.split())
            is_sentence = "，" in plain or plain.endswith("。")
            is_sentence = is_sentence and not _LABELLED.match(plain)
            if is_sentence and len(plain) >= _LEAST and not _NUMBER.search(plain):
                places.setdefault(plain, []).append(sentence)
    twice = [found for found in places.values() if len(found) > 1]
    if twice:
        shown = [
            Both(f"“{found[0].text[:_SHOWN]}……”（{len(found)} 处）", f"{found[0].text[:_SHOWN]}…")
            for found in twice
        ]
        at = tuple(sentence.operand() for found in twice for sentence in found)
        yield Hit(at, {"count": len(twice), "sentences": listed(shown)})
