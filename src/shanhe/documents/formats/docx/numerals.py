"""Numbers as Word's automatic numbering writes them."""

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def chinese(number: int) -> str:
    """Return 1 to 9999 in Chinese: 10 is 十, 21 is 二十一, 105 is 一百零五."""
    if not 0 < number < 10_000:
        return str(number)
    text, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if zero else "") + _DIGITS[digit] + unit
        zero = bool(text) and not digit
    return text[1:] if 10 <= number < 20 else text


def _legal(number: int) -> str:
    text = chinese(number)
    return ("一" + text if text.startswith("十") else text).translate(_LEGAL)


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _row_of(letters: str) -> Callable[[int], str]:
    """Numbers that have a character of their own, as far as it goes."""
    return lambda number: letters[number - 1] if number <= len(letters) else str(number)


def _wide(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _digit_by_digit(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _series(first: int, count: int) -> str:
    return "".join(map(chr, range(first, first + count)))


_CIRCLES = _series(0x2460, 20) + _series(0x3251, 15) + _series(0x32B1, 15)
_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
        ),
        chinese,
    ),
    "chineseLegalSimplified": _legal,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "ideographTraditional": _row_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _row_of("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _row_of(_series(0x3280, 10)),
    "decimalEnclosedCircle": _row_of(_CIRCLES),
    "decimalEnclosedCircleChinese": _row_of(_CIRCLES),
    "decimalEnclosedParen": _row_of(_series(0x2474, 20)),
    "decimalEnclosedFullstop": _row_of(_series(0x2488, 20)),
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
}
NO_NUMBER = ("none", "bullet")
"""Formats that print no number."""
_LARGEST = 9999


def numeral(number: int, form: str) -> str:
    """Return the number in one of Word's formats, in digits where the format is not known."""
    if not 0 < number <= _LARGEST:
        return str(number)
    return _FORMATS.get(form, str)(number)
