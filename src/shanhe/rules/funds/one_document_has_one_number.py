"""同一文件只有一个文号.

Two numbers of one office are taken to be of one document where title or day are the same, or where one
of them, never introduced by title or day, is the other with digits changed or turned round. Numbers
that the paper names in one sentence, or each more than once with its own day, are two documents; of one
paragraph, digits turned round in another sentence alone are a slip, and so they are where one number is known
by its title only and the other by its day, in a table.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.document_mentions import DocumentMention, document_mentions
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule

_LEAST = 8
"""Letters of a title that can tell a document from others."""


@rule(
    id="FUND-241",
    severity=WARN,
    basis=["practice#R-03", "practice#E-35"],
    zh="疑为同一文件而文号不一致：{one}（{places_one} 处）、{other}（{places_other} 处）",
    en="one document, as it seems, with two numbers: {one} ({places_one}) and {other} ({places_other})",
    only=Only.PAPER,
)
def one_document_has_one_number(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each pair of numbers that seem to be of one document."""
    del catalogue
    by_number: dict[str, list[DocumentMention]] = {}
    for mention in document_mentions(dossier):
        by_number.setdefault(mention.number, []).append(mention)
    for first, second in combinations(by_number.values(), 2):
        if _are_one(first, second):
            one, other = sorted((first, second), key=len, reverse=True)
            words = {
                "one": one[0].number,
                "other": other[0].number,
                "places_one": len(one),
                "places_other": len(other),
            }
            yield Hit(tuple(mention.operand for mention in (*one, *other)), words)


def _are_one(first: Sequence[DocumentMention], second: Sequence[DocumentMention]) -> bool:
    one, other = first[0], second[0]
    beside = {m.spot for m in first} & {m.spot for m in second}
    spots, others_of = ({(m.spot, m.sentence) for m in of} for of in (first, second))
    if one.word != other.word or spots & others_of or min(len(first), len(second)) > 1:
        return False
    days, others = ({m.day for m in of} - {None} for of in (first, second))
    titles, named = ({m.title for m in of if len(m.title) >= _LEAST} for of in (first, second))
    if days and others and not days & others:
        return False
    if titles and named and not titles & named:
        return False
    if not beside and ((days & others) or (titles & named and one.year == other.year)):
        return True
    introduced = [any(m.is_introduced for m in of) for of in (first, second)]
    turned = one.year == other.year and sorted(one.serial) == sorted(other.serial)
    apart = bool(days) is not bool(others) and bool(titles) is not bool(named)
    slip = apart and turned and one.serial != other.serial
    return slip or (sum(introduced) == 1 and _are_alike(one, other) and (turned or not beside))


def _are_alike(one: DocumentMention, other: DocumentMention) -> bool:
    """Return whether one number is the other mistyped: a digit changed, two turned, another year."""
    if one.serial == other.serial:
        return one.year != other.year
    if one.year != other.year or len(one.serial) != len(other.serial) or len(one.serial) < 2:
        return False
    changed = sum(a != b for a, b in zip(one.serial, other.serial, strict=True))
    return changed == 1 or Counter(one.serial) == Counter(other.serial)
