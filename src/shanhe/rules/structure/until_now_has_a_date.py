"""“截至目前”等表述写明截止日期.

Numbers that are given as of now cannot be told from those of the year that is evaluated. A sentence
with a day in it says when now is.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, sentences
from shanhe.measures.worded_amounts import worded_amounts
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.regex import regex

_NOW = regex(r"截[至止](?:到)?(?:目前|当前|现在|报告日|自评时)|到目前为止|目前为止")
_DAY = regex(
    r"(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末)|20\d\d年(?:底|末)|20\d\d[-./]\d{1,2}[-./]\d"
)


@rule(
    id="STRUCT-813",
    severity=NOTE,
    basis=["practice#A-04"],
    zh="{words}没有写明截止日期，无法确认所列 {count} 个数据是否为{year}数据",
    en="{words}: no day is given, so whether its {count} numbers are those of {year} cannot be told",
    only=Only.PAPER,
)
def until_now_has_a_date(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every sentence whose numbers are as of now."""
    del catalogue
    if dossier.programme.as_of is not None:
        return
    lines = [line for line in dossier.texts if _NOW.search(line.text)]
    found = [one for line in lines for one in sentences(line) if _is_undated(one)]
    if found:
        said = (_NOW.search(one.text) for one in found)
        words = listed(dict.fromkeys(f"“{match[0]}”" for match in said if match))
        count = sum(len(list(worded_amounts(one.text))) for one in found)
        at = tuple(one.operand() for one in found)
        yield Hit(at, {"words": Both(words.zh, words.en), "count": count, "year": dossier.year})


def _is_undated(sentence: Sentence) -> bool:
    now = _NOW.search(sentence.text)
    if now is None or _DAY.search(sentence.text):
        return False
    return any(True for _ in worded_amounts(sentence.text[now.end() :]))
