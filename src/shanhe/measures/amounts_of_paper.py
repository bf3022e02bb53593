"""All amounts of a paper with what each is of, to find the other number that a sentence reckons with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from shanhe.measures.computed import add, subtract
from shanhe.measures.frame import Frame, are_akin, frames, noun_of, skeleton
from shanhe.measures.once import once
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.printed_tables import printed_tables
from shanhe.measures.sentences import table_cells
from shanhe.records.dossier import Dossier
from shanhe.records.paper import TextLine
from shanhe.records.source import Source
from shanhe.values.quantity import Quantity, rounded
from shanhe.values.regex import regex
from shanhe.values.unit import find_unit, unit

_TARGET = regex(
    "目标|计划|任务|指标值|应完成|需完成|需|拟|预算|安排|下达|投资|分配|分解|到位|资金|补助|配套"
)
_DONE = regex("支出|支付|执行|完成|实际|已|达到")
SPENT = regex("(?:支出|支付)了?$")
"""Right before what is spent, which is no whole: 中央支出A，县级支出B，执行率C."""
_RUN_IN = regex(r"[（(]?[一二三四五六七八九十\d]*[）).．、]{0,2}([^，。；：\d]{2,16})[。：]")
"""A heading that a paragraph begins with: （二）有机肥施用。任务面积12万亩."""
_SPLIT = 3
"""Numbers of a row from which it is no split: the parts of one would make any difference."""
_BLAND = frozenset({"", "面积", "数量", "规模", "长度"})
_LABEL_UNIT = regex(r"[（(]([^（）()]{1,8})[）)]\s*$")
_ROOM = Fraction(10, 7)
"""How far a recomputation may lie from a stated number that may be of the same numbers."""

_CHANGED = regex(
    "(?:(?P<more>追加|调增|核增|增补)|调减|核减|追减|收回)[^，。；：、\ue000-\uf8ff]*$"
)
_NEAR = 16
_DIGIT, _BARE = regex(r"\d"), regex(r"[≥≤=><≧≦ ]*[\d.,，]+\s*")

_Spot = tuple[str, str, int, int]
"""A line of a table: file, part, table and line."""


@dataclass(frozen=True, slots=True)
class ToldAmount:
    """An amount of a paper.

    Attributes:
        noun: what it is of. lead: the words before it, as printed.
        place: a key of the sentence or row that it stands in.
    """

    amount: PrintedAmount
    noun: str
    lead: str
    place: tuple[object, ...]

    @property
    def is_wanted(self) -> bool:
        """Whether the words before it make it what was planned, or money to be spent."""
        if SPENT.search(self.lead):
            return False
        return _TARGET.search(self.lead) is not None or _DONE.search(self.lead) is None


@once
def amounts_of(dossier: Dossier) -> "AmountsOfPaper":
    """Return the amounts of a paper, read once for all rules."""
    return AmountsOfPaper(dossier)


class AmountsOfPaper:
    """The amounts of the running text and of the rows of tables; ``year`` is the one reported."""

    def __init__(self, dossier: Dossier) -> None:
        self.year = dossier.programme.year
        self.frames: tuple[Frame, ...] = frames(dossier)
        self.told: tuple[ToldAmount, ...] = (
            *(one for frame in self.frames for one in _of(frame)),
            *_of_rows(table_cells(dossier), _head_units(dossier)),
            *_of_funds(dossier),
        )
        self._by_kind: dict[object, list[ToldAmount]] = {}
        for one in self.told:
            if not one.amount.vague:
                kind = one.amount.quantity.unit.dimensions
                self._by_kind.setdefault(kind, []).append(one)

    def akin(self, noun: str, amount: PrintedAmount) -> Iterator[ToldAmount]:
        """Yield the amounts of the same kind that may be of the same thing."""
        return (one for one in self.like(amount) if not noun or are_akin(noun, one.noun))

    def as_set(self, amount: PrintedAmount) -> PrintedAmount:
        """Return a target as it was set, which is no measurement: 12万亩 is 12 and not 11.5 to 12.5.

        Where the paper prints it with more decimals elsewhere, it is taken as rounded.
        """
        stated = amount.quantity
        for one in self.like(amount):
            other = one.amount.quantity
            within = stated.interval.meets(other.interval_in(stated.unit))
            if within and other.value_in(stated.unit) != stated.value:
                return amount
        return replace(amount, quantity=replace(stated, exact=True))

    def of_row(self, line: TextLine) -> Iterator[ToldAmount]:
        """Yield the numbers of the line of a table that a cell stands in."""
        place = _spot(line.source.cell("text"))
        return (one for one in self.told if one.place == place)

    def like(self, amount: PrintedAmount) -> Iterator[ToldAmount]:
        """Yield all amounts of the same kind that are exact enough to be reckoned with."""
        kind = amount.quantity.unit.dimensions
        return iter(() if amount.vague else self._by_kind.get(kind, ()))


def is_near(value: Fraction, stated: Fraction, room: Fraction = _ROOM) -> bool:
    """Return whether a recomputation is near enough to what is stated to be of the same numbers.

    This judges nothing: it tells which of several numbers a sentence may mean.
    """
    return stated != 0 and 1 / room <= value / stated <= room


def sums_after_changes(paper: AmountsOfPaper, amount: PrintedAmount) -> Iterator[PrintedAmount]:
    """Yield what sums of a kind came to after what was added to them, or taken off, in the year.

    Example:
        ``省级资金800万元。… 追加省级资金160万元`` came to 960, though no place prints it.
    """
    for change in paper.like(amount):
        word = _CHANGED.search(change.lead[-_NEAR:]) if amount.is_money else None
        for base in paper.akin(change.noun, amount) if word else ():
            if base.amount is not change.amount:
                one, other = base.amount.quantity, change.amount.quantity
                made = add([one, other], one.unit) if word and word["more"] else None
                value = made.value if made else subtract(other, one).value
                places = max(one.places, other.places)
                yield replace(base.amount, quantity=Quantity(rounded(value, places), one.unit))


def noun_at(frame: Frame, mark: str) -> str:
    """Return what an amount is of; words that say nothing are of the heading its paragraph begins with."""
    noun = frame.bones.noun(mark)
    if noun not in _BLAND:
        return noun
    found = _RUN_IN.match(frame.sentence.line.text)
    return f"{noun_of(found[1]) if found else ''}{noun}"


def _of(frame: Frame) -> Iterator[ToldAmount]:
    bones, where = frame.bones, (id(frame.sentence.line), frame.sentence.start)
    for mark in bones.marks():
        lead = bones.text[: bones.place(mark)]
        yield ToldAmount(bones.amount(mark), noun_at(frame, mark), lead, where)


def _head_units(dossier: Dossier) -> dict[tuple[_Spot, str], str]:
    """Return the unit that the heading of a cell tells, by its line and its words."""
    found: dict[tuple[_Spot, str], str] = {}
    for table in printed_tables(dossier):
        for row in table.rows:
            for cell in row.cells.values():
                where = cell.operand.where
                if cell.quantity.unit.measures("money"):
                    found[_spot(where), cell.operand.text] = cell.quantity.unit.symbol
    return found


def _spot(where: Source) -> _Spot:
    return where.file, where.part, where.table, where.row


def _of_rows(
    lines: Iterable[TextLine], heads: dict[tuple[_Spot, str], str]
) -> Iterator[ToldAmount]:
    """Yield the numbers of cells, each as of all words of its row, in the unit of its label or heading."""
    rows: dict[_Spot, list[str]] = {}
    for line in lines:
        rows.setdefault(_spot(line.source.cell("text")), []).append(line.text)
    for key, cells in rows.items():
        words = [cell for cell in cells if not _DIGIT.search(cell)]
        said = next((found[1] for cell in cells if (found := _LABEL_UNIT.search(cell))), "")
        few = len([cell for cell in cells if _is_bare(cell)]) <= _SPLIT
        said = said or next((cell for cell in words if few and find_unit(cell.strip())), "")
        noun = noun_of("".join(words))
        for cell in cells:
            if len(cell) < 24 and _DIGIT.search(cell):
                own = said or heads.get((key, cell), "")
                for one in skeleton(f"{cell}{own if _is_bare(cell) else ''}").amounts:
                    yield ToldAmount(one, noun, "目标", key)


def _of_funds(dossier: Dossier) -> Iterator[ToldAmount]:
    """Yield budget and executed sum of each money row, whose unit is told by the block's label."""
    wan = unit("万元")
    for row in dossier.annual_funds:
        for lead, value in (("预算", row.budget), ("执行", row.executed)):
            if value is not None:
                told = PrintedAmount(Quantity(value, wan), 0, 0, vague=False)
                yield ToldAmount(told, f"{row.origin}资金", lead, ("funds", row.origin))


def _is_bare(cell: str) -> bool:
    return _BARE.fullmatch(cell) is not None


def nearest(stated: Decimal, values: Iterable[tuple[Fraction, ToldAmount]]) -> ToldAmount | None:
    """Return the amount whose result is nearest to what is stated, if it is near at all."""
    near = [(abs(value - Fraction(stated)), n, one) for n, (value, one) in enumerate(values)]
    found = min(near, default=None, key=lambda three: three[:2])
    return found[2] if found else None
