"""All readers of sentences over one document."""

from collections.abc import Callable

from shanhe.documents.found import Found
from shanhe.documents.naming import PaperNames
from shanhe.documents.prose.actuals import read_actuals
from shanhe.documents.prose.changes import read_changes
from shanhe.documents.prose.documents import read_documents
from shanhe.documents.prose.executed import read_executed
from shanhe.documents.prose.funds import read_moves
from shanhe.documents.prose.management import read_management
from shanhe.documents.prose.marks import read_marks
from shanhe.documents.prose.milestones import read_milestones
from shanhe.documents.prose.outlook import read_outlook
from shanhe.documents.prose.paper import Paper, make_paper
from shanhe.documents.prose.reasons import read_reasons
from shanhe.documents.prose.subprojects import read_subprojects
from shanhe.documents.prose.targets import read_targets
from shanhe.documents.prose.title import read_title, year_of
from shanhe.documents.prose.transfers import read_transfers
from shanhe.documents.script import Script

_READERS: tuple[Callable[[Paper], Found], ...] = (
    read_title,
    read_targets,
    read_actuals,
    read_changes,
    read_subprojects,
    read_milestones,
    read_executed,
    read_reasons,
    read_management,
    read_outlook,
    read_marks,
)


def read_prose(script: Script, names: PaperNames, paper: Paper | None = None) -> Found:
    """Return what the running text says; tables are left alone.

    Args:
        script: a document; one without numbered headings is read too, by its sentences alone.
        names: regions and bodies of this paper.
        paper: the same document with its year, where that is known already.

    Returns:
        Records with their characters, and the spans of all numbers that are understood. Nothing
        is guessed: a sentence that fits no pattern leaves its numbers out.
    """
    paper = paper or make_paper(script, names, year_of(script))
    moves = read_moves(paper)
    found = Found()
    found.take(reader(paper) for reader in _READERS)
    found.take((read_transfers(paper, moves), read_documents(paper, moves)))
    return found
