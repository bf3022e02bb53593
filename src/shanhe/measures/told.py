"""Whether a number of a paper is a fact of its own, which is then compared wherever it stands."""

from decimal import Decimal

from shanhe.records.dossier import Dossier


def is_told(dossier: Dossier, indicator: str, amount: Decimal) -> bool:
    """Return whether some printed fact of an indicator has this number, as target or actual."""
    return any(
        (one.concept, one.amount) == (indicator, amount) and one.aspect in {"target", "actual"}
        for one in dossier.facts
    )
