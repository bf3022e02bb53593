"""The one way in which our own data is reported as broken."""


class CatalogueError(Exception):
    """The catalogue's own data is wrong, or was asked for what it does not have.

    Attributes:
        file: the data file, relative to the catalogue's folder; empty where none is at fault.
        line: its line, counted from 1; ``None`` where it cannot be told.
        problem: what is wrong.
        remedy: how to mend it.
        word: what to look for in the file where the line is not known yet.
    """

    def __init__(
        self, problem: str, remedy: str, file: str = "", line: int | None = None, word: str = ""
    ) -> None:
        self.problem, self.remedy, self.file, self.line = problem, remedy, file, line
        self.word = word
        place = f"{file}:{line}: " if line else f"{file}: " if file else ""
        super().__init__(f"{place}{problem}; {remedy}")
