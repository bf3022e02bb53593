"""Tables as printed text, whatever file they came from, and why a file was refused."""

from collections.abc import Sequence

Grid = Sequence[Sequence[str]]
"""Rows of cells, each as printed; the first row is row 1 of the sheet."""

NO_VALUE = "\ufffc=?"
"""Stands for a formula that was saved without its result."""

MOST_ROWS = 200_000
MOST_COLUMNS = 200
MOST_BYTES = 200_000_000


class Unreadable(Exception):  # noqa: N818 - a refusal, named for what it says
    """A file that is not what it says, or is beyond bounds.

    Attributes:
        kind: key of the problem.
        detail: what exactly, in a few words.
        part: sheet or file inside, empty for the whole.
    """

    def __init__(self, kind: str, detail: str = "", part: str = "") -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind, self.detail, self.part = kind, detail, part
