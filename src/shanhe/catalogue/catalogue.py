"""The catalogue: everything the field knows, parsed kind by kind when first asked for."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import Any, Self, TypeVar, overload

from shanhe.catalogue.build import (
    build_act,
    build_divisions,
    build_indicator,
    build_parameter,
    build_regions,
    build_terms,
)
from shanhe.catalogue.division import Division
from shanhe.catalogue.error import CatalogueError
from shanhe.catalogue.files import DataFile, Shelf
from shanhe.catalogue.law import Law
from shanhe.catalogue.model import Act, Indicator, Parameter, Region, Term
from shanhe.catalogue.names import plain_name

Record = TypeVar("Record", Act, Indicator, Parameter)
Entry = TypeVar("Entry", Term, Region, Division)

T = TypeVar("T")


class _shared(cached_property[T]):  # noqa: N801 - used like ``cached_property``
    """What the indicators of one programme do not change: made once, and kept by the whole catalogue."""

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> T: ...
    def __get__(self, instance: object, owner: type[Any] | None = None) -> Self | T:
        """Return it from the whole catalogue, of which ``instance`` may be an extended copy."""
        whole = instance.whole if isinstance(instance, Catalogue) else instance
        return super().__get__(whole, owner)


class Catalogue:
    """Indicators, limits, acts, words and regions.

    Not changed after it was made; each kind of file is read once, when it is first asked for.

    Attributes:
        whole: that without the indicators of one programme, which may be this itself.
    """

    def __init__(
        self, shelf: Shelf, own: tuple[Indicator, ...] = (), whole: "Catalogue | None" = None
    ) -> None:
        self._shelf = shelf
        self._own = own
        self.whole = whole or self

    def with_own(self, own: Iterable[Indicator]) -> "Catalogue":
        """Return this catalogue with the indicators of one programme added; what is read stays."""
        return Catalogue(self._shelf, tuple(own), self.whole)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators, in the order of their codes; those of one programme come last."""
        return (*self._standard, *self._own)

    @_shared
    def _standard(self) -> tuple[Indicator, ...]:
        found = map(build_indicator, self._shelf.folder("indicators"))
        return tuple(sorted(found, key=lambda indicator: (indicator.code, indicator.id)))

    def indicator(self, key: str) -> Indicator:
        """Return one indicator.

        Raises:
            CatalogueError: there is none of that id.
        """
        return _found(key, self._indicators, "indicator")

    def has_indicator(self, key: str) -> bool:
        """Return whether there is an indicator of that id."""
        return key in self._indicators

    def indicator_named(self, name: str) -> Indicator | None:
        """Return the indicator that papers call ``name``, ``None`` if there is none.

        Standard names and aliases are taken, whatever their blanks, brackets and full-width forms,
        and with or without the unit in brackets at the end.
        """
        return self._indicator_names.get(plain_name(name))

    def suggest(self, name: str) -> list[str]:
        """Return up to three standard names most like ``name``, the likest first."""
        near = get_close_matches(plain_name(name), self._indicator_names, n=6, cutoff=0.5)
        return list(dict.fromkeys(self._indicator_names[word].name for word in near))[:3]

    @_shared
    def acts(self) -> tuple[Act, ...]:
        """All acts and bodies of practice, by id."""
        return tuple(map(build_act, self._shelf.folder("acts")))

    def act(self, key: str) -> Act:
        """Return one act.

        Raises:
            CatalogueError: there is none of that id.
        """
        return _found(key, self._acts, "act")

    @_shared
    def parameters(self) -> tuple[Parameter, ...]:
        """All limits and settings, by id."""
        return tuple(map(build_parameter, self._shelf.folder("parameters")))

    def parameter(self, key: str) -> Parameter:
        """Return one limit or setting.

        Raises:
            CatalogueError: there is none of that id.
        """
        return _found(key, self._parameters, "parameter")

    @_shared
    def terms(self) -> tuple[Term, ...]:
        """All words of the field, file by file."""
        return tuple(self._from_each("glossary", build_terms))

    @_shared
    def regions(self) -> tuple[Region, ...]:
        """All regions, as listed: each after the one it lies in."""
        return tuple(self._from_each("regions", build_regions))

    @_shared
    def divisions(self) -> Mapping[str, tuple[Division, ...]]:
        """Provinces, prefectures and counties of the country by name, short names too."""
        found: dict[str, tuple[Division, ...]] = {}
        for one in self._from_each("divisions", build_divisions):
            for name in filter(None, dict.fromkeys((one.name, one.short))):
                found[name] = (*found.get(name, ()), one)
        return found

    def region(self, code: str) -> Region | None:
        """Return the region of that code, ``None`` if it is not listed."""
        return next((region for region in self.regions if region.code == code), None)

    def region_named(self, name: str) -> Region | None:
        """Return the region that papers call ``name``, ``None`` if it is not listed."""
        return self._region_names.get(plain_name(name))

    @_shared
    def law(self) -> Law:
        """The limits and acts, to be asked by day."""
        return Law(self._parameters, self._acts)

    @_shared
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change when any data file does."""
        return self._shelf.fingerprint()

    def line_of(self, file: str, word: str) -> int | None:
        """Return the line of a data file on which ``word`` first stands, counted from 1."""
        folder = file.partition("/")[0]
        there = (held for held in self._shelf.folder(folder) if held.name == file)
        return next((held.line_of(word) for held in there), None)

    @cached_property
    def _indicators(self) -> Mapping[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    @_shared
    def _acts(self) -> Mapping[str, Act]:
        return {act.id: act for act in self.acts}

    @_shared
    def _parameters(self) -> Mapping[str, Parameter]:
        return {parameter.id: parameter for parameter in self.parameters}

    @cached_property
    def _indicator_names(self) -> Mapping[str, Indicator]:
        return {
            plain_name(name): indicator
            for indicator in self.indicators
            for name in (*indicator.aliases, indicator.name)
        }

    @_shared
    def _region_names(self) -> Mapping[str, Region]:
        return {
            plain_name(name): region
            for region in self.regions
            for name in (*region.aliases, region.name)
        }

    def _from_each(
        self, folder: str, build: Callable[[DataFile], Iterable[Entry]]
    ) -> Iterable[Entry]:
        for file in self._shelf.folder(folder):
            yield from build(file)


def _found(key: str, among: Mapping[str, Record], what: str) -> Record:
    if key in among:
        return among[key]
    near = get_close_matches(key, among, n=3)
    raise CatalogueError(f"no {what} {key!r}", f"did you mean {', '.join(near) or 'another'}?")
