"""What the packaged Chinese font knows: which characters it has and how wide they are."""

import struct
from functools import cache
from pathlib import Path

from pylopdf_fonts_zh_cn import sans_path

FAMILY = "Noto Sans SC"
"""The family name under which the packaged font is found."""


def font_file() -> Path:
    """Return the file of the one font that pictures are drawn with."""
    return Path(sans_path())


def width(text: str, size: float = 1.0) -> float:
    """Return how wide a line of text is.

    A Chinese character is exactly one ``size`` wide. Kerning is left out (it moves Latin pairs by
    less than 0.1 em), and so are line breaks.

    Args:
        text: one line.
        size: font size; the result has its unit. The default gives the width in em.
    """
    widths = _widths()
    return sum(widths.get(ord(char), 1.0) for char in text) * size


def missing_glyphs(text: str) -> tuple[str, ...]:
    """Return the characters that the font cannot draw, in order, each once; line ends are fine."""
    widths = _widths()
    return tuple(dict.fromkeys(c for c in text if c not in "\r\n\t" and ord(c) not in widths))


def wrapped(text: str, ems: float) -> tuple[str, ...]:
    """Return the text in lines of at most ``ems`` em, about equally long.

    Nothing is cut off: a text that needs more lines gets more lines. A closing mark never begins
    a line and an opening mark never ends one.

    Example:
        A name of 14 characters in 10 em becomes two lines of 7.
    """
    count = max(1, -int(-width(text) // ems))
    goal = min(ems, max(width(text) / count, 1.0))
    lines = [""]
    for char in text:
        full = width(lines[-1]) >= goal - 1e-9 or width(lines[-1] + char) > ems
        if full and lines[-1] and char not in "）》」』】、，。；：！？%％)":
            opening = lines[-1][-1] if lines[-1][-1] in "（《「『【(" else ""
            lines[-1] = lines[-1].removesuffix(opening) if len(lines[-1]) > 1 else lines[-1]
            lines.append(opening)
        lines[-1] += char
    return tuple(line for line in lines if line)


@cache
def _widths() -> dict[int, float]:
    """Return code point to advance in em, read from the tables cmap, hmtx, hhea and head."""
    data = font_file().read_bytes()
    tables = _tables(data)
    (units,) = struct.unpack_from(">H", data, tables["head"] + 18)
    (measured,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    advances = struct.unpack_from(">" + "HH" * measured, data, tables["hmtx"])[::2]
    last = measured - 1
    return {
        code: advances[min(glyph, last)] / units
        for first, end, start in _groups(data, tables["cmap"])
        for code in range(first, end + 1)
        if (glyph := start + code - first)
    }


def _tables(data: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", data, 4)
    records = struct.iter_unpack(">4sIII", data[12 : 12 + 16 * count])
    return {tag.decode("ascii"): offset for tag, _, offset, _ in records}


def _groups(data: bytes, cmap: int) -> list[tuple[int, int, int]]:
    """Return (first code, last code, first glyph) of the full Unicode table (format 12)."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for platform, encoding, offset in struct.iter_unpack(
        ">HHI", data[cmap + 4 : cmap + 4 + 8 * count]
    ):
        if (platform, encoding) in {(3, 10), (0, 4), (0, 6)}:
            kind, _, _, _, groups = struct.unpack_from(">HHIII", data, cmap + offset)
            if kind == 12:
                start = cmap + offset + 16
                return list(struct.iter_unpack(">III", data[start : start + 12 * groups]))
    raise ValueError(f"{font_file().name} has no full Unicode table")
