"""Limits and acts, asked by day; and citations that never show more than was read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from shanhe.catalogue.citation import Citation, cite
from shanhe.catalogue.error import CatalogueError
from shanhe.catalogue.model import Act, DatedValue, Parameter, Row, Scalar


@dataclass(frozen=True, slots=True)
class Law:
    """What is allowed on a day, and where it is written.

    Attributes:
        parameters, acts: by id.
    """

    parameters: Mapping[str, Parameter]
    acts: Mapping[str, Act]

    def held(self, key: str, on: date) -> DatedValue:
        """Return a parameter's value with its unit, basis and first day.

        Raises:
            CatalogueError: there is no such parameter, or it had no value on that day.
        """
        parameter = self.parameters.get(key)
        if parameter is None:
            near = ", ".join(get_close_matches(key, self.parameters, n=3)) or "another"
            raise CatalogueError(f"no parameter {key!r}", f"did you mean {near}?")
        held = parameter.on(on)
        if held is None:
            first = parameter.values[0].start
            problem = f"{key} has no value on {on}: its first is from {first}"
            raise CatalogueError(problem, "add a [[value]]", f"parameters/{key}.toml")
        return held

    def has(self, key: str, on: date) -> bool:
        """Return whether a parameter had a value on that day."""
        parameter = self.parameters.get(key)
        return parameter is not None and parameter.on(on) is not None

    def value(self, key: str, on: date) -> Scalar:
        """Return a parameter's single value; see ``whole``, ``number`` and ``word`` for types."""
        value = self.held(key, on).value
        if value is None or isinstance(value, tuple):
            raise _not(key, "a single value")
        return value

    def whole(self, key: str, on: date) -> int:
        """Return a parameter that is a whole number, such as a number of days."""
        value = self.value(key, on)
        if not isinstance(value, int):
            raise _not(key, "a whole number")
        return value

    def number(self, key: str, on: date) -> Decimal:
        """Return a parameter that is a number."""
        value = self.value(key, on)
        if isinstance(value, str):
            raise _not(key, "a number")
        return Decimal(value)

    def word(self, key: str, on: date) -> str:
        """Return a parameter that is a word."""
        value = self.value(key, on)
        if not isinstance(value, str):
            raise _not(key, "a word")
        return value

    def words(self, key: str, on: date) -> tuple[str, ...]:
        """Return a parameter that is a list of words."""
        value = self.held(key, on).value
        if not isinstance(value, tuple):
            raise _not(key, "a list")
        return tuple(str(item) for item in value)

    def table(self, key: str, on: date) -> tuple[Row, ...]:
        """Return a parameter that is a table, row by row."""
        rows = self.held(key, on).rows
        if not rows:
            raise _not(key, "a table")
        return rows

    def cite(self, basis: str, lang: str = "zh") -> Citation:
        """Return how ``basis`` is shown to people.

        Args:
            basis: an act's id, with ``#`` and the article: ``budget_law#52.3``, ``practice#T-07``.
            lang: ``zh`` or ``en``.

        Raises:
            CatalogueError: the act or the article is not held.
        """
        return cite(self.acts, basis, lang)


def _not(key: str, what: str) -> CatalogueError:
    return CatalogueError(
        f"{key} is not {what}", "ask for it as what it is", f"parameters/{key}.toml"
    )
