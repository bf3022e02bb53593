"""An ECharts option becomes SVG text, and SVG text becomes a PNG with Chinese that can be read."""

import json
import threading
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

import quickjs
import resvg_py

from shanhe.documents.charts import font
from shanhe.documents.charts.clean import cleaned, texts

_HERE = Path(__file__).parent
_LOCK = threading.Lock()
_KEPT = 16
"""Pictures; a report is written several times over with the same ones."""


class GlyphMissingError(ValueError):
    """A picture has characters that the packaged font cannot draw.

    Attributes:
        characters: those characters, each once.
    """

    def __init__(self, characters: tuple[str, ...]) -> None:
        self.characters = characters
        codes = "、".join(f"U+{ord(char):04X}" for char in characters)
        super().__init__(f"字体 {font.FAMILY} 没有这些字符：{codes}")


def svg(option: Mapping[str, object], width: int, height: int) -> str:
    """Return the picture of an ECharts option as SVG text without scripts, styles or animation.

    The same option gives the same bytes, in whatever order pictures are drawn. All text is set in
    the packaged font, and is measured by its real widths. The first call loads ECharts (about
    0.1 s); the engine is then kept.

    Args:
        option: an ECharts option of JSON values only; functions cannot travel, so labels are
            made before.
        width: in px.
        height: in px.

    Raises:
        TypeError: the option has a value that JSON does not know, such as a ``Decimal``.
        quickjs.JSException: ECharts refuses the option.
    """
    words = {"fontFamily": f"{font.FAMILY}, sans-serif"}
    whole = {"textStyle": words, **option, "animation": False}
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False)
    return _drawn(text, width, height)


@lru_cache(maxsize=_KEPT)
def _drawn(option: str, width: int, height: int) -> str:
    with _LOCK:
        drawn = str(json.loads(_engine().get("draw")(option, width, height)))
    return cleaned(drawn)


@lru_cache(maxsize=_KEPT)
def png(svg_text: str, scale: float = 2.0) -> bytes:
    """Return SVG text as a PNG on white, drawn with the packaged font and no other.

    Args:
        svg_text: a whole SVG document with its size in px.
        scale: PNG pixels for one px.

    Raises:
        GlyphMissingError: a character would come out as an empty box.
        ValueError: this is not SVG.
    """
    missing = font.missing_glyphs(texts(svg_text))
    if missing:
        raise GlyphMissingError(missing)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg_text,
            background="#ffffff",
            zoom=scale,
            skip_system_fonts=True,
            font_files=[str(font.font_file())],
            font_family=font.FAMILY,
            sans_serif_family=font.FAMILY,
            serif_family=font.FAMILY,
            monospace_family=font.FAMILY,
        )
    )


@cache
def _engine() -> quickjs.Context:
    context = quickjs.Context()
    context.add_callable("advance", font.width)
    for name in ("engine.js", "vendor/echarts.min.js"):
        context.eval((_HERE / name).read_text(encoding="utf-8"))
    return context
