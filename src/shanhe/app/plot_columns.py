"""Which column of a layer is what: by the names that people give them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shanhe.catalogue.names import plain_name
from shanhe.records.plot import STATES
from shanhe.values.regex import regex

FIELDS = ("code", "region", "state", "area")
UNITS = ("公顷", "亩", "平方米")
_ALIASES: dict[str, tuple[str, ...]] = {
    "code": (
        *("图斑编号", "图斑号", "图斑编码", "图斑代码", "tbbh", "tb_bh", "tbbm", "tbh", "编号"),
        *("plot_id", "plotid", "plot_code", "code", "bh"),
    ),
    "region": (
        *("县区", "县（区）", "旗县区", "旗县", "区县", "县", "县级行政区", "县级政区名称", "县名"),
        *(
            "行政区名称",
            "行政区",
            "xzqmc",
            "xq",
            "xian",
            "qx",
            "xzqdm",
            "县代码",
            "county",
            "region",
        ),
    ),
    "state": (
        *("状态", "施工状态", "实施状态", "工程状态", "修复状态", "治理状态", "进度", "zt", "sgzt"),
        *("state", "status"),
    ),
    "area": (
        *(
            "图斑面积",
            "面积",
            "修复面积",
            "治理面积",
            "tbmj",
            "mj",
            "xfmj",
            "area",
            "mj_ha",
            "mj_mu",
        ),
        *("area_ha", "mj_gq", "area_m2"),
    ),
}
_STATE_WORDS: dict[str, tuple[str, ...]] = {
    "未开工": ("未开工", "未动工", "待开工", "未实施", "未施工", "尚未开工"),
    "施工中": ("施工中", "在建", "施工", "正在施工", "已开工", "开工", "实施中"),
    "已完工": ("已完工", "完工", "竣工", "已竣工", "施工完成"),
    "已验收": ("已验收", "验收", "验收合格", "通过验收", "已通过验收"),
}
_UNIT_SIGNS = (
    ("公顷", ("公顷", "ha", "gq", "hm2", "hm²")),
    ("亩", ("亩", "mu")),
    ("平方米", ("平方米", "m2", "㎡", "tbmj")),
)
_NAME = 10
"""Bytes of a column's name in a Shapefile, which in UTF-8 leaves 图斑编 of 图斑编号."""
_UNIT_AT_END = regex(r"(?<=.)(?:公顷|亩|平方米|ha|gq|hm2|mu|m2)$")


@dataclass(frozen=True, slots=True)
class Guess:
    """What the columns seem to be.

    Attributes:
        chosen: field → name of the column, empty for none; ``unit`` → unit of the area.
        unsure: fields that a person has to confirm.
    """

    chosen: Mapping[str, str]
    unsure: tuple[str, ...]


def guess(columns: Sequence[str]) -> Guess:
    """Return the columns by their names; what is missing, or could be two, is unsure."""
    chosen, unsure = {}, []
    for name in FIELDS:
        found = _named(columns, name)
        chosen[name] = found[0] if found else ""
        if len(found) != 1 and (found or name != "area"):
            unsure.append(name)
    chosen["unit"] = unit_in(chosen["area"])
    if chosen["area"] and not chosen["unit"]:
        unsure.append("unit")
    return Guess(chosen, tuple(unsure))


def _named(columns: Sequence[str], field: str) -> list[str]:
    """Return the columns that a field may be, in the order of its aliases."""
    ranks: dict[str, int] = {}
    for rank, alias in enumerate(_ALIASES[field]):
        ranks.setdefault(_plain(alias), rank)
        ranks.setdefault(alias.encode()[:_NAME].decode(errors="ignore"), rank)
    known = [(ranks[plain], column) for column in columns if (plain := _plain(column)) in ranks]
    return [column for _, column in sorted(known, key=lambda pair: pair[0])]


def _plain(text: str) -> str:
    """Return a name without marks and without a unit at its end, which ``unit_in`` reads."""
    return _UNIT_AT_END.sub("", plain_name(text).replace("_", ""))


def unit_in(column: str) -> str:
    """Return the unit that a column's name tells: ``面积（公顷）``, ``MJ_HA``, ``TBMJ``; else empty."""
    low = column.lower()
    return next((unit for unit, signs in _UNIT_SIGNS if any(sign in low for sign in signs)), "")


def state_of(text: str) -> str | None:
    """Return a state by what people write; ``None`` where it is not understood."""
    plain = plain_name(text)
    return next((state for state in STATES if plain in _STATE_WORDS[state]), None)
