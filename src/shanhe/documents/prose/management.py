"""The eight aspects of managing the money, as the report's text tells them."""

from shanhe.documents.found import Found
from shanhe.documents.prose.paper import Paper
from shanhe.documents.prose.sections import sections
from shanhe.records.narrative import Management
from shanhe.values.regex import regex

_ASPECTS = (
    ("分配科学性", regex("分配.{0,4}(?:科学|合理)")),
    ("下达及时性", regex("下达.{0,4}及时|及时性")),
    ("拨付合规性", regex("拨付.{0,4}合规")),
    ("使用规范性", regex("使用.{0,4}(?:规范|合规)")),
    ("执行准确性", regex("执行.{0,4}准确")),
    ("预算绩效管理情况", regex("绩效管理")),
    ("支出责任履行情况", regex("支出责任|责任履行")),
    ("制度建立情况", regex("制度(?:建立|建设|制定|健全)")),
)
_CHAPTER = regex("管理情况|资金(?:使用)?管理|资金情况")
_NOT_HERE = regex("问题|原因|改进|偏离|措施")


def read_management(paper: Paper) -> Found:
    """Return the situation of each aspect that has its own heading.

    Example:
        ``4.使用规范性`` with two paragraphs below is 使用规范性 with both of them.
    """
    found = Found()
    seen = set()
    for section in sections(paper.paragraphs):
        above = [one.title for one in section.path[:-1]]
        if any(_NOT_HERE.search(title) for title in (*above, section.heading.title)):
            continue
        aspect = next((name for name, words in _ASPECTS if words.search(section.heading.title)), "")
        inside = any(_CHAPTER.search(title) for title in above)
        if not (aspect and inside and section.paragraphs) or aspect in seen:
            continue
        seen.add(aspect)
        first = section.paragraphs[0]
        whole = (first.body, len(first.text))
        heading = (section.heading.start, section.heading.end)
        record = paper.make(Management, first, whole, {}, aspect=aspect, situation=section.text)
        record.source.at["aspect"] = paper.place(section.head, heading)  # type: ignore[index]
        found.add("management", record)
    return found
