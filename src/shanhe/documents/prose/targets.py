"""Targets in sentences: of the whole, and of each region."""

from shanhe.documents.found import Found
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.mentions import Mention, mentions
from shanhe.documents.prose.paper import Paper, Span, note
from shanhe.documents.prose.receivers import Names, receivers
from shanhe.documents.prose.sentences import sentences
from shanhe.documents.prose.stages import sets_targets, stage
from shanhe.documents.prose.title import is_of_years
from shanhe.records.paper import PrintedFact
from shanhe.records.targets import RegionalTarget
from shanhe.values.period import PART_OF_TERM, Period
from shanhe.values.regex import regex

_LABEL = regex(r" *(?:其中[，：]? *)?([\u4e00-\u9fff]{2,16}?)(?:：|，|需|应|计划|承担|要|(?=完成))")
_SPLIT = regex("其中|分解|分配|分别")
_DONE = regex("实际完成|已完成|完成率|截至|实际")
_TITLE = 3
_OF_ONE_YEAR = regex(r"20\d\d年(?!底|末|\d{1,2}月|及?[以之]?前)")
_NEEDED = regex("需完成|需要完成|应完成|计划完成|目标(?:为|是|：|包括|任务)|拟完成|绩效目标")


def read_targets(paper: Paper) -> Found:
    """Return regional targets, and targets of the whole as facts.

    In a paper of several years the targets of their whole term are those that it is about; those of one year are a version of their own.

    Example:
        ``东河区：需完成生态修复总面积62.37公顷`` is a target of 东河区; ``2025年需完成生态修复
        总面积422.33公顷`` a fact of the year.
    """
    found = Found()
    known = Names(paper.names)
    region: str | None = None
    for paragraph in paper.paragraphs:
        if paragraph.heading is not None:
            region = None
        if not sets_targets(paragraph):
            continue
        for sentence in sentences(paragraph):
            text = paragraph.text[slice(*sentence)]
            labelled = _region(known, paragraph, sentence)
            region = labelled or (region if sentence[0] > paragraph.body else None)
            if _DONE.search(text) and not _NEEDED.search(text):
                continue
            _read(paper, found, known, paragraph, sentence, region)
    return found


def _region(known: Names, paragraph: Paragraph, sentence: Span) -> str | None:
    match = _LABEL.match(paragraph.text, *sentence)
    if match is None:
        return None
    return known.short.get(match[1])


def _read(  # noqa: PLR0913, PLR0917 - one sentence with what is known before it
    paper: Paper,
    found: Found,
    known: Names,
    paragraph: Paragraph,
    sentence: Span,
    region: str | None,
) -> None:
    version, period = stage(paper, paragraph, paragraph.text[slice(*sentence)])
    whole = is_of_years(one.text for one in paper.paragraphs[:_TITLE])
    if whole and not period.is_term and _OF_ONE_YEAR.search(paragraph.text, *sentence):
        version = PART_OF_TERM
    period = paper.period if whole and period.is_term else period
    for one in mentions(paper, paragraph, *sentence):
        if one.figure.vague or known.before(paragraph.text, one.name[0], one.figure.start):
            continue
        place = (version, period)
        record = _regional(paper, paragraph, one, place, region) if region else None
        if record is not None:
            found.add("regional_targets", record)
        else:
            found.add("facts", _whole(paper, paragraph, one, place))
        note(found, paragraph, (one.figure.start, one.figure.end))
        if region is None:
            _parts(paper, found, known, paragraph, (one, sentence[1]), place)


def _parts(  # noqa: PLR0913, PLR0917
    paper: Paper,
    found: Found,
    known: Names,
    paragraph: Paragraph,
    room: tuple[Mention, int],
    place: tuple[str, Period],
) -> None:
    """Read ``其中：甲县100公顷、乙县200公顷`` after a target of the whole."""
    one, end = room
    text = paragraph.text
    stop = min(
        (at for at in (text.find(mark, one.figure.end, end) for mark in "；。") if at >= 0),
        default=end,
    )
    if not _SPLIT.search(text, one.figure.end, stop):
        return
    for part in receivers(known, paragraph, one.figure.end, stop):
        figure = part.figure
        if figure is None or figure.unit is None or not one.indicator.takes(figure.unit):
            continue
        split = Mention(one.indicator, figure, part.span, "")
        found.add("regional_targets", _regional(paper, paragraph, split, place, part.name))
        note(found, paragraph, (figure.start, figure.end))


def _regional(
    paper: Paper, paragraph: Paragraph, one: Mention, place: tuple[str, Period], region: str
) -> RegionalTarget:
    figure = one.figure
    return paper.make(
        RegionalTarget,
        paragraph,
        one.span,
        {"amount": (figure.start, figure.end), "indicator": one.name},
        version=place[0],
        period=place[1],
        region=region,
        indicator=one.indicator.id,
        sign=figure.sign,
        amount=figure.amount,
        unit=figure.unit,
    )


def _whole(
    paper: Paper, paragraph: Paragraph, one: Mention, place: tuple[str, Period]
) -> PrintedFact:
    figure = one.figure
    return paper.make(
        PrintedFact,
        paragraph,
        one.span,
        {"amount": (figure.start, figure.end), "concept": one.name},
        concept=one.indicator.id,
        aspect="target",
        period=place[1],
        version=place[0],
        sign=figure.sign,
        amount=figure.amount,
        unit=figure.unit,
    )
