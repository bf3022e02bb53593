"""How much of each indicator's yearly target was done: one horizontal bar an indicator."""

from collections.abc import Sequence

from shanhe.documents.charts import style
from shanhe.documents.charts.bars import CAP, Bar, series, state_name, states, target_line
from shanhe.documents.charts.chart import WIDTH, Chart
from shanhe.documents.charts.font import width, wrapped

__all__ = ["CAP", "Bar", "completion_chart"]

_LINE_PX = 18
_TOP, _BOTTOM = 66, 30


def completion_chart(bars: Sequence[Bar]) -> Chart:
    """Return the chart of completion, bars from top to bottom in the order given.

    Each row is as high as the longest name needs; names are wrapped, never cut. A bar below 0 %
    is drawn as none, one above ``CAP`` is cut there.

    Raises:
        ValueError: there are no bars.
    """
    if not bars:
        raise ValueError("no bars to draw")
    ems = min(max(13, *(width(bar.name) / 2 + 1 for bar in bars)), 20)
    names = [wrapped(bar.name, ems) for bar in bars]
    row = max(len(lines) for lines in names) * _LINE_PX + 14
    left = max(width(line, style.TEXT_PX) for lines in names for line in lines)
    right = max(width("▶ " + bar.printed, style.TEXT_PX) for bar in bars)
    option: dict[str, object] = {
        "legend": _legend(bars),
        "title": _note(bars),
        "grid": _grid(round(left) + 18, round(right) + 16),
        "xAxis": _percent_axis(),
        "yAxis": _name_axis(names),
        "series": [*(series(state, bars) for state in states(bars)), target_line(bars)],
    }
    return Chart(option, WIDTH, _TOP + row * len(bars) + _BOTTOM, _alt(bars))


def _grid(left: int, right: int) -> dict[str, object]:
    sides = {"left": left, "right": right, "top": _TOP, "bottom": _BOTTOM}
    return {**sides, "outerBoundsMode": "none"}


def _legend(bars: Sequence[Bar]) -> dict[str, object]:
    return {
        "data": [state_name(state) for state in states(bars)],
        "icon": "rect",
        "top": 6,
        "left": 12,
        "itemWidth": 26,
        "itemHeight": 14,
        "itemGap": 24,
        "selectedMode": False,
        "textStyle": style.text(),
    }


def _note(bars: Sequence[Bar]) -> dict[str, object]:
    cut = any(bar.is_cut for bar in bars)
    words = style.text(style.QUIET, style.SMALL_PX)
    return {
        "text": f"▶ 超过 {CAP}%" if cut else "",
        "right": 12,
        "top": 6,
        "textStyle": words,
        "padding": 0,
    }


def _percent_axis() -> dict[str, object]:
    return {
        "type": "value",
        "min": 0,
        "max": CAP,
        "interval": 20,
        "axisLabel": {**style.text(style.QUIET, style.SMALL_PX), "formatter": "{value}%"},
        "axisLine": {"show": False},
        "splitLine": {"lineStyle": {"color": style.GRID}},
    }


def _name_axis(names: Sequence[Sequence[str]]) -> dict[str, object]:
    return {
        "type": "category",
        "inverse": True,
        "data": ["\n".join(lines) for lines in names],
        "axisLabel": {**style.text(), "interval": 0, "lineHeight": _LINE_PX, "margin": 10},
        "axisTick": {"show": False},
        "axisLine": {"lineStyle": {"color": style.QUIET}},
    }


def _alt(bars: Sequence[Bar]) -> str:
    said = "；".join(
        f"{bar.name}{bar.printed}" + (f"，{state_name(bar.met)}" if bar.is_drawn else "")
        for bar in bars
    )
    return f"年度目标完成情况条形图，共{len(bars)}项指标，虚线为年度目标100%：{said}。"
