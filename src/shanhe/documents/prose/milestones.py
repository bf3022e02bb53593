"""Deadlines that documents set, and the days on which things were done."""

import re
from dataclasses import dataclass, replace
from datetime import date

from shanhe.documents.found import Found
from shanhe.documents.prose.days import Day
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.paper import Paper, Span
from shanhe.documents.prose.sentences import sentences
from shanhe.records.progress import Milestone
from shanhe.values.regex import regex

_DUE = regex(r" ?(?:之前|以前|前|底前|截止)")
_VERB = regex("报|提交|完成|备案|开工|完工|竣工|验收|下达|拨付|启动|公开|上传")
_SENT = regex("报送|上报|报部|联合报|备案|提交|报(?=财政|自然|国家|省|自治区|部|请)")
_BODIES = regex(
    "财政部|自然资源部|生态环境部|水利部|部级|报部|财政厅|自然资源厅|省级|自治区|[市盟州]级|[县旗区]级|厅"
)
_DID = regex(
    "报|完成|通过|接受|组织|开展|召开|印发|启动|开工|完工|竣工|验收|批复|备案|论证|审核|公示"
)
_MONEY = regex("资金.{0,12}(?:下达|拨付)|将资金|下达.{0,30}资金")
_EDGE = "，；。“”"
_LEAST = 3


@dataclass(frozen=True, slots=True)
class _Step:
    """A day with the words about it."""

    paragraph: Paragraph
    day: Day
    span: Span
    basis: str = ""

    @property
    def words(self) -> str:
        return self.paragraph.text[slice(*self.span)]


def read_milestones(paper: Paper) -> Found:
    """Return deadlines with the day on which each was met, then what else was done on a day.

    A deadline is taken to be met by the later step that is most like it: the same thing (工程设计),
    the same act (报送), the same level of body; deadlines and steps keep their order.

    Example:
        ``于2026年2月25日前报部复核`` is met by ``2026年2月14日，…工程设计报自然资源部审核``.
    """
    found = Found()
    due, done = _steps(paper)
    pairs = _paired(due, done)
    used = {one for _, one in pairs if one is not None}
    for deadline, met in pairs:
        found.add("milestones", _record(paper, deadline, met))
    for step in done:
        if step not in used:
            found.add("milestones", _record(paper, None, step))
    return found


def _steps(paper: Paper) -> tuple[list[_Step], list[_Step]]:
    due: dict[tuple[date, str], _Step] = {}
    done: dict[tuple[date, str], _Step] = {}
    for paragraph in paper.paragraphs:
        if not paragraph.lexed.days:
            continue
        basis = ""
        for sentence in sentences(paragraph):
            cited = paragraph.lexed.citations_in(*sentence)
            basis = _number(paragraph, cited[0]) if cited else basis
            for step in _in_sentence(paragraph, sentence, basis):
                day = step.day.day
                if day is None:
                    continue
                if _DUE.match(paragraph.text, step.day.end):
                    stop = _edge_after(paragraph.text, step.day.end, step.span[1], _EDGE)
                    if _VERB.search(paragraph.text, step.day.end, stop):
                        due.setdefault((day, ""), step)
                elif _DID.search(step.words) and not _MONEY.search(step.words):
                    done.setdefault((day, step.words[:6]), replace(step, basis=""))
    return sorted(due.values(), key=_when), sorted(done.values(), key=_when)


def _when(step: _Step) -> date:
    return step.day.day or date.min


def _number(paragraph: Paragraph, cited: object) -> str:
    number: Span = getattr(cited, "number", (0, 0))
    title: Span = getattr(cited, "title", (0, 0))
    span = number if number[0] < number[1] else title
    return paragraph.lexed.text[slice(*span)]


def _in_sentence(paragraph: Paragraph, sentence: Span, basis: str) -> list[_Step]:
    days = [day for day in paragraph.lexed.days_in(*sentence) if day.first]
    found = []
    for place, day in enumerate(days):
        text = paragraph.text
        due = _DUE.match(text, day.end)
        left = _edge_before(
            text, sentence[0] if not place else days[place - 1].end, day.start, due is not None
        )
        right = days[place + 1].start if place + 1 < len(days) else sentence[1]
        stop = _edge_after(text, day.end, right)
        found.append(_Step(paragraph, day, (left, stop), basis))
    return found


def _edge_before(text: str, least: int, day: int, due: bool) -> int:
    """Return where the words about a day begin: a deadline follows its subject."""
    marks = "”“；。" if due else _EDGE
    at = max((text.rfind(mark, least, day) for mark in marks), default=-1)
    return max(at + 1, least)


def _edge_after(text: str, start: int, end: int, marks: str = "；。”") -> int:
    ends = [at for at in (text.find(mark, start, end) for mark in marks) if at >= 0]
    return min(ends, default=end)


def _score(due: _Step, done: _Step) -> int:
    """Return how like a step is to a deadline."""
    first, second = due.words, done.words
    things = _pairs(first) & _pairs(second)
    sent = bool(_SENT.search(first)) and bool(_SENT.search(second))
    bodies, others = set(_BODIES.findall(first)), set(_BODIES.findall(second))
    national = any("部" in one for one in bodies), any("部" in one for one in others)
    score = min(len(things), 6) + (4 if sent else 0) + (4 if all(national) else 0)
    local = any(one in first for one in ("省级", "自治区")) and any(
        one in second for one in ("省级", "自治区", "厅")
    )
    score += 2 if local else 0
    return score - (5 if national[0] and not national[1] and not local else 0)


def _pairs(text: str) -> set[str]:
    words = re.sub(r"[^\u4e00-\u9fff]", " ", text)
    return {
        words[at : at + 2] for at in range(len(words) - 1) if " " not in words[at : at + 2]
    } - _COMMON


_COMMON = {
    "我市",
    "组织",
    "要求",
    "有关",
    "于年",
    "完成",
    "自然",
    "然资",
    "资源",
    "源部",
    "财政",
    "政部",
    "源厅",
    "政厅",
}


def _paired(due: list[_Step], done: list[_Step]) -> list[tuple[_Step, _Step | None]]:
    """Return each deadline with its step; later deadlines have later steps, the sum is greatest."""
    rows, columns = len(due), len(done)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            score = _score(due[i], done[j])
            taken = best[i + 1][j + 1] + score if score >= _LEAST else -1
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken)
    pairs: list[tuple[_Step, _Step | None]] = []
    j = 0
    for i, deadline in enumerate(due):
        while j < columns and best[i][j] == best[i][j + 1]:
            j += 1
        if j < columns and best[i][j] != best[i + 1][j]:
            pairs.append((deadline, done[j]))
            j += 1
        else:
            pairs.append((deadline, None))
    return pairs


def _record(paper: Paper, due: _Step | None, done: _Step | None) -> Milestone:
    told = due or done
    assert told is not None  # noqa: S101 - one of the two is there
    event = _event(told)
    record = paper.make(
        Milestone,
        told.paragraph,
        told.span,
        {"due": (told.day.start, told.day.end) if due else None},
        event=event,
        due=due.day.day if due else None,
        done=done.day.day if done else None,
        basis=due.basis if due else "",
        result=done.words if done and due else "",
    )
    if done is not None:
        at = dict(record.source.at)
        at["done"] = paper.place(done.paragraph, (done.day.start, done.day.end))
        at["result"] = paper.place(done.paragraph, done.span)
        record = replace(record, source=replace(record.source, at=at))
    return record


def _event(step: _Step) -> str:
    text = step.paragraph.lexed.text
    before = _LINK.sub("", text[step.span[0] : step.day.start])
    before = before.rpartition("，")[2] or before
    after = text[step.day.end : step.span[1]]
    return _LINK.sub("", before) + re.sub("^(?:之前|以前|前)|[，、 。；]+$", "", after).lstrip("，")


_LINK = regex("[，、 ]*(?:请|并|须|应|务必)*(?:于|在)?$")
