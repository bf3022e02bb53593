"""What the result is used for, where it is published, other remarks, how the works went."""

import re

from shanhe.documents.found import Found
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.paper import Paper, Said, Span
from shanhe.documents.prose.sections import Section, sections
from shanhe.documents.prose.sentences import parts, sentences
from shanhe.values.regex import regex

_SECTIONS = (
    ("overview.result_use", regex("应用")),
    ("overview.remarks", regex("其他(?:需要)?说明|需要说明|其他事项|其它")),
)
_PUBLIC = regex("公开|公示")
_SITE = regex(
    r"(?:在|于|通过|登录|公开(?:载体|渠道|平台|方式)(?:为|：))(?P<site>[^，。；、\d]{2,30}?(?:网站|门户网|官网|公众号|平台|公示栏|信息网))"
)
_URL = regex(r"(?:https?[:：]//|www\.)[A-Za-z0-9./_?=&%#:\-]+")
_SCOPE = regex(
    r"(?:在|面向|向|范围：)[^，。；]{0,10}(?:范围内|社会|公众|部门内部|系统内)[^，。；]{0,6}(?:公开|公示)"
)
_CLAIM = regex(
    r"(?P<claim>(?:有效|显著|明显|进一步|稳步|持续)?(?:提升|改善|增强|提高|保护|维护|促进|恢复|优化)[^，；。\d]{4,30})，(?:均|已|基本)?"
    r"(?P<met>未(?:能)?完成|未达|部分完成|部分达|基本完成|完成|达成|达到|实现)(?:了)?[^，；。]{0,6}目标"
)
_DONE = regex("目标完成|完成情况|目标实现")
_PROGRESS = regex(
    "目标[^，。]{0,6}(?:未|已|全部|基本)?完成|处于[^，。]{2,16}阶段|(?:仅|已有)[^，。]{2,16}(?:开工|施工)"
)
_CHANGE = regex("对.{0,10}(?:指标|目标)进行了?.{0,4}调整|指标.{0,6}(?:作了|进行了|予以)调整")
_GOAL = regex("总体(?:绩效)?目标(?:为|是|：)(?P<goal>[^。]+)")
_RESULT = regex("截至|全年|实际|共完成|累计完成")


def read_outlook(paper: Paper) -> Found:
    """Return the words of the overview, each with its place.

    Example:
        ``将在包头市自然资源局网站上进行公开`` gives public_site 包头市自然资源局网站.
    """
    found = Found()
    for section in sections(paper.paragraphs):
        title = section.heading.title
        for key, words in _SECTIONS:
            if words.search(title) and section.paragraphs:
                _whole(paper, found, key, section)
        public = _PUBLIC.search(title) or any(
            _PUBLIC.search(one.title) for one in section.path[:-1]
        )
        if public:
            for paragraph in section.paragraphs:
                _publication(paper, found, paragraph)
        if any(_DONE.search(one.title) for one in section.path):
            for paragraph in section.paragraphs:
                _course(paper, found, paragraph)
    return found


def _whole(paper: Paper, found: Found, key: str, section: Section) -> None:
    first = section.paragraphs[0]
    where = paper.place(first, (first.body, len(first.text)))
    found.words.setdefault(key, Said(section.text, where))


def _set(paper: Paper, found: Found, key: str, paragraph: Paragraph, span: Span) -> None:
    found.words.setdefault(f"overview.{key}", paper.said(paragraph, span))


def _publication(paper: Paper, found: Found, paragraph: Paragraph) -> None:
    text = paragraph.text
    for start, end in sentences(paragraph):
        if not _PUBLIC.search(text, start, end):
            continue
        site, url = _SITE.search(text, start, end), _URL.search(text, start, end)
        scope = _SCOPE.search(text, start, end)
        if site:
            _set(paper, found, "public_site", paragraph, site.span("site"))
        if url:
            _set(paper, found, "public_url", paragraph, url.span())
        if scope:
            _set(paper, found, "public_scope", paragraph, scope.span())
        for day in paragraph.lexed.days_in(start, end):
            if day.day:
                said = paper.said(paragraph, (day.start, day.end), day.day)
                found.words.setdefault("overview.public_on", said)


def _course(paper: Paper, found: Found, paragraph: Paragraph) -> None:
    text = paragraph.text
    for span in sentences(paragraph):
        words = text[slice(*span)]
        goal = _GOAL.search(text, *span)
        if goal:
            _set(paper, found, "goal", paragraph, goal.span("goal"))
        elif _RESULT.search(words) and paragraph.lexed.figures_in(*span) and "：" not in words[:24]:
            _set(paper, found, "result", paragraph, span)
        elif _CHANGE.search(words) and "“" not in words:
            _set(paper, found, "change_summary", paragraph, span)
        elif _PROGRESS.search(words) and _plain(paragraph, span):
            _set(paper, found, "progress", paragraph, span)
    for span in parts(paragraph):
        claim = _CLAIM.search(text, *span)
        if claim:
            _set(paper, found, "quality_claim", paragraph, claim.span("claim"))
            met = "否" if "未" in claim["met"] else "部分" if "部分" in claim["met"] else "是"
            said = paper.said(paragraph, claim.span("met"), met)
            found.words.setdefault("overview.quality_met", said)


def _plain(paragraph: Paragraph, span: Span) -> bool:
    """Return whether a sentence quotes nothing and lists nothing."""
    words = paragraph.text[slice(*span)]
    quoting = paragraph.lexed.citations_in(*span) or paragraph.lexed.figures_in(*span)
    return not quoting and not re.search("[“”：]", words)
