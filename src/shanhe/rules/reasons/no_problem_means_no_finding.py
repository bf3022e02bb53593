"""填“无”的管理事项没有未决问题.

Looks at what the other rules found: 无 in the column of problems stands against every failed check
of that aspect, notes excepted.
"""

from collections.abc import Iterator, Sequence

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.open_findings import open_findings
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Finding, Hit
from shanhe.rules.declare import WARN, review
from shanhe.rules.words import Both


@review(
    id="REASON-504",
    severity=WARN,
    basis=["practice#S-03", "practice#E-62", "form#management"],
    zh="“{aspect}”的存在问题和改进措施填“{cell}”，而有 {count} 个问题未决：{problems}",
    en="under {aspect} the form says {cell}, yet {count} problems are open: {problems}",
)
def no_problem_means_no_finding(
    dossier: Dossier, catalogue: Catalogue, earlier: Sequence[Finding]
) -> Iterator[Hit]:
    """Yield each aspect that claims no problem against open findings."""
    del catalogue
    for row in dossier.management:
        own = open_findings(earlier, row.aspect)
        if row.claims_no_problem and own:
            told = ("；", "zh"), ("; ", "en")
            lines = [
                mark.join(f"{found.rule} {found.message(lang)}" for found in own)
                for mark, lang in told
            ]
            words = {
                "aspect": row.aspect,
                "cell": row.problem.strip(),
                "count": len(own),
                "problems": Both(*lines),
            }
            operands = (operand for found in own for operand in found.operands)
            yield Hit((row.operand("problem"), *operands), words)
