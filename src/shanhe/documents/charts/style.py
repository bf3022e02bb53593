"""The plain look all charts share: colours that differ in hue, lightness and pattern."""

INK = "#222222"
QUIET = "#595959"
GRID = "#d9d9d9"

BLUE = "#0072b2"
ORANGE = "#d55e00"
SKY = "#56b4e9"
GREEN = "#009e73"
YELLOW = "#e69f00"
GREY = "#8c8c8c"
PAPER = "#ffffff"

TEXT_PX = 14
SMALL_PX = 13


def text(colour: str = INK, size: int = TEXT_PX) -> dict[str, object]:
    """Return the ECharts style of a text; the packaged font has one weight only."""
    return {"color": colour, "fontSize": size, "fontWeight": "normal"}


def hatched(colour: str) -> dict[str, object]:
    """Return an item style: outline and slanting lines of the colour on white."""
    lines = {
        "symbol": "rect",
        "symbolSize": 1,
        "color": colour,
        "dashArrayX": [1, 0],
        "dashArrayY": [2, 4],
        "rotation": 0.7853981633974483,
    }
    return {"color": PAPER, "borderColor": colour, "borderWidth": 1.5, "decal": lines}


def solid(colour: str) -> dict[str, object]:
    """Return an item style: one even colour with an outline of the same colour."""
    return {"color": colour, "borderColor": colour, "borderWidth": 1.5}


def hollow(colour: str) -> dict[str, object]:
    """Return an item style: an outline around nothing."""
    return {"color": PAPER, "borderColor": colour, "borderWidth": 1.5}
