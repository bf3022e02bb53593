"""写明的项数与列举的项数一致.

``A、B、C共3个方面`` is held against the names before it, ``两个方面`` against 一是、二是 after it, ``3类任务：`` against the amounts up to
the end of the sentence, ``分布在5个镇：`` against the numbered items that follow. The last
names, joined by 和 or 与, may be one or two, so both counts are taken; a list that ends with 等 is open
and counts for nothing. A number of things that are not listed is no contradiction.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.counted_clauses import (
    PLACE_ENDS,
    CountedItems,
    names_after_count,
    offices_counted,
    offices_joined,
    offices_together,
    parts_of_clauses,
    places_with_parts,
    points_told_back,
    states_of_names,
)
from shanhe.measures.frame import AMOUNT, Frame, frames
from shanhe.measures.item_lists import counted
from shanhe.measures.item_runs import item_runs
from shanhe.measures.sentences import Sentence, prose, sentences, without_quotations
from shanhe.measures.worded_lists import worded_lists
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.records.source import Operand
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex
from shanhe.values.whole_number import count_of

_WHAT = (
    r"(?:个方面|个环节|个部分|个步骤|个旗县区|个县区|个县|个旗|个单位|个子项目|方面|项|条|类|点)"
)
_BEFORE = regex(
    rf"(?P<list>[^，。；：:？！]+、[^，。；：:？！、]+?)[，,]?(?:共计|合计|共|这)\s*(?P<n>\d{{1,2}}|[一二两三四五六七八九十])\s*{_WHAT}"
)
_COUNTED_EACH = regex(r"\d\s*[个项条类点]$")
"""Items that are counts themselves, of which 共 is the sum: 约束性指标5项、预期性指标7项，共12项."""
_PLACES = regex(
    r"(?P<list>[\u4e00-\u9fff]+(?:、[\u4e00-\u9fff]{2,8})+)(?P<n>\d{1,2}|[二两三四五六七八九十]{1,2})个?(?:地级|地|县级|设区的?)?(?P<kind>市|县|区|旗|乡镇|镇|乡)(?![级（(、县区旗辖局直属本政])"
)
"""Places that are counted right after their names: 忻州、吕梁、长治3个市; 荆州、黄冈2市林业部门."""
_TWOPLACE_ENDS = regex(
    r"(?P<list>[\u4e00-\u9fff]+(?:[、和及与][\u4e00-\u9fff]{1,8}?[市县区旗])+)(?P<joint>等|共|，|（(?:以下)?(?:简称|统称|合称)[“‘]?)?"
    r"(?P<n>\d{1,2}|[一二两三四五六七八九十])个?(?P<kind>[市县区旗])(?P<n2>\d{1,2}|[一二两三四五六七八九十])个?(?P<kind2>[市县区旗])"
)
"""Places of two kinds, counted right after their names: 贵池区、东至县、石台县、青阳县（以下简称3县1区）."""
_SO_CALLED = regex(
    r"(?P<list>[\u4e00-\u9fff]{2,8}?[市县区旗州盟镇乡](?:[、和及与][\u4e00-\u9fff]{1,8}?[市县区旗州盟镇乡])+)[（(]以?下?(?:统称|简称|合称)为?[“‘]?(?P<n>\d{1,2}|[二两三四五六七八九十]{1,2})个?(?:[市县区旗州盟镇乡]|[（(][市县区旗、]+[）)])+[”’]?[）)]"
)
"""Places that are called by their number: 灵宝市、卢氏县、渑池县（以下统称3个县（市））."""
_KEYS = ("kind", "kind2")
_NO_PLACE = regex("[等的共各另中及有辖外多少为是至由在下余约近超过计]$|其他|其余|部分")
_COUNTED = regex(rf"[计共这]\s*(?:\d{{1,2}}|[一二两三四五六七八九十])\s*{_WHAT}")
_AFTER = regex(
    r"(?<![第\d])(?P<n>\d{1,2}|[一二两三四五六七八九十])"
    r"(?:(?:个方面[^，。；：:]{0,16}|点|[项条点个大](?:措施|原因|问题|意见|建议|任务|工作))[：:，]?|(?<=[有为括如][\d一二两三四五六七八九十])(?:大?[项条类]|个部分|大?方面)[：:])$"
)
_POINT = regex(r"(?:^|[，。；：:、])\s*([一二三四五六七八九十])是")
_SORTS = regex(
    rf"(?P<n>{AMOUNT}|[一二两三四五六七八九十])[大个]?(?:类|方面|部分|种|任务|用途|支出|工程|内容|渠道|来源|方向|环节)[^，。；：\ue000-\uf8ff]{{0,8}}：$"
)
_ITEMS = regex(rf"(?:涉及|共有?|包括|有)(?P<n>{AMOUNT})[^，。；：\ue000-\uf8ff]{{0,6}}：$")
"""Counted in 项 or 类 before the amounts: 涉及8项：甲扣0.50分，…."""
_NAMED = regex(
    r"(?P<list>(?:[\u4e00-\u9fff]{2,12}、){2,}[\u4e00-\u9fff]{2,12}?)(?P<n>\d{1,2}|[三四五六七八九十])\s*[大]?[类项种](?:任务|工程|措施|工作|内容|指标|制度|子?项目)"
)
"""Named right before their number: 草原保护、沙地治理、森林提升3类任务."""
_PLACE = regex("[县市区旗镇乡村]$")
_OTHER = regex("完成|另|其他|其余|共|达|有|设|计|余|多")
_ENDS = regex("$|[。；]|，(?:依次|分别|各)?占")
"""After the last of the amounts that were counted."""
_AND = regex(r"[和与]|(?<![涉普])及")


@rule(
    id="STRUCT-808",
    severity=WARN,
    basis=["practice#R-07", "arithmetic#count"],
    zh="写明“{stated}”，实际列举 {listed} 项",
    en="{stated} is stated, {listed} are listed",
    only=Only.PAPER,
)
def counted_items_are_listed(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each count that the list beside it does not have."""
    del catalogue
    for line in dossier.texts:
        if not any(mark in line.text for mark in "、是为"):
            continue
        for sentence in sentences(line):
            yield from _listed_before(sentence)
            yield from _places_before(sentence)
            yield from _two_kinds_before(sentence)
            yield from _so_called(sentence)
            yield from _named_before(sentence)
            words = sentence.own_words
            for told in (
                *states_of_names(words),
                *names_after_count(words),
                *offices_counted(words),
                *offices_together(words),
                *places_with_parts(words),
            ):
                yield _of(sentence.operand(told.start, told.end), told)
        yield from _points_after(line.text, list(sentences(line)))
        yield from _joined(line)
    for one, at in points_told_back(prose(dossier)):
        yield _of(at, one)
    for frame in frames(dossier):
        yield from _amounts_after(frame)
    for run in item_runs(dossier):
        stated = counted(run)
        if run.lead is not None and stated and stated != len(run.items):
            words = re.split("[，。；：]", run.lead.sentence.text.rstrip("：: "))[-1]
            start = run.lead.sentence.text.rindex(words)
            at = run.lead.sentence.operand(start, start + len(words))
            yield Hit((at,), {"stated": words, "listed": len(run.items)})


def _listed_before(sentence: Sentence) -> Iterator[Hit]:
    text = sentence.own_words
    if "、" not in text or _COUNTED.search(text) is None:
        return
    for found in _BEFORE.finditer(text):
        items = found["list"].split("、")
        counted_each = any(_COUNTED_EACH.search(item) for item in items)
        if "等" in items[-1] or counted_each or any(not item.strip() for item in items):
            continue
        most = len(items) + len(_AND.findall(items[-1]))
        stated = count_of(found["n"])
        if not len(items) <= stated <= most:
            words = {"stated": _tail(found[0], found["list"]), "listed": len(items)}
            yield Hit((sentence.operand(found.start(), found.end()),), words)


def _amounts_after(frame: Frame) -> Iterator[Hit]:
    """Yield the count before a colon if the amounts listed up to the end of the sentence are others."""
    text = frame.bones.text
    told = list(parts_of_clauses(frame)) if "：" in text else []
    yield from (_of(frame.operand(one.start, one.end), one) for one in told)
    for one in worded_lists(frame) if "：" in text and not told else ():
        found = _SORTS.search(text[: one.start]) or _items(frame, text[: one.start])
        end = frame.bones.place_of(one.parts[-1][1]) + 1
        if found is None or not _ENDS.match(text[end:]) or one.is_open:
            continue
        word = found["n"]
        marked = re.fullmatch(AMOUNT, word) is not None
        stated = int(frame.bones.amount(word).quantity.value) if marked else count_of(word)
        if stated != len(one.parts):
            words = frame.operand(found.start(), found.end() - 1).text
            at = frame.operand(found.start(), one.end)
            yield Hit((at,), {"stated": words, "listed": len(one.parts)})


def _items(frame: Frame, text: str) -> re.Match[str] | None:
    """Return how many 项 or 类 are told right before a list."""
    found = _ITEMS.search(text)
    return (
        found if found and frame.bones.amount(found["n"]).quantity.unit.symbol in "项类" else None
    )


def _named_before(sentence: Sentence) -> Iterator[Hit]:
    """Yield each number of tasks or works that are named right before it, if they are others."""
    text = sentence.own_words
    for found in _NAMED.finditer(text) if text.count("、") > 1 else ():
        items = found["list"].split("、")
        open_ = items[-1].endswith(("等", "和", "及", "的", "中", "第"))
        if open_ or any(_PLACE.search(item) for item in items) or _OTHER.search(items[-1]):
            continue
        most = len(items) + len(_AND.findall(items[-1]))
        if not len(items) <= count_of(found["n"]) <= most:
            words = {"stated": _tail(found[0], found["list"]), "listed": len(items)}
            yield Hit((sentence.operand(found.start(), found.end()),), words)


def _places_before(sentence: Sentence) -> Iterator[Hit]:
    """Yield each count of places of one kind that are named right before it, one more or less than there are."""
    for found in _PLACES.finditer(sentence.own_words):
        items, kind = found["list"].split("、"), found["kind"][-1]
        ends = {item[-1] for item in items if item[-1] in "市州盟县区旗镇乡"}
        if _NO_PLACE.search(items[-1]) or not ends <= set(PLACE_ENDS[kind]):
            continue
        most = len(items) + len(_AND.findall(found["list"]))
        stated = count_of(found["n"])
        if not len(items) <= stated <= most:
            words = {"stated": _tail(found[0], found["list"]), "listed": len(items)}
            yield Hit((sentence.operand(found.start(), found.end()),), words)


def _two_kinds_before(sentence: Sentence) -> Iterator[Hit]:
    """Yield the counts of places of two kinds, where those named right before are as many in all, or all, and others of each."""
    for found in _TWOPLACE_ENDS.finditer(sentence.text):
        items = re.split("[、和及与]", found["list"])
        due = {found[key]: len([one for one in items if one[-1] == found[key]]) for key in _KEYS}
        told = {found["kind"]: count_of(found["n"]), found["kind2"]: count_of(found["n2"])}
        whole = len(items) == sum(told.values())
        if len(due) != len(_KEYS) or sum(due.values()) != len(items):
            continue
        if due != told and (whole or found["joint"] != "等"):
            at = sentence.operand(found.start(), found.end())
            kind = next(one for one in due if due[one] != told[one])
            yield Hit((at,), {"stated": f"{told[kind]}{kind}", "listed": due[kind]})


def _so_called(sentence: Sentence) -> Iterator[Hit]:
    """Yield the number that places are called by, if others are named before it."""
    for found in _SO_CALLED.finditer(sentence.text) if "称" in sentence.text else ():
        listed = len(re.split("[、和及与]", found["list"]))
        if count_of(found["n"]) != listed:
            words = {"stated": _tail(found[0], found["list"]), "listed": listed}
            yield Hit((sentence.operand(found.start(), found.end()),), words)


def _joined(line: TextLine) -> Iterator[Hit]:
    """Yield the number of offices that the sentence before named one after another, if it is of others."""
    for one in offices_joined(without_quotations(line.text)):
        where = line.operand("text").where
        text = line.text[one.start : one.end]
        first = where.start + one.start
        yield _of(
            Operand(text, None, "", where._replace(text=text, start=first, end=first + len(text))),
            one,
        )


def _of(at: Operand, one: CountedItems) -> Hit:
    return Hit((at,), {"stated": one.stated, "listed": one.listed})


def _tail(whole: str, names: str) -> str:
    return whole[len(names) :].lstrip("，,")


def _points_after(text: str, found: list[Sentence]) -> Iterator[Hit]:
    """Yield the count right before 一是 if the points that follow are others."""
    points = _POINT.findall(text)
    count = _AFTER.search(text[: text.find("一是")]) if len(points) > 1 else None
    if count is None or points != list("一二三四五六七八九十")[: len(points)]:
        return
    if count_of(count["n"]) != len(points):
        holding = [one for one in found if one.start <= count.start()][-1:]
        at = tuple(one.operand() for one in holding)
        yield Hit(at, {"stated": count[0].rstrip("：:，"), "listed": len(points)})
