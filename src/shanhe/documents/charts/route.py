"""How drawn money gets past the places it does not stop at: every step to the next column."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from shanhe.documents.charts.flows import Flow, Place


@dataclass(frozen=True, slots=True)
class Waypoint:
    """Where a flow passes through a column without stopping; drawn as part of its ribbon.

    Attributes:
        name: no place has it.
        column: as for places.
        amount: 万元.
        source: the place that the flow comes from.
    """

    name: str
    column: int
    amount: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of a flow between neighbouring columns; ``source`` is where the flow began."""

    start: str
    end: str
    amount: Decimal
    source: str


Stop = Place | Waypoint


def routed(flows: Iterable[Flow], known: Sequence[Place]) -> tuple[list[Stop], list[Step]]:
    """Return all stops column by column, each from top to bottom, and the steps between them.

    A stop stands as high as the first one that gives to it; then the order of the flows counts.
    Without waypoints a flow over several columns would run across the places between.
    """
    by_name = {place.name: place for place in known}
    stops: dict[str, Stop] = {}
    steps: list[Step] = []
    for number, flow in enumerate(flow for flow in flows if flow.amount):
        way = _way(number, flow, by_name)
        for stop in way:
            stops.setdefault(stop.name, stop)
        steps += [
            Step(start.name, end.name, flow.amount, flow.source) for start, end in pairwise(way)
        ]
    return _stacked(stops, steps), steps


def _stacked(stops: Mapping[str, Stop], steps: Sequence[Step]) -> list[Stop]:
    """Return the stops column by column, so that ribbons cross little."""
    height: dict[str, int] = {}
    order: list[Stop] = []
    for column in range(max(stop.column for stop in stops.values()) + 1):
        here = [stop for stop in stops.values() if stop.column == column]
        givers = [_highest(stop, steps, height) for stop in here]
        ranked = [here[i] for i in sorted(range(len(here)), key=givers.__getitem__)]
        height.update({stop.name: rank for rank, stop in enumerate(ranked)})
        order += ranked
    return order


def _highest(stop: Stop, steps: Iterable[Step], height: Mapping[str, int]) -> int:
    return min((height[step.start] for step in steps if step.end == stop.name), default=0)


def _way(number: int, flow: Flow, by_name: Mapping[str, Place]) -> list[Stop]:
    source, target = by_name[flow.source], by_name[flow.target]
    passing = range(source.column + 1, target.column)
    return [
        source,
        *(Waypoint(f"\n{number}/{c}", c, flow.amount, flow.source) for c in passing),
        target,
    ]


def gap(stops: Iterable[Stop], lines: Mapping[str, int], line_px: int, money_px: int) -> int:
    """Return the distance in px between the stops of a column that keeps labels apart.

    Args:
        stops: in the order in which they are stacked.
        lines: name to the number of lines of its label; none for a waypoint.
        line_px: height of a line.
        money_px: height of all the money together.
    """
    columns: dict[int, list[Stop]] = {}
    for stop in stops:
        columns.setdefault(stop.column, []).append(stop)
    total = max(sum(stop.amount for stop in column) for column in columns.values())
    lacking = [
        sum(
            lines.get(stop.name, 0) * line_px - float(stop.amount / total) * money_px
            for stop in two
        )
        for column in columns.values()
        for two in pairwise(column)
    ]
    return max(14, *(round(lack / 2) + 4 for lack in lacking), 0)
