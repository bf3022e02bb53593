"""Lines of a table or list that a sentence names for their numbers: as the first, or on one side of a limit."""

from dataclasses import dataclass

from shanhe.measures.sentences import Sentence


@dataclass(frozen=True, slots=True)
class NamedLines:
    """Names told of lines, and who they are by the numbers.

    Attributes:
        of: what it is by. names: as told, the first of all first. due: by the numbers.
    """

    sentence: Sentence
    start: int
    end: int
    of: str
    names: tuple[str, ...]
    due: tuple[str, ...]
