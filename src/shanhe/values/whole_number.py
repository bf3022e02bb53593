"""Whole numbers in digits and in Chinese words."""

from shanhe.values.regex import regex

DIGITS = {word: value for value, word in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "○": 0,
    "Ｏ": 0,
}
_SCALES = {"十": 10, "百": 100, "千": 1000}
WORDS = "零〇一二两三四五六七八九十百千"
_SHAPE = regex(f"[{''.join((*DIGITS, *_SCALES))}]+")


def whole_number(text: str) -> int | None:
    """Return the number that ``text`` spells, in digits or words; ``None`` if it is none.

    Example:
        ``十三`` is 13, ``一百零五`` is 105, ``二〇二五`` is 2025.
    """
    if text.isdecimal():
        return int(text[:9])
    if not _SHAPE.fullmatch(text):
        return None
    if not any(scale in text for scale in _SCALES):
        return int("".join(str(DIGITS[word]) for word in text[:9]))
    total, digit = 0, 0
    for word in text:
        if word in _SCALES:
            total += (digit or 1) * _SCALES[word]
            digit = 0
        else:
            digit = DIGITS[word]
    return total + digit


def count_of(word: str) -> int:
    """Return the same where a pattern has found the word to be a number; 0 for what is none after all."""
    return whole_number(word) or 0
