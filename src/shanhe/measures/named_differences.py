"""Three numbers of a sentence whose names say how they hang together, in whatever order: 送审 − 核减 = 审定."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from shanhe.measures.computed import Computed, subtract
from shanhe.measures.frame import Frame
from shanhe.measures.named_roles import only
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.values.regex import regex

_MOVED = "收回|交回|上缴|调剂|调出|调入|盘活"
_DELAYED = "顺延|延期|延长|停工"
"""Words that make a fourth number of it."""
_ACTUAL = "实际(?:用时|工期|施工)"
_ROLES = tuple(
    tuple(regex(words) for words in roles)
    for roles in (
        (
            "上报|申报|自评|报送|填报",
            "核减|调减|扣减",
            "认定|核定|核实|复核|确认",
            f"{_MOVED}|核增|送审",
        ),
        ("送审", "核减|审减|净减", "审定|审核确认", _MOVED),
        ("调整后|顺延后|变更后", "顺延|延期|延长", "(?:计划|合同|原定?)工期", _MOVED),
        ("调整后|顺延后", "(?<!超)提前", _ACTUAL, _MOVED),
        ("(?:计划|合同|约定)工期", "(?<!超)提前", _ACTUAL, _DELAYED),
        (
            "合同价|合同金额|中标价|概算|原预算|原计划|原投资|年初预算",
            "核减|调减",
            "(?:调整|变更|核减|调减)后|现(?:合同|预算|投资)",
            f"{_MOVED}|追加|核增|调增|增加",
        ),
        (
            "(?:控制|最高限|拦标)价",
            "节约|下浮|降低|让利|节省",
            "(?:中标|成交|合同)(?:价|金额|额)?",
            f"{_MOVED}|追加|补充|结算|审定",
        ),
        (
            "(?<!净)增加(?:投资|资金|金额)?$",
            "减少(?:投资|资金|金额)?$",
            "净增加?$",
            f"{_MOVED}|净减",
        ),
        (
            "概算|估算|预算(?:价|总?额|投资)|批复投资",
            "节约|节省|节支",
            "决算|结算|审定|实际(?:完成)?(?:投资|支出)",
            f"{_MOVED}|核减|审减|追加",
        ),
        (
            "实际|(?<!未)完成",
            "多(?:[\u4e00-\u9fff]{2})?$",
            "(?<![超比较])(?:计划|任务|目标|设计)(?!.*[超多])",
            f"{_MOVED}|调整|累计|少|其中",
        ),
        (
            "可用(?:资金)?(?:合计|总计|总?额|规模)?",
            "(?:年初|期初)(?:结转|结余)",
            "(?:当年|本年|年度|年)(?:预算|新增|追加|中央|上级)*(?:下达|安排|到位|拨入|收入)",
            f"{_MOVED}|其中",
        ),
        (
            "(?:变更|追加|增补)后",
            "(?:变更|追加|增补)(?:增加|金额|投资|资金)*$|^(?:增加|追加|增补)(?:金额|投资|资金)?$",
            "合同(?:价|金额|额)|中标(?:价|金额)",
            f"{_MOVED}|核减|调减|减少|其中",
        ),
        (
            "合同(?:价款?|金?额)?(?:合计|总额|总价)",
            "追加|增加",
            "中标(?:价|金额)(?:合计|总额)?",
            f"{_MOVED}|核减|调减|减少|其中",
        ),
        (
            "(?:变更|调整)后(?:合同价)?$",
            "审减|核减",
            "审定",
            f"{_MOVED}|核增|审增|送审",
        ),
        (
            "(?<!净)减少(?:投资|资金|金额)?$",
            "(?<!净)增加(?:投资|资金|金额)?$",
            "净减少?$",
            f"{_MOVED}|净增",
        ),
        ("^核减|审减", "核增|审增", "净(?:核减|审减)", _MOVED),
        (
            "预算批复|批复预算|批复(?:总)?投资|年初批复",
            "调减|核减",
            "调整后",
            f"{_MOVED}|追加|核增|调增|增加",
        ),
        (
            "(?:细化|调整|分解|优化|扩充)为",
            "^(?:增加|新增)",
            "下达(?:绩效)?(?:目标|指标)|(?:原|批复)(?:绩效)?(?:目标|指标)",
            f"{_MOVED}|减少|删除|核减",
        ),
        (
            "^施工期|总工期|日历工期|施工天数",
            "扣除|停工",
            "(?:实际|有效|净)(?:施工|工期|作业)(?:天数|期)?",
            f"{_MOVED}|顺延|延期|提前|超期|合同|冬歇|雨季|[和及、]",
        ),
        (
            "可用资金|资金合计|(?<![总公])共(?!同)",
            "支付|支出|执行",
            "(?<![年期]初)(?:结转|结余)",
            _MOVED,
        ),
    )
)
"""Of each: what is the whole, what goes off it, what remains, and with what words none of it is told."""
_THREE = 3
_PLACE = regex("[\u4e00-\u9fff]{1,4}?[县市区旗镇乡]")
"""Whose number it is: 甲县计划120公顷，乙县实际138公顷 are of two."""
_NO_ROLE = regex("率|比例|比|较|其中|占|每|均|上年|用于|质保|保证金")


@dataclass(frozen=True, slots=True)
class NamedDifference:
    """A remainder as stated, and the whole less what goes off it."""

    frame: Frame
    start: int
    end: int
    rest: PrintedAmount
    made: Computed


def named_differences(frame: Frame) -> Iterator[NamedDifference]:
    """Yield the remainders of a sentence's parts in which each of the three stands once.

    Example:
        ``核减工程款20万元，审定金额4980万元，送审金额5000万元``: 5000 − 20, with 4980 stated.
    """
    bones = frame.bones
    for start, end in bones.parts():
        part, marks = bones.text[start:end], bones.marks(start, end)
        if len(marks) < _THREE:
            continue
        leads = {mark: bones.lead(mark) for mark in marks if not bones.amount(mark).is_percent}
        for *roles, other in _ROLES:
            if other.search(part):
                continue
            found = [only(leads, role, _NO_ROLE) for role in roles]
            if None not in found and len(set(found)) == len(found) and _are_of_one(leads, found):
                whole, less, rest = (bones.amount(mark) for mark in found if mark)
                if whole.is_like(less) and whole.is_like(rest):
                    made = subtract(whole.quantity, less.quantity)
                    yield NamedDifference(frame, start, end, rest, made)


def _are_of_one(leads: Mapping[str, str], found: Iterable[str | None]) -> bool:
    named = [_PLACE.search(leads[mark]) for mark in found if mark]
    return len({place[0] for place in named if place}) <= 1
