"""Actuals and facts made of what was told of an indicator."""

from shanhe.documents.found import Found
from shanhe.documents.prose.figures import Figure
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.paper import Paper, Span, note
from shanhe.documents.prose.told import Told
from shanhe.records.paper import PrintedFact
from shanhe.records.progress import Actual
from shanhe.values.quantity import Sign
from shanhe.values.regex import regex
from shanhe.values.unit import unit

_ANSWERS = tuple(
    regex(f"(?:{words})" + r"[^，；。\d]{0,8}$")
    for words in ("有效", "回收|收回", "发放|样本|抽样|调查|走访")
)
_STATUS = (
    ("测算", regex("测算|估算")),
    ("承诺", regex("承诺|约定|根据工程设计.*管护|管护.*设计")),
    ("问卷调查", regex("问卷")),
)


def make_actual(paper: Paper, paragraph: Paragraph, one: Told) -> Actual:
    """Return the actual; a vague one (约520人次) stays in words, without an amount."""
    quoted, actual, completion = one.quoted, one.actual, one.completion
    words = actual is not None and actual.vague
    values = {
        "indicator": one.indicator.id,
        "period": paper.period,
        "place": "报告正文",
        "region": one.region,
        "quoted_sign": quoted.sign if quoted else Sign.NONE,
        "quoted_amount": quoted.amount if quoted else None,
        "quoted_unit": quoted.unit if quoted else None,
        "sign": actual.sign if actual and not words else Sign.NONE,
        "amount": actual.amount if actual and not words else None,
        "words": paragraph.lexed.text[actual.start : actual.end] if actual and words else "",
        "unit": actual.unit if actual and not words else None,
        "completion": completion.amount if completion and not completion.vague else None,
    }
    sample = _sample(paragraph, one)
    values["denominator"] = sample.amount if sample else None
    said = _statement(paragraph, one)
    text = paragraph.lexed.text[slice(*said)]
    values["statement"] = text
    values["status"] = next((name for name, shape in _STATUS if shape.search(text)), "")
    at = {
        "indicator": one.name if one.name[0] < one.name[1] else None,
        "quoted_amount": _span(quoted),
        "amount": _span(actual),
        "completion": _span(completion),
        "denominator": _span(sample),
        "statement": said,
    }
    return paper.make(Actual, paragraph, one.whole, at, **values)


def _sample(paragraph: Paragraph, one: Told) -> Figure | None:
    """Return the number of answers to a survey: those that are valid, else those returned."""
    if one.indicator.level1 != "满意度指标":
        return None
    for words in _ANSWERS:
        for figure in paragraph.lexed.figures_in(*one.whole):
            counted = figure.unit_text in {"份", "人", "户", "名", "个"} and not figure.vague
            if counted and words.search(paragraph.text[one.whole[0] : figure.start]):
                return figure
    return None


def _statement(paragraph: Paragraph, one: Told) -> Span:
    """Return the words after the quoted target, empty where figures say all."""
    if one.quoted is None or one.completion is not None:
        return one.whole[1], one.whole[1]
    start = one.quoted.end
    text = paragraph.text
    while start < one.whole[1] and text[start] in "，；。 ）)":
        start += 1
    plain = one.actual is not None and not text[start : one.actual.start].strip(
        "，实际完成值为达到： "
    )
    return (one.whole[1], one.whole[1]) if plain else (start, one.whole[1])


def _span(figure: Figure | None) -> Span | None:
    return (figure.start, figure.end) if figure else None


def mark_told(found: Found, paragraph: Paragraph, one: Told) -> None:
    """Note the figures that have a role as understood."""
    told = (one.quoted, one.actual, one.completion, _sample(paragraph, one))
    note(found, paragraph, *((f.start, f.end) for f in told if f is not None))


def make_fact(
    paper: Paper, paragraph: Paragraph, one: Told, aspect: str, figure: Figure
) -> PrintedFact:
    """Return one figure of what was told as a fact of the year."""
    return paper.make(
        PrintedFact,
        paragraph,
        one.whole,
        {"amount": (figure.start, figure.end)},
        concept=one.indicator.id,
        aspect=aspect,
        region=one.region,
        period=paper.period,
        version="下达" if aspect == "target" else "",
        sign=figure.sign,
        amount=figure.amount,
        unit=figure.unit,
    )


def repeated(one: Actual, aspect: str, key: str) -> PrintedFact:
    """Return one field of an actual that another place tells already, as a fact."""
    return PrintedFact(
        source=one.source,
        concept=one.indicator,
        aspect=aspect,
        region=one.region,
        period=one.period,
        amount=getattr(one, key),
        unit=one.unit if key == "amount" else unit("%"),
        sign=one.sign if key == "amount" else Sign.NONE,
    )
