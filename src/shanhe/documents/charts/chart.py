"""What every chart is: a description, a size, and words for those who cannot see it."""

from collections.abc import Mapping
from dataclasses import dataclass

from shanhe.documents.charts import render

WIDTH = 720
"""Width of all charts in px. At 156 mm in print, 1 px is 0.61 pt and 14 px text is 8.6 pt."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that is described but not yet drawn; its caption belongs to the paper.

    Attributes:
        option: the ECharts option, of JSON values only; the same in a browser and on paper.
        width, height: size in px.
        alt: what the picture says, in Chinese, one paragraph.
    """

    option: Mapping[str, object]
    width: int
    height: int
    alt: str

    def svg(self) -> str:
        """Return the picture as SVG text; equal charts give equal bytes."""
        return render.svg(self.option, self.width, self.height)

    def png(self, scale: float = 2.0) -> bytes:
        """Return the picture as PNG; ``scale`` is PNG pixels for one px.

        Raises:
            GlyphMissingError: a name has a character that the packaged font lacks.
        """
        return render.png(self.svg(), scale)
