"""Whether numbers of headings or captions run on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shanhe.records.paper import HeadingLine


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where the numbers do not run on.

    Attributes:
        at: index of the number that does not follow the one before it.
        due: the number that should stand there.
        found: the number that does.
    """

    at: int
    due: int
    found: int

    @property
    def skipped(self) -> tuple[int, ...]:
        """The numbers left out; empty where a number was repeated or went back."""
        return tuple(range(self.due, self.found))


def faults(orders: Sequence[int]) -> Iterator[Fault]:
    """Yield the faults of a row of numbers.

    Beginning anew with 1 is no fault where 2 follows: another list has begun.

    Example:
        1 2 3 5 6 has one fault, 5 where 4 is due; 1 2 3 3 has one, 3 where 4 is due.
    """
    before = 0
    for at, found in enumerate(orders):
        if found != before + 1 and not _begins_anew(orders, at, before):
            yield Fault(at, before + 1, found)
        before = found


def _begins_anew(orders: Sequence[int], at: int, before: int) -> bool:
    follows = orders[at + 1] if at + 1 < len(orders) else 0
    return orders[at] == 1 and before > 1 and follows == 2


def sections(
    headings: Sequence[HeadingLine], level: int
) -> Iterator[tuple[HeadingLine | None, tuple[HeadingLine, ...]]]:
    """Yield the headings of one level, section by section, each with the heading above them.

    Example:
        Level 2 of 一 （一） （二） 二 （一） is （一） （二） under 一, then （一） under 二.
    """
    above: HeadingLine | None = None
    own: list[HeadingLine] = []
    for heading in headings:
        if heading.level < level:
            if own:
                yield above, tuple(own)
            above, own = heading, []
        elif heading.level == level:
            own.append(heading)
    if own:
        yield above, tuple(own)
