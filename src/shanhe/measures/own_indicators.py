"""Indicators that only this paper's tables name → definitions, as far as name and unit tell."""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Across, Dimension, Direction, Indicator, Kind, Purpose, Way
from shanhe.records.dossier import Dossier
from shanhe.records.ids import own_id
from shanhe.records.programme import OwnIndicator
from shanhe.records.progress import Actual
from shanhe.records.targets import RegionalTarget, Target
from shanhe.values.quantity import Sign
from shanhe.values.regex import regex
from shanhe.values.unit import Unit

_SHARE = regex(
    r".*(?:(?:合格|达标|成活|保存|存活|覆盖|满意|及时|按[期时].{0,4}|知晓|落实|到位|收集|处理|处置|利用|办结|优良|通过"
    r"|差错|公开|规范|准确|参与|整改|化解|普及|开工|完工|竣工|合规|兑现|发放|抚育|验收|保护)率|满意度|盖度|郁闭度|覆盖度|占比|比例|比重)"
)
_RISES = regex(r"提高|提升|增长|增加|降低|下降|减少|改善")
_STATE = regex(
    r"平均|[人户亩村]均|每|单位|单座|单条|标准|单价|成本|控制数|限额|定额|年限|工期|期限|[深高宽厚]度|海拔|间?距"
    r"|水位|流量|浓度|系数|指数|累计|保有|存量|总人口|以上|增产|增收|收入|产量"
)
_SIZE = regex(r"(?<=..)(?:面积|数量|个数|长度|里程|总量|人数|户数|处数|量|数)$")
_ADDED = {"area", "length", "volume", "item", "place", "seat", "household", "parcel", "person"}
_ADDED |= {"visit", "money"}
_WHOLE = _ADDED - {"area", "length", "volume", "money"}
_MEASURED = {"area", "length", "volume", "money", "mass", "ratio", "points", "year", "month", "day"}
_MEASURED |= {"carbon", "carbon dioxide", "number", "species"}
_PURPOSES = (Purpose.FORM, Purpose.GROUND)
_REASON = "按名称和计量单位判断：各处数值可以相加"

Valued = Target | RegionalTarget | Actual


def own_indicators(dossier: Dossier, catalogue: Catalogue) -> Iterator[Indicator]:
    """Yield a definition of each indicator of the paper that the catalogue does not hold, once.

    What cannot be told from name and unit stays open: no range, no whole numbers, not added up.

    Example:
        ``配套机井数量 ≥900眼`` is counted, and added over regions and years; ``造林合格率 ≥85%``
        is a share of 0 to 100 % and is not.
    """
    valued: dict[str, list[Valued]] = {}
    rows: tuple[Valued, ...] = (*dossier.targets, *dossier.regional_targets, *dossier.actuals)
    for one in rows:
        valued.setdefault(one.indicator, []).append(one)
    named: dict[str, OwnIndicator] = {}
    for own in dossier.own_indicators:
        known = named.setdefault(own_id(own.name), own)
        if own.level1 and not known.level1:
            named[own_id(own.name)] = own
    for key, own in named.items():
        if not catalogue.has_indicator(key):
            yield _indicator(key, own, valued.get(key, []))


def _indicator(key: str, own: OwnIndicator, rows: list[Valued]) -> Indicator:
    unit = next((row.unit for row in rows if row.unit is not None), None)
    share = unit is not None and unit.symbol == "%" and _is_share(own.name)
    surveyed = share and "满意" in own.name
    limit = any(isinstance(row, Target) and row.sign in _LIMITS for row in rows)
    return Indicator(
        id=key,
        code="",
        name=own.name,
        english=own.name,
        aliases=(stem,) if (stem := _SIZE.sub("", own.name)) != own.name else (),
        level1=own.level1,
        level2=own.level2,
        unit_symbol=unit.symbol if unit else "",
        also_units=(),
        direction=Direction.LOWER if limit else Direction.HIGHER,
        kind=Kind.RATIO if share else Kind.COUNT if _is_whole(own.name, unit) else Kind.QUANTITY,
        whole_number=_is_whole(own.name, unit),
        low=_ZERO if share else None,
        high=_HUNDRED if share else None,
        evidence=(),
        formula="",
        numerator="satisfied_answers" if surveyed else "",
        denominator="valid_answers" if surveyed else "",
        parts=(),
        within="",
        protected=False,
        status="",
        across=_across(own.name, unit),
        confidence="",
        source="",
        printed_unit=unit,
    )


_ZERO, _HUNDRED = Decimal(0), Decimal(100)
_LIMITS = {Sign.AT_MOST, Sign.BELOW}


def _is_share(name: str) -> bool:
    return bool(_SHARE.fullmatch(name)) and not _RISES.search(name)


def _is_whole(name: str, unit: Unit | None) -> bool:
    """Return whether single things are counted: 眼, 座, 人, 人次; not 万人, not an average."""
    if unit is None or unit.factor != 1 or len(unit.dimensions) != 1 or _STATE.search(name):
        return False
    dimension, power = unit.dimensions[0]
    return power == 1 and (dimension in _WHOLE or dimension not in _MEASURED)


def _across(name: str, unit: Unit | None) -> tuple[Across, ...]:
    if unit is None or _STATE.search(name) or len(unit.dimensions) != 1:
        return ()
    dimension, power = unit.dimensions[0]
    if power != 1 or not (dimension in _ADDED or dimension not in _MEASURED):
        return ()
    return tuple(
        Across(along, purpose, Way.SUM, "", _REASON)
        for along in (Dimension.REGION, Dimension.YEAR)
        for purpose in _PURPOSES
    )
