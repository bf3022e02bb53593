"""表中排名与所依据的一列相符.

``执行率排名`` is held against the column 执行率 that bears out most of its ranks, from the highest or from the lowest; where more than two
ranks are not borne out it may be by something else. Names in a sentence, ``执行率居前三位的是甲市、乙市、丙市``, are held against these ranks.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.printed_tables import printed_tables
from shanhe.measures.ranks import Ranked, ranked
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_FIRST = regex(
    r"(?P<of>[\u4e00-\u9fff]{2,8}?)(?:排名)?(?P<way>居|位居|位列|排|列)(?:全[省市县])?(?P<end>前|后|末)(?P<n>[两二三四五六七八九十\d])(?:位|名)?的?(?:分别|依次)?[是为有](?P<names>[\u4e00-\u9fff]+(?:[、和及][\u4e00-\u9fff]+)*)"
)


@rule(
    id="SAME-973",
    severity=ERROR,
    basis=["arithmetic#same", "practice#R-07"],
    zh="“{label}”的{head}写为 {stated}，按{of}应为 {due}",
    en="{label}: {head} is {stated}, by {of} it is {due}",
    only=Only.PAPER,
)
def ranks_follow_their_column(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each rank that the column does not bear out, and each list of the first or last that is another."""
    del catalogue
    tables = [list(ranked(table)) for table in printed_tables(dossier)]
    for run in tables:
        for one in run:
            if one.stated != one.due:
                words = {"label": one.label, "head": one.head, "of": one.of}
                at = tuple(cell.operand for cell in one.cells)
                yield Hit(at, {**words, "stated": one.stated, "due": one.due})
    for line in prose(dossier) if any(tables) else ():
        if "位" in line.text:
            for sentence in sentences(line):
                yield from _named(sentence, [one for run in tables for one in run])


def _named(sentence: Sentence, ranks: list[Ranked]) -> Iterator[Hit]:
    """Yield a list of the first or last that are not those of the ranks by that name."""
    for found in _FIRST.finditer(sentence.text):
        own = [one for one in ranks if found["of"].endswith(one.head.split("排")[0])]
        count = count_of(found["n"])
        names = [name for name in re.split("[、和及]", found["names"]) if name]
        if len({one.head for one in own}) != 1 or len(names) < count or len(own) <= count:
            continue
        own.sort(key=lambda one: one.due, reverse=found["end"] != "前")
        due = [one.label for one in own[:count]]
        tied = own[count - 1].due == own[count].due
        if not tied and not all(
            any(name.startswith(label) or label.startswith(name) for name in names[:count])
            for label in due
        ):
            at = sentence.operand(found.start(), found.end())
            head = Both(
                f"{found['end']}{count}位", f"{'first' if found['end'] == '前' else 'last'} {count}"
            )
            words = {"label": found["of"], "head": head, "of": own[0].of}
            yield Hit((at,), {**words, "stated": listed(names[:count]), "due": listed(due)})
