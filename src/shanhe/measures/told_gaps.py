"""What a paper tells to be undone, missing or unspent, place by place.

``少71.28亩`` and ``71.28亩因合同纠纷尚未完成``, ``未开工2个`` and ``2个子项目尚未开工``, ``缺132万元`` and ``资金缺口132万元``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanhe.measures.frame import AMOUNT, PLAN, Frame, noun_of, prose_frames
from shanhe.measures.once import once_each
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_WORDS = r"[^，。；：、\ue000-\uf8ff]"
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "begin",
        regex(
            rf"未(?:开工|动工|启动)的?(?P<one>{AMOUNT})|(?P<two>{AMOUNT}){_WORDS}{{0,8}}?(?:尚|仍|还)?未(?:开工|动工|启动)"
        ),
    ),
    (
        "short",
        regex(
            rf"(?:少完成|未完成的?|未完工的?|欠完成|滞后|(?:比|较|与|距){PLAN}(?:还|尚)?(?:少完成|相差|差|少))(?P<one>{AMOUNT})"
            rf"|(?P<two>{AMOUNT})(?:[，,]?(?:因|系|由于)[^。；\ue000-\uf8ff]{{2,40}}?)(?:尚|仍|还)?未(?:能|按期|全部)?(?:完成|治理|实施)"
            rf"|尚?有(?P<three>{AMOUNT})(?:尚|仍|还)?未(?:能|按期|全部)?(?:完成|完工|治理|实施)"
            rf"|(?P<four>{AMOUNT}){_WORDS}{{0,8}}?(?:因|系|由于)[^。；\ue000-\uf8ff]{{2,60}}?(?:由|，)[^，。；\ue000-\uf8ff]{{2,40}}前"
        ),
    ),
    (
        "missing",
        regex(
            rf"(?:(?<=[，；。])[尚还仍]?[缺差欠]|[尚还仍][缺差]|缺口为?|未到位的?(?:资金)?)(?P<one>{AMOUNT})"
        ),
    ),
    (
        "unspent",
        regex(rf"(?:未(?:支出|支付|执行|使用)的?|结余的?)(?:资金)?(?:为|共)?(?P<one>{AMOUNT})"),
    ),
    ("carried", regex(rf"结转的?(?:资金)?(?:为|共)?(?P<one>{AMOUNT})")),
)
_PLACE = regex(r"[\u4e00-\u9fff]{1,6}?[县市区旗镇乡州盟](?![级委场])|[一二三四五六七八九十]标段")
_ORDINAL = regex("[一二三四五六七八九十]是|第[一二三四五六七八九十]")
_SOURCE = regex("中央|省级|自治区|市县|[市盟州]级|[县旗区]级|地方|自筹|社会|其他")
_DEADLINE = regex(
    r"(?:20\d\d年)?(?:\d{1,2}月|年|[一二三四]季度)(?:\d{1,2}日|[上中下]旬|[底末初])?(?:之|以)?前"
)
_WHEN = regex(
    r"20\d\d年|(?<!\d)\d{1,2}月|上一?年|去年|以前年度|年(?:[初末底]|中(?!央))|期[初中末]|[上下]半年|[一二三四]季度"
)
_YEAR_END = frozenset({"年末", "年底", "期末", "12月"})
_YEAR_END_MONTH = 12
_TAIL_NOUN = regex(
    r"(?![因系由尚仍还未已均的主])[\u4e00-\u9fff]{2,8}?(?=[尚仍还未因系由均，。；]|$)"
)
_COUNTED_KINDS = frozenset({"begin", "short"})
"""Kinds whose number may be told before what it is of: 3个标段尚未开工."""


@dataclass(frozen=True, slots=True)
class ToldGap:
    """One amount that is undone, missing or unspent.

    Attributes:
        kind: begin, short, missing, unspent or carried.
        noun: what it is of, empty where the sentence does not say.
        when: times told before it; those of the year evaluated as a whole and its end are left out.
        places, sources: whose it is by the words of its part of the sentence.
    """

    kind: str
    amount: PrintedAmount
    noun: str
    when: frozenset[str]
    places: frozenset[str]
    sources: frozenset[str]
    frame: Frame
    start: int
    end: int


@once_each
def told_gaps(dossier: Dossier) -> Iterator[ToldGap]:
    """Yield what the running text tells to be undone, missing or unspent."""
    own = _own_times(dossier)
    for frame in prose_frames(dossier):
        for kind, pattern in _KINDS:
            for found in pattern.finditer(frame.bones.text):
                mark = next(one for one in found.groupdict().values() if one)
                amount = frame.bones.amount(mark)
                if not (amount.vague or amount.is_percent or not amount.quantity.unit.symbol):
                    yield _gap(frame, kind, mark, found, own)


def _own_times(dossier: Dossier) -> frozenset[str]:
    """Return the times that a paper means where it tells none: its year, and the end of it."""
    end = dossier.programme.as_of or year_end(dossier)
    year = frozenset({f"{dossier.programme.year}年"})
    return year | _YEAR_END if end.month == _YEAR_END_MONTH else year


def _gap(frame: Frame, kind: str, mark: str, found: re.Match[str], own: frozenset[str]) -> ToldGap:
    text = frame.bones.text
    start = max(text.rfind(stop, 0, found.start()) for stop in "。；") + 1
    words = _ORDINAL.sub("", text[start : found.end()])
    lead = _ORDINAL.sub("", text[start : found.start()])
    before = reversed(re.split(f"{AMOUNT}|[，、：；]", text[: max(start - 1, 0)].split("。")[-1]))
    nouns = [noun_of(part) for part in (*re.split(f"{AMOUNT}|[，、：]", lead), *before)]
    after = _TAIL_NOUN.match(text, text.index(mark) + 1) if kind in _COUNTED_KINDS else None
    times = _WHEN.findall(_DEADLINE.sub("", text[: found.end()]))
    return ToldGap(
        kind,
        frame.bones.amount(mark),
        next((noun for noun in [noun_of(after[0]) if after else "", *nouns] if len(noun) > 1), ""),
        frozenset(times) - own,
        frozenset(_PLACE.findall(words)),
        frozenset(_SOURCE.findall(words)),
        frame,
        found.start(),
        found.end(),
    )
