"""称“及时”的，下达没有超期.

Looks at what the other rules found on timeliness. The words that claim it are a dated setting; a
sentence that denies it (不及时, 未及时) claims nothing. The message names the rules; what
they found is told by them, and once more under REASON-504.
"""

from collections.abc import Iterator, Sequence

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.open_findings import open_findings
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Finding, Hit
from shanhe.rules.declare import WARN, review
from shanhe.rules.words import listed

_ASPECT = "下达及时性"
_DENIALS = ("不", "未", "没有", "不够", "未能")


@review(
    id="REASON-508",
    severity=WARN,
    basis=["practice#E-19", "practice#S-03"],
    aspect=_ASPECT,
    zh="“{aspect}”的情况说明称“{claim}”，而有 {count} 个下达方面的问题未决：{rules}",
    en="under {aspect} it is said that {claim}, yet {count} problems are open: {rules}",
)
def timely_is_said_only_when_it_was(
    dossier: Dossier, catalogue: Catalogue, earlier: Sequence[Finding]
) -> Iterator[Hit]:
    """Yield the claim of timeliness against findings of delay."""
    claims = catalogue.law.words("timely_words", year_end(dossier))
    late = open_findings(earlier, _ASPECT)
    for row in dossier.management:
        said_in = [key for key in ("situation", "form_situation") if _claims(row, key, claims)]
        if row.aspect == _ASPECT and late and said_in:
            words = {
                "aspect": row.aspect,
                "claim": getattr(row, said_in[0]).strip("。 "),
                "count": len(late),
                "rules": listed(dict.fromkeys(one.rule for one in late)),
            }
            operands = (operand for one in late for operand in one.operands)
            yield Hit((*(row.operand(key) for key in said_in), *operands), words)


def _claims(row: object, key: str, claims: tuple[str, ...]) -> bool:
    text: str = getattr(row, key)
    return any(
        word in text and not any(denial + word in text for denial in _DENIALS) for word in claims
    )
