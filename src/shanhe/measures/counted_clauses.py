"""Items that a sentence counts before or after it names them: 由四部分构成：…；以上三项措施; 甲、乙、丙3项按目标完成."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shanhe.measures.frame import AMOUNT, Frame
from shanhe.records.paper import TextLine
from shanhe.records.source import Operand
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_COUNT = r"\d{1,2}|[一二两三四五六七八九十]"
_POINT = regex(r"(?:^|[，。；：:、])\s*([一二三四五六七八九十])是")
_BACK = regex(
    rf"(?:针对|对|就|围绕)?(?:上述|以上|前述)(?P<n>{_COUNT})(?:个|项|条|点|方面|类)的?(?:问题|不足|短板|偏差|措施|原因|任务|建议|意见|事项|工作|(?<=[\d一二两三四五六七八九十][项条点])(?=[均都]?由[^，。；]{{1,16}}?(?:调度|督办|督促|督导|牵头|负责|落实|跟踪)))"
)
_DIGITS = "一二三四五六七八九十"
_ITEM = regex(
    r"\s*(?:[（(]?(?P<word>[一二三四五六七八九十])[）)、]|[（(]?(?P<n>\d)[）).．、](?!\d))"
)
_NEAR = 6
_MADE_OF = regex(
    rf"(?P<n>{AMOUNT}|[两二三四五六七八九十])[大个]?(?:部分|类|项|块|方面)(?:构成|组成|资金|费用|支出|内容|原因)?：$"
)
_OF_ALL = regex("^(?:其中|合计|共|总|占|比|较|按|分别|上述|以上|均|已|全部|约)")
_CLAUSES = 2
_MOST_APART = 2
_STATE = regex(
    rf"(?P<list>(?:[\u4e00-\u9fff]{{2,14}}、)+[\u4e00-\u9fff]{{2,14}}?)(?P<n>{_COUNT})项(?:指标|任务)?(?:均|都|已|全部)?(?:于?20\d\d年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?[底末]?前?)?(?:均|都|已|全部)?(?:按(?:目标|期|时|计划)|如期|超额|未(?:达|完成|能)|没有(?:达到|完成)|达到|完成(?!率)|低于|高于|达标|不达标)"
)
_OFFICE = "[\u4e00-\u9fff]{0,10}?(?:局|委员会|委|厅|办公室|办|中心|院|处)"
_OFFICES = f"{_OFFICE}(?:[、和及与]{_OFFICE})*"
_TOGETHER = regex(
    rf"(?:^|[，。；由])(?P<lead>{_OFFICES})(?:牵头|主持|负责|组织)，(?P<more>{_OFFICES})(?:等)?(?:参加|参与|配合|协助|协同)，(?:以上|上述)?(?P<told>(?P<n>{_COUNT})个?(?:部门|单位))(?:共|联合|各|一起|分工)"
)
"""Offices that work together, counted after them: 由甲局、乙局牵头，丙局、丁局参加，4个部门共抽调15人."""
_JOINED_BY = regex(
    rf"(?:^|[，。；由])(?P<lead>{_OFFICES})(?:牵头)?(?:会同|联合)(?P<more>{_OFFICES})(?P<open>等)?(?=[，。；]|[于对共开组成赴])"
    rf"[^；]{{0,120}}?(?<=[，。])(?P<told>(?P<n>{_COUNT})个?(?:[市县区旗省]级|主管)?(?:部门|单位))(?=组成(?!的)|共|联合|派|抽)"
)
"""Offices one of which joins the others, counted later on: 甲局会同乙局、丙局…。3个市级部门组成5个核查组."""
PLACE_ENDS = {
    "市": "市州盟",
    "县": "县区旗市",
    "区": "区县",
    "旗": "旗县区",
    "镇": "镇乡",
    "乡": "乡镇",
}
"""How places end that are counted as such."""
_EACH_PLACE = regex("([\u4e00-\u9fff]{1,9}?[市州盟县区旗镇乡])(\\d{1,3})个")
_WITH_PARTS = regex(
    rf"(?<![\d.])(?P<n>{_COUNT})个?(?:地级|设区的?)?(?P<kind>[市县区旗镇乡])[、和共]?(?P<m>\d{{1,3}})个[县区旗市镇乡村][^，。；\d]{{0,12}}"
    rf"[，,：:（(](?:其中)?[，：:]?(?P<list>{_EACH_PLACE.pattern}(?:、{_EACH_PLACE.pattern})+)(?=[，。；）)])"
)
_THING = r"[\u4e00-\u9fff]{2,20}"
_NAMED_AFTER = regex(
    rf"的(?:共?有)?(?P<told>(?P<n>{_COUNT})[个项家处条](?:子项目|标段|单位|乡镇|[县区镇乡村]|指标|项目|断面|片区|工程)?)，?(?:分别|依次)?[为是](?P<list>{_THING}(?:、{_THING})*(?:[和及与]{_THING})?)(?=[，。；])"
)
"""Things counted and then named: 未到现场的2个为鸟类栖息地修复工程和植被恢复工程."""
_OF_OFFICES = regex(
    rf"由(?P<list>{_OFFICE}(?:（[^（）]*）)?(?:、{_OFFICE})+)(?P<told>(?:共|等)?(?P<n>{_COUNT})[个家](?:部门|单位|机构))(?=[^，。；]{{0,6}}(?:实施|承担|负责|组织|参加|参与|分工|联合|共同))"
)
"""Offices that are counted right after their names: 由县林业局、县水利局2家单位实施."""
_NO_NAME = regex("(?:等|其他|其余|另|完成|达到|共|计|的|有|余|第|前|后|及|和|与)$")
_AND = regex("[和与]|(?<![涉普])及")
_AND_OFFICE = regex("(?<=[局委会厅办心院处])[和与及]")
"""Joins two offices; 住房和城乡建设局 is one."""


@dataclass(frozen=True, slots=True)
class CountedItems:
    """A number of items as told, and how many there are; ``start`` and ``end`` are places of the text given."""

    stated: str
    listed: int
    start: int
    end: int


def parts_of_clauses(frame: Frame) -> Iterator[CountedItems]:
    """Yield the count before a colon if the clauses up to the full stop, an amount each, are others; places of the skeleton.

    Example:
        ``结余由三部分构成：工程款75.86万元，一标、三标质保金44.30万元，核减8.56万元，未付款11.28万元。`` lists 4.
    """
    text = frame.bones.text
    for colon in re.finditer("：", text):
        found = _MADE_OF.search(text[: colon.end()])
        rest = re.split("。|$", text[colon.end() :])[0]
        clauses = [one for one in re.split("；" if "；" in rest else "，", rest) if one]
        if found is None or len(clauses) < _CLAUSES or "等" in rest:
            continue
        marks = [re.findall(AMOUNT, clause) for clause in clauses]
        if any(len(own) != 1 for own in marks) or any(map(_OF_ALL.match, clauses)):
            continue
        amounts = [frame.bones.amount(own[0]) for own in marks]
        word = found["n"]
        marked = re.fullmatch(AMOUNT, word) is not None
        stated = int(frame.bones.amount(word).quantity.value) if marked else count_of(word)
        like = all(one.is_like(amounts[0]) and not one.is_percent for one in amounts)
        if like and stated != len(clauses):
            words = frame.operand(found.start(), found.end() - 1).text
            yield CountedItems(words, len(clauses), found.start(), colon.end() + len(rest))


def places_with_parts(text: str) -> Iterator[CountedItems]:
    """Yield the number of places told with that of their parts, if the list of how many parts each has is of others.

    The parts have to make the number told with them, so that the list is whole.

    Example:
        ``涉及5市25个县，其中广元市7个、绵阳市5个、南充市8个、巴中市5个`` lists 4, of 25.
    """
    for found in _WITH_PARTS.finditer(text) if "、" in text else ():
        items = _EACH_PLACE.findall(found["list"])
        made = sum(int(number) for _, number in items)
        whole = made == int(found["m"]) and len(items) == found["list"].count("、") + 1
        like = all(name[-1] in PLACE_ENDS[found["kind"]] for name, _ in items)
        if whole and like and count_of(found["n"]) != len(items):
            end = found.end("kind")
            yield CountedItems(text[found.start() : end], len(items), found.start(), end)


def states_of_names(text: str) -> Iterator[CountedItems]:
    """Yield the number of things of one state that are named right before it, if they are others.

    Example:
        ``湿地修复、增殖放流、断面建设4项按目标完成`` names 3; joined by 及 or 和 a name may be two.
    """
    for found in _STATE.finditer(text) if "、" in text and "项" in text else ():
        items = found["list"].split("、")
        most = len(items) + len(_AND.findall(found["list"]))
        if not _NO_NAME.search(items[-1]) and not len(items) <= count_of(found["n"]) <= most:
            stated = found[0][len(found["list"]) :]
            yield CountedItems(stated, len(items), found.start(), found.end())


def names_after_count(text: str) -> Iterator[CountedItems]:
    """Yield the number of things that is told before their names, if they are others; 和 may stand within a name.

    Example:
        ``未到现场的3个为鸟类栖息地修复工程和植被恢复工程`` names 2.
    """
    for found in _NAMED_AFTER.finditer(text) if "个" in text or "为" in text else ():
        items = re.split("、", found["list"])
        most = len(items) + len(_AND.findall(found["list"]))
        if "等" not in found["list"] and not len(items) <= count_of(found["n"]) <= most:
            yield CountedItems(found["told"], most, found.start("told"), found.end())


def offices_counted(text: str) -> Iterator[CountedItems]:
    """Yield the number of offices that is told right after all of their names, if they are others.

    Example:
        ``由县林业局、县水利局、县农业农村局4家单位实施`` names 3.
    """
    for found in _OF_OFFICES.finditer(text) if "、" in text else ():
        items = found["list"].split("、")
        most = len(items) + len(_AND_OFFICE.findall(found["list"]))
        open_ = found["told"].startswith("等") and count_of(found["n"]) > len(items)
        if not open_ and not len(items) <= count_of(found["n"]) <= most:
            yield CountedItems(found["told"], len(items), found.start("list"), found.end())


def offices_together(text: str) -> Iterator[CountedItems]:
    """Yield the number of offices that is told after those that lead and those that take part, if they are others.

    Example:
        ``由财政局、林业局牵头，审计局参加，4个部门共抽调15人`` names 3.
    """
    for found in _TOGETHER.finditer(text) if "参" in text or "配合" in text or "协" in text else ():
        names = [one for key in ("lead", "more") for one in re.split("[、和及与]", found[key])]
        if "等" not in found[0] and count_of(found["n"]) != len(names):
            yield CountedItems(found["told"], len(names), found.start("lead"), found.end())


def offices_joined(text: str) -> Iterator[CountedItems]:
    """Yield the number of offices that is told after one that joined the others, if they are others.

    Example:
        ``财政局会同林业局、水利局开展了自评。4个部门组成2个核查组`` names 3.
    """
    for found in _JOINED_BY.finditer(text) if "会同" in text or "联合" in text else ():
        parts = [re.split("、", found[key]) for key in ("lead", "more")]
        ands = sum(len(_AND_OFFICE.findall(found[key])) for key in ("lead", "more"))
        listed = sum(map(len, parts)) + ands
        others = re.search(_OFFICE, text[found.end("more") : found.start("told")])
        apart = abs(count_of(found["n"]) - listed)
        if not (found["open"] or others) and 0 < apart <= _MOST_APART:
            yield CountedItems(found["told"], listed, found.start("told"), found.end())


def _items_above(lines: Sequence[TextLine]) -> list[str]:
    """Return the numbers of the paragraphs right above if each is a sentence that begins with its own: （一）由…."""
    found: list[str] = []
    for line in reversed(lines):
        item = _ITEM.match(line.text)
        if item is None or not line.text.rstrip().endswith(("。", "；")):
            break
        word = item["word"] or _DIGITS[int(item["n"]) % len(_DIGITS) - 1]
        found.insert(0, word)
        if word == "一":
            return found
    return []


def points_told_back(lines: Sequence[TextLine]) -> Iterator[tuple[CountedItems, Operand]]:
    """Yield a count of points told before it (以上三项措施) if they are others, in its paragraph or else right before that.

    Example:
        ``一是…；二是…；三是…。以上四项措施`` has 3.
    """
    for n, line in enumerate(lines):
        found = _BACK.search(line.text) if "述" in line.text or "以上" in line.text else None
        points = _POINT.findall(line.text[: found.start()]) if found else []
        if found and not points:
            points = _items_above(lines[:n]) or [
                one
                for before in lines[max(0, n - _NEAR) : n]
                for one in _POINT.findall(before.text)
            ]
        run = list("一二三四五六七八九十")[: len(points)]
        if found and len(points) > 1 and points == run and count_of(found["n"]) != len(points):
            place = line.operand("text").where
            first = place.start + found.start()
            where = place._replace(text=found[0], start=first, end=first + len(found[0]))
            told = CountedItems(found[0], len(points), found.start(), found.end())
            yield told, Operand(found[0], None, "", where)
