"""Whether a sentence says that a list has as many parts as it names: 三项, 3个乡镇, 5家单位."""

import re

from shanhe.measures.frame import AMOUNT, Frame
from shanhe.measures.worded_lists import WordedList
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_COUNTED = regex(
    "([两二三四五六七八九十]|\\d+)个?(?P<kind>项|地(?!块)|家|类|单位|市县|县区|县|市|区|乡镇|镇|片区|标段)"
)
PLACES = "乡镇|县|市|区|旗|镇|标段|片区|流域|单位|部分|类|大类"
_NUMBERED = regex(rf"(?P<count>{AMOUNT})(?P<kind>{PLACES})")
_COUNTIES, _TOWNS = "(?:[县市旗州盟]|(?<!片)区)", "(?:[镇乡]|街道|办事处|苏木)"
_NAMED = {
    **dict.fromkeys(("市县", "县区", "县", "市", "区", "旗"), _COUNTIES),
    **dict.fromkeys(("乡镇", "镇"), _TOWNS),
    **{kind: kind for kind in ("标段", "片区")},
    "流域": "(?:流域|[河沟江湖库])",
    "地": f"(?:{_COUNTIES}|{_TOWNS}|省)",
    **dict.fromkeys(
        ("单位", "家"),
        f"(?:[局站院所厅委办处场队校厂社]|中心|公司|企业|单位|委员会|{_COUNTIES}|{_TOWNS})",
    ),
}
"""How parts end that are of the kind that was counted; what is no kind of place may be called anything."""


def is_counted(one: WordedList, whole: Frame) -> bool:
    """Return whether the sentence of the whole, or that of the list, tells as many of the kind as the list has parts.

    Example:
        ``完成3个乡镇的治理，其中甲镇20处、乙镇12处、丙镇8处``.
    """
    words = whole.bones.text + one.frame.bones.text[: one.start]
    told = any(
        count_of(found[1]) == len(one.parts) and _is_of_kind(one, found)
        for found in _COUNTED.finditer(words)
    )
    return told or _is_numbered(one, whole) or _is_numbered(one, one.frame)


def _is_numbered(one: WordedList, frame: Frame) -> bool:
    """Return whether the sentence tells that there are as many places as parts: 涉及3个乡镇."""
    for found in _NUMBERED.finditer(frame.bones.text):
        told = frame.bones.amount(found["count"])
        many = told.quantity.unit.symbol == "个" and told.quantity.value == len(one.parts)
        if many and _is_of_kind(one, found):
            return True
    return False


def _is_of_kind(one: WordedList, counted: re.Match[str]) -> bool:
    """Return whether the parts are what was counted: by how they are called, or named right before the count.

    Example:
        ``涉及3个乡镇，完成投资5000万元，其中：土石方1200万元…`` has parts that are no towns.
    """
    end = _NAMED.get(counted["kind"])
    if end is None or all(re.search(f"{end}$", name) for name in one.names):
        return True
    named = re.split("[，。；：]", counted.string[: counted.start()])[-1]
    each = [item for item in re.split("[、和及与]", named) if len(item) > 1]
    return all(name in named or name.startswith(tuple(each)) for name in one.names)
