"""The day whose settings and limits count for the budget year that is evaluated."""

from datetime import date

from shanhe.records.dossier import Dossier


def year_end(dossier: Dossier) -> date:
    """Return the last day of the budget year.

    A paper that names no year has the year 0; what is in force now counts for it, so it gets the
    last day there is.
    """
    year = dossier.programme.year
    return date(year, 12, 31) if year else date.max
