"""已收回资金的，使用规范性一栏写明问题.

Money is taken back because it had been given to the wrong body or for the wrong purpose. The form
that then says 无 under 使用规范性, or claims strict keeping to subject and project, leaves out what
the text or the list of transfers admits.
"""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, rule
from shanhe.rules.words import listed

_ASPECT = "使用规范性"


@rule(
    id="REASON-510",
    severity=WARN,
    basis=["practice#S-03", "practice#E-62"],
    zh="“{aspect}”的存在问题和改进措施填“{cell}”，而已从{givers}收回资金 {amount} 万元",
    en="under {aspect} the form says {cell}, yet {amount} 万元 were taken back from {givers}",
)
def money_taken_back_is_told_as_a_problem(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield if money was taken back and the form names no problem of its use."""
    del catalogue
    back = [row for row in dossier.transfers if row.kind == "收回" and row.amount]
    for row in dossier.management:
        if row.aspect == _ASPECT and row.claims_no_problem and back:
            words = {
                "aspect": row.aspect,
                "cell": row.problem.strip(),
                "givers": listed(dict.fromkeys(one.giver for one in back)),
                "amount": sum((one.amount or Decimal(0) for one in back), Decimal(0)),
            }
            at = (row.operand("problem"), *(one.operand("amount", "万元") for one in back))
            yield Hit(at, words)
