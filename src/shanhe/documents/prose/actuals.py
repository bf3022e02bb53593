"""What was achieved: 绩效目标≥…，实际完成…，完成绩效目标的…%; and what is said without a number."""

import re

from shanhe.catalogue.model import Indicator
from shanhe.documents.found import Found
from shanhe.documents.prose.actual_records import make_actual, make_fact, mark_told, repeated
from shanhe.documents.prose.figures import Figure
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.mentions import mentions
from shanhe.documents.prose.paper import Paper, Span
from shanhe.documents.prose.receivers import Names
from shanhe.documents.prose.sentences import parts, sentences
from shanhe.documents.prose.told import Told, give_roles, is_completion, is_gap, is_quoted
from shanhe.records.progress import Actual
from shanhe.values.regex import regex

_NAME = regex(
    r" *(?P<name>[^，；。：\d≥≤]{2,30}?) *(?:：|，|指标(?=[：，])|(?=(?:绩效|年度|计划)?目标))"
)
_COMPARED = regex("(?:比|较|距|与|低于|高于|少于|多于|超出|超过|不足)$")
"""Words between a name and 目标 that make the number a difference: 面积比年度目标少27公顷."""
_DONE = regex("完成情况|实现情况|完成分析|目标实现|绩效情况|实施情况|总体完成|完成值")
_NOT_HERE = regex("偏离|偏差|原因|改进|问题|应用|公开|下达|资金|预算")
_RESULT = regex("截至|目前|实际|已完成|累计完成|全年完成|共完成|完成目标|完成率|完成了?")
_BY_TARGET = regex(
    "[ ，,]*(?:指标)?(?:均|全部|已)?(?:超额|按目标|按计划|按期|达到|达标|未达|未完成|完成目标)"
)
_GOAL = regex("目标(?:为|是|：|包括)|需完成|应完成|计划完成")


def read_actuals(paper: Paper) -> Found:
    """Return actuals of the report's text, and facts for what is told again in sentences.

    Example:
        ``采坑治理面积：绩效目标≥11.18公顷，实际完成0.43公顷，完成绩效目标的3.85%`` is an actual
        with the target quoted and the completion stated.
    """
    found, told = Found(), Found()
    known = Names(paper.names)
    for paragraph in paper.paragraphs:
        if paragraph.path and not _is_place(paragraph):
            continue
        labelled = _labelled(paper, known, paragraph)
        for one in labelled:
            found.add("actuals", make_actual(paper, paragraph, one))
            mark_told(found, paragraph, one)
        if labelled:
            continue
        for sentence in sentences(paragraph):
            _in_words(paper, told, known, paragraph, sentence)
    _settle(found, told)
    return found


def _is_place(paragraph: Paragraph) -> bool:
    """Return whether results are told here, not causes, money or targets."""
    return paragraph.under(_DONE) and not any(
        _NOT_HERE.search(one.title) for one in paragraph.path[1:]
    )


def _labelled(paper: Paper, known: Names, paragraph: Paragraph) -> list[Told]:
    """Read the stretches of a paragraph that begin with the name of an indicator.

    A stretch ends where the next one begins; a paragraph right under a heading that is the name of
    an indicator speaks of that one.
    """
    text, heading = paragraph.text, paragraph.heading
    if paragraph.body >= len(text):
        return []
    starts = [begin for begin, _ in parts(paragraph)]
    starts = [heading.start, *starts] if heading else starts
    labels = [label for at in starts if (label := _label(paper, text, at))]
    if not labels and paragraph.path:
        under = paper.index.exact(paragraph.path[-1].title)
        labels = [(under, (paragraph.body, paragraph.body))] if under else []
    found = []
    for place, (indicator, name) in enumerate(labels):
        stop = labels[place + 1][1][0] if place + 1 < len(labels) else len(text)
        one = Told(indicator, name, (name[0], len(text[:stop].rstrip("；。 "))))
        give_roles(paragraph, one, paragraph.lexed.figures_in(name[1], stop), name[1])
        region = known.first(text, *name)
        one.region = region[0] if region else ""
        if _is_told(one):
            found.append(one)
    return found


def _label(paper: Paper, text: str, at: int) -> tuple[Indicator, Span] | None:
    match = _NAME.match(text, at)
    if match is None:
        return None
    name = _COMPARED.sub("", match["name"])
    indicator = paper.index.of(name)
    return (
        (indicator, (match.start("name"), match.start("name") + len(name))) if indicator else None
    )


def _is_told(one: Told) -> bool:
    """Return whether it is a statement; under a heading alone, the numbers must be of its kind."""
    told = one.quoted or one.actual
    if one.name[0] == one.name[1]:
        return told is not None and told.unit is not None and one.indicator.takes(told.unit)
    return told is not None or bool(one.completion)


def _in_words(
    paper: Paper, told: Found, known: Names, paragraph: Paragraph, sentence: Span
) -> None:
    """Read actuals and completions in running sentences, part by part."""
    text = paragraph.text
    goal = _GOAL.search(text, *sentence)
    if goal and not re.search("实际完成|已完成", text[slice(*sentence)]):
        for target in mentions(paper, paragraph, *sentence):
            if target.figure.vague:
                continue
            one = Told(target.indicator, target.name, target.span, quoted=target.figure)
            told.add("facts", make_fact(paper, paragraph, one, "target", target.figure))
            mark_told(told, paragraph, one)
        return
    for start, end in parts(paragraph):
        if start < sentence[0] or start >= sentence[1] or not _RESULT.search(text, *sentence):
            continue
        for one in _part(paper, known, paragraph, (start, end)):
            told.add("actuals", make_actual(paper, paragraph, one))
            mark_told(told, paragraph, one)


def _part(paper: Paper, known: Names, paragraph: Paragraph, span: Span) -> list[Told]:
    found: list[Told] = []
    mentioned = mentions(paper, paragraph, *span)
    for place, one in enumerate(mentioned):
        stop = mentioned[place + 1].figure.start if place + 1 < len(mentioned) else span[1]
        lead = one.lead
        if is_completion(one.figure, lead) or _counts_indicators(paragraph.text, one.figure):
            continue
        region = known.first(paragraph.text, one.name[0], one.figure.start)
        told = Told(one.indicator, one.name, (one.span[0], min(stop, span[1])))
        told.region = region[0] if region else ""
        if is_gap(lead):
            continue
        quoted = is_quoted(lead)
        told.give("quoted" if quoted else "actual", one.figure)
        rest = [f for f in paragraph.lexed.figures_in(one.figure.end, stop) if f is not one.figure]
        give_roles(paragraph, told, rest, one.figure.end)
        found.append(told)
    return [one for one in found if one.actual is not None]


def _counts_indicators(text: str, figure: Figure) -> bool:
    """Return whether a number counts the indicators named before it: 修复面积、管护面积2项按目标完成."""
    return figure.unit_text == "项" and _BY_TARGET.match(text, figure.end) is not None


def _settle(found: Found, told: Found) -> None:
    """Keep an actual told in a sentence as an actual only where no labelled one stands."""
    have = {
        (one.indicator, one.region)
        for one in found.records.get("actuals", ())
        if isinstance(one, Actual)
    }
    found.spans += told.spans
    found.add("facts", *told.records.get("facts", ()))
    for one in told.records.get("actuals", ()):
        if not isinstance(one, Actual):
            continue
        if (one.indicator, one.region) not in have:
            have.add((one.indicator, one.region))
            found.add("actuals", one)
            continue
        for aspect, key in (("actual", "amount"), ("completion", "completion")):
            if getattr(one, key) is not None:
                found.add("facts", repeated(one, aspect, key))
