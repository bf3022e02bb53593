from shanhe.measures.open_findings import open_findings
from shanhe.records.finding import Finding, Severity
from shanhe.values.outcome import Outcome


def finding(rule: str, severity: Severity, outcome: Outcome, aspect: str) -> Finding:
    return Finding(rule, severity, outcome, {}, (), (), aspect=aspect)


def test_only_failed_errors_and_warnings_of_the_aspect_are_open() -> None:
    late = "下达及时性"
    found = [
        finding("A-1", Severity.ERROR, Outcome.FAILS, late),
        finding("A-2", Severity.WARNING, Outcome.FAILS, late),
        finding("A-3", Severity.NOTE, Outcome.FAILS, late),
        finding("A-4", Severity.ERROR, Outcome.UNDECIDED, late),
        finding("A-5", Severity.ERROR, Outcome.FAILS, "执行准确性"),
    ]
    assert [one.rule for one in open_findings(found, late)] == ["A-1", "A-2"]
