"""The time a figure speaks of: one year, or the whole term of the programme."""

import re
from dataclasses import dataclass

TERM_NAME = "实施期"
PART_OF_TERM = "分年度"
"""Version of what single years were to reach, where a paper is of several years and its targets of all of them."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A year, or the whole term.

    Attributes:
        year: the calendar year, ``None`` for the whole term (实施期).
    """

    year: int | None = None

    @property
    def is_term(self) -> bool:
        """Whether it is the whole term."""
        return self.year is None

    @property
    def key(self) -> str:
        """A word for ids: ``term`` or the year."""
        return "term" if self.year is None else str(self.year)

    def __str__(self) -> str:
        return TERM_NAME if self.year is None else f"{self.year}年度"


TERM = Period()


def read_period(text: str) -> Period | None:
    """Return the period that ``text`` names, ``None`` if it names none.

    Example:
        ``2025``, ``2025年`` and ``2025年度`` are the year; ``实施期`` and ``全周期`` the term.
    """
    word = text.strip()
    if word in {TERM_NAME, "全周期", "总体", "整体"}:
        return TERM
    found = re.fullmatch(r"(20\d\d)(?:年度?)?", word)
    return Period(int(found[1])) if found else None
