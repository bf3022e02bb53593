"""Official terms with one character that sounds or looks like the right one: 国库集中支附, 社会效溢指标."""

import re
from collections.abc import Mapping
from functools import cache
from operator import add

_GROUPS = (
    "付附负府咐 益溢意议 绩积迹 续绪继 效郊校 资姿咨 源原愿 库裤 集急辑 支枝只 财材才则 政正证 值直植置 度渡 境竟镜 修休 治冶 "
    "理里埋 评平坪 算蒜 预予豫 执直 率律卒帅 配酝 成城 目日 满蛮慢 质至 量两 社杜 会汇 态太 济挤 响向晌 象像 转传 移栘 "
    "案安 验脸 收受 竣峻俊 监蓝 隐阴稳 患换 矿况 斑班 项顷 标镖 达迭 央殃 责债 任仟 障章 施拖 绿录 群郡 众重 "
    "服复 务物 措错 底低 级极 计记 划化 持恃 影映 本木 土士"
)
"""No pair that makes another right word of a term: 节余资金 is as right as 结余资金."""
_LEAST = 4
"""Letters of a term that is known by the others."""


@cache
def lookalikes(terms: tuple[str, ...]) -> Mapping[str, str]:
    """Return each misspelling with its term, for terms of four letters and more without digits.

    Example:
        ``国库集中支附`` is 国库集中支付.
    """
    alike: dict[str, str] = {}
    for group in _GROUPS.split():
        for letter in group:
            alike[letter] = alike.get(letter, "") + group.replace(letter, "")
    right = set(terms)
    return {
        wrong: term
        for term in terms
        if len(term) >= _LEAST and not re.search(r"\d", term)
        for n, letter in enumerate(term)
        for other in alike.get(letter, "")
        if (wrong := f"{term[:n]}{other}{term[n + 1 :]}") not in right
    }


def occurring(words: tuple[str, ...], text: str) -> list[str]:
    """Return the words that stand in a text; their pairs of letters are looked up first, which is quick."""
    pairs = set(map(add, text, text[1:]))
    return [word for word, own in _with_pairs(words) if own <= pairs and word in text]


@cache
def _with_pairs(words: tuple[str, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((word, frozenset(map(add, word, word[1:]))) for word in words)
