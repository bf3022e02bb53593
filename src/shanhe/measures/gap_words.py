"""Words that tell what is short, over or left: 少完成7.65公顷, 超额200户, 90亩未完工, 结余130万元."""

import re
from collections.abc import Iterator

from shanhe.measures.computed import add
from shanhe.measures.frame import AMOUNT, PLAN, Frame
from shanhe.values.regex import regex

_NO_MORE = rf"(?!的?[^，。；：、（(\ue000-\uf8ff]{{0,4}}{AMOUNT})"
"""After what is undone: ``24个子项目中未完成的2个`` is of the amount that follows."""
_WORK = "(?:[改新修建治造植铺种拆迁整打埋安清退复补敷架栽移更设施]{1,2}[成造设建理复除植种]?|完成|到位|支付|拨付|实施)"
_UNDONE = "(?:兑付|发放|支出|支付|执行|使用|完成|完工|实施|开工|到位|竣工|交付|拨付|治理|建成|落实)"
SHORT = regex(
    rf"(?:少完成|未完成|欠完成|短少|缺口为?|(?:比|较|与|距){PLAN}(?:还|尚)?(?:少完成|相差|差|少|减少)|超额完成|超额|超计划|超任务|超目标|超出{PLAN}"
    rf"|(?:比|较){PLAN}(?:多完成|多|超出?|增加)|多完成|尚有|还有|滞后|剩余(?=[\ue000-\uf8ff][，,因系（(])|(?<=[，；])超出(?=[\ue000-\uf8ff])|(?<=[，；。])(?:尚|还|仍)?[差少缺欠]{_WORK}?|[尚还仍][差缺欠]{_WORK}?|少{_WORK}|(?<!均)未{_UNDONE}的)了?"
    rf"(?P<gap>{AMOUNT})(?P<tail>[^，。；\ue000-\uf8ff]{{0,6}}(?:未|没有){_UNDONE})?"
    rf"|(?P<gap2>{AMOUNT})(?:尚|还)?未{_UNDONE}{_NO_MORE}"
    rf"|(?P<gap3>{AMOUNT})(?:[，,]?(?:因|系|由于)[^。；\ue000-\uf8ff]{{2,40}}?|(?!年|月)[\u4e00-\u9fff]{{1,8}}?)(?<![中内])(?<![中内][尚仍还])(?:尚|仍|还)?未(?:能|按期|全部|按时)?{_UNDONE}{_NO_MORE}"
)
_LEFT = regex(
    rf"(?:[尚还]?未(?:执行|支付|支出|使用|拨付)的?|结余|结转|剩余|其余|余下)的?(?:中央|地方|省级|[市盟州]级|[县旗区]级|财政|补助|专项|项目|奖补)*(?:资金|金额)?(?:为|共)?(?:(?:至|到)?(?:下一?年度?|20\d\d年度?)(?:继续)?(?:使用)?)?(?P<gap>{AMOUNT})"
)
_SECOND = regex(rf"未{_UNDONE}的{AMOUNT}、(?P<gap>{AMOUNT})")
"""What is undone, told in two units: 未兑付的920户、30.24万元."""
_LISTED = regex(rf"{AMOUNT}(?:、|，?和|及|以及)[\u4e00-\u9fff]{{1,8}}$")
_NAMED = regex("[\u4e00-\u9fff]{2,}[、和及与][\u4e00-\u9fff]{2,}$")
"""Before items that are named and counted: 人工种草和围栏建设2项未完成."""
_EACH = regex("各有?$")
_OVER = regex("超额|超计划|超任务|超目标")
_KINDS = 3
_IN_ITS_COURSE = regex("(?<!1)[1-9]月份?[底末]$|1[01]月份?[底末]$|(?:收回|上缴|交回)[^。；]*$")


def gap_words(frame: Frame, year: int) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the words of each gap of a sentence with the mark of its amount; shares are none, nor what is left of earlier years.

    Indicators that were exceeded are counted (超额完成2项), and of several parts side by side (甲县1个、乙县2个矿山未完工) none is taken, nor of each of several (各有1个未完工).
    """
    bones = frame.bones
    for found in SHORT.finditer(bones.text):
        mark = found["gap"] or found["gap2"] or found["gap3"]
        ahead = bones.text[: found.start()]
        if not found["gap"] and (_LISTED.search(ahead) or _EACH.search(ahead)):
            continue
        unfinished = not found[0].startswith(("尚有", "还有")) or found["tail"]
        items = bones.amount(mark).quantity.unit.symbol == "项"
        counted = items and (_OVER.match(found[0]) or (not found["gap"] and _NAMED.search(ahead)))
        if not bones.amount(mark).is_percent and unfinished and not counted:
            yield found, mark
    for found in _SECOND.finditer(bones.text) if "、" in bones.text else ():
        yield found, found["gap"]
    for found in _LEFT.finditer(bones.text):
        if bones.amount(found["gap"]).is_money and not _is_no_rest(year, bones.text, found):
            yield found, found["gap"]


def is_one_of_kinds(frame: Frame, mark: str) -> bool:
    """Return whether things undone are one kind beside others that together make a sum of the sentence.

    Example:
        ``7项指标中，超额完成2项，如数完成2项，未完成3项``: 2, 2 and 3 are the 7, and 3 is no difference of two of them.
    """
    bones, gap = frame.bones, frame.bones.amount(mark)
    like = [one for one in bones.amounts if one.is_like(gap) and not one.vague]
    if len(like) <= _KINDS:
        return False
    every = add([one.quantity for one in like], gap.quantity.unit).value
    largest = max(one.quantity.value_in(gap.quantity.unit) for one in like)
    return 2 * largest == every > 2 * gap.quantity.value


def _is_no_rest(year: int, text: str, found: re.Match[str]) -> bool:
    """Return whether money was left by an earlier year or in its course, after some was taken back, or is the rest that was spent.

    Example:
        ``上年结转资金500万元``; ``年初结转资金860万元``; ``6月末结余4000万元``; ``财政收回50万元，结转150万元``; ``其余6000万元全部支付``.
    """
    if _IN_ITS_COURSE.search(text[: found.start()]):
        return True
    carried = re.search(
        r"(?:(上年|上一年|以前年|往年|年初|期初|历年)|(20\d\d)年)度?$", text[: found.start()]
    )
    if carried and (carried[1] or int(carried[2]) < year):
        return True
    spent = re.match("[^，。；]{0,4}(?:全部|均|已)", text[found.end() :])
    return spent is not None and found[0].startswith(("其余", "余下"))
