"""Where the money went: from the ministry down to the units, and what became of it there."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shanhe.documents.charts import style
from shanhe.documents.charts.chart import WIDTH, Chart
from shanhe.documents.charts.flow_labels import ending, labels, printed
from shanhe.documents.charts.flows import Flow, Place, places
from shanhe.documents.charts.font import width
from shanhe.documents.charts.route import Step, Stop, Waypoint, gap, routed

__all__ = ["PAID", "RETURNED", "UNPAID", "Flow", "MoneyFlow", "money_flow_chart"]

PAID, RETURNED, UNPAID = "已支付", "收回重新分配", "未支付"
"""The names of places that have a look of their own."""

_LINE_PX, _NODE_PX, _MARGIN, _MONEY_PX = 17, 14, 12, 240
_LEVELS = (style.BLUE, style.SKY)
_COLOURS = {PAID: style.GREEN, RETURNED: style.ORANGE, UNPAID: style.GREY}
_RIBBON = 0.28
Labels = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class MoneyFlow:
    """The way of one sum of money.

    Attributes:
        flows: each step, from the ministry on; money that was taken back goes through a place
            named ``RETURNED`` and from there to those who got it, who then stand further right.
        title: what money this is, for the words that replace the picture.
    """

    flows: Sequence[Flow]
    title: str = "资金"


def money_flow_chart(money: MoneyFlow) -> Chart:
    """Return the chart of the way of the money, from left to right.

    Places are put in columns by the longest way to them, and within a column in the order in
    which the flows name them. Each shows its name and what it received in 万元, exact; a place
    that got several sums shows them one by one, a place that passed on another sum than it got
    shows both. Places that got nothing are named in the corner.

    Raises:
        ValueError: an amount is negative, the money goes round in a circle, or nothing flows.
    """
    known = places(money.flows)
    right = 6 + max(_width(place) for place in known if not place.passed)
    words = labels(known, _room(right, max(place.column for place in known)))
    stops, steps = routed(money.flows, known)
    counts = {name: len(lines) for name, lines in words.items()}
    between = gap(stops, counts, _LINE_PX, _MONEY_PX)
    high = _MONEY_PX + between * (max(Counter(stop.column for stop in stops).values()) - 1)
    over = max(counts.values()) * _LINE_PX // 2
    box = {
        "left": _MARGIN,
        "right": _MARGIN + round(right),
        "top": over + 20,
        "height": high,
        "nodeGap": between,
    }
    option: dict[str, object] = {
        "title": _note(money.flows, known),
        "series": _series(stops, steps, words) | box,
    }
    return Chart(option, WIDTH, high + 2 * over + 20, _alt(money))


def _width(place: Place) -> float:
    return max(width(line, style.SMALL_PX) for line in ending(place))


def _room(right: float, columns: int) -> float:
    """Return the room for a label between neighbouring columns, in em, at least 3."""
    step = (WIDTH - 2 * _MARGIN - _NODE_PX - right) / columns
    return max((step - _NODE_PX - 9) / style.SMALL_PX, 3)


def _series(stops: Sequence[Stop], steps: Sequence[Step], words: Labels) -> dict[str, object]:
    colours = {stop.name: _colour(stop) for stop in stops if isinstance(stop, Place)}
    return {
        "type": "sankey",
        "nodeWidth": _NODE_PX,
        "layoutIterations": 0,
        "draggable": False,
        "data": [_node(stop, colours, words) for stop in stops],
        "links": [_link(step, colours[step.source]) for step in steps],
    }


def _colour(place: Place) -> str:
    return _COLOURS.get(place.name, _LEVELS[place.column % len(_LEVELS)])


def _node(stop: Stop, colours: Mapping[str, str], words: Labels) -> dict[str, object]:
    place = {"name": stop.name, "depth": stop.column, "value": float(stop.amount)}
    if isinstance(stop, Waypoint):
        look = {"color": colours[stop.source], "opacity": _RIBBON, "borderWidth": 0}
        return {**place, "itemStyle": look, "label": {"show": False}}
    label = {
        **style.text(size=style.SMALL_PX),
        "position": "right",
        "distance": 4,
        "lineHeight": _LINE_PX,
        "formatter": "\n".join(words[stop.name]),
    }
    paint = style.hatched if stop.name in {RETURNED, UNPAID} else style.solid
    return {**place, "itemStyle": paint(colours[stop.name]), "label": label}


def _link(step: Step, colour: str) -> dict[str, object]:
    look = {"color": colour, "opacity": _RIBBON, "curveness": 0.5}
    ends = {"source": step.start, "target": step.end}
    return {**ends, "value": float(step.amount), "lineStyle": look}


def _note(flows: Iterable[Flow], known: Iterable[Place]) -> dict[str, object]:
    """Return the note at the upper right: the unit, and places that got nothing."""
    drawn = {place.name for place in known}
    empty = dict.fromkeys(flow.target for flow in flows if flow.target not in drawn)
    words = "；".join(["单位：万元", *(f"{name}：0" for name in empty)])
    look = style.text(style.QUIET, style.SMALL_PX)
    return {"text": words, "right": _MARGIN, "top": 6, "textStyle": look, "padding": 0}


def _alt(money: MoneyFlow) -> str:
    sums = (
        f"{flow.source}→{flow.target} {printed(flow.amount)}万元"
        for flow in money.flows
        if flow.amount
    )
    return f"{money.title}流向图：{'；'.join(sums)}。"
