"""The programme: its name, year, fund, city and province, from the title of the paper."""

import re
from collections import Counter
from collections.abc import Iterable

from shanhe.documents.found import Found
from shanhe.documents.prose.folding import fold
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.paper import Paper, Said
from shanhe.documents.script import Script
from shanhe.values.regex import regex
from shanhe.values.whole_number import whole_number

_RANGE = r"(?:年度?)? ?(?:[—–\-~～至到]|--)+ ?"
_YEAR = regex(
    rf"(20\d\d)(?!{_RANGE}20\d\d) ?年?度?[^。]{{0,40}}?(?:绩效|自评)|(?:绩效|自评)[^。]{{0,30}}?(20\d\d)(?!{_RANGE}20\d\d) ?年"
)
_YEARS = regex(rf"(20\d\d){_RANGE}(20\d\d) ?年")
_YEAR_LINE = regex(r"\(? ?(20\d\d) ?年度[^。，,;:：()]{0,12}\)?")
"""A line under the title that tells the year: （2025年度 网上填报版）."""
_ANY_YEAR = regex(r"(20\d\d) ?年度?")
_TAIL = regex(
    r"(?:(?:19|20)\d\d ?年(?:度)?)?(?:中央)?(?:转移支付|项目支出)?(?:区域|项目)?(?:\((?:区域|项目)\))?(?:绩效|自评).*$"
)
_IS_NAME = regex("项目|工程|资金|专项")
_FUND = regex(
    r"(?:下达|拨付|安排)(?:中央)?(?:(?:19|20)\d\d年)?(?:度)?(?:中央)?(?:财政)?(?P<fund>(?![的了该第])(?:(?!批)[\u4e00-\u9fff]){4,20}?资金)"
)
_WORDED = regex("(?P<year>二[〇零Ｏ○O][一二三四五六七八九〇零]{2})年")
_ONE_YEAR = regex(r"20\d\d ?年(?! ?\d{1,2} ?月)")
_RATED = regex("绩效|自评|评价")
_LONGEST = 80
_FIRST = 14


def year_of(script: Script) -> int | None:
    """Return the budget year: by the title, else the year that is named most.

    Example:
        ``2025年度绩效自评报告`` is 2025.
    """
    texts = [_WORDED.sub(_in_digits, fold(one.text)) for one in script.passages()]
    for text in texts[:_FIRST]:
        match = _YEAR.search(text)
        if match and len(text) < _LONGEST:
            return int(match[1] or match[2])
    for text in texts[:_FIRST]:
        match = _YEAR_LINE.fullmatch(text.strip())
        if match:
            return int(match[1])
    cells = [fold(cell.text) for table in script.tables() for cell in table.cells]
    years = Counter(match[1] for text in (*texts, *cells) for match in _ANY_YEAR.finditer(text))
    return int(years.most_common(1)[0][0]) if years else None


def is_of_years(lines: Iterable[str]) -> bool:
    """Return whether the title among some lines names several years as those that are evaluated.

    Example:
        ``某项目（2023—2025年）绩效评价报告``, not ``某项目（2023—2025年）2025年度绩效自评报告``.
    """
    titles = [one for one in map(fold, lines) if len(one) < _LONGEST]
    named = [one for one in titles if _RATED.search(one) and _YEARS.search(one)]
    alone = any(_ONE_YEAR.search(_YEARS.sub("", one)) for one in named)
    return (
        bool(named) and not alone and not any(_YEAR_LINE.fullmatch(one.strip()) for one in titles)
    )


def _in_digits(year: re.Match[str]) -> str:
    return f"{whole_number(year['year'])}年"


def read_title(paper: Paper) -> Found:
    """Return name, year and fund of the programme, and the city and province that it names."""
    found = Found()
    named = _name(paper)
    if named is not None:
        found.words["programme.name"] = named
    if paper.year is not None:
        found.words["programme.year"] = paper.year
    _fund(paper, found)
    catalogue = paper.names.catalogue
    for region in catalogue.regions:
        if region.level in {"city", "province"} and region.name in paper.whole:
            found.words.setdefault(f"programme.{region.level}", region.name)
    return found


def _name(paper: Paper) -> Said | None:
    lines: list[Paragraph] = []
    for paragraph in paper.paragraphs[:_FIRST]:
        if paragraph.heading is not None and paragraph.heading.number:
            break
        if len(paragraph.text.strip()) > 90 or "。" in paragraph.text:
            break
        lines.append(paragraph)
    best: Said | None = None
    for paragraph in lines:
        text = paragraph.text
        start = len(text) - len(text.lstrip())
        tail = _TAIL.search(text, start)
        end = tail.start() if tail else len(text.rstrip())
        if end - start >= 4 and _IS_NAME.search(text, start, end):
            said = paper.said(paragraph, (start, end))
            if best is None or len(str(said.value)) > len(str(best.value)):
                best = said
    return best


def _fund(paper: Paper, found: Found) -> None:
    for paragraph in paper.paragraphs:
        match = _FUND.search(paragraph.text)
        if match and "转移支付" not in match["fund"]:
            found.words.setdefault("programme.fund", paper.said(paragraph, match.span("fund")))
            return
