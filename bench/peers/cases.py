"""The small sums of ``sums.yaml``: how they are read, and what ``shanhe.measures`` answers."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ruamel.yaml import YAML

from shanhe.measures.computed import add
from shanhe.measures.stated import judge_stated
from shanhe.values.outcome import Outcome
from shanhe.values.quantity import Quantity
from shanhe.values.unit import unit

WORDS = {
    Outcome.HOLDS: "holds",
    Outcome.WITHIN_ROUNDING: "rounding",
    Outcome.FAILS: "fails",
    Outcome.UNDECIDED: "open",
}


@dataclass(frozen=True)
class Case:
    """One sum; each number is all that was printed for it, nothing where it is missing.

    Attributes:
        answer, calc11: the right answer, and that of Calculations 1.1. why: where they differ.
    """

    name: str
    parts: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]
    unit: str
    exact: bool
    answer: str
    calc11: str
    why: str


def cases() -> list[Case]:
    """Return the cases in the order of the file."""
    rows = YAML(typ="base", pure=True).load(Path(__file__).with_name("sums.yaml"))
    return [_case(*row) for row in rows]


def _case(name: str, parts: str, total: str, unit: str, *answers: str) -> Case:
    symbol, exact = unit.rstrip("!"), unit.endswith("!")
    numbers = tuple(_printed(word) for word in parts.split())
    answer, calc11, *why = answers
    return Case(name, numbers, _printed(total), symbol, exact, answer, calc11, "".join(why))


def _printed(word: str) -> tuple[str, ...]:
    return () if word == "?" else tuple(word.split("|"))


def answer(case: Case) -> str:
    """Return what Shanhe says: a gap counts as nothing known, the finest of what is printed twice."""
    parts = [_quantity(case, printed) for printed in case.parts]
    total = _quantity(case, case.total)
    known = [part for part in parts if part is not None]
    if total is None or len(known) < len(parts):
        return WORDS[Outcome.UNDECIDED]
    return WORDS[judge_stated(total, add(known))]


def _quantity(case: Case, printed: tuple[str, ...]) -> Quantity | None:
    """Return the finest of what is printed; ``None`` where nothing is, or two contradict."""
    found = [Quantity(Decimal(text), unit(case.unit), exact=case.exact) for text in printed]
    finest = max(found, key=lambda one: one.places, default=None)
    if finest is None or not all(one.interval.meets(finest.interval) for one in found):
        return None
    return finest
