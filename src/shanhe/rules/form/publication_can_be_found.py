"""自评结果公开写明载体、网址和日期.

A promise to publish is followed up by address and day; the finding says what is not given. A
paper is asked only where it speaks of publication at all.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.outcome import Outcome

_FIELDS = (
    ("public_site", Both("公开载体", "site")),
    ("public_url", Both("公开网址", "address")),
    ("public_on", Both("公开日期", "day")),
)


@rule(
    id="FORM-703",
    severity=WARN,
    basis=["practice#U-04", "practice#E-60"],
    zh="绩效自评结果公开情况没有写明{fields}",
    en="on publication of the result these are not given: {fields}",
    asks=Only.DATA,
)
def publication_can_be_found(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield if it is not said where and when the result was published."""
    del catalogue
    overview = dossier.overview
    if overview is None:
        lacks = Both("自评综述中的公开情况", "the sheet that tells of publication")
        yield Hit((dossier.programme.operand("name"),), {"lacks": lacks}, Outcome.UNDECIDED)
        return
    if dossier.paper and not (overview.public_site or overview.public_scope):
        return
    blank = [(key, label) for key, label in _FIELDS if not getattr(overview, key)]
    if blank:
        given = ["public_site"] if overview.public_site else []
        at = tuple(overview.operand(key) for key in (*(key for key, _ in blank), *given))
        yield Hit(at, {"fields": listed(label for _, label in blank)})
