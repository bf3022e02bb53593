"""What every chapter needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shanhe.documents.blocks import Picture
from shanhe.documents.pieces import Captions, Figures
from shanhe.records.dossier import Dossier
from shanhe.records.evaluation import Evaluation, IndicatorResult
from shanhe.records.finding import Finding


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture before it has its number: bytes, and words for those who cannot see it."""

    png: bytes
    alt: str


@dataclass(slots=True)
class Context:
    """The evaluation, the pictures by name (``completion``, ``money``), and running numbers."""

    evaluation: Evaluation
    drawn: Mapping[str, Drawn]
    captions: Captions = field(default_factory=Captions)

    @property
    def dossier(self) -> Dossier:
        """The programme's papers."""
        return self.evaluation.dossier

    def figures(self) -> Figures:
        """Return what hands out figures."""
        return Figures(self.evaluation)

    def picture(self, name: str, title: str) -> tuple[Picture, ...]:
        """Return the picture with its caption; nothing where there was nothing to draw."""
        drawn = self.drawn.get(name)
        if drawn is None:
            return ()
        return (Picture(drawn.png, 150, self.captions.picture(title), drawn.alt),)

    def results(self, level1: str) -> tuple[IndicatorResult, ...]:
        """Return the year's indicators of one level-1 group."""
        return tuple(r for r in self.evaluation.indicators if r.level1 == level1)

    def findings(self, aspect: str) -> tuple[Finding, ...]:
        """Return what the check found in one management aspect, at error or warning level."""
        return tuple(
            finding
            for finding in self.evaluation.findings
            if finding.aspect == aspect and finding.severity.value != "note"
        )
