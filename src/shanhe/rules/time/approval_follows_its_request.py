"""批复、批准的日期不早于申请、请示的日期.

Both days stand in one sentence, that of the request first: ``7月22日申请调整…，8月30日获得批复``; other steps may stand between them
(8月15日组织论证). A document that says by its title that it agrees, ``印发《关于同意…的复函》``, is an approval. Approvals told to be of
something earlier (此前, 原), and those of the first months without a year after a request of the last ones, leave it open.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.told_days import ToldDay, told_days
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_ASKED = regex("申请|报请|请示|提请|上报|申报|报审")
_GIVEN = regex("^[^，。；]{0,24}?(?:批复|批准|核准|同意|审批通过|备案)")
_TITLED = regex(
    "^，?[^，。；《]{0,30}?(?:印发|下发|出具|发出|复函|以)《[^《》]{0,60}?(?:同意|批复|批准|核准|复函)"
)
"""A document that agrees by its title: 印发《关于同意调整…绩效目标的复函》."""
_LATE, _EARLY = 10, 3
_EARLIER = regex("此前|原批|原方案|根据|按照|依据|曾|早在|再次|重新")


@rule(
    id="TIME-350",
    severity=ERROR,
    basis=["practice#L-03", "arithmetic#count"],
    zh="{asked} 申请，批复日期写为 {given}，早于申请",
    en="asked for on {asked}, approved on {given} before that",
    only=Only.PAPER,
)
def approval_follows_its_request(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each approval dated before the request that its sentence tells."""
    del catalogue
    for line in prose(dossier):
        if not _ASKED.search(line.text) or "日" not in line.text:
            continue
        for sentence in sentences(line):
            days = list(told_days(sentence.own_words)) if _ASKED.search(sentence.own_words) else []
            for n, asked in enumerate(days[:-1]):
                yield from _judge(sentence, days[n + 1 :], asked)


def _judge(sentence: Sentence, later: list[ToldDay], asked: ToldDay) -> Iterator[Hit]:
    """Yield the first approval told after a request, if it is dated before that."""
    text = sentence.own_words
    if not _ASKED.search(text[asked.end : later[0].start]):
        return
    for given in later:
        if given is not later[0] and given.day.year != asked.day.year:
            return
        said = text[given.end :]
        if not (_GIVEN.search(said) or _TITLED.search(sentence.text[given.end :])):
            continue
        words = text[asked.end : given.start] + text[: asked.start]
        if given.day < asked.day and not (_EARLIER.search(words) or _is_next_year(asked, given)):
            told = {"asked": asked.day, "given": given.day}
            yield Hit((sentence.operand(asked.start, given.end),), told)
        return


def _is_next_year(asked: ToldDay, given: ToldDay) -> bool:
    """Return whether a day without a year may be of the next one: 11月20日申请，1月15日获批."""
    same = asked.day.year == given.day.year
    return same and asked.day.month >= _LATE and given.day.month <= _EARLY
