"""Elements of WordprocessingML that stand for characters, and those whose words nobody sees."""

from shanhe.documents.formats.docx.markup import W

WORDS = (f"{{{W}}}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
SYMBOL = f"{{{W}}}sym"
MARKS = {
    f"{{{W}}}{name}": text
    for name, text in (
        ("tab", "\t"),
        ("ptab", "\t"),
        ("br", "\n"),
        ("cr", "\n"),
        ("noBreakHyphen", "-"),
    )
}
GONE = {f"{{{W}}}{name}" for name in ("moveFrom", "del")}
"""Text that was moved or deleted under tracked changes."""
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The second copy of a text box."""

_OFF = ("0", "false", "off")


def is_on(value: str | None) -> bool:
    """Return whether an on-off property with this ``val`` is on; none given means on."""
    return value not in _OFF


_SYMBOLS = {
    "symbol": {
        0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
        0xB7: "·", 0xD7: "·", 0xA5: "∞", 0x6D: "μ", 0x57: "Ω", 0x44: "Δ", 0x53: "Σ", 0xE5: "∑",
        0xA2: "′", 0xB2: "″", 0xAE: "→", 0xB5: "∝", 0x2D: "-", 0x2B: "+", 0x3D: "=", 0x20: " ",
    },
    "wingdings": {
        0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0xD8: "➢", 0x6C: "●",
        0x6E: "■", 0x75: "◆", 0x9F: "•", 0xE0: "→", 0x20: " ",
    },
    "wingdings 2": {
        0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x51: "☒", 0xA3: "☐", 0x30: "☐",
        0x20: " ",
    },
}  # fmt: skip
# Digits and full stop stand at their own places in the font Symbol.
_SYMBOLS["symbol"] |= {code: chr(code) for code in range(0x25, 0x3B) if code not in (0x27, 0x2A)}


def symbol(font: str, code: str) -> str:
    """Return a letter of a symbol font, U+FFFD where it is not known.

    Example:
        ``symbol("Symbol", "F0B3")`` is ``≥``.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return "\ufffd"
    number -= 0xF000 if 0xF000 <= number <= 0xF0FF else 0
    return _SYMBOLS.get(font.strip().lower(), {}).get(number, "\ufffd")
