"""主送机关是布置自评的机关.

A report that says 根据《益阳市财政局关于开展…绩效自评的通知》 goes to 益阳市财政局. Another office of the same kind and level in its place is left
from another report; an office of another level may well be meant, as the notice may have come down from further above.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import prose
from shanhe.measures.signing import signing
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_NOTICE = regex(
    r"(?:根据|按照|依据)《(?P<body>[\u4e00-\u9fff]{2,12}?(?P<kind>[省市州盟县区旗](?:财政|自然资源|水利|农业农村|生态环境|林业和?草原)[厅局]))关于[^《》]{0,40}(?:绩效|自评|评价)[^《》]{0,20}》"
)
_FIRST = 8


@rule(
    id="STRUCT-821",
    severity=WARN,
    basis=["practice#R-02"],
    zh="报告主送“{addressed}”，而布置自评的是“{issuer}”",
    en="the report is addressed to {addressed}, while {issuer} asked for it",
    only=Only.PAPER,
)
def the_addressee_is_who_asked_for_it(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield the addressee if the notice came from another office of its kind."""
    del catalogue
    signed = signing(dossier)
    addressed = signed.addressed if signed else frozenset()
    lines = prose(dossier)[:_FIRST] if addressed else []
    for line in lines:
        found = _NOTICE.search(line.text)
        if found is None:
            continue
        issuer = found["body"]
        alike = [one for one in addressed if one.endswith(found["kind"])]
        if alike and not any(_is_one(issuer, one) for one in addressed):
            heads = [one for one in lines if one.text.strip().startswith(alike[0])]
            at = (*(one.operand("text") for one in heads[:1]), line.operand("text"))
            yield Hit(at, {"addressed": alike[0], "issuer": issuer})
        return


def _is_one(one: str, other: str) -> bool:
    """Return whether two names may be of one office: 市财政局 is that of any city."""
    return one.endswith(other) or other.endswith(one)
