"""Printed lines → paragraphs: which lines belong together."""

from itertools import pairwise
from typing import Any

from shanhe.values.regex import regex

Line = list[Any]
"""Left, top, right, bottom, size of its letters, text."""

_PAGE_NUMBER = regex(r"[\s—–－-]*\d{1,4}[\s—–－-]*|第\s*\d+\s*页(?:.{0,4}共\s*\d+\s*页)?")
_MARGIN = 0.1  # of the height of a page, above and below, where its number may stand
# What is never broken: a number, a Latin word, a character; with the marks that end no line before them.
_UNBROKEN = regex(r"(?:[《“（〔【]*[0-9A-Za-z.,%-]+|.)[，。、；：？！”）》〕】%]*")
_OPENS = regex(
    r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、](?!\d)"
)


def is_page_number(line: Line, height: float) -> bool:
    """Return whether a line is the number of its page."""
    at_edge = line[1] < height * _MARGIN or line[3] > height * (1 - _MARGIN)
    return bool(at_edge) and _PAGE_NUMBER.fullmatch(line[5]) is not None


def goes_on(line: Line, after: Line, left: float, right: float) -> bool:
    """Return whether ``after`` continues ``line`` between these edges of the text.

    It does where its first word had no room in the line before, and it has no indent and no number of
    its own (一、 （一） 1. （1）).
    """
    if after[0] > left + 1.2 * line[4] or _OPENS.match(after[5]):
        return False
    return _had_no_room(line[2], line, after, right)


def _had_no_room(end: float, line: Line, after: Line, right: float) -> bool:
    """Return whether the first word of ``after`` had no room behind a line that ends there."""
    size = line[4]
    word = _UNBROKEN.match(after[5])
    width = sum(0.55 if letter.isascii() else 1.0 for letter in word[0]) if word else 1.0
    return bool(end + width * size > right - size)  # a letter of play: marks are squeezed


def _goes_on_in_a_cell(line: Line, after: Line, left: float, right: float) -> bool:
    """Return the same in a cell, where lines may be centred or stand at the right."""
    free = after[0] - left, right - after[2]
    is_centred = abs(free[0] - free[1]) < line[4] or free[1] < line[4]
    if not is_centred:
        return goes_on(line, after, left, right)
    no_room = _had_no_room(left + line[2] - line[0], line, after, right)
    return no_room and _OPENS.match(after[5]) is None


def mended(text: str, more: str) -> str:
    """Return two halves of a paragraph; only Latin words need a blank between."""
    both = text[-1:] + more[:1]
    return f"{text} {more}" if both.isascii() and both.isalpha() and len(both) == 2 else text + more


def joined(lines: list[Line], left: float, right: float) -> str:
    r"""Return the lines of a cell; broken lines are mended, the others parted by ``\n``."""
    text = lines[0][5] if lines else ""
    for before, line in pairwise(lines):
        own = line[5]
        text = (
            mended(text, own) if _goes_on_in_a_cell(before, line, left, right) else f"{text}\n{own}"
        )
    return str(text)
