"""Hold a dossier against the rulebook; the only place that catches a rule's own failure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Finding, Hit, Severity
from shanhe.rules.declare import Rule
from shanhe.rules.once import told_once
from shanhe.rules.words import said
from shanhe.values.outcome import Outcome

LANGUAGES = ("zh", "en")
_LACKS = {
    "zh": "{title}：无法判断，缺少{lacks}",
    "en": "{name}: cannot be judged, lacking {lacks}",
}


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that failed: ours to mend, not the user's."""

    rule: str
    error: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of holding a dossier against the rules.

    Attributes:
        findings: by rule id, in the order found.
        crashes: rules that failed.
        judged: how many rules ran to the end.
    """

    findings: tuple[Finding, ...]
    crashes: tuple[Crash, ...]
    judged: int


def run(
    dossier: Dossier,
    catalogue: Catalogue,
    rules: Sequence[Rule],
    tick: Callable[[], None] = lambda: None,
) -> Verdict:
    """Return all findings; rules that look at findings run after the others.

    Args:
        dossier: what is judged.
        catalogue: limits and definitions.
        rules: usually the whole rulebook.
        tick: called after each rule, for a progress bar.
    """
    found: list[Finding] = []
    crashes: list[Crash] = []
    fitting = [rule for rule in rules if rule.is_for(dossier)]
    for rule in sorted(fitting, key=lambda rule: (rule.review is not None, rule.id)):
        try:
            found += list(findings_of(rule, dossier, catalogue, tuple(found)))
        except Exception as error:  # noqa: BLE001, RUF100 - a rule's failure must not take the others along
            crashes.append(Crash(rule.id, f"{type(error).__name__}: {error}"))
        tick()
    ordered = sorted(told_once(found), key=lambda finding: finding.rule)
    return Verdict(tuple(ordered), tuple(crashes), len(fitting) - len(crashes))


def findings_of(
    rule: Rule, dossier: Dossier, catalogue: Catalogue, earlier: Sequence[Finding] = ()
) -> Iterator[Finding]:
    """Yield what one rule finds."""
    for hit in hits_of(rule, dossier, catalogue, earlier):
        yield _finding(rule, hit)


def hits_of(
    rule: Rule, dossier: Dossier, catalogue: Catalogue, earlier: Sequence[Finding] = ()
) -> Iterator[Hit]:
    """Yield one rule's hits, before they have words."""
    asks = rule.asks_of(dossier)
    if rule.check is not None:
        yield from (hit for hit in rule.check(dossier, catalogue) if asks or _is_told(hit))
    if rule.review is not None:
        yield from rule.review(dossier, catalogue, earlier)


def _is_told(hit: Hit) -> bool:
    return hit.outcome is not Outcome.UNDECIDED


def _finding(rule: Rule, hit: Hit) -> Finding:
    cause = rule.causes[hit.cause] if hit.cause else ("", "")
    filled = [_filled(text, hit, lang) for text, lang in zip(cause, LANGUAGES, strict=True)]
    return Finding(
        rule.id,
        _severity(rule, hit),
        hit.outcome,
        {lang: _message(rule, hit, lang) for lang in LANGUAGES},
        rule.basis,
        hit.at,
        hit.recomputed,
        dict(zip(LANGUAGES, filled, strict=True)) if hit.cause else {},
        rule.aspect,
    )


def _severity(rule: Rule, hit: Hit) -> Severity:
    """Return the rule's severity; what cannot be judged for lack of data is no error."""
    if rule.severity is Severity.ERROR and hit.outcome is Outcome.UNDECIDED:
        return Severity.WARNING
    return rule.severity


def _message(rule: Rule, hit: Hit, lang: str) -> str:
    if hit.outcome is not Outcome.UNDECIDED:
        return _filled(rule.zh if lang == "zh" else rule.en, hit, lang)
    lacks = said(hit.words["lacks"], lang)
    name = rule.name.replace("_", " ").capitalize()
    return _LACKS[lang].format(title=rule.title, name=name, lacks=lacks)


def _filled(template: str, hit: Hit, lang: str) -> str:
    return template.format_map({key: said(value, lang) for key, value in hit.words.items()})
