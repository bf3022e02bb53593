"""年末尚未完成的事项，整改完成时限不早于年末.

A report on a year that says what was not done in it cannot have it done within that year. Deadlines in earlier years
are those of another report and are told by STRUCT-809; what was required, planned or done by a day is left alone,
and so is what is said to be done since in the same part of the sentence.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import sentences
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule

_DUE = re.compile(
    r"(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|底|末)?|年?底)(?:之)?前(?!已)"
    r"[^。；，]{0,16}?(?:完成|整改|支付|拨付|补足|到位|补造|补齐|建成|开工|完工|验收|交付|办结|补植|补种|补栽|栽植|清退|移交|解决|落实|施用|发放|投用)"
)
_UNDONE = re.compile(
    "尚未|未(?:能)?(?:全部|按期)?(?:完成|支付|支出|到位|拨付|开工|完工|建成|验收|整改)|正在整改|滞后|少完成|缺口|尚缺|尚差|尚有|无法"
)
_PART = re.compile("[；。]|[一二三四五六七八九十]是")
_WHO = re.compile("由|负责|责成|督促|牵头|会同")
_TOLD = re.compile("要求|规定|已|曾|原定|原计划|通知|实际|应于|批复|办法|按期|约定|承诺")


@rule(
    id="TIME-314",
    severity=WARN,
    basis=["practice#R-06", "practice#E-15"],
    zh="该事项尚未完成，所列完成时限 {due} 却不晚于评价截止日 {end}",
    en="what is said to be undone is due by {due}, within the year evaluated, which ends on {end}",
    only=Only.PAPER,
)
def what_is_undone_is_due_later(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each deadline within the year for what was not done in it."""
    del catalogue
    year, end = dossier.programme.year, dossier.programme.as_of or year_end(dossier)
    for line in dossier.texts:
        for sentence in sentences(line) if year and f"{year}年" in line.text else ():
            words = sentence.own_words
            for found in _DUE.finditer(words):
                start = [0, *(one.end() for one in _PART.finditer(words, 0, found.start()))][-1]
                said = words[start : found.end()]
                whole = said + re.split("[。；]", words[found.end() :])[0]
                due = _day(found)
                late = due is not None and due.year == year and due <= end
                asked = _UNDONE.search(said) and _WHO.search(said) and not _TOLD.search(whole)
                if late and asked:
                    at = sentence.operand(found.start(), found.end())
                    yield Hit((at,), {"due": due, "end": end})


def _day(found: re.Match[str]) -> date | None:
    year, month = int(found["year"]), int(found["month"] or 12)
    try:
        return date(year, month, int(found["day"] or monthrange(year, month)[1]))
    except ValueError:
        return None
