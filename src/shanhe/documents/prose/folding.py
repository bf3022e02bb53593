"""Full-width forms to half-width ones, character by character, so that offsets stay."""

from functools import lru_cache

from shanhe.values.regex import regex

_SAME = dict.fromkeys("，：；！？｡", None)
_FULL = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _SAME}
_OTHERS = str.maketrans(
    {
        "\u3000": " ",
        "\u00a0": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
        "\u2212": "-",
        "\u2013": "-",
        "≦": "≤",
        "⩽": "≤",
        "≧": "≥",
        "⩾": "≥",
        "﹪": "%",
        ";": "；",
        ":": "：",
        "﹤": "<",
        "﹥": ">",
    }
)
_TABLE = {**_FULL, **_OTHERS}
_LONGEST_KEPT = 2000
_COMMA = regex(r"(?<!\d),|,(?!\d{3}(?!\d))")


def fold(text: str) -> str:
    """Return ``text`` with half-width digits, letters, brackets and signs, of the same length.

    Marks between clauses become full-width, so that a comma left over parts thousands.

    Example:
        ``１，３４６万元,合计`` is ``1，346万元，合计``.
    """
    return _folded(text) if len(text) < _LONGEST_KEPT else _folded.__wrapped__(text)


@lru_cache(4096)
def _folded(text: str) -> str:
    """Return it folded; several readers ask for those of the same paper in turn."""
    return _COMMA.sub("，", text.translate(_TABLE))
