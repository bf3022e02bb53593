"""A table of money by region or unit → printed facts: what was passed on, budgeted, paid, shared."""

import re
from collections.abc import Mapping, Sequence

from shanhe.documents.cell_values import CellValue, in_ten_thousand, read_cell
from shanhe.documents.found import Found
from shanhe.documents.grid import Bit, lines_of, squeezed
from shanhe.documents.indicator_rows import Places, understood
from shanhe.documents.labels import money_unit
from shanhe.documents.naming import PaperNames
from shanhe.documents.place_rows import place_name, place_table
from shanhe.documents.script import Script, ScriptTable
from shanhe.documents.table_context import context_of
from shanhe.records.paper import PrintedFact
from shanhe.values.regex import regex
from shanhe.values.unit import unit

ASPECTS: Mapping[str, str] = {
    "rate": r".*(?:执行率|支付率|支出进度|执行进度)",
    "share": r".*(?:占比|比例|比重|占.*[%比])",
    "taken_back": r".*收回.*",
    "reallocated": r".*(?:重新分配|再分配|二次分配).*",
    "executed": r".*(?:执行|支出|支付|使用)(?:数|额|金额|资金|情况)?",
    "in_place": r".*到位(?:数|额|金额|资金|情况)?",
    "budget": r".*预算(?:数|额|金额|安排|资金)?",
    "passed_on": r".*(?:下达|分配|安排|拨付|补助|奖补|转移支付|中央|财政)(?:数|额|金额|资金|额度)*|(?:资金|金额|合计)(?:额度?|数|总额)?",
    "part": r".*(?:地方|省级|市级|县级|自治区|配套|自筹|社会|其他).*资[金本].*",
}
"""Headings of a money table → what the number is, the surest first."""

_ASPECTS = tuple((key, regex(pattern)) for key, pattern in ASPECTS.items())
_ORIGINS = tuple(
    (origin, regex(pattern))
    for origin, pattern in {
        "中央": "中央",
        "地方": "地方",
        "省级": "省级|自治区",
        "市县": "市县",
        "市级": "市级",
        "县级": "县级",
        "其他": "自筹|社会|其他",
    }.items()
)
_BRACKETS = regex(r"[(][^()]*[)]")


def recognises(table: ScriptTable, above: Sequence[str]) -> int:
    """Return how surely this is money by region or unit: a column of places and one of money."""
    known = place_table(lines_of(table))
    if known is None or not any(aspect_of(text) for text in known.texts.values()):
        return 0
    spoken = "\n".join((*above[-3:], *known.texts.values()))
    return 50 if re.search(r"元|资金|预算|投资", spoken) else 0


def read(table: ScriptTable, above: Sequence[str], names: PaperNames, script: Script) -> Found:
    """Return the facts; amounts in 万元, exactly, a row of totals without a region."""
    found = Found()
    known = place_table(lines_of(table))
    context = context_of(above)
    caption = f"（{context.unit.symbol}）" if context.unit else ""
    for name, cells in known.rows if known else ():
        for x, bit in cells.items():
            text = known.texts[x] if known else ""
            aspect = aspect_of(text)
            value = _value(bit, text, aspect, caption) if aspect else CellValue()
            ratio = aspect in {"share", "rate"}
            amount = value.amount if ratio else in_ten_thousand(value)
            if amount is None:
                continue
            places = Places(script)
            places.note("region", name, "")
            places.value("", bit, text, value)
            understood(found, bit, value)
            fact = PrintedFact(
                source=places.source(),
                concept="funds",
                aspect="passed_on" if aspect == "part" else aspect,
                region=place_name(name, names),
                period=context.year,
                version=origin_of(text),
                amount=amount,
                unit=value.unit if ratio else unit("万元"),
            )
            found.add("facts", fact)
    return found


def aspect_of(heading: str) -> str:
    """Return what a column of money holds, empty where its heading does not say."""
    word = _BRACKETS.sub("", squeezed(heading))
    return next((key for key, pattern in _ASPECTS if pattern.fullmatch(word)), "")


def origin_of(heading: str) -> str:
    """Return where the money of a column comes from: 中央, 地方, or its own words; empty for all."""
    word = _BRACKETS.sub("", squeezed(heading))
    return next((origin for origin, pattern in _ORIGINS if pattern.search(word)), "")


def _value(bit: Bit, heading: str, aspect: str, caption: str) -> CellValue:
    ratio = aspect in {"share", "rate"}
    return read_cell(bit.cell.text, unit("%") if ratio else money_unit(heading, caption))
