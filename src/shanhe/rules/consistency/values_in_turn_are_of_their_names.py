"""“分别为”“依次为”所列的数与各自名称对应.

``宣威市、富源县、罗平县执行率分别为96.00%、97.00%、93.00%``: a list is questioned where the numbers of the names, in a column, in two columns of a table or
in two sentences, make the same values in another order, or all of them but one, which is the value of another line alone. Nothing is said where
any numbers of the names make the values as they are told.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.zipped_orders import zipped_orders
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import listed


@rule(
    id="SAME-1002",
    severity=ERROR,
    basis=["arithmetic#same", "practice#R-07"],
    zh="“{words}”与各自的数不对应：{names}应为{due}",
    en='"{words}" is not in the order of the names: {names} should be {due}',
    only=Only.PAPER,
)
def values_in_turn_are_of_their_names(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each list that is right in another order, or with another name."""
    del catalogue
    for one in zipped_orders(dossier):
        at = one.frame.operand(one.start, one.end)
        yield Hit((at,), {"words": at.text, "names": listed(one.names), "due": listed(one.due)})
