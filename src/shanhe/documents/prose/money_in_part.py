"""Money that was paid, but is not what the year paid: of another day or year, one lot, one receiver, one contract."""

import re

from shanhe.documents.prose.figures import Figure
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.paper import Paper

_OTHER_DATE = re.compile(
    r"(?<![\d.])(?P<from>1?\d)月?(?:[—–~-]|至|到)(?P<to>1?\d)月|(?:截至|截止|至|到)(?:20\d\d年|当年|本年)?(?P<at>1?\d)月|(?P<part>上半年|前[一二三]个?季度|[一二三四]季度|年中|监控)"
    r"|(?<![\d月—–~-])(?P<by>1?\d)月(?:底|末|\d{1,2}日)?(?=[^，。；、\d]{0,4}(?:支付|支出|执行))"
)
_OWN_DATE = re.compile("全年|年末|年底|年终|12月(?:底|末|31日)|年度(?:总体|共|累计|合计)")
_JANUARY, _DECEMBER = "1", "12"
_YEAR = re.compile(r"(?<![〔\[（(【\d])(20\d\d)年(?![^，。；]{0,12}(?:资金|预算|指标|办法|通知))")
_YEARS = re.compile(r"20\d\d年?(?:[—–~-]|至|到)20\d\d年")
_LOT = re.compile(
    r"(?:第[一二三四五六七八九十\d]+(?:批|标段|期|次|笔|包|个?合同)|[一二三四五六七八九十\dA-Z]标段|[首末]批|措施)[^，。；、\d]{0,8}$"
)
_RECEIVER = re.compile(
    r"(?:支付|拨付|付)(?:给|至|到)?[^，。；、\d]{0,8}(?:单位|企业|公司|农户|群众|供应商|人员|村集体|合作社)(?:共|合计)?$"
)
_CONTRACT = re.compile("合同(?:金额|价款?|总?额)|(?:结算|决算|审定|中标)(?:价款?|金额|额)?")
_WHOLE = re.compile("全年|累计|年度|合计|共计|总计|全部|共(?:支付|支出)|资金")


def is_in_part(paper: Paper, paragraph: Paragraph, figure: Figure) -> bool:
    """Return whether a sum or rate of money is not of the whole year, by the words before it.

    Example:
        ``一标段支付2000万元``, ``6月底支付2000万元``, ``2024年支付4000万元`` in a paper of 2025, ``实际支付施工单位5820万元``.
    """
    text = paragraph.text[: figure.number]
    sentence = re.split("[。；;]", text)[-1]
    clause = sentence.split("，")[-1]
    if _YEARS.search(clause) or _LOT.search(clause) or _RECEIVER.search(clause):
        return True
    if _CONTRACT.search(sentence) and not _WHOLE.search(clause):
        return True
    return _of_a_year_before(paper, sentence) or _at_another_date(paper, text)


def _of_a_year_before(paper: Paper, sentence: str) -> bool:
    """Return whether the last year that a sentence names lies before that of the paper."""
    named = _YEAR.findall(sentence)
    return bool(named) and int(named[-1]) < (paper.period.year or 0)


def _at_another_date(paper: Paper, text: str) -> bool:
    """Return whether money is told as it stood before the end of the year, as a monitoring found it.

    The last date before it decides; a paper that is itself of that month speaks of its own state.
    """
    found = list(_OTHER_DATE.finditer(text))
    if not found or _OWN_DATE.search(text, found[-1].end()):
        return False
    if found[-1]["from"] and found[-1]["from"] != _JANUARY:
        return True
    month = found[-1]["to"] or found[-1]["at"] or found[-1]["by"]
    return month != _DECEMBER and not (month and re.search(rf"(?<!\d){month}月", _title(paper)))


def _title(paper: Paper) -> str:
    opening = (one.text for one in paper.paragraphs[:3])
    return "".join(text for text in opening if "。" not in text)
