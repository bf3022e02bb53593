"""Names that a sentence tells to be the first or the last, as told: 完成率最低的是丙县; 甲县完成率居首; 按合同额排序，前三位依次是…."""

import re
from collections.abc import Iterator

from shanhe.measures.frame import AMOUNT
from shanhe.values.regex import regex

LISTED = "所列数"
"""What a name is first by that follows a list of values: ``油松4.26万株、…，油松最多``."""
SHARE = regex("(?:所?占(?:[\u4e00-\u9fff]{1,6}?的?)?)?(?:比重|比例|份额)|占比")
"""What a share is called, in sentences and above columns alike."""
LEAST_NAME = 2
_WORD = r"[^，。；：、（）()]"
_MOST, _LEAST = "高|多|大|快|好|重|长", "低|少|小|慢|差|轻|短"
_IS = regex(
    rf"(?P<of>{_WORD}{{2,12}}?)?最(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))的?(?:依次|分别)?[是为](?P<name>{_WORD}{{2,16}})(?=[，。；（]|$)"
)
_HAS = regex(
    rf"(?:^|(?<=[，。；：])|(?<=最[高低多少大小快慢好差重轻长短]、))(?P<whole>{_WORD}{{2,24}}?)(?:最(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))(?=[，。；、]|$)|(?:位?居|排名?|列)(?:(?P<first>首位?|第一位?|榜首)|(?P<last>末位?|最后|倒数第一))(?=[，。；]|$))"
)
_WHICH = regex(
    rf"(?P<of>{_WORD}{{2,8}}?)最(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))的(?P<name>(?![是为])[\u4e00-\u9fff]{{2,10}}?(?:[县市区旗镇乡州盟]|标段|片区))(?=[，。；（\u4e00-\u9fff])"
)
_FALLING = "(?:[从由](?:高到低|大到小|多到少))"
_ORDER = regex(
    rf"(?:按照?(?P<of>{_WORD}{{2,8}}?){_FALLING}?(?:排序|排列|排名)|(?:^|(?<=[，。；）]))(?P<of2>{_WORD}{{2,16}}?)(?:按|排名)?{_FALLING}|[从按](?P<of3>{_WORD}{{2,8}}?)看，{_WORD}{{0,8}}?{_FALLING}(?:排序|排列|排名)?)[，,]?"
    rf"(?:(?:位居|居|排名?|列)?前[两二三四五六七八九十\d]?(?:{AMOUNT})?[位名]?的?)?(?:依次|分别)?[是为](?P<names>[^，。；：]{{4,60}})"
)
_TOP = regex(
    rf"(?P<of>{_WORD}{{2,10}}?)(?:位?居|排名?|位列|列)?(?:全[市县省区])?(?P<end>前|后|末)(?P<many>[两二三四五])(?:位|名)的(?P<names2>[^，。；：]{{4,40}}?)(?:(?<=[县市区旗镇乡村段])(?![、和及])|(?=分别|各|的|予以|给予|进行|[，。；]|$))"
)
"""对执行率前两位的甲县、乙县分别调增: the first of all, in whatever order."""
_MANY = "两二三四五"
_OPEN = regex("之一|除(?![^，。；]{1,14}外的)|以外|前[两三四五]|上年|去年|同期|历年|以来")
_OF = regex(
    "(?P<name>.+?)的?(?P<of>(?:[\u4e00-\u9fff]{2}率|[\u4e00-\u9fff]{2}面积|扣分|得分|增[长幅]|降幅|支[付出]|满意度|(?:所?占)?(?:比重|比例|份额)|占比))$"
)
_FALLS = regex(
    rf"(?:^|(?<=[。；]))(?P<of4>{_WORD}{{2,14}}?)(?:目标|计划|任务|完成|实际)?(?:超过|高于|大于|不低于|达到|低于|不足|小于)[^。；]{{2,40}}?[，,]{_FALLING}(?:排列|排序)?[，,]?(?:依次|分别)?[是为](?P<names>[^，。；：]{{4,60}})"
)
"""修复面积超过100公顷的有4个县，从大到小为甲县、乙县、丙县和丁县."""
_SHARED = regex(
    rf"(?:^|(?<=[。；]))(?P<name>{_WORD}{{2,12}}?)(?:支出|支付|投资|完成|安排|预算|下达|到位|修复|治理|建设|金额|面积|为)*{AMOUNT}[，,]占{_WORD}{{0,10}}{AMOUNT}[，,](?=所?占|比[重例]|份额)"
)
"""地貌重塑支出6985.40万元，占总支出的33.80%，比重最大: before what share it is."""
_OF_YEAR = regex("20\\d\\d年(?=度?的?[\u4e00-\u9fff]{2,6}$)")
Told = tuple[re.Match[str], str, tuple[str, ...], bool]
"""Words, what it is by, names and whether the highest is meant."""


def told_firsts(text: str, heads: re.Pattern[str]) -> Iterator[Told]:
    """Yield what is told to be first by something, ``heads`` being a name with a word that heads a column.

    Example:
        ``完成率最低的是乙县`` is 乙县 by 完成率, from the lowest.
    """
    if "最" in text:
        yield from _named_first(text)
        yield from _first_that(text)
    yield from _first_by(text, heads)
    yield from _in_order(text)
    yield from _among_first(text)


def _named_first(text: str) -> Iterator[Told]:
    last = ""
    for found in _IS.finditer(text):
        of = found["of"] or ""
        of = re.sub(f"^(?:其中|从|{AMOUNT}?个?[\u4e00-\u9fff]{{1,4}}中)", "", of) if of else last
        last = of
        if of and not _OPEN.search(_clause(text, found)):
            yield found, of, (found["name"],), bool(found["most"])


def _first_that(text: str) -> Iterator[Told]:
    for found in _WHICH.finditer(text):
        of = re.sub("^.*?(?:对|由|将|在)", "", found["of"])
        if len(of) >= LEAST_NAME and not _OPEN.search(_clause(text, found)):
            yield found, of, (found["name"],), bool(found["most"])


def _first_by(text: str, heads: re.Pattern[str]) -> Iterator[Told]:
    last = ""
    for found in _HAS.finditer(text):
        whole = re.sub("^其中", "", found["whole"])
        split = _OF.fullmatch(whole) or heads.fullmatch(whole)
        year = None if split else _OF_YEAR.match(whole)
        of = split["of"] if split else last or LISTED
        name = split["name"] if split else year[0] if year else whole
        if SHARE.fullmatch(whole):
            of, name = "占比", _whose_share(text, found)
        last = of
        if name and not _OPEN.search(_clause(text, found)):
            yield found, of, (name,), bool(found["most"] or found["first"])


def _in_order(text: str) -> Iterator[Told]:
    orders = [(found, found["of4"]) for found in _FALLS.finditer(text)] if "到" in text else []
    if "按" in text or "到" in text:
        told = _ORDER.finditer(text)
        orders += [(found, found["of"] or found["of2"] or found["of3"]) for found in told]
    for found, of in orders:
        names = re.split("[、和及]", found["names"])
        if len(names) > 1 and not re.search("[从由][低小少]", found[0]):
            yield found, of, tuple(names), True


def _among_first(text: str) -> Iterator[Told]:
    for found in _TOP.finditer(text) if "位的" in text or "名的" in text else ():
        names = tuple(re.split("[、和及]", found["names2"]))
        many = max(2, _MANY.index(found["many"]) + 1)
        of = re.sub("^.*?(?:对|由|将|在|给)", "", found["of"])
        if len(names) == many and len(of) >= LEAST_NAME and not re.search("上年|去年", of):
            yield found, of, names, found["end"] == "前"


def _whose_share(text: str, found: re.Match[str]) -> str:
    """Return whose share is told to be the greatest or the smallest, empty where its part of the sentence does not begin with it."""
    before = (one for one in _SHARED.finditer(text) if one.end() == found.start("whole"))
    return next((one["name"] for one in before), "")


def _clause(text: str, found: re.Match[str]) -> str:
    return re.split("[。；]", text[: found.start()])[-1] + found[0]
