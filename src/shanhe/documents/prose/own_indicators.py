"""Indicators that only this paper's tables name, so that its sentences can be read by them too."""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Direction, Indicator, Kind
from shanhe.documents.found import Found
from shanhe.records.ids import own_id
from shanhe.records.progress import Actual
from shanhe.records.targets import RegionalTarget, Target
from shanhe.values.regex import regex
from shanhe.values.unit import Unit

_COUNTED = regex(r"(?<=..)(?:面积|数量|个数|长度|总量|人数|户数|处数)$")
_BRACKETS = regex(r"[（(].*?[）)]|\s")
_SHORTEST = 4
_VALUED = ("targets", "regional_targets", "actuals")


def own_indicators(tables: Found) -> tuple[Indicator, ...]:
    """Return the programme's own indicators with the unit of their values, each once.

    Example:
        A row ``新增机耕路长度 ≥42公里`` is an indicator in 公里, called 新增机耕路 as well.
    """
    units = dict(_units(tables))
    made = {}
    for own in tables.records.get("own_indicators", ()):
        name = str(getattr(own, "name", ""))
        id_ = own_id(name)
        if name and id_ in units:
            made[id_] = _indicator(id_, name, units[id_])
    return tuple(made.values())


def printed_names(tables: Found, catalogue: Catalogue) -> dict[str, str]:
    """Return what the tables call indicators of the catalogue: the printed name and the id.

    Example:
        ``河道综合整治长度（公里）`` of a split is bank_length, and so it is in sentences.
    """
    found: dict[str, str] = {}
    for attribute in _VALUED:
        for one in tables.records.get(attribute, ()):
            if not isinstance(one, Target | RegionalTarget | Actual):
                continue
            if catalogue.has_indicator(one.indicator):
                name = _BRACKETS.sub("", one.source.cell("indicator").text).strip()
                names = (name, _COUNTED.sub("", name))
                found |= {each: one.indicator for each in names if len(each) >= _SHORTEST}
    return found


def _units(tables: Found) -> Iterator[tuple[str, Unit]]:
    for attribute in _VALUED:
        for one in tables.records.get(attribute, ()):
            if isinstance(one, Target | RegionalTarget | Actual) and one.unit is not None:
                yield one.indicator, one.unit


def _indicator(id_: str, name: str, unit: Unit) -> Indicator:
    short = _COUNTED.sub("", name)
    return Indicator(
        id=id_,
        code="",
        name=name,
        english=name,
        aliases=(short,) if short != name else (),
        level1="",
        level2="",
        unit_symbol=unit.symbol,
        also_units=(),
        direction=Direction.HIGHER,
        kind=Kind.QUANTITY,
        whole_number=False,
        low=None,
        high=None,
        evidence=(),
        formula="",
        numerator="",
        denominator="",
        parts=(),
        within="",
        protected=False,
        status="",
        across=(),
        confidence="",
        source="",
        printed_unit=unit,
    )
