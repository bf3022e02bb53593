"""Whether everything in a catalogue refers to something that is there."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.citation import known_kinds, known_marks
from shanhe.catalogue.error import CatalogueError
from shanhe.catalogue.model import DatedValue, Dimension, Indicator, Purpose
from shanhe.catalogue.names import plain_name
from shanhe.values.unit import find_unit


def check(catalogue: Catalogue) -> None:
    """Read every file and follow every reference.

    Raises:
        CatalogueError: the first fault, with its file and line.
    """
    try:
        _check_all(catalogue)
    except CatalogueError as error:
        if error.line or not error.word:
            raise
        line = catalogue.line_of(error.file, error.word)
        raise CatalogueError(error.problem, error.remedy, error.file, line) from error


def _check_all(catalogue: Catalogue) -> None:
    _check_indicators(catalogue)
    _check_names(
        (f"indicators/{indicator.id}.toml", name)
        for indicator in catalogue.indicators
        for name in (indicator.name, *indicator.aliases)
    )
    _check_regions(catalogue)
    _check_acts(catalogue)
    _check_parameters(catalogue)
    _check_terms(catalogue)


def _check_indicators(catalogue: Catalogue) -> None:
    ids = {indicator.id: indicator for indicator in catalogue.indicators}
    operands = ids.keys() | {term.id for term in catalogue.terms if term.id}
    for indicator in catalogue.indicators:
        file = f"indicators/{indicator.id}.toml"
        _check_units(file, indicator.unit_symbol, *indicator.also_units)
        _check_marks(file, indicator.confidence)
        wholes = (indicator.within,) if indicator.within else ()
        for id_ in (*indicator.parts, *wholes):
            _check_known(file, id_, ids)
        ratio = (indicator.numerator, indicator.denominator)
        weights = tuple(across.weight for across in indicator.across)
        for id_ in filter(None, ratio + weights):
            _check_known(file, id_, operands)
        _check_dimensions(file, indicator)
        if indicator.status not in {"", "commitment"}:
            problem = f"unknown status {indicator.status!r}"
            raise CatalogueError(problem, "use commitment, or leave it out", file, word="status")


def _check_dimensions(file: str, indicator: Indicator) -> None:
    seen = [(across.dimension, across.purpose) for across in indicator.across]
    doubled = {str(pair[0]) for pair in seen if seen.count(pair) > 1}
    if doubled:
        raise CatalogueError(f"two ways across {', '.join(doubled)}", "keep one", file)
    for dimension in (Dimension.REGION, Dimension.YEAR):
        if any((dimension, purpose) not in seen for purpose in Purpose):
            remedy = f'add [[across]] with dimension = "{dimension}"'
            raise CatalogueError(f"it does not say how it adds up by {dimension}", remedy, file)


def _check_names(named: Iterable[tuple[str, str]]) -> None:
    seen: dict[str, str] = {}
    for file, name in named:
        other = seen.setdefault(plain_name(name), file)
        if other != file:
            problem = f"{name} is also a name in {other}"
            raise CatalogueError(problem, "keep it in one", file, word=name)


def _check_regions(catalogue: Catalogue) -> None:
    codes: set[str] = set()
    for region in catalogue.regions:
        if region.code in codes:
            raise CatalogueError(f"two regions {region.code}", "keep one", "regions")
        if region.parent and region.parent not in codes:
            problem = f"{region.name} lies in {region.parent}, which is not listed before it"
            raise CatalogueError(problem, "list the whole before its parts", "regions")
        codes.add(region.code)
    _check_names(
        (f"regions ({region.code})", name)
        for region in catalogue.regions
        for name in (region.name, *region.aliases)
    )


def _check_acts(catalogue: Catalogue) -> None:
    ids = {act.id: act for act in catalogue.acts}
    for act in catalogue.acts:
        file = f"acts/{act.id}.toml"
        _check_marks(file, act.confidence)
        if act.kind not in known_kinds():
            remedy = f"use one of {', '.join(sorted(known_kinds()))}"
            raise CatalogueError(f"unknown kind {act.kind!r}", remedy, file, word="kind")
        if act.replaced_by:
            _check_known(file, act.replaced_by, ids)
        refs: set[str] = set()
        for article in act.articles:
            _check_marks(file, article.confidence)
            if article.ref in refs:
                raise CatalogueError(
                    f"two articles {article.ref}", "keep one", file, word=article.ref
                )
            refs.add(article.ref)


def _check_parameters(catalogue: Catalogue) -> None:
    for parameter in catalogue.parameters:
        file = f"parameters/{parameter.id}.toml"
        for held in parameter.values:
            _check_units(file, held.unit_symbol)
            _check_basis(catalogue, file, held)


def _check_basis(catalogue: Catalogue, file: str, held: DatedValue) -> None:
    try:
        catalogue.law.cite(held.basis)
    except CatalogueError as error:
        raise CatalogueError(error.problem, error.remedy, file, word=held.basis) from error
    act = catalogue.act(held.basis.partition("#")[0])
    if act.in_force_from and held.start < act.in_force_from:
        problem = f"the value of {held.start} rests on {act.id}, in force from {act.in_force_from}"
        raise CatalogueError(
            problem, "let it start later, or cite what held before", file, word=held.basis
        )


def _check_terms(catalogue: Catalogue) -> None:
    seen: set[str] = set()
    for term in catalogue.terms:
        if term.id in seen:
            raise CatalogueError(f"two terms {term.id}", "keep one", f"glossary/{term.group}.toml")
        seen.update({term.id} - {""})


def _check_units(file: str, *symbols: str) -> None:
    for symbol in symbols:
        if find_unit(symbol) is None:
            raise CatalogueError(
                f"unknown unit {symbol!r}", "see shanhe.values.unit", file, word=symbol
            )


def _check_marks(file: str, confidence: str) -> None:
    unknown = set(confidence.split("/")) - known_marks()
    if unknown:
        remedy = f"use {', '.join(sorted(known_marks()))}, joined by /"
        raise CatalogueError(f"unknown confidence {confidence!r}", remedy, file, word=confidence)


def _check_known(file: str, id_: str, among: Collection[str]) -> None:
    if id_ not in among:
        near = get_close_matches(id_, sorted(among), n=1)
        remedy = f"did you mean {near[0]}?" if near else "add it or take it out"
        raise CatalogueError(f"{id_!r} is not in the catalogue", remedy, file, word=f'"{id_}"')
