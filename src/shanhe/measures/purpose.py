"""What a sum of money is meant for: purposes taken apart, and told by kind of cost."""

from enum import StrEnum

from shanhe.catalogue.names import plain_name
from shanhe.values.regex import regex

_BETWEEN = regex(r"[、，,；;/]|以及|及|和|与")


class Fit(StrEnum):
    """Whether a purpose is one of those allowed; ``UNKNOWN`` where the words do not tell."""

    ALLOWED = "allowed"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


_WORKS = "works"
_KINDS: dict[str, tuple[str, ...]] = {
    _WORKS: ("施工", "主体工程", "工程主体", "治理工程", "修复工程", "建安", "建筑安装"),
    "design": ("施工图", "勘查", "勘察", "设计", "测绘", "测量", "可行性研究", "实施方案编制"),
    "supervision": ("监理",),
    "monitoring": ("监测", "评估", "评价", "第三方"),
    "acceptance": ("验收", "决算", "审计", "结算审核"),
    "tender": ("招标", "招投标", "采购代理", "造价咨询"),
    "upkeep": ("管护", "养护"),
    "running": ("工作经费", "管理费", "办公", "差旅", "会议", "培训", "人员经费"),
}
"""Kinds of cost in the investment of a restoration project, and the words that tell them."""


def purposes(text: str) -> tuple[str, ...]:
    """Return the single purposes that ``text`` lists.

    Example:
        ``勘查设计、工程监理`` are two.
    """
    return tuple(word.strip() for word in _BETWEEN.split(text) if word.strip())


def kinds_of(purpose: str) -> frozenset[str]:
    """Return the kinds of cost that the words of one purpose tell; empty where they tell none.

    In Chinese the last word says what a thing is: a service named after the works is the service.

    Example:
        ``施工监理`` is supervision alone; ``设计施工总承包`` is design and works.
    """
    plain = plain_name(purpose)
    last = {kind: max(map(plain.rfind, words)) for kind, words in _KINDS.items()}
    found = {kind: place for kind, place in last.items() if place >= 0}
    services = [place for kind, place in found.items() if kind != _WORKS]
    if _WORKS in found and any(place >= found[_WORKS] for place in services):
        del found[_WORKS]
    return frozenset(found)


def fit(purpose: str, allowed: str) -> Fit:
    """Return whether one purpose is among those that ``allowed`` lists.

    Equal words are allowed; else kinds of cost are compared, and a purpose that no word tells, or
    that is of several kinds of which only some are allowed, is unknown.

    Example:
        ``工程施工`` is allowed by ``工程主体施工``; ``工程监理`` is outside of it.
    """
    lists = [plain_name(word) for word in purposes(allowed)]
    if any(plain_name(purpose) in {word, plain_name(allowed)} for word in lists):
        return Fit.ALLOWED
    own = kinds_of(purpose)
    open_to = [kinds_of(word) for word in purposes(allowed)]
    known = frozenset[str]().union(*open_to)
    if not own or not all(open_to) or not open_to:
        return Fit.UNKNOWN
    if own <= known:
        return Fit.ALLOWED
    return Fit.UNKNOWN if own & known else Fit.OUTSIDE
