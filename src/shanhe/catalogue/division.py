"""Names on the map of the country, by which a place that is not the programme's own is known."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Division:
    """A name on the map of the country: a province, prefecture or county.

    Attributes:
        code: six digits (GB/T 2260); of the last edition that had the name.
        short: as papers shorten an autonomous one: ``楚雄州``; empty for the others.
    """

    code: str
    name: str
    short: str

    @property
    def province(self) -> str:
        """First two digits, which all of a province share."""
        return self.code[:2]

    @property
    def prefecture(self) -> str:
        """First four digits, which all of a prefecture share."""
        return self.code[:4]
