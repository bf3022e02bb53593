"""Data files into records."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TypeVar

from shanhe.catalogue.division import Division
from shanhe.catalogue.files import DataFile
from shanhe.catalogue.model import (
    Across,
    Act,
    Article,
    DatedValue,
    Dimension,
    Direction,
    Indicator,
    Kind,
    Parameter,
    Purpose,
    Region,
    Row,
    Scalar,
    Term,
    Way,
)
from shanhe.catalogue.table import Table

Record = TypeVar("Record")


def build_indicator(file: DataFile) -> Indicator:
    """Return the indicator that a file of ``indicators/`` declares."""
    table = Table(file, file.toml())
    indicator = Indicator(
        id=_own_id(table),
        code=table.text("code"),
        name=table.text("name"),
        english=table.text("english"),
        aliases=table.texts("aliases"),
        level1=table.text("level1"),
        level2=table.text("level2"),
        unit_symbol=table.text("unit", ""),
        also_units=table.texts("also_units"),
        direction=table.member("direction", Direction),
        kind=table.member("kind", Kind),
        whole_number=table.flag("whole_number"),
        low=table.number("min"),
        high=table.number("max"),
        evidence=table.texts("evidence"),
        formula=table.text("formula", ""),
        numerator=table.text("numerator", ""),
        denominator=table.text("denominator", ""),
        parts=table.texts("parts"),
        within=table.text("within", ""),
        protected=table.flag("protected"),
        status=table.text("status", ""),
        across=tuple(across for part in table.tables("across") for across in _across(part)),
        confidence=table.text("confidence"),
        source=table.text("source"),
    )
    table.close()
    return indicator


def build_act(file: DataFile) -> Act:
    """Return the act that a file of ``acts/`` declares."""
    table = Table(file, file.toml())
    act = Act(
        id=_own_id(table),
        title=table.text("title"),
        title_en=table.text("title_en"),
        number=table.text("number", ""),
        kind=table.text("kind"),
        in_force_from=table.day("in_force_from"),
        in_force_until=table.day("in_force_until"),
        replaced_by=table.text("replaced_by", ""),
        title_is_ours=table.flag("title_is_ours"),
        confidence=table.text("confidence"),
        note=table.text("note", ""),
        articles=tuple(_closed(part, _article) for part in table.tables("article")),
    )
    table.close()
    return act


def build_parameter(file: DataFile) -> Parameter:
    """Return the parameter that a file of ``parameters/`` declares."""
    table = Table(file, file.toml())
    values = [_closed(part, _dated_value) for part in table.tables("value")]
    if not values:
        table.refuse("there is no value", "add [[value]] with from, value and basis")
    parameter = Parameter(
        id=_own_id(table),
        name=table.text("name"),
        english=table.text("english"),
        values=tuple(sorted(values, key=lambda held: held.start)),
    )
    table.close()
    return parameter


def build_terms(file: DataFile) -> Iterator[Term]:
    """Yield the words that a file of ``glossary/`` declares."""
    table = Table(file, file.toml())
    for part in table.tables("term"):
        yield _closed(part, _term)
    table.close()


def build_regions(file: DataFile) -> Iterator[Region]:
    """Yield the regions that a file of ``regions/`` lists."""
    for row in file.rows():
        table = Table(file, row)
        aliases = tuple(alias for alias in table.text("aliases", "").split("|") if alias)
        region = Region(
            code=table.text("code"),
            name=table.text("name"),
            english=table.text("english"),
            level=table.text("level"),
            parent=table.text("parent", ""),
            aliases=aliases,
        )
        table.close()
        yield region


def build_divisions(file: DataFile) -> Iterator[Division]:
    """Yield the names that a file of ``divisions/`` lists; it is long and plain, so read as it is."""
    for row in file.rows():
        yield Division(row["code"], row["name"], row["short"])


def _own_id(table: Table) -> str:
    named = table.text("id")
    if named != table.file.stem:
        table.refuse(f"id {named} is not the file's name", f"use id = {table.file.stem!r}", "id")
    return named


def _closed(table: Table, build: Callable[[Table], Record]) -> Record:
    record = build(table)
    table.close()
    return record


def _across(table: Table) -> Iterator[Across]:
    both = table.text("purpose", "") == ""
    purposes = tuple(Purpose) if both else (table.member("purpose", Purpose),)
    dimension, way = table.member("dimension", Dimension), table.member("way", Way)
    weight, reason = table.text("weight", ""), table.text("reason")
    table.close()
    for purpose in purposes:
        yield Across(dimension, purpose, way, weight, reason)


def _article(table: Table) -> Article:
    ref, zh, en = table.text("ref"), table.text("zh"), table.text("en")
    return Article(ref, zh, en, table.text("confidence"))


def _dated_value(table: Table) -> DatedValue:
    start = table.day("from")
    if start is None:
        table.refuse("a value has no first day", "add from = 2019-01-01", "[[value]]")
    value, rows = table.anything("value"), table.anything("row")
    if (value is None) == (rows is None):
        table.refuse("a value needs either value or row", "keep one of them", "[[value]]")
    return DatedValue(
        start=start,
        value=None if value is None else _value(table, value),
        rows=tuple(_row(table, row) for row in rows) if isinstance(rows, list) else (),
        unit_symbol=table.text("unit", ""),
        basis=table.text("basis"),
        note=table.text("note", ""),
    )


def _value(table: Table, raw: object) -> Scalar | tuple[Scalar, ...]:
    if isinstance(raw, list):
        return tuple(_scalar(table, item) for item in raw)
    return _scalar(table, raw)


def _scalar(table: Table, raw: object) -> Scalar:
    if not isinstance(raw, int | Decimal | str):
        table.refuse(f"{raw!r} is no number and no text", "write one of them", "value")
    return int(raw) if isinstance(raw, bool) else raw


def _row(table: Table, raw: object) -> Row:
    if not isinstance(raw, dict):
        table.refuse("a row is no table", "write [[value.row]]", "row")
    return {key: _value(table, item) for key, item in raw.items()}


def _term(table: Table) -> Term:
    return Term(
        id=table.text("id", ""),
        zh=table.text("zh"),
        en=table.text("en"),
        variants=table.texts("variants"),
        misspelt=table.texts("misspelt"),
        group=table.file.stem,
    )
