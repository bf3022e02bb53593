"""Steps of a tender with their days, as a sentence tells them one after another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.once import once_each
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.measures.told_days import ToldDay, told_days
from shanhe.records.dossier import Dossier
from shanhe.records.source import Operand
from shanhe.values.regex import regex

DOCUMENTS, OPENING, AWARD, CONTRACT, START = (
    "发出招标文件",
    "开标",
    "发出中标通知书",
    "签订合同",
    "开工",
)
ORDER = (DOCUMENTS, OPENING, AWARD, CONTRACT, START)
"""The steps in the order in which they must come."""
_SENT = "发出|发售|发布|发放|挂网|开始发|印发|出售|公开发"
_KINDS = (
    (
        DOCUMENTS,
        regex(
            rf"(?:{_SENT})[^，。；]{{0,12}}招标(?:文件|公告)|招标(?:文件|公告)[^，。；]{{0,12}}(?:{_SENT}|发)"
        ),
    ),
    (OPENING, regex("开标(?!一览|室|记录|前|后|场|大厅)|(?:投标|投标文件(?:递交|提交)?)截止")),
    (AWARD, regex("中标通知书")),
    (
        CONTRACT,
        regex(
            "(?:签订|签署|订立|签定)[^，。；]{0,12}(?:合同|协议)|合同[^，。；]{0,16}(?:签订|签署|订立|签定)|签约"
        ),
    ),
    (START, regex("开工|动工|进场施工")),
)
_CONTRACT_OF_WORKS = regex(
    "补充|变更|监理|勘察|设计|检测|监测|管护|咨询|劳务|担保|框架|流转|租赁|意向"
)
_OTHER = regex(
    "磋商|谈判|询价|比选|单一来源|流标|废标|重新招标|二次招标|延期|澄清|顺延|更正|修改招标|(?:计划|拟)(?:于|定|在)"
)
"""Other ways to buy, tenders that failed, and what is only planned."""


@dataclass(frozen=True, slots=True)
class TenderStep:
    """One step with its day and its clause, ``start`` and ``end`` in the sentence."""

    kind: str
    day: date
    sentence: Sentence
    start: int
    end: int

    @property
    def operand(self) -> Operand:
        """Its words, with their place."""
        return self.sentence.operand(self.start, self.end)


@once_each
def tenders(dossier: Dossier) -> Iterator[dict[str, TenderStep]]:
    """Yield the steps of each part of a sentence that tells at least two, each of them once.

    Example:
        ``招标文件于2025年3月3日发出，3月26日开标`` has 发出招标文件 on the 3rd and 开标 on the 26th.
    """
    year = dossier.programme.year
    for line in prose(dossier):
        if not re.search("标|合同|签约", line.text):
            continue
        for sentence in sentences(line):
            for found in re.finditer("[^；;]+", sentence.own_words):
                yield from _tender(sentence, found, year)


def _tender(sentence: Sentence, part: re.Match[str], year: int) -> Iterator[dict[str, TenderStep]]:
    if _OTHER.search(part[0]):
        return
    days = list(told_days(part[0], year))
    steps = []
    for n, day in enumerate(days):
        own = _clause(part[0], days, n)
        kinds = [kind for kind, words in _KINDS if words.search(part[0][slice(*own)])]
        if kinds == [CONTRACT] and _CONTRACT_OF_WORKS.search(part[0][slice(*own)]):
            continue
        if len(kinds) == 1:
            first = part.start()
            steps.append(TenderStep(kinds[0], day.day, sentence, first + own[0], first + own[1]))
    told = [step.kind for step in steps]
    if len(told) > 1 and len(set(told)) == len(told):
        yield {step.kind: step for step in steps}


def _clause(text: str, days: list[ToldDay], n: int) -> tuple[int, int]:
    """Return the clause of a day, with the next one where it holds nothing but the day."""
    day = days[n]
    before = days[n - 1].end if n else 0
    after = days[n + 1].start if n + 1 < len(days) else len(text)
    start = max(before, *(text.rfind(mark, 0, day.start) + 1 for mark in "，、。："))
    ends = [at for at in range(day.end, after) if text[at] in "，。、"]
    bare = (
        bool(ends) and not text[day.end : ends[0]].strip() and not text[start : day.start].strip()
    )
    ends = ends[1:] if bare else ends
    return start, ends[0] if ends else after


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from one step of a tender to another, beside those that the law sets for them."""

    first: TenderStep
    last: TenderStep
    days: int
    limit: int

    @property
    def words(self) -> dict[str, object]:
        """What a rule tells of it."""
        return {
            "first": self.first.day,
            "last": self.last.day,
            "days": self.days,
            "limit": self.limit,
        }

    @property
    def equation(self) -> str:
        """How the days come about."""
        return f"{self.last.day} − {self.first.day} = {self.days}"


def stretches(
    dossier: Dossier, catalogue: Catalogue, kinds: tuple[str, str], step: str
) -> Iterator[Stretch]:
    """Yield the stretch between two kinds of steps of each tender that tells both; none before the law set a limit.

    Example:
        From 发出招标文件 on 2025-03-03 to 开标 on 2025-03-26 are 23 days, where the law asks for 20.
    """
    for steps in tenders(dossier):
        first, last = (steps.get(kind) for kind in kinds)
        limit = _days_of_step(catalogue, step, first.day) if first else None
        if first is not None and last is not None and limit is not None:
            yield Stretch(first, last, (last.day - first.day).days, limit)


def _days_of_step(catalogue: Catalogue, step: str, on: date) -> int | None:
    """Return the days that the law sets for a step of a tender, ``None`` before it did."""
    held = catalogue.parameter("tender_clock").on(on)
    found = (row for row in held.rows if row["step"] == step) if held else ()
    return next((int(str(row["days"])) for row in found), None)
