"""Why targets are to change, item by item, with the size of each change."""

import re
from dataclasses import dataclass
from decimal import Decimal

from shanhe.documents.found import Found
from shanhe.documents.prose.figures import Figure
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.land import effect_ids, land_ids, names_land
from shanhe.documents.prose.paper import Paper, Span, note
from shanhe.documents.prose.sentences import sentences
from shanhe.records.paper import PrintedFact
from shanhe.records.targets import ChangeNote
from shanhe.values.regex import regex

_UP = "净?增加|净增|新增|调增|增长|提高|扩大"
_DOWN = "净?减少|净减|调减|核减|降低|下降|缩减|压减"
_CHANGE = regex(
    rf"(?P<item>[^，；。：、\d]{{0,24}}?)(?P<total>合计|总计|共计|共)?(?P<way>{_UP}|{_DOWN})(?:了|为)?(?P<thing>面积|数量)?(?:约|为)?$"
)
_CONTEXT = regex("调整|变更|较.{0,8}(?:方案|设计|备案|批复)|变动|变化|变幅|设计.{0,6}较")
_PARCELS = regex(r"图斑")
_SHARE = regex("占.{0,12}(?:图斑|面积|总数)")
_TOTAL = regex("合计|总计|共计|共")
_ONLY = regex(
    r"除(?P<what>[^。；]{2,60}?)(?:外|以外|变动|变化|调整)+，?其[他余][^。；]{0,12}指标[^。；]{0,6}(?:符合|一致|不变|未变|未调整|无变化)[^。；]*"
)
_OPENING = regex(
    r"^(?:其中|修复后|新增(?=内陆|耕地|林地|草地|坑塘|湿地)|工程设计|设计|使|则|，| )+"
)


@dataclass(slots=True)
class _Note:
    """One explained change."""

    paragraph: Paragraph
    figure: Figure
    sign: int
    item: str
    span: Span
    role: str
    values: dict[str, object]
    at: dict[str, tuple[Paragraph, Span]]


def read_changes(paper: Paper) -> Found:
    """Return explained changes, totals of them, and the statement that nothing else changes.

    Example:
        ``新增内陆滩涂面积增加124.62公顷，合计增加面积288.58公顷`` are a part and a total.
    """
    found = Found()
    notes: dict[tuple[str, Decimal], _Note] = {}
    for paragraph in paper.paragraphs:
        text = paragraph.text
        if paragraph.heading is not None and paragraph.body >= len(text):
            continue
        for sentence in sentences(paragraph):
            if _CONTEXT.search(text, *sentence) or paragraph.under(_CONTEXT):
                _read(paper, found, notes, paragraph, sentence)
            _only(paper, found, paragraph, sentence)
        _details(found, notes, paragraph)
    states = found.records.pop("change_notes", [])
    for one in notes.values():
        found.add("change_notes", _record(paper, one))
    found.add("change_notes", *states)
    return found


def _read(
    paper: Paper,
    found: Found,
    notes: dict[tuple[str, Decimal], _Note],
    paragraph: Paragraph,
    sentence: Span,
) -> None:
    text = paragraph.text
    last = sentence[0]
    for figure in paragraph.lexed.figures_in(*sentence):
        left = max(
            last, *(text.rfind(mark, sentence[0], figure.start) + 1 for mark in "，；：。、")
        )
        last = figure.end
        match = _CHANGE.search(text[left : figure.start])
        if match is None or figure.unit is None or figure.vague or figure.is_money:
            continue
        if figure.unit.measures("points", "ratio") and not _CONTEXT.search(text, *sentence):
            continue
        sign = -1 if re.fullmatch(_DOWN, match["way"]) else 1
        note(found, paragraph, (figure.start, figure.end))
        key = ("", figure.amount)
        if key in notes:
            _told_again(paper, found, notes[key], paragraph, figure)
            continue
        item = _OPENING.sub("", match["item"].strip())
        total = bool(match["total"])
        role = "合计" if total else "分项"
        named = item or (f"面积{match['way']}" if total else "")
        if not named:
            continue
        name = f"{named}合计" if total and not item else named
        notes[key] = _Note(paragraph, figure, sign, name, (left, figure.end), role, {}, {})


def _told_again(
    paper: Paper, found: Found, one: _Note, paragraph: Paragraph, figure: Figure
) -> None:
    """Note a repetition; its paragraph explains the change."""
    if paragraph is one.paragraph:
        return
    text = paragraph.lexed.text
    heading = paragraph.path[-1].title if paragraph.path else ""
    body = text[paragraph.body :].strip()
    one.values.setdefault("reason", f"{heading}：{body}" if heading else body)
    one.at.setdefault("reason", (paragraph, (paragraph.body, len(text))))
    titles = [text[slice(*cited.title)] for cited in paragraph.lexed.citations]
    basis = [title for title in titles if re.search("条例|法|办法|规定|标准|规范|通知", title)]
    if basis:
        one.values.setdefault("basis", "、".join(basis))
    ids = _indicators(paper, one)
    fact = paper.make(
        PrintedFact,
        paragraph,
        (figure.start, figure.end),
        {},
        concept=ids.split(",")[0] or one.item,
        aspect="change",
        amount=one.sign * figure.amount,
        unit=figure.unit,
    )
    found.add("facts", fact)
    _parcels(found, one, paragraph)


def _details(found: Found, notes: dict[tuple[str, Decimal], _Note], paragraph: Paragraph) -> None:
    for one in notes.values():
        if one.paragraph is paragraph and len(notes) == 1:
            _parcels(found, one, paragraph)


def _parcels(found: Found, one: _Note, paragraph: Paragraph) -> None:
    """Read ``37个图斑…占总图斑面积的38.58%``."""
    for figure in paragraph.lexed.figures:
        after = paragraph.text[figure.number : figure.end + 2]
        before = paragraph.text[max(0, figure.start - 16) : figure.start]
        span = (figure.start, figure.end)
        if _PARCELS.search(after) and figure.amount == int(figure.amount):
            one.values.setdefault("parcels", int(figure.amount))
            one.at.setdefault("parcels", (paragraph, span))
            note(found, paragraph, span)
        elif figure.is_percent and _SHARE.search(before):
            one.values.setdefault("share", figure.amount)
            one.at.setdefault("share", (paragraph, span))
            note(found, paragraph, span)


def _only(paper: Paper, found: Found, paragraph: Paragraph, sentence: Span) -> None:
    match = _ONLY.search(paragraph.text, *sentence)
    if match is None:
        return
    ids = ",".join(land_ids(paper, match["what"]) + effect_ids(paper, match["what"]))
    found.add(
        "change_notes",
        paper.make(
            ChangeNote,
            paragraph,
            match.span(),
            {},
            item=paragraph.lexed.text[match.start() : match.end()].rstrip("。"),
            role="声明",
            indicators=ids,
        ),
    )


def _indicators(paper: Paper, one: _Note) -> str:
    if one.role == "合计" and not names_land(one.item):
        return ""
    exact = paper.index.exact(one.item)
    if exact is not None:
        return exact.id
    land = land_ids(paper, one.item)
    if land:
        return ",".join(land)
    like = paper.index.of(one.item, one.figure.unit)
    return like.id if like else ""


def _record(paper: Paper, one: _Note) -> ChangeNote:
    text = one.paragraph.lexed.text
    item = text[one.span[0] : one.figure.start]
    at = {"amount": (one.figure.start, one.figure.end), "item": (one.span[0], one.figure.start)}
    record = paper.make(
        ChangeNote,
        one.paragraph,
        one.span,
        at,
        item=one.item or item,
        role="合计" if one.role == "合计" and not names_land(one.item) else "分项",
        indicators=_indicators(paper, one),
        amount=one.sign * one.figure.amount,
        unit=one.figure.unit,
        **one.values,
    )
    for key, (paragraph, span) in one.at.items():
        record.source.at[key] = paper.place(paragraph, span)  # type: ignore[index]
    return record
