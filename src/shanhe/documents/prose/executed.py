"""Sums and rates of the year's money that a sentence states: executed, budget, rate."""

import re
from collections.abc import Iterator
from dataclasses import replace

from shanhe.documents.found import Found
from shanhe.documents.prose.figures import Figure
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.money_in_part import is_in_part
from shanhe.documents.prose.paper import Paper, Span, note
from shanhe.documents.prose.receivers import Names
from shanhe.documents.prose.sentences import sentences
from shanhe.documents.prose.whose_money import of_whom
from shanhe.records.paper import PrintedFact
from shanhe.values.period import TERM
from shanhe.values.quantity import Sign
from shanhe.values.regex import regex
from shanhe.values.unit import unit

_RATE = regex(
    r"(?:预算|资金|支出|支付)?执行(?:率|进度)[^，。；\d]{0,6}$|支付率[^，。；\d]{0,4}$|支出进度[^，。；\d]{0,4}$"
)
_SPENT = regex(
    r"(?:已|实际|累计|共)?(?:支付|支出|执行|使用)(?:数|资金|金额|了|完成)?(?![^，。；\d]*预算)[^，。；\d]{0,8}$"
)
_BUDGET = regex(r"(?:全年|年初|年度)?预算(?:数|安排|资金|总额)?(?:为|共|：)?[^，。；\d]{0,4}$")
_INVESTMENT = regex(
    r"(?<!社会|民间|企业|一期|二期|三期|首期|标段|中央|地方|省级|[市盟州]级|[县旗区]级|外商|债券)(?<!社会资本)(?<![一二三首]期(?:工程|项目))总?投资(?:总额|额|为|共|：|约)*[^，。；\d]{0,4}$"
)
"""What is invested in all; 社会投资 and the like are one source of it."""
_SHARES = (
    ("investment_central", regex(r"中央[^，。；、\d]{0,16}$")),
    ("investment_local", regex(r"(?:地方|省级|[市盟州]级|自筹|[县旗区]级)[^，。；、\d]{0,16}$")),
)
_IN_PLACE = regex(r"到位(?:资金|金额|数)?[^，。；\d]{0,6}$|资金到位[^，。；\d率]{0,6}$")
_IN_PLACE_RATE = regex(r"到位率[^，。；\d]{0,6}$")
_RATES = (("rate", _RATE), ("in_place_rate", _IN_PLACE_RATE))
_SUMS = (("in_place", _IN_PLACE), ("executed", _SPENT), ("budget", _BUDGET))
_YEAR_BEFORE = regex("20\\d\\d年(?:为|是|作为|度)|年度|当年|本年|全年|第[一二三四五]年")
_OF_YEAR = regex("20\\d\\d年|年度|当年|本年|全年|年内")
_KINDS = regex("基本支出|项目支出")
_PART = regex(
    r"(?:中央|地方|省级|市县|[市盟州]级|[县旗区]级|其他(?!费|项目|工程)|自筹|配套|基本|项目)[^，。；、\d]{0,12}$"
)
_EACH = regex("每|平均|[亩户人]均|单位投资")
_NOT_WHOLE = regex(
    "完成|结算|决算|(?:审定|核定|评审)(?!总)|增加|减少|新增|追加|核减|变更|调整|节约|累计|实际|已|标段|子项目|单项|合同|图斑|每|剩余"
)
"""Words of a clause whose investment is not that of the programme, or not the planned one."""
_USE = regex(
    r"(?:支付|支出|使用)(?:了)?[^，。；、\d]{0,10}(?:(?<!经)费用?|工程款|进度款|合同价?款|合同金额|合同总?价|价款|尾款|款项|报酬|工资|补偿金?|质保金|保证金|预付款)(?:共计?|合计|为)?$"
    r"|(?<!经)费用?(?:共|已|累计)?(?:支付|支出|使用)(?:了|共|为)?$"
)
"""One use of the money: 支付工程施工费13630.35万元."""
_MADE_OF = regex("[，：:]?(?:包括|包含|其中|由|含|分别为|系)")
_TOLD_ANEW = regex("[；;]|支付|支出|执行|到位|使用")
"""After a sum that is left its parts follow, which are left too, until something else is told."""
_BOUND = regex("不足|未达到?|不到|不满|达不到|未满")
_EARLIER = regex(
    r"(?:比|较)(?:上一?年|去年|20\d\d年)度?[^，。；]*$"
    r"|(?:较|比|由|从|与|同)(?:上一?年度?|去年|往年|年初|期初|同期|上年同期|[^，。；]{0,4}平均)[^，。；]{0,4}$"
)
"""A rate that this year's is compared with: 执行率较上年的92.10%上升2.45个百分点."""
_CHANGED_FROM, _CHANGED_TO = regex("[由从] ?$"), regex(" ?(?:调|增|减|提高|压|追加|变更)")
_INITIAL = regex("年初")
_NOT = regex(
    "预算科目|支出责任|目标|占|[应待拟需欠](?:支付|支出|付)|[少多](?:支付|支出|到位)|超(?:进度|合同|范围|标准|比例|额|前|期)*(?:支付|支出|付|使用)|(?:提前|重复|违规)(?:支付|支出|使用)|计划支(?:付|出)|(?:未|没有?|未能|没能)(?:支付|执行|使用|支出)|尚未|结转|结余|余额|剩余|其余|收回|缺口"
)


def read_executed(paper: Paper) -> Found:
    """Return facts about the year's money that are neither transfers nor table rows.

    Where a sentence tells the local money level by level (省级、县级), none of them is all of it.

    Example:
        ``资金执行率为０`` is the rate 0 %; ``总投资5.54亿元，其中中央资金3亿元`` the investment,
        55400 万元, and its central part.
    """
    found = Found()
    known = Names(paper.names)
    for paragraph in (*paper.paragraphs, *paper.cells):
        if paragraph.passage.spot.table and not re.search("[，。]", paragraph.text):
            continue
        for span in sentences(paragraph):
            told = list(_in_sentence(paper, known, paragraph, span))
            levels = [fact for fact, _ in told if fact and fact.concept == "investment_local"]
            for fact, figure in told:
                if fact is not None and (fact not in levels or len(levels) == 1):
                    found.add("facts", fact)
                note(found, paragraph, (figure.start, figure.end))
    return found


def _in_sentence(
    paper: Paper, known: Names, paragraph: Paragraph, span: Span
) -> Iterator[tuple[PrintedFact | None, Figure]]:
    """Yield the facts of a sentence with their figures; ``None`` where it is nobody's we know."""
    start, end = span
    last, invested, whole, yearly, left = start, False, "", False, False
    for figure in paragraph.lexed.figures_in(start, end):
        lead = paragraph.text[max(last, figure.start - 30) : figure.number]
        whole = "" if re.search("[；;]", lead) else whole
        last = figure.end
        if left and not _TOLD_ANEW.search(lead):
            continue
        left = _NOT.search(lead) is not None and _MADE_OF.match(paragraph.text, last) is not None
        fact = _part_of(whole, lead, figure) or _meaning(lead, figure, invested)
        other = is_in_part(paper, paragraph, figure) or _is_changed(lead, paragraph.text, last)
        if fact is not None and fact[0] == "funds" and other:
            fact = None
        invested = invested or fact == ("investment", "target")
        if fact is not None and fact[0] == "funds" and not fact[1].endswith("rate"):
            whole = fact[1]
        elif _NOT.search(lead):
            whole = ""
        if fact is None or figure.vague:
            continue
        own = re.split("[，；。]", lead)[-1]
        words = paragraph.text[start : figure.start]
        if fact[0] == "investment":
            yearly = _OF_YEAR.search(own) is not None
            if _NOT_WHOLE.search(own) or _of_another_year(paper, words, own):
                continue
        record = _fact(paper, paragraph, figure, fact)
        if fact[0] != "funds" and not yearly:
            record = replace(record, period=TERM)
        yield of_whom(record, words, _region(known, words, lead)), figure


def _is_changed(lead: str, text: str, end: int) -> bool:
    """Return whether a sum is what was before a change: 县级预算由660万元调减为600万元."""
    return _CHANGED_FROM.search(lead) is not None and _CHANGED_TO.match(text, end) is not None


def _region(known: Names, words: str, lead: str) -> str:
    """Return the region named last since a semicolon, none where the sum of all is told."""
    since = max(words.rfind(mark) for mark in "；;") + 1
    region = known.last(words, since, len(words))
    return region[0] if region and not re.search("合计|总计|共计", lead) else ""


def _part_of(whole: str, lead: str, figure: Figure) -> tuple[str, str] | None:
    """Return what a part is of that follows a sum: 预算数100万元，其中中央资金80万元、地方20万元."""
    own = _KINDS.sub("", lead)
    if any(shape.search(own) for _, shape in _SUMS) or _INVESTMENT.search(lead):
        return None
    if whole and figure.is_money and not _NOT.search(lead) and _PART.search(lead):
        return "funds", whole
    return None


def _meaning(lead: str, figure: Figure, invested: bool) -> tuple[str, str] | None:
    lead = lead.rstrip("为是达到：约 ") or lead
    if figure.is_percent or not figure.unit_text:
        return _rate_told(lead, figure)
    if not figure.is_money or figure.unit is None or _NOT.search(lead):
        return None
    if _INVESTMENT.search(lead):
        return None if _EACH.search(lead) else ("investment", "target")
    if invested:
        part = next((name for name, shape in _SHARES if shape.search(lead)), None)
        return (part, "target") if part else None
    return _sum_told(lead)


def _sum_told(lead: str) -> tuple[str, str] | None:
    """Return which sum of the year a figure is; one use of the money, and the first of several in turn, is none."""
    aspect = next((name for name, shape in _SUMS if shape.search(lead)), None)
    in_turn = re.search("分别|依次", re.split("[，。；]", lead)[-1]) is not None
    if aspect is None or in_turn or (aspect == "executed" and _USE.search(lead)):
        return None
    return "funds", "initial_budget" if aspect == "budget" and _INITIAL.search(lead) else aspect


def _rate_told(lead: str, figure: Figure) -> tuple[str, str] | None:
    """Return which rate a figure is; a bound (执行率低于90%的适当扣减) is the rate of nobody.

    The first of several in turn (分别为98%、95%和90%) is of the first of several sums.
    """
    if (
        figure.sign not in {Sign.NONE, Sign.EQUAL}
        or _BOUND.search(lead[-4:])
        or _EARLIER.search(lead)
        or re.search("分别|依次", lead)
    ):
        return None
    rate = next((name for name, shape in _RATES if shape.search(lead)), None)
    return ("funds", rate) if rate else None


def _of_another_year(paper: Paper, words: str, own: str) -> bool:
    """Return whether an investment is of another year, by its clause or, where that is of none, its sentence.

    Example:
        ``2024年为第二个实施年度，计划投资9920万元``.
    """
    years = re.findall(r"(20\d\d)年(?!底前|底以前)", own)
    if years or _OF_YEAR.search(own):
        return bool(years) and paper.period.key not in years
    named = re.search("总投资|投资总额|[估概]算|批复", own)
    return named is None and _YEAR_BEFORE.search(re.split("[；。]", words)[-1]) is not None


def _fact(paper: Paper, paragraph: Paragraph, figure: Figure, fact: tuple[str, str]) -> PrintedFact:
    rate = fact[1].endswith("rate")
    return paper.make(
        PrintedFact,
        paragraph,
        (figure.start, figure.end),
        {},
        concept=fact[0],
        aspect=fact[1],
        period=paper.period,
        amount=figure.amount if rate else figure.wan,
        unit=unit("%") if rate else unit("万元"),
        in_form=bool(paragraph.passage.spot.table),
    )
