"""Names of indicators and regions as papers write them → ids and short names."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shanhe.catalogue.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Named:
    """An indicator that a name stands for.

    Attributes:
        how: ``name`` (standard name or alias) or ``alike`` (the only one that is very like it).
    """

    indicator: str
    how: str


@dataclass(frozen=True, slots=True)
class PaperNames:
    """The names that one paper uses.

    Attributes:
        catalogue: for indicators.
        regions: every spelling of a region or unit in this paper, to its short name.
    """

    catalogue: Catalogue
    regions: Mapping[str, str] = field(default_factory=dict)

    def indicator(self, name: str) -> Named | None:
        """Return what ``name`` stands for; a likeness counts only where it is the only one."""
        exact = self.catalogue.indicator_named(name)
        if exact is not None:
            return Named(exact.id, "name")
        near = self.catalogue.suggest(name) if len(name) >= 4 else []
        if len(near) == 1:
            alike = self.catalogue.indicator_named(near[0])
            return Named(alike.id, "alike") if alike else None
        return None

    def region(self, name: str) -> str | None:
        """Return the short name of a region or unit."""
        return self.regions.get(name.strip())
