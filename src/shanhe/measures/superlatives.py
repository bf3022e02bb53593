"""Who is first or last by something, as sentences tell it: 执行率以水城区和六枝特区最高, 完成率由高到低依次为…, 完成率最低的钟山区."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = r"[\u4e00-\u9fff]{2,12}?"
_NAMES = rf"{_NAME}(?:[、和及与]{_NAME})*"
_OF = r"(?P<of>[\u4e00-\u9fff]{2,14}?)"
_ORDER = re.compile(
    rf"{_OF}(?:由|从)(?P<way>高到低|低到高|大到小|小到大|多到少|少到多)(?:排序|排列|排名)?[，]?(?:依次|分别|顺序)*[为是](?P<names>[\u4e00-\u9fff]{{2,12}}(?:[、和及][\u4e00-\u9fff]{{2,12}})+)(?=[，。；）)])"
)
_BY = re.compile(
    rf"{_OF}(?:以|[，,])(?P<names>{_NAMES})(?:为)?最(?P<way>高|低|大|小|多|少)(?:，(?P<names2>{_NAMES})(?:为)?最(?P<way2>高|低|大|小|多|少))?(?=[，。；）)])"
)
_WHOSE = re.compile(
    r"(?P<of>[\u4e00-\u9fff]{2,14}?)最(?P<way>高|低|大|小|多|少)的(?:[是为])?(?P<names>[\u4e00-\u9fff]{2,12})"
)
_HIGH = frozenset("高大多")


@dataclass(frozen=True, slots=True)
class Superlative:
    """Names that are said to be highest or lowest by something, or to follow one another.

    Attributes:
        of: the words before it, which end in what it is by. high: whether from or at the highest.
        ordered: whether the names are in order, all of them.
    """

    of: str
    names: tuple[str, ...]
    high: bool
    ordered: bool
    start: int
    end: int


def superlatives(text: str) -> Iterator[Superlative]:
    """Yield what a sentence tells; names may have words after them, as a place may act: 最低的钟山区扣减.

    Example:
        ``执行率以甲县和乙县最高，丙县最低`` are two, of 甲县 and 乙县, and of 丙县.
    """
    if "最" in text:
        for found in _BY.finditer(text):
            yield _made(found, "names", "way")
            if found["names2"]:
                yield _made(found, "names2", "way2")
        for found in _WHOSE.finditer(text):
            yield _made(found, "names", "way")
    for found in _ORDER.finditer(text) if "到" in text else ():
        names = tuple(re.split("[、和及]", found["names"]))
        high = found["way"][0] in _HIGH
        yield Superlative(found["of"], names, high, True, *found.span())


def _made(found: re.Match[str], key: str, way: str) -> Superlative:
    names = tuple(re.split("[、和及与]", found[key]))
    return Superlative(found["of"], names, found[way] in _HIGH, False, *found.span())
