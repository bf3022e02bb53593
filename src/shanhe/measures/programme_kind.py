"""Which kind of programme it is, and the day whose rules decided on its award."""

from datetime import date

from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier

_MINES = "restore_area"
_WORDS = {"mine": "矿", "shanshui": "山水林田湖草沙"}


def programme_kind(dossier: Dossier) -> str:
    """Return ``mine`` or ``shanshui`` by the programme's kind, else its name; empty for neither.

    Example:
        历史遗留废弃矿山生态修复示范工程 is ``mine``.
    """
    for text in (dossier.programme.kind, dossier.programme.name):
        for kind, word in _WORDS.items():
            if word in text:
                return kind
    return ""


def is_whole(dossier: Dossier, indicator: str) -> bool:
    """Return whether an indicator can be the whole of which others are parts.

    In a 山水林田湖草沙 programme the area of restored mines is one output of many: forests and
    wetlands lie elsewhere, and the investment is not spent on mines alone.
    """
    return indicator != _MINES or programme_kind(dossier) != "shanshui"


def day_of_award(dossier: Dossier) -> date:
    """Return a day of the first year of the term; of the budget year where no term is stated."""
    start = dossier.programme.start
    return date(start, 12, 31) if start else year_end(dossier)
