"""公开范围的表述与公开载体一致.

What stands on a public web site is published to everybody, so a restricted scope beside it (在规定
范围内, 内部) contradicts it. Parts left out for secrecy are told as such, not as a scope.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, rule

_PUBLIC = ("网站", "门户", "公众号", "报纸", "网址", "官网")
_RESTRICTED = ("规定范围", "一定范围", "适当范围", "内部", "系统内", "本单位")


@rule(
    id="FORM-717",
    severity=NOTE,
    basis=["practice#U-04"],
    zh="公开载体为“{site}”，公开范围又写“{scope}”，两处表述不一致",
    en="published on {site}, yet the scope is said to be: {scope}",
)
def publication_is_to_everybody(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield if a public site and a restricted scope stand side by side."""
    del catalogue
    overview = dossier.overview
    if overview is None:
        return
    is_public = bool(overview.public_url) or any(word in overview.public_site for word in _PUBLIC)
    is_restricted = any(word in overview.public_scope for word in _RESTRICTED)
    if is_public and is_restricted:
        words = {
            "site": overview.public_site or overview.public_url,
            "scope": overview.public_scope.strip("。 "),
        }
        yield Hit((overview.operand("public_site"), overview.operand("public_scope")), words)
