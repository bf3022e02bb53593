"""The money rows of a self-evaluation form → annual funds; other rows and scores → facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from shanhe.documents.cell_values import read_cell
from shanhe.documents.forms.self_evaluation_form.indicators import Points
from shanhe.documents.found import Found
from shanhe.documents.grid import Bit, Line, at, squeezed
from shanhe.documents.indicator_rows import Places, understood
from shanhe.documents.labels import label, money, money_unit
from shanhe.documents.script import Script
from shanhe.records.funds import AnnualFund
from shanhe.records.paper import PrintedFact
from shanhe.records.source import RowSource
from shanhe.values.period import Period
from shanhe.values.regex import regex
from shanhe.values.unit import Unit, unit

COLUMNS: Mapping[str, str] = {
    "rate": r"(?:预算)?执行率|(?:资金)?(?:支付|支出)率",
    "score": r"(?:自评)?得分",
    "weight": r"分值|权重|满分",
    "initial_budget": r"年初(?:部门)?预算(?:数|金额|安排)?|年初批复数?",
    "planned": r"(?:绩效)?目标表?安排数?|计划(?:安排|投资|资金)(?:数|额)?",
    "budget": r"(?:全年|年度|本年|(?:最终)?(?:调整|变更|调剂)后(?:的)?(?:全年|年度)?)预算(?:数|金额|安排)?|预算(?:调整)?数",
    "in_place": r"(?:资金)?(?:实际)?到位(?:数|金额|资金)?",
    "executed": r"(?:全年|年度|本年)?(?:实际)?(?:预算)?(?:执行|支出|支付)(?:数|金额)?",
}
"""Headings of the money block → fields of annual funds, or aspects of printed facts."""
ORIGINS: Mapping[str, str] = {
    "合计": r"(?:年度|全年)?(?:项目)?(?:资金|支出|预算)(?:总额|合计|总计)|合计|总计|年度资金",
    "中央": r"中央(?:财政)?(?:补助|专项|奖补|转移支付)*资金|中央(?:财政)?(?:补助|奖补|转移支付)",
    "地方": r"地方(?:财政)?(?:配套|筹措|投入|安排)*资金",
    "其他": r"其他(?:来源)?资金|其它资金",
}
"""Labels of the money rows → origins; rows of other labels are facts under their own words."""

_COLUMNS = tuple((key, regex(pattern)) for key, pattern in COLUMNS.items())
_ORIGINS = tuple((key, regex(pattern)) for key, pattern in ORIGINS.items())
_FIELDS = ("planned", "budget", "in_place", "executed")
_OTHER = regex(r".*(?:资金|拨款|结转|结余|收入|债券|补助|支出|经费|配套|投入|投资|自筹|安排)")
_SPECIAL = regex(r"[(][^()]*(?:结转|结余|上年|其中|(?:19|20)\d\d)")
"""In brackets, what makes a row a part of that origin: 中央财政资金（上年结转）; other words only say more of it."""
_BRACKETS = regex(r"[(][^()]*(?:\([^()]*\)[^()]*)*[)]")


@dataclass(frozen=True, slots=True)
class Funds:
    """What reading the money block needs.

    Attributes:
        heads: field to heading cell. unit: of the sums, unless a row names another.
    """

    heads: Mapping[str, Bit]
    unit: Unit
    period: Period
    in_form: bool
    script: Script
    found: Found

    def column(self, key: str) -> str:
        """Return the heading of a field."""
        return squeezed(self.heads[key].cell.text)


def heading(line: Line) -> dict[str, Bit]:
    """Return field to heading cell, where a line heads the money block; else nothing.

    The cell at the left names the block, whatever its words: ``年度预算执行（万元）`` is no column.
    """
    found: dict[str, Bit] = {}
    for bit in line[1:]:
        word = _BRACKETS.sub("", bit.word).strip(":：")
        key = next((key for key, pattern in _COLUMNS if pattern.fullmatch(word)), "")
        if key and bit.fresh:
            found.setdefault(key, bit)
    return found if {"budget", "executed"} <= found.keys() else {}


def read_funds(  # noqa: PLR0913 - where the block stands and what it speaks of
    lines: Sequence[Line],
    period: Period,
    caption: str,
    script: Script,
    found: Found,
    *,
    in_form: bool,
) -> None:
    """Add the money rows; 万元 unless a row, a heading or the caption names another unit."""
    top = next(((n, heads) for n, line in enumerate(lines) if (heads := heading(line))), None)
    if top is None:
        return
    first, heads = top
    named = [bit.cell.text for bit in heads.values()]
    said = money_unit(*named, lines[first][0].cell.text, caption)
    funds = Funds(heads, said, period, in_form, script, found)
    for head in heads.values():
        found.understood(head.cell.spot, 0, len(head.cell.text))
    for line in lines[first + 1 :]:
        bit = _label(line, heads, lines[first])
        word = label(bit) if bit else ""
        plain = word if _SPECIAL.search(word) else _BRACKETS.sub("", word)
        origin = next((key for key, pattern in _ORIGINS if plain and pattern.fullmatch(plain)), "")
        if bit is None or not (origin or _OTHER.fullmatch(plain) or _OTHER.fullmatch(word)):
            break
        _read_row(funds, bit, origin, _cells(line, lines[first], heads, bit))


def _label(line: Line, heads: Mapping[str, Bit], top: Line) -> Bit | None:
    """Return the cell that names a row; the name of the block may be printed again before it."""
    first = min(bit.x for bit in heads.values())
    block = {bit.word for bit in top[:1]}
    before = [
        bit
        for bit in line
        if bit.word and bit.fresh and bit.x < max(first, 2) and bit.word not in block
    ]
    return before[0] if before else None


def _cells(line: Line, top: Line, heads: Mapping[str, Bit], name: Bit) -> dict[str, Bit]:
    """Return field to cell; counted from the right where a line is shorter than its headings."""
    lost = len(top) - len(line) if all(bit.width == 1 for bit in (*top, name)) else 0
    found = ((key, at(line, bit.x - max(lost, 0))) for key, bit in heads.items())
    return {key: bit for key, bit in found if bit is not None and bit is not name}


def _read_row(funds: Funds, name: Bit, origin: str, cells: Mapping[str, Bit]) -> None:
    places = Places(funds.script)
    places.note("origin", name, "")
    sums: dict[str, Decimal] = {}
    for key in (*_FIELDS, "initial_budget"):
        if key in cells:
            fallback = money_unit(name.cell.text, f"（{funds.unit.symbol}）")
            value, amount = money(cells[key], fallback, funds.found)
            places.note(key, cells[key], funds.column(key), value.start, value.end)
            if amount is not None:
                sums[key] = amount
    if "initial_budget" in sums or not origin:
        word = origin or label(name)
        kept = {k: v for k, v in sums.items() if not origin or k == "initial_budget"}
        _add_facts(funds, word, kept, places.source())
    words, rate = _rate(funds, cells, places)
    if rate is not None and not origin:
        _add_facts(funds, label(name), {"rate": rate}, places.source())
    if origin:
        own = {key: amount for key, amount in sums.items() if key in _FIELDS}
        source = places.source()
        fund = AnnualFund(source=source, origin=origin, rate=rate, rate_words=words, **own)
        funds.found.add("annual_funds", fund)
    points = Points(funds.script, funds.found, funds.period, funds.in_form)
    for role in ("weight", "score"):
        if role in cells and origin == "合计":
            points.add("execution_rate", role, cells[role], funds.column(role))


def _rate(funds: Funds, cells: Mapping[str, Bit], places: Places) -> tuple[str, Decimal | None]:
    if "rate" not in cells:
        return "", None
    said = read_cell(cells["rate"].cell.text, unit("%"))
    understood(funds.found, cells["rate"], said)
    places.note("rate", cells["rate"], funds.column("rate"), said.start, said.end)
    places.note("rate_words", cells["rate"], funds.column("rate"))
    return said.words, said.amount


def _add_facts(funds: Funds, word: str, sums: Mapping[str, Decimal], source: RowSource) -> None:
    for key, amount in sums.items():
        at_key = {"amount": source.at[key]} if key in source.at else {}
        fact = PrintedFact(
            source=RowSource(source.file, source.part, source.row, {}, at_key),
            concept="funds",
            aspect=key,
            period=funds.period,
            version=word,
            amount=amount,
            unit=unit("%") if key == "rate" else unit("万元"),
            in_form=funds.in_form,
        )
        funds.found.add("facts", fact)
