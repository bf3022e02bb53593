"""The bars of the chart of completion: their lengths, their looks and the words beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from shanhe.documents.charts import style

CAP = 120
"""Where the axis ends, in percent; a longer bar is cut there and its label begins with ▶."""

_BAR_PX = 16
_STATES: dict[bool | None, tuple[str, dict[str, object]]] = {
    True: ("已达到目标", style.solid(style.BLUE)),
    False: ("未达到目标", style.hatched(style.ORANGE)),
    None: ("未作判断", style.hollow(style.GREY)),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One indicator's completion.

    Attributes:
        name: the indicator as printed.
        percent: done of the yearly target in percent (3.06 means 3.06 %), ``None`` if it cannot
            be computed. Only the length of the bar comes from it.
        met: whether the target was reached, as judged elsewhere; ``None`` for not judged.
        label: the completion as printed, such as ``3.06%``; not used when ``percent`` is ``None``.
    """

    name: str
    percent: Decimal | Fraction | None
    met: bool | None
    label: str

    @property
    def is_drawn(self) -> bool:
        """Whether there is a length to draw."""
        return self.percent is not None

    @property
    def is_cut(self) -> bool:
        """Whether the bar is longer than the axis."""
        return self.percent is not None and self.percent > CAP

    @property
    def printed(self) -> str:
        """The label beside the bar."""
        return "无法计算" if self.percent is None else self.label


def states(bars: Sequence[Bar]) -> list[bool | None]:
    """Return the states that bars are drawn in, in the order of the legend."""
    return [state for state in _STATES if any(bar.met is state and bar.is_drawn for bar in bars)]


def state_name(state: bool | None) -> str:
    """Return the words of the legend for a state."""
    return _STATES[state][0]


def series(state: bool | None, bars: Sequence[Bar]) -> dict[str, object]:
    """Return the bars of one state; the states share the rows, so others leave a gap."""
    name, look = _STATES[state]
    chosen = [bar.is_drawn and bar.met is state for bar in bars]
    return {"name": name, "itemStyle": look, **_row_of(bars, chosen)}


def target_line(bars: Sequence[Bar]) -> dict[str, object]:
    """Return the dashed line at 100 %, with the words of the bars that cannot be computed."""
    label = {**style.text(), "formatter": "年度目标 100%", "position": "start"}
    line = {
        "silent": True,
        "symbol": "none",
        "z": 2,
        "lineStyle": {"color": style.INK, "width": 1.5, "type": [6, 4]},
        "label": label,
        "data": [{"xAxis": 100}],
    }
    return {"markLine": line, **_row_of(bars, [not bar.is_drawn for bar in bars])}


def _row_of(bars: Sequence[Bar], chosen: Sequence[bool]) -> dict[str, object]:
    data = [_bar(bar) if here else "-" for bar, here in zip(bars, chosen, strict=True)]
    return {"type": "bar", "barWidth": _BAR_PX, "barGap": "-100%", "data": data}


def _bar(bar: Bar) -> dict[str, object]:
    percent = bar.percent or Fraction(0)
    mark = "▶ " if bar.is_cut else ""
    label = {
        **style.text(style.QUIET if bar.percent is None else style.INK),
        "show": True,
        "position": "right",
        "backgroundColor": style.PAPER,
        "padding": [1, 2],
        "formatter": mark + bar.printed,
    }
    look = {} if percent > 0 else {"itemStyle": {"borderWidth": 0}}
    return {"value": float(min(max(percent, 0), CAP)), "label": label, **look}
