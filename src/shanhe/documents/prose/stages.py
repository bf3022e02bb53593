"""Which version of the targets, and which period, a paragraph speaks of."""

from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.paper import Paper
from shanhe.values.period import TERM, Period
from shanhe.values.regex import regex

_YEAR = regex(r"(20\d\d) ?年")
_TERM = regex("整体|总体绩效目标|总绩效目标|实施期|全周期|总目标|三年|全部任务|中期|规划期")
_VERSIONS = (
    ("工程设计", regex("工程设计|初步设计|调整后|变更后")),
    (
        "实施方案",
        regex("(?:备案|上报|批复)的?[《“]?实施方案|实施方案(?:确定|明确|规定|绩效|目标)"),
    ),
)
_CITED = regex("《[^《》]*》|（[^（）]*号）|[^，。；：]{0,8}〔20\\d\\d〕\\d+号(?:文件?)?")
"""A document that is cited: its year says nothing of the period of the targets."""
TARGETS = regex(
    "绩效目标|目标任务|任务目标|总体目标|年度目标|目标下达|目标分解|目标设定|项目概况|基本情况"
)
RESULTS = regex(
    "完成情况|实现情况|完成|偏离|偏差|原因|改进|存在.{0,4}问题|应用|公开|投入|执行|管理"
)


def stage(paper: Paper, paragraph: Paragraph, sentence: str) -> tuple[str, Period]:
    """Return version and period by the sentence itself, else by the headings above it.

    Example:
        ``下达本项目总体绩效目标需完成…`` is the term; under ``2.2025年绩效目标`` it is 2025.
    """
    titles = [heading.title for heading in reversed(paragraph.path)]
    version = next((name for name, words in _VERSIONS if words.search(sentence)), "")
    for title in titles:
        version = version or next((name for name, words in _VERSIONS if words.search(title)), "")
    for told in (_CITED.sub("", sentence)[:40], *titles):
        period = _period(told)
        if period is not None:
            return version or "下达", period
    return version or "下达", paper.period


def _period(text: str) -> Period | None:
    year, term = _YEAR.search(text), _TERM.search(text)
    if term and year and "年度" not in text[: year.end() + 2] and "总体" not in term[0]:
        return TERM
    if year:
        return Period(int(year[1]))
    return TERM if term else None


def sets_targets(paragraph: Paragraph) -> bool:
    """Return whether it stands where targets are told, not what came of them."""
    if not paragraph.path:
        return False
    return paragraph.under(TARGETS) and not any(RESULTS.search(one.title) for one in paragraph.path)
