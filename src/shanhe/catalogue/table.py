"""One TOML table taken apart key by key; what is missing, wrong or unknown is named with its line."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from shanhe.catalogue.error import CatalogueError
from shanhe.catalogue.files import DataFile

Member = TypeVar("Member", bound=StrEnum)


class Table:
    """A TOML table with its file; every getter marks its key as known."""

    def __init__(self, file: DataFile, raw: object, label: str = "") -> None:
        self.file, self.label = file, label
        self._known: set[str] = set()
        self._raw: Mapping[str, Any] = raw if isinstance(raw, Mapping) else {}
        if not isinstance(raw, Mapping):
            self.refuse(f"{label} is no table", f"write it as [{label}]", label)

    def refuse(self, problem: str, remedy: str, word: str = "") -> NoReturn:
        """Raise the error, with the line on which ``word`` first stands."""
        line = self.file.line_of(word) if word else None
        raise CatalogueError(problem, remedy, self.file.name, line)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; ``default`` where it is not given."""
        value = self._get(key, default)
        if not isinstance(value, str):
            self.refuse(f"{key} is no text: {value!r}", "put it in quotation marks", key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where it is not given."""
        value = self._get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.refuse(f"{key} is no list of texts", f'write {key} = ["…"]', key)
        return tuple(value)

    def flag(self, key: str) -> bool:
        """Return a yes or no, no where it is not given."""
        value = self._get(key, default=False)
        if not isinstance(value, bool):
            self.refuse(f"{key} is neither true nor false", "write true or false", key)
        return value

    def number(self, key: str) -> Decimal | None:
        """Return a number, ``None`` where it is not given."""
        value = self._get(key, 0)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.refuse(f"{key} is no number: {value!r}", "write a number", key)
        return Decimal(value) if key in self._raw else None

    def day(self, key: str) -> date | None:
        """Return a day, ``None`` where it is not given."""
        value = self._get(key, date.min)
        if not isinstance(value, date) or isinstance(value, datetime):
            self.refuse(f"{key} is no day: {value!r}", f"write {key} = 2024-02-01", key)
        return value if key in self._raw else None

    def member(self, key: str, of: type[Member], default: str | None = None) -> Member:
        """Return a member of an enumeration."""
        word = self.text(key, default)
        try:
            return of(word)
        except ValueError:
            self.refuse(f"{key} {word!r} is unknown", f"use one of {', '.join(of)}", f'"{word}"')

    def anything(self, key: str) -> object:
        """Return whatever stands there, ``None`` where it is not given."""
        self._known.add(key)
        return self._raw.get(key)

    def tables(self, key: str) -> "list[Table]":
        """Return an array of tables, empty where it is not given."""
        value = self._get(key, [])
        if not isinstance(value, list):
            self.refuse(f"{key} is no array of tables", f"write [[{key}]]", key)
        return [Table(self.file, item, key) for item in value]

    def close(self) -> None:
        """Refuse keys that nobody asked for."""
        for key in self._raw.keys() - self._known:
            near = get_close_matches(key, sorted(self._known), n=1)
            remedy = f"did you mean {near[0]}?" if near else f"use {', '.join(sorted(self._known))}"
            self.refuse(f"unknown key {key}", remedy, key)

    def _get(self, key: str, default: object) -> Any:
        self._known.add(key)
        value = self._raw.get(key, default)
        if value is None:
            self.refuse(f"{key} is missing", f"add {key} = …", self.label)
        return value
