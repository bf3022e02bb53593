"""A row being read, and the names that may stand in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Direction
from shanhe.documents.forms.workbook.declare import Sheet
from shanhe.records.problem import Problem
from shanhe.records.source import RowSource


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """What names may stand in a workbook; compared by identity, so that what was read with them is found.

    Attributes:
        catalogue: for indicators.
        own: names of the programme's own indicators, to their ids.
        places: names and other spellings of regions and units, to the short name; ``None`` where
            the sheet of places is missing, so that not every place is called unknown.
        worded: ids of own indicators that are qualitative.
    """

    catalogue: Catalogue
    own: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] | None = None
    worded: frozenset[str] = frozenset()

    def indicator(self, name: str) -> str | None:
        """Return the id of the indicator that ``name`` means."""
        if name in self.own:
            return self.own[name]
        found = self.catalogue.indicator_named(name)
        return found.id if found else None

    def is_worded(self, indicator: str) -> bool:
        """Return whether an indicator's values are words, such as 基本建立."""
        if not self.catalogue.has_indicator(indicator):
            return indicator in self.worded
        return self.catalogue.indicator(indicator).direction is Direction.QUALITATIVE


@dataclass(slots=True)
class Row:
    """A row being read: its texts by field, and what came of it."""

    sheet: Sheet
    source: RowSource
    names: Names
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def text(self, key: str) -> str:
        """Return the text of field ``key``."""
        cell = self.source.cells.get(key)
        return cell.text.strip() if cell else ""

    def refuse(self, kind: str, key: str, **words: str) -> None:
        """Note that field ``key`` cannot be read."""
        self.problems.append(Problem(kind, self.source.cell(key), words))
