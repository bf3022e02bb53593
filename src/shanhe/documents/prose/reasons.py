"""Why targets were missed, what is wrong with the money, and what will be done."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from shanhe.documents.found import Found
from shanhe.documents.prose.days import Day
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.paper import Paper, Span
from shanhe.documents.prose.sections import Section, sections
from shanhe.documents.prose.sentences import sentences
from shanhe.records.narrative import Explanation
from shanhe.values.regex import regex
from shanhe.values.whole_number import whole_number

_CHAPTER = regex(
    "偏离|偏差|未完成.{0,8}原因|存在.{0,6}问题|原因分析|改进措施|下一步|整改|^(?:[有相]关|改进|工作|政策|意见和?|对策和?|措施和?|管理|几点)*建议$"
)
_MEASURES = regex("改进措施|下一步|整改措施|工作打算|工作计划|对策|建议")
_MONEY = regex("资金|预算|经费")
_WORKS = regex("项目(?:实施|管理|推进)|工程实施|组织实施")
_MEASURE = regex(
    r"^ *(?:下一步|今后|下步|改进措施|整改措施|为此|目前，?[^。]*(?:已|正在?)|[^，。]{0,8}将(?:进一步|加强|加快|督促|严格|按|积极))"
)
_BODY = "局|厅|部|委|政府|公司|中心|指挥部|县|区|旗|乡镇|[镇乡村](?!属)|村委会|[股科处所站队院]"
_OWNER = regex(
    rf"(?:由|(?:责任|牵头|主办)(?:单位|部门|科室|主体|人)[：为是]?) ?(?P<who>[\u4e00-\u9fff、]{{2,30}}?(?:{_BODY}))"
    r"(?:牵头|负责|组织|具体|落实|督促|(?=[于在] ?\d)|[，；。]|$)"
)
_ACTS = regex(
    rf"(?:^|[，；。：:]|[一二三四五六七八九十]是|[\d.、（） ]+)(?P<who>(?![一二三四五六七八九十]是)[\u4e00-\u9fff、\d ]{{1,30}}?(?:{_BODY}|市|镇|乡|街道办?|办事处|委员会|承包人|施工单位|监理单位|我单位))"
    r"(?:会同[\u4e00-\u9fff、]{2,30})? ?(?:计划|拟|将|应|须|要)?[于在] ?(?:20\d\d ?年|\d{1,2} ?月)[^，；。]{0,12}(?:前|底|内|完成)"
)
"""Who stands before the day of a measure: 六枝特区财政局在2026年6月30日前补足资金."""
_BEGINS = regex(
    r"(?:^ *|[一二三四五六七八九十]是|[（(]?[一二三四五六七八九十\d]+[）)、.．] *)"
    r"(?P<who>(?![一二三四五六七八九十]是|由|加强|加快|积极|主动|协调|联合|会同|争取|配合|对接|提请|报|请|与|对|向|将|从|以|在|按)"
    r"(?:[\u4e00-\u9fff]{2,7}?[省市县区旗州盟镇乡]|[省市县区旗州盟镇乡我本])[\u4e00-\u9fff]{0,14}?"
    r"(?:[局厅]|委员会|(?:人民)?政府|管委会|中心|公司|办公室|办事处|指挥部)(?:、[\u4e00-\u9fff]{2,20}?(?:[局厅]|委员会|政府|中心|公司|办公室))*)"
    r"(?=[\u4e00-\u9fff])(?!的|等|已|批|下达|印发|安排的|提供|指导)"
)
"""Who begins a measure and acts in it, its day being told later: 一是甲县林业局倒排工期，6月30日前完成."""
_UNTIL = regex("(?:完成|整改)?(?:时限|期限|时间)(?:为|：|:) ?$")
_BEFORE = frozenset("前底末内")
_PART_OF_YEAR = regex("第?([一二三四])季度|上半年")
_NONE = {"无", "暂无", "没有", "不存在"}
_OF_ALL = regex(
    "(?:以上|上述)(?:各|[\\d一二两三四五六七八九十]+)?(?:项|条|个)?(?:整改|改进)?(?:(?:措施|问题|任务|事项|工作|建议|意见)|(?<=项)[由，])"
)
"""Begins a paragraph that is of all before it: 以上3项措施由县政府督查室按月通报."""
_ENUMERATED = regex("(?:^|(?<=[；。]))[一二三四五六七八九十]是")


def read_reasons(paper: Paper) -> Found:
    """Return an explanation for each heading of the chapter on deviations, or each paragraph.

    Example:
        ``1.资金分配科学性有待提高`` under （一）资金管理存在的问题 is of kind 资金管理; what follows
        ``目前，…已收回`` is its measure.
    """
    found = Found()
    for section in sections(paper.paragraphs):
        if not any(_CHAPTER.search(one.title) for one in section.path):
            continue
        kind = _kind(section)
        if section.heading.level >= 3:
            record = _titled(paper, section, kind)
            if record is not None:
                found.add("explanations", record)
            continue
        for paragraph in section.paragraphs:
            own = paragraph.text[paragraph.body :].strip(" 。")
            if own in _NONE or _OF_ALL.match(own):
                continue
            for span in _items(paragraph):
                found.add("explanations", _item(paper, paragraph, span, kind))
    return found


def _kind(section: Section) -> str:
    for heading in reversed(section.path):
        if heading.level >= 3:
            continue
        if _MEASURES.search(heading.title) and not re.search("原因|问题", heading.title):
            return "改进措施"
        if _MONEY.search(heading.title):
            return "资金管理"
        if _WORKS.search(heading.title):
            return "项目实施"
        if heading.level == 2:
            return "指标偏差"
    return "指标偏差"


def _titled(paper: Paper, section: Section, kind: str) -> Explanation | None:
    if not section.paragraphs:
        return None
    heading, first = section.heading, section.paragraphs[0]
    whole = (first.body, len(first.text))
    reason, measure, where = _sides(section.paragraphs, kind)
    record = _make(paper, first, whole, kind, f"{heading.title}\n{section.text}", reason, measure)
    record = _with_heading(paper, record, section)
    for key, (paragraph, span) in where.items():
        record.source.at[key] = paper.place(paragraph, span)  # type: ignore[index]
    return record


def _with_heading(paper: Paper, record: Explanation, section: Section) -> Explanation:
    heading = section.heading
    title = section.head.lexed.text[heading.start : heading.end]
    at = dict(record.source.at)
    at["heading"] = paper.place(section.head, (heading.start, heading.end))
    return replace(record, heading=title, source=replace(record.source, at=at))


def _sides(
    paragraphs: tuple[Paragraph, ...], kind: str
) -> tuple[str, str, dict[str, tuple[Paragraph, Span]]]:
    """Return reason and measure: sentences from the first 下一步, 目前已… on are the measure."""
    reason: list[str] = []
    measure: list[str] = []
    where: dict[str, tuple[Paragraph, Span]] = {}
    for paragraph in paragraphs:
        for span in sentences(paragraph):
            words = paragraph.lexed.text[slice(*span)].strip()
            plain = paragraph.text[slice(*span)]
            is_measure = kind == "改进措施" or bool(measure) or _MEASURE.search(plain) is not None
            (measure if is_measure else reason).append(words)
            where.setdefault("measure" if is_measure else "reason", (paragraph, span))
    return "".join(reason), "".join(measure), where


def _items(paragraph: Paragraph) -> list[Span]:
    """Return the parts that begin with 一是, 二是 …, or the whole paragraph."""
    starts = [match.start() for match in _ENUMERATED.finditer(paragraph.text, paragraph.body)]
    if len(starts) < 2:
        return [(paragraph.body, len(paragraph.text))]
    return list(zip(starts, [*starts[1:], len(paragraph.text)], strict=True))


def _item(paper: Paper, paragraph: Paragraph, span: Span, kind: str) -> Explanation:
    text = paragraph.lexed.text[slice(*span)].strip()
    measure = kind == "改进措施"
    return _make(
        paper, paragraph, span, kind, text, "" if measure else text, text if measure else ""
    )


def _make(  # noqa: PLR0913, PLR0917 - the two sides of one explanation
    paper: Paper, paragraph: Paragraph, span: Span, kind: str, text: str, reason: str, measure: str
) -> Explanation:
    words = paragraph.text[slice(*span)]
    shapes = (_OWNER, _ACTS, _BEGINS)
    owner = next((found for one in shapes if (found := one.search(words))), None)
    due, day = next(_deadlines(paragraph, span), (None, None))
    at = {
        "owner": (span[0] + owner.start("who"), span[0] + owner.end("who")) if owner else None,
        "due": (due.start, due.end) if due else None,
    }
    return paper.make(
        Explanation,
        paragraph,
        span,
        at,
        kind=kind,
        indicators=",".join(_spoken_of(paper, text)) if kind == "指标偏差" else "",
        heading="",
        reason=reason,
        measure=measure,
        owner=owner["who"] if owner else "",
        due=day,
        in_form=False,
    )


def _deadlines(paragraph: Paragraph, span: Span) -> Iterator[tuple[Day, date]]:
    """Yield until when something will be done, a month and a year to their last day.

    Example:
        ``2026年4月底前`` is 2026-04-30, ``2026年底前`` 2026-12-31.
    """
    for one in paragraph.lexed.days_in(*span):
        told = paragraph.text[one.start : one.end]
        before = paragraph.text[one.end : one.end + 1] in _BEFORE
        until = before or _UNTIL.search(paragraph.text, span[0], one.start)
        ends = told.endswith(("底", "末"))
        part = _PART_OF_YEAR.match(paragraph.text, one.end) if one.day is None else None
        if one.day and until:
            yield one, one.day
        elif part and one.year and "月" not in told:
            month = 3 * "一二三四".index(part[1]) + 3 if part[1] else 6
            yield one, date(one.year, month, monthrange(one.year, month)[1])
        elif one.year and (ends or before or until) and (end := _last_day(told, one.year)):
            yield one, end


def _last_day(told: str, year: int) -> date | None:
    """Return the last day of a month or year that is told without one."""
    month = re.search("([\\d一二三四五六七八九十]+) ?月份?$", told)
    number = whole_number(month[1]) if month else 12
    if number is None or not 1 <= number <= 12 or (month is None and "月" in told):
        return None
    return date(year, number, monthrange(year, number)[1])


def _spoken_of(paper: Paper, text: str) -> list[str]:
    """Return the indicators named, with or without 率 at the end."""
    found = []
    for one in paper.names.catalogue.indicators:
        names = {name for name in (one.name, *one.aliases) if len(name) >= 5}
        names |= {name[:-1] for name in names if name.endswith("率") and len(name) >= 7}
        if any(name in text for name in names):
            found.append(one.id)
    return found
