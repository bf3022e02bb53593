"""文字所述年度、资金和地区为本项目的年度、资金和地区.

A report copied from another year, fund or place betrays itself where it speaks of itself: in the
title, in the year under the form's name, in sentences on the goal of the year, and where a bureau
acts. Comparisons with earlier years, titles of documents, plans for later years and money carried
over are left alone, and so is a year that the paper has targets for.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.foreign_funds import foreign_funds, other_than_the_title, past_deadlines
from shanhe.measures.foreign_places import foreign_places
from shanhe.measures.foreign_years import foreign_years
from shanhe.measures.sentences import Sentence, sentences, without_quotations
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.regex import regex

_OWN_YEAR = regex(r"[（(]\s*(20\d\d)\s*年度\s*[）)]")
_TITLE = regex(r"[^。，；]{0,50}?(20\d\d)年?度?[^。，；]{0,24}(?:自评报告|自评表)")
_OF_YEAR = regex(
    r"(?<![较比与同自至—～~\-结转\d])(20\d\d)年(?:年?度)?"
    r"(?:绩效目标|总体目标|绩效自评|绩效指标|预算执行情况|资金使用情况|全年实际)"
)
_BODY = regex(
    r"(?:^|[，。；：、（(“\u3000])([\u4e00-\u9fff]{2,8}?[市盟州])"
    r"(?:人民政府|财政局|自然资源(?:和规划)?局)"
)
_PROVINCE = regex(
    r"(河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南"
    r"|西藏|陕西|甘肃|青海|宁夏|新疆)(?:省|自治区|壮族自治区|回族自治区|维吾尔自治区)"
    r"(?:人民政府|财政厅|自然资源厅)"
)
_OFFICE = regex(
    r"财政部(?:驻)?(河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南"
    r"|西藏|陕西|甘肃|青海|宁夏|新疆)(?:省|自治区|壮族自治区|回族自治区|维吾尔自治区)?(?:财政)?监[管察](?:专员办)?(?:局|办)"
)
"""The ministry's own office in a province, to which its reports go as well."""
_LAST_YEAR = regex("上一?年度?|整改|反映(?:的)?(?:主要)?问题|发现(?:的)?问题")
_ACTING = regex("人民政府|财政[局厅部]|自然资源")
_BEFORE = regex(
    r"^(?:[一二三四五六七八九十]是)?(?:根据|按照|会同|配合|督促|通过|经过|报请|上报|报送|提请|协调|联合|组织|所属|所在|有关|相关|涉及|以及"
    r"|并|再|已|均|报|经|由|向|与|和|及|对|将|在|到|至|全|各|该|本|我|请|为|被)*"
)
_NO_NAME = (*"级到在由向至及和与给的为将经报对把", "直辖", "有关", "相关", "试点", "所辖", "全")
_CITY = regex("(?:^|(?<=[省区]))((?:(?![省区])[\u4e00-\u9fff]){2,5}?[市盟州])")
_MODELS = ("参照", "借鉴", "学习", "考察", "交流")


@rule(
    id="STRUCT-809",
    severity=WARN,
    basis=["practice#E-55"],
    zh="正文出现非本项目的{what}，疑为套用其他报告：{names}",
    en="{what} in the text that is not this programme's, as if taken from another report: {names}",
    only=Only.PAPER,
)
def texts_are_of_this_programme(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once for other years, once for other funds, and once for other places."""
    years = list(_years(dossier))
    told = {operand.where for _, operand in years}
    for one in foreign_years(dossier):
        operand = one.sentence.operand(one.start, one.end)
        if operand.where not in told:
            years.append((one.words, operand))
    years += [pair for pair in past_deadlines(dossier) if pair[1].where not in told]
    if years:
        yield _hit(Both("年度", "a year"), years)
    funds = [*foreign_funds(dossier), *other_than_the_title(dossier)]
    if funds:
        yield _hit(Both("资金", "a fund"), funds)
    places = [
        (one.name, one.sentence.operand(one.start, one.end))
        for one in foreign_places(dossier, catalogue)
    ]
    seen = {operand.where for _, operand in places}
    places += [pair for pair in _places(dossier) if pair[1].where not in seen]
    if places:
        yield _hit(Both("地区", "a place"), places)


def _hit(what: Both, found: list[tuple[str, Operand]]) -> Hit:
    names = listed(dict.fromkeys(f"“{name}”" for name, _ in found))
    return Hit(tuple(at for _, at in found), {"what": what, "names": names})


def _years(dossier: Dossier) -> Iterator[tuple[str, Operand]]:
    own = dossier.programme.year
    known = {own, *(head.period.year for head in dossier.versions)}
    known |= {target.period.year for target in dossier.targets}
    for line in dossier.texts:
        for sentence in sentences(line) if "20" in line.text else ():
            for found, later in _said(sentence):
                year = int(found[1])
                beside = re.search(f"{own}年|本年|今年", sentence.text) and not later
                last = beside or _LAST_YEAR.search(line.section + sentence.text)
                if year == own - 1 and last:
                    continue
                if year != own and (later or (year < own and year not in known)):
                    yield found[0], sentence.operand(found.start(), found.end())


def _said(sentence: Sentence) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield years that the paper says of itself, and whether a later one is wrong as well."""
    words = without_quotations(sentence.text)
    title = _OWN_YEAR.fullmatch(words) or _TITLE.fullmatch(words)
    if title is not None:
        yield title, True
    else:
        yield from ((found, False) for found in _OF_YEAR.finditer(words))


def _places(dossier: Dossier) -> Iterator[tuple[str, Operand]]:
    own = _own_words(dossier)
    one = dossier.programme
    if not (one.city or one.province or one.province_authority or one.province_finance):
        return
    for line in dossier.texts:
        for sentence in sentences(line) if _ACTING.search(line.text) else ():
            if any(word in sentence.text for word in _MODELS):
                continue
            bodies = (_PROVINCE, _OFFICE)
            for found in (one for body in bodies for one in body.finditer(sentence.own_words)):
                if found[1] not in own:
                    yield found[1], sentence.operand(found.start(), found.end())
            for found in _BODY.finditer(sentence.own_words):
                name = _BEFORE.sub("", found[1])
                if _is_foreign(name, own):
                    yield name, sentence.operand(found.end(1) - len(name), found.end())


def _is_foreign(name: str, own: str) -> bool:
    """Return whether a city's name is none of the paper's; long ones hold other words as well."""
    stem = name[:-1]
    return 2 <= len(stem) <= 4 and not stem.endswith(_NO_NAME) and stem[-2:] not in own


def _own_words(dossier: Dossier) -> str:
    """Return every name that the programme goes by, in one string."""
    one = dossier.programme
    names = [one.name, one.province, one.city, one.province_finance, one.province_authority]
    names += [one.local_authority, one.implementing_body, one.using_units]
    for place in dossier.places:
        names += [place.name, place.full_name, place.aliases]
    names += [transfer.taker for transfer in dossier.transfers]
    names += [place for place in _in_title(dossier) if _named_again(place, dossier)]
    return "，".join(names)


def _in_title(dossier: Dossier) -> list[str]:
    """Return the cities of the title: 江西省九江市修河流域…工程2025年度绩效自评报告."""
    first = next(iter(dossier.texts), None)
    return _CITY.findall(first.text) if first is not None else []


def _named_again(place: str, dossier: Dossier) -> bool:
    """Return whether the text names a place of the title as well, so that the title itself is not from elsewhere."""
    return sum(place in line.text for line in dossier.texts) > 1
