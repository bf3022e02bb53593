"""Money that was paid, but is not what the year paid: of another day or year, one lot, one receiver, one contract.

A rate of what arrived, or of contracts, is not that of the budget.
"""

import re

from shanhe.documents.prose.bodies import REGION
from shanhe.documents.prose.figures import Figure
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.paper import Paper
from shanhe.documents.prose.title import is_of_years
from shanhe.documents.script import Script
from shanhe.values.regex import regex

_OTHER_DATE = regex(
    r"(?<![\d.])(?P<from>1?\d)月?(?:[—–~-]|至|到)(?P<to>1?\d)月|(?:截至|截止|至|到)(?:20\d\d年|当年|本年)?(?P<at>1?\d)月|(?P<part>[上下]半年|前[一二三]个?季度|[一二三四]季度|年中|监控)"
    r"|(?<![\d月—–~-])(?P<by>1?\d)月(?:底|末|\d{1,2}日)?(?=[^，。；、\d]{0,4}(?:支付|支出|执行))"
)
_OWN_DATE = regex("全年|年末|年底|年终|12月(?:底|末|31日)|年度(?:总体|共|累计|合计)")
_JANUARY, _DECEMBER = "1", "12"
_NUMBERED = r"度?(?:中央|省级|[市盟州]级|[县旗区]级|市县|地方|财政|专项|补助|奖补|转移支付)*(?:预算|资金|指标)(?:总?额|数|安排)?(?:共|合计|为)?(?:\d|$)"
_YEAR = regex(
    rf"(?<![〔\[（(【\d])(20\d\d)年(?=(?:{_NUMBERED})|(?![^，。；]{{0,12}}(?:资金|预算|指标|办法|通知)))"
)
"""A year that money is of: 2024年预算4800万元, not the year that a fund or a document is named by."""
_YEAR_BESIDE = regex(
    r"(?<![〔\[（(【\d])(20\d\d)年(?!度?(?:中央|省级|[市盟州]级|[县旗区]级|财政)*[^，。；]{0,8}(?:指标|办法|通知|文件)|\d{1,2}月|底|末)"
)
_HEADED = regex(r"^(20\d\d)年(?=度?[^\d]*$)")
"""Heads what is told of another year: （一）2024年度预算执行情况."""
_YEARS = regex(r"20\d\d年?(?:[—–~-]|至|到)20\d\d年|[两三四五]个?年(?:度|来)?(?:共|累计|合计|总共)")
_LOT = regex(
    r"(?:第[一二三四五六七八九十\d]+(?:批|标段|期|次|笔|包|个?合同)|[一二三四五六七八九十\dA-Z]标段|[首末]批|措施)[^，。；、\d]{0,8}$"
)
_RECEIVER = regex(
    r"(?:支付|拨付|付)(?:给|至|到)?[^，。；、\d]{0,8}(?:单位|企业|公司|农户|群众|供应商|人员|村集体|合作社)(?:共|合计)?$"
)
_CONTRACT = regex("合同(?:金额|价款?|总?额)|(?:结算|决算|审定|中标)(?:价款?|金额|额)?")
_ONE_MONTH = regex(
    r"(?<![\d.—–~至到-])1?\d月(?:份|当月|单月)?(?:的?资金)?(?:共|仅|实际|新增)?(?:支付|支出|执行)|[当单本]月[^，。；、\d]{0,4}(?:支付|支出|执行)"
)
"""One month alone, December too: 12月当月支出1320万元, where 12月底支出 and 截至12月支出 are of the year."""
_DATES = regex(r"\d月(?:底|末|\d{1,2}日)?(?:、|和|及|与)(?:20\d\d年)?1?\d月")
"""Several dates whose sums follow in turn: 9月底、11月底和12月底累计支出A、B和C."""
_OTHER_BASE = regex(
    "(?:按|以)(?:照)?(?P<base>[^，。；\\d]{2,14}?)(?:为基数|为分母|为口径|口径)?(?:计算|计|核算|测算)?的?(?:预算|资金|支出)?执行(?:率|进度)[^，。；\\d]{0,6}$"
    "|(?:占|对|相对于?)(?:已|实际)?到位[^，。；\\d]{0,8}执行(?:率|进度)[^，。；\\d]{0,6}$|到位资金(?:的)?(?:预算)?执行(?:率|进度)[^，。；\\d]{0,6}$"
)
_BUDGET = regex("预算|计划|下达|安排|指标")
_ONE_LINE = regex(
    r"(?:^|[，；：、])(?:其中|用于|对)?(?P<name>[\u4e00-\u9fff]{2,16}?)(?:方面|类)?的?(?:已|累计|实际|共|当年|全年)*(?:支付|支出|使用)(?:了|资金|金额)?$"
)
_LEAST_LINES = 3
_SOURCE = regex(
    "资金|资本|财政|投资|经费|补助|预算|基本|项目|合计|小计|总计|累计|年|月|季度|[省市县区旗州盟镇乡]级?$"
)
LINKED = regex(
    "(?:分配|安排|预算|奖补)[^，。；]{0,6}挂钩|挂钩[^，。；]{0,8}(?:分配|安排|预算|奖补)"
)
"""Begins what a result will cost or earn the next time: 与下年资金分配挂钩，调增甲市500万元."""
_WHOLE = regex("全年|累计|年度|合计|共计|总计|全部|共(?:支付|支出)|资金")


def is_in_part(paper: Paper, paragraph: Paragraph, figure: Figure) -> bool:
    """Return whether a sum or rate of money is not of the whole year, by the words before it.

    Example:
        ``一标段支付2000万元``, ``6月底支付2000万元``, ``2024年支付4000万元`` in a paper of 2025, ``实际支付施工单位5820万元``.
    """
    text = paragraph.text[: figure.number]
    sentence = re.split("[。；;]", text)[-1]
    clause = sentence.split("，")[-1]
    if (
        LINKED.search(sentence)
        or _YEARS.search(clause)
        or _LOT.search(clause)
        or _RECEIVER.search(clause)
    ):
        return True
    if _CONTRACT.search(sentence) and not _WHOLE.search(clause):
        return True
    if _is_of_another_base(clause) or _is_of_one_line(paper.script, clause):
        return True
    return _of_another_year(paper, paragraph, sentence, clause) or _at_another_date(paper, text)


def _is_of_another_base(clause: str) -> bool:
    """Return whether a rate is of something else than the budget: 按到位数计算的执行率为92.92%."""
    found = _OTHER_BASE.search(clause)
    return found is not None and not (found["base"] and _BUDGET.search(found["base"]))


def _is_of_one_line(script: Script, clause: str) -> bool:
    """Return whether money is of what is one of several lines of a table: 截排水工程支出2252.80万元.

    Sources and regions are lines too, of which money is told in its own right.
    """
    found = _ONE_LINE.search(clause)
    if found is None or _SOURCE.search(found["name"]) or REGION.fullmatch(found["name"]):
        return False
    return any(
        sum(cell.spot.column == 1 for cell in table.cells) > _LEAST_LINES
        for table in script.tables()
        for cell in table.cells
        if cell.spot.row > 1 and cell.spot.column == 1 and cell.text.strip() == found["name"]
    )


def _of_another_year(paper: Paper, paragraph: Paragraph, sentence: str, clause: str) -> bool:
    """Return whether the last year that a sentence names, else its heading, lies before that of the paper.

    So is money of a year to come, named in its own clause (2026年预算安排管护经费), and of one year in a paper of several.
    """
    year = paper.period.year or 0
    beside = _YEAR_BESIDE.findall(clause)
    if beside and (int(beside[-1]) > year or is_of_years(_opening(paper))):
        return True
    named = _YEAR.findall(sentence)
    if not named and paragraph.path:
        named = _HEADED.findall(paragraph.path[-1].title)
    return bool(named) and int(named[-1]) < year


def _at_another_date(paper: Paper, text: str) -> bool:
    """Return whether money is told as it stood before the end of the year, as a monitoring found it.

    The last date before it decides; a paper that is itself of that month speaks of its own state.
    """
    found = list(_OTHER_DATE.finditer(text))
    clause = re.split("[，。；]", text)[-1]
    if _ONE_MONTH.search(clause) or _DATES.search(clause):
        return True
    if not found or _OWN_DATE.search(text, found[-1].end()):
        return False
    if found[-1]["from"] and found[-1]["from"] != _JANUARY:
        return True
    month = found[-1]["to"] or found[-1]["at"] or found[-1]["by"]
    return month != _DECEMBER and not (month and _is_of_month(paper, month))


def _is_of_month(paper: Paper, month: str) -> bool:
    """Return whether a paper is of a month of its year, not only written in that month of the next."""
    named = re.findall(rf"(?:(20\d\d)年)?(?<!\d){month}月", _title(paper))
    return any(not year or int(year) == paper.period.year for year in named)


def _title(paper: Paper) -> str:
    return "".join(_opening(paper))


def _opening(paper: Paper) -> list[str]:
    return [one.text for one in paper.paragraphs[:3] if "。" not in one.text]
