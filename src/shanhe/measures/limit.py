"""A dated limit, or nothing where none was set on that day."""

from datetime import date

from shanhe.catalogue.catalogue import Catalogue


def days_allowed(catalogue: Catalogue, limit: str, on: date) -> int | None:
    """Return a limit in days, ``None`` before its first value."""
    held = catalogue.parameter(limit).on(on)
    return held.value if held is not None and isinstance(held.value, int) else None
