"""实施范围的列举与文中其他列举一致.

``工程涉及营盘镇、小岭镇和曹坪镇`` against the lists of amounts and the columns of tables: where two of them name the same places, all of
those and one or two more, a place was left out.
"""

from collections import Counter
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.place_lists import listed_places, scopes
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import listed

_TWICE, _LEAST, _MOST = 2, 2, 2


@rule(
    id="SAME-963",
    severity=WARN,
    basis=["practice#R-07"],
    zh="实施范围列举 {count} 处，而文中其他列举另有{left}",
    en="the scope names {count} places, other lists of the paper have {left} as well",
    only=Only.PAPER,
)
def scope_names_every_place(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each scope from which places are left out that the paper lists elsewhere."""
    del catalogue
    told = list(scopes(dossier))
    counts = Counter(listed_places(dossier)) if told else Counter()
    for one in told:
        more = [
            sorted(places - one.names)
            for places, times in counts.items()
            if times >= _TWICE and one.names < places and len(one.names) >= _LEAST
        ]
        left = min(more, key=len, default=[])
        if left and one.names not in counts and len(left) <= _MOST:
            yield Hit((one.operand,), {"count": len(one.names), "left": listed(left)})
