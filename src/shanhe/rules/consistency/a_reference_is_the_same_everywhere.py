"""同一文件的文号、名称和日期各处一致.

Every place that names a document is held against the others: one number has one title and one day,
and one title of one day has one number. Titles with and without the issuer in front, and brackets
of any kind, are the same.
"""

from collections.abc import Iterator, Sequence

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.names import plain_name
from shanhe.measures.document_number import plain_number
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import Reference
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, listed


@rule(
    id="SAME-902",
    severity=WARN,
    basis=["practice#R-03", "practice#E-35"],
    zh="{document}的{what}前后不一致：{values}",
    en="{document} has more than one {what}: {values}",
    only=Only.PAPER,
)
def a_reference_is_the_same_everywhere(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number with several titles or days, and each title of a day with several numbers."""
    del catalogue
    by_number: dict[str, list[Reference]] = {}
    by_title: dict[tuple[str, str], list[Reference]] = {}
    for one in dossier.references:
        if one.number:
            by_number.setdefault(plain_number(one.number), []).append(one)
        if one.number and one.title and one.day:
            by_title.setdefault((plain_name(one.title), str(one.day)), []).append(one)
    for number, places in by_number.items():
        yield from _titles(number, [one for one in places if one.title])
        yield from _days(number, [one for one in places if one.day])
    for places in by_title.values():
        if len({plain_number(one.number) for one in places}) > 1:
            title = f"《{places[0].title.strip('《》')}》"
            yield _hit(title, Both("文号", "number"), "number", places)


def _titles(number: str, places: Sequence[Reference]) -> Iterator[Hit]:
    if any(_differ(places[0].title, one.title) for one in places[1:]):
        yield _hit(number, Both("名称", "title"), "title", places)


def _differ(one: str, other: str) -> bool:
    first, second = plain_name(one), plain_name(other)
    return first not in second and second not in first


def _days(number: str, places: Sequence[Reference]) -> Iterator[Hit]:
    if len({one.day for one in places}) > 1:
        yield _hit(number, Both("日期", "day"), "day", places)


def _hit(document: str, what: Both, key: str, places: Sequence[Reference]) -> Hit:
    values = listed(dict.fromkeys(f"“{getattr(one, key)}”" for one in places))
    at = tuple(one.operand(key) for one in places)
    return Hit(at, {"document": document, "what": what, "values": values})
