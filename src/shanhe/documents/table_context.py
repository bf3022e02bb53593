"""What the lines above a table say of it: version, period, unit, number and title."""

from collections.abc import Sequence
from dataclasses import dataclass

from shanhe.documents.cell_values import heading_unit
from shanhe.documents.grid import squeezed
from shanhe.documents.prose.title import is_of_years
from shanhe.values.period import TERM, Period
from shanhe.values.regex import regex
from shanhe.values.unit import Unit

VERSIONS = (
    ("工程设计", regex(r"工程设计|初步设计|施工图设计")),
    ("实施方案", regex(r"实施方案")),
    ("调整", regex(r"(?:调整|变更|修订)后|拟调整|现(?:绩效)?(?:目标|指标)|新(?:目标|指标)值")),
    ("下达", regex(r"下达|批复|原(?:绩效)?(?:目标|指标|值|定)|(?:调整|变更|修订)前|年初")),
)
"""Words of a version in a heading or title, the surest first."""

_YEAR = regex(
    r"(20\d\d)年?度?(?:总体|区域|整体|项目|部门|单位|转移支付|预算|项目支出|阶段性|各?分?[省市县区]|数量|质量|时效|成本|产出|效益|满意度)*(?:绩效|目标|指标|任务|计划)"
    r"|[(]\s*(20\d\d)(?:年?度?\s*|年度[^()，,。:：\d]{1,12})[)]|^(20\d\d)年度?$"
)
_ANY_YEAR = regex(r"(20\d\d)年(?!\d{1,2}月\d)")
_TERM = regex(r"实施期|全周期|总体|整体|中长期|全过程")
_CAPTION = regex(r"^\s*表\s*(\d+(?:[-－—.]\d+)*|[一二三四五六七八九十]+)\s*[.．、:：]?\s*(.*)$")
_SENTENCE = regex(r"[。；;]|，.*，")
_BRACKETED = regex(r"[（(][^（）()]*[）)]")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption of a table: its number as printed and its title; ``line`` is the first."""

    number: str
    title: str
    line: int


@dataclass(frozen=True, slots=True)
class Context:
    """What the lines above say.

    Attributes:
        year: the year of the paper or form, where one is named.
        of_years: the paper is of several years, of which that one is the last.
    """

    version: str
    period: Period
    year: Period | None
    unit: Unit | None
    of_years: bool = False


def context_of(above: Sequence[str]) -> Context:
    """Return what the lines above a table say; the nearest line that speaks of a thing decides.

    Example:
        ``表2 …工程项目2025年绩效目标表`` is the issued version for 2025.
    """
    titles = [squeezed(line) for line in reversed(above) if is_title(line)]
    near = titles[:4]
    version = next(filter(None, map(version_in, near[:2])), "下达")
    period = next(filter(None, map(period_in, near)), TERM)
    years = (*map(_year_in, titles), *map(_any_year, titles))
    year = next(filter(None, years), None)
    unit = next(filter(None, map(heading_unit, near[:3])), None)
    return Context(version, period, year, unit, is_of_years(above))


def is_title(line: str) -> bool:
    """Return whether a line is a title or heading, no sentence; what stands in brackets may be one."""
    return len(line) <= _LONGEST and not _SENTENCE.search(_BRACKETED.sub("", line))


def version_in(text: str) -> str:
    """Return the version that a heading names, empty for none."""
    word = squeezed(text)
    return next((name for name, pattern in VERSIONS if pattern.search(word)), "")


def period_in(text: str) -> Period | None:
    """Return the period that a title or heading names."""
    word = squeezed(text)
    return _year_in(word) or (TERM if _TERM.search(word) else None)


def _year_in(word: str) -> Period | None:
    found = _YEAR.search(word)
    return Period(int(next(filter(None, found.groups())))) if found else None


def _any_year(word: str) -> Period | None:
    found = _ANY_YEAR.search(word)
    return Period(int(found[1])) if found else None


def caption_of(above: Sequence[str]) -> Caption | None:
    """Return the caption that ends the lines above a table; it may go over several lines.

    Example:
        ``表1.某地（甲市）`` and ``示范工程绩效目标表`` are table 1 of that joined title.
    """
    for back, line in enumerate(reversed(above[-4:]), 1):
        found = _CAPTION.match(line)
        if found and is_title(line):
            place = len(above) - back
            rest = [one.strip() for one in above[place + 1 :] if "单位" not in one]
            return Caption(found[1], "".join([found[2].strip(), *rest]), place)
        if not is_title(line):
            return None
    return None
