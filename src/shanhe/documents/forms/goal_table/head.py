"""The head of a goal table: sums of money and the overall goal, of the term, the year, or both."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from shanhe.documents.cell_values import read_cell
from shanhe.documents.found import Found
from shanhe.documents.grid import Bit, Line, at
from shanhe.documents.indicator_rows import Places
from shanhe.documents.labels import clean, label, money, money_unit, pairs
from shanhe.documents.script import Script
from shanhe.documents.table_context import Context
from shanhe.records.targets import TargetVersion
from shanhe.values.period import TERM, Period
from shanhe.values.regex import regex

MONEY: Mapping[str, str] = {
    "total": r"(?:项目)?(?:总投资|投资总额|投资)|项目总投资|(?:年度|实施期|项目)*资金总额|合计",
    "central": r"(?:申请)?中央(?:财政)?(?:奖补|补助|专项)?资金|中央(?:财政)?(?:奖补|补助|投资)",
    "local": r"地方(?:财政)?(?:筹措|配套|财政|投入)?资金|地方(?:财政)?(?:投入|配套|筹措)",
    "social": r"(?:其中)?社会(?:资本|资金|投资)(?:投入|资金)?",
}
"""Labels of the money rows of a goal table → fields of the version."""

_MONEY = tuple((key, regex(pattern)) for key, pattern in MONEY.items())
_GOAL = regex(
    r"(?:(?:年度|项目|实施期|中长期|全周期)?总[体休]?目标|(?:年度|实施期|中长期|全周期)?(?:绩效|预期)?目标)(?:[(].*[)])?"
)
_TERM = regex(r"实施期|中长期")


@dataclass(slots=True)
class _Head:
    """What was found for one period."""

    places: Places
    sums: dict[str, Decimal] = field(default_factory=dict)
    goal: str = ""


@dataclass(slots=True)
class _Reading:
    context: Context
    script: Script
    found: Found
    split: int
    heads: dict[Period, _Head] = field(default_factory=dict)

    def head(self, bit: Bit) -> _Head:
        """Return what was found for the period that a column speaks of."""
        year = self.context.year
        period = self.context.period
        if self.split and year is not None:
            period = year if bit.x >= self.split else TERM
        return self.heads.setdefault(period, _Head(Places(self.script)))


def is_head(lines: Sequence[Line]) -> bool:
    """Return whether lines are the head of a goal table: a total and where it comes from."""
    keys = {_key(left) for _, left, _ in _single(lines)}
    return {"total", "central"} <= keys


def read_head(lines: Sequence[Line], context: Context, script: Script, found: Found) -> None:
    """Add the versions with money in 万元 and goal; side by side, the term's stand before the year's."""
    reading = _Reading(context, script, found, _split(lines))
    for group, left, right in _single(lines):
        _read_money(reading, group, left, right)
    _read_goals(reading, lines)
    for period, head in reading.heads.items():
        if head.sums or head.goal:
            source = head.places.source()
            version = TargetVersion(
                source=source,
                version=context.version,
                period=period,
                goal=head.goal,
                **head.sums,  # type: ignore[arg-type]  # only fields of money
            )
            found.add("versions", version)


def _read_money(reading: _Reading, group: str, left: Bit, right: Bit) -> None:
    key = _key(left)
    if not key or key in reading.head(left).sums:
        return
    caption = reading.context.unit
    said = f"（{caption.symbol}）" if caption else ""
    value, amount = money(right, money_unit(left.cell.text, group, said), reading.found)
    if amount is not None:
        head = reading.head(left)
        head.sums[key] = amount
        head.places.note(key, right, left.word, value.start, value.end)


def _read_goals(reading: _Reading, lines: Sequence[Line]) -> None:
    """Read a goal beside its label, or the goals of term and year under their headings."""
    for place, line in enumerate(lines):
        labels = [bit for bit in line if bit.fresh and _GOAL.fullmatch(label(bit))]
        below = lines[place + 1] if place + 1 < len(lines) else ()
        for bit in labels:
            after = next((one for one in line if one.x > bit.x and one.fresh), None)
            beside = after is not None and after not in labels
            text = after if beside else at(below, bit.x)
            head = reading.head(bit)
            if text is None or not text.fresh or head.goal or len(text.word) <= 4:
                continue
            if not _GOAL.fullmatch(label(text)):
                head.goal = clean(text.cell.text)
                head.places.note("goal", text, bit.word)


def _split(lines: Sequence[Line]) -> int:
    """Return the column from which the head speaks of the year; 0 where it speaks of one period."""
    for line in lines:
        terms = [bit for bit in line if bit.fresh and _TERM.search(label(bit))]
        years = [bit for bit in line if bit.fresh and "年度" in label(bit) and len(bit.word) < 20]
        if terms and years and terms[0].x < years[0].x:
            return years[0].x
    return 0


def _single(lines: Sequence[Line]) -> Iterator[tuple[str, Bit, Bit]]:
    """Yield group, label and value of the lines with one value for each label, no columns of them."""
    for line in lines:
        numbers = [bit for bit in line if bit.fresh and read_cell(bit.cell.text).amount is not None]
        if len(numbers) <= sum(bool(_key(bit)) for bit in line) or not any(map(_key, line)):
            yield from ((line[0].cell.text, *pair) for pair in pairs([line]))


def _key(bit: Bit) -> str:
    word = label(bit) if bit.fresh else ""
    return next((key for key, pattern in _MONEY if word and pattern.fullmatch(word)), "")
