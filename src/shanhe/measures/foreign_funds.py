"""A fund, or a date by which something will be done, that a report cannot mean."""

import re
from collections.abc import Iterator

from shanhe.measures.sentences import Sentence, sentences, without_quotations
from shanhe.records.dossier import Dossier
from shanhe.records.source import Operand
from shanhe.values.regex import regex

_FUND = regex(
    "重点生态保护修复治理资金|(?:水|大气|土壤)污染防治资金|农村环境整治资金|林业草原(?:生态保护恢复|改革发展)资金"
    "|农田建设补助资金|海洋生态保护修复资金|地质灾害防治资金|水利发展资金|海绵城市建设补助资金"
)
_OWN = regex(
    "(?:中央|省级|自治区级|[市盟州]级|[县旗区]级)(?:财政)?[\u4e00-\u9fff]{3,16}?(?:补助|专项|奖补|治理)资金"
)
_TAIL = 4
_ELSE = regex("其他|另|统筹|整合")
_OF_ITSELF = regex("安排|下达|拨付|使用|支付|申请|收到|到位|自评")
_USED = regex("(?:自评|评价|绩效)[^。；]{0,6}结果[^。；]{0,40}(?:依据|参考|挂钩|应用|用于)")
"""How the result is put to use: for the money of the same fund."""
_BRACKETED = regex("（[^（）]*）")
_BESIDE = regex("其他|另有|另外|统筹|整合|协同|衔接|不得|重复|分别|和|与|及|、|以及|同时")
_WITH = regex("(?:结果|成果|成绩|情况)[^，。；与和同]{0,4}[与和同]")
"""What the result goes with, which is no second fund: 自评结果与…资金分配挂钩."""
_DUE = regex(r"(20\d\d)年\d{1,2}月(?:\d{1,2}日|底)?(?:之)?前(?!已)[^。；，]{2,24}")
_CARRIED = regex(
    r"(?:结转|转入)(?:至|到)?(20\d\d)年度?(?:继续|统筹|安排)?(?:(?:使用|支出|支付)(?!的)|(?=[。；，）)]|$))"
)
_FILLED = regex(r"(?:填报|填表|自评|评价)(?:日期|时间)[：:]\s*(20\d\d)年(\d{1,2})月")
_PUBLISHED = regex(
    r"(20\d\d)年\d{1,2}月(?:\d{1,2}日)?(?:已|起|前)?(?:在|于|通过)[^。；，]{2,30}(?:网站|门户|平台|公众号)[^。；，]{0,40}公开"
)
_FIRST_MONTH = 10
"""In which, of the year evaluated, the first forms are filled."""
_TOLD = regex("要求|规定|已|曾|原定|原计划|通知|实际|应于|批复|办法|按期")


def foreign_funds(dossier: Dossier) -> Iterator[tuple[str, Operand]]:
    """Yield a fund that one sentence names alone, where the paper is of one other fund throughout.

    Where the result is put to use, it is enough that the other is named twice.

    Example:
        ``自评结果作为安排水污染防治资金的依据`` in a report whose other sentences all say 农田建设补助资金.
    """
    named = [
        (found, sentence)
        for line in dossier.texts
        if "资金" in line.text
        for sentence in sentences(line)
        for found in _FUND.finditer(sentence.text)
    ]
    counts: dict[str, int] = {}
    for found, _ in named:
        counts[found[0]] = counts.get(found[0], 0) + 1
    often = max(counts.values(), default=0)
    for found, sentence in named if len(counts) == 2 else ():
        least = 2 if _USED.search(sentence.text) else 4
        if counts[found[0]] == 1 and often >= least and _is_meant(found, sentence):
            yield found[0], sentence.operand(found.start(), found.end())


def other_than_the_title(dossier: Dossier) -> Iterator[tuple[str, Operand]]:
    """Yield the fund that the result is to be used for, where it is named once and the title names another like it.

    Example:
        ``自评结果与2026年省级森林质量提升补助资金分配挂钩`` in the report on 省级湿地生态修复补助资金.
    """
    own = _OWN.search(dossier.programme.name)
    if own is None:
        return
    everything = "".join(line.text for line in dossier.texts)
    for line in dossier.texts:
        for sentence in sentences(line) if _USED.search(line.text) else ():
            for found in _OWN.finditer(sentence.own_words):
                alone = everything.count(found[0]) == 1
                if alone and _is_another(found[0], own[0]) and not _ELSE.search(sentence.text):
                    yield found[0], sentence.operand(found.start(), found.end())


def _is_another(one: str, own: str) -> bool:
    """Return whether a fund is of the same sort as another, and not the same in fewer words."""
    return one[-_TAIL:] == own[-_TAIL:] and one not in own and own not in one


def _is_meant(found: re.Match[str], sentence: Sentence) -> bool:
    words = without_quotations(sentence.text)
    clause = re.split("[，；。]", _BRACKETED.sub("", words[: found.end()]))[-1]
    clause = _WITH.sub("", clause)
    same = words[found.start() : found.end()] == found[0]
    return same and _OF_ITSELF.search(clause) is not None and not _BESIDE.search(clause)


def past_deadlines(dossier: Dossier) -> Iterator[tuple[str, Operand]]:
    """Yield a date by which something will be done, or a year money goes to, that cannot be meant.

    Example:
        ``由供水公司于2023年6月30日前完成`` in the report on 2024.
    """
    year = dossier.programme.year
    for line in dossier.texts:
        for sentence in sentences(line) if year and "20" in line.text else ():
            words = without_quotations(sentence.text)
            for found in _DUE.finditer(words):
                clauses = re.split("[，；。]", words[: found.start()])
                near = "".join(clauses[-2:]) + found[0]
                late = int(found[1]) < year and not _TOLD.search(near)
                if late and re.search("由|负责|责成|督促|会同|牵头", near):
                    yield f"{found[1]}年", sentence.operand(found.start(), found.end())
            yield from _misdated(sentence, words, year)


def _misdated(sentence: Sentence, words: str, year: int) -> Iterator[tuple[str, Operand]]:
    """Yield the year that money cannot be carried over to, and the day a form cannot be filled on."""
    for found in _CARRIED.finditer(words):
        if int(found[1]) not in {year, year + 1}:
            yield f"{found[1]}年", sentence.operand(found.start(), found.end())
    for found in _PUBLISHED.finditer(words):
        if int(found[1]) < year:
            yield f"{found[1]}年", sentence.operand(found.start(), found.end())
    for found in _FILLED.finditer(words):
        if (int(found[1]), int(found[2])) < (year, _FIRST_MONTH):
            yield f"{found[1]}年", sentence.operand(found.start(), found.end())
