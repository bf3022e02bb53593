"""“最高”“最低”“居首”“居末”和依次列举的名次与所依据的数字相符.

Held against the columns of tables that bear the name of what is told (``核减率最高的是…``, ``二标降价额最大``), else against what the
sentences of the paragraph give for each name, or the list of values right before (``甲县97%、乙县96%、丙县94%，甲县最高``). Where any of them bears the words out, nothing is said; ties may be named in any order.
Who is told to be the only one below or above a limit (唯一低于90%的乡镇) is held against all lines of that column.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.superlatives import superlatives
from shanhe.measures.told_only_ones import told_only_ones
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, listed


@rule(
    id="SAME-980",
    severity=ERROR,
    basis=["arithmetic#same", "practice#R-07"],
    zh="“{words}”与数字不符：按{of}应为{due}",
    en='"{words}": by {of} it is {due}',
    only=Only.PAPER,
)
def the_first_named_is_the_first(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each name told to be the first that the numbers do not bear out."""
    del catalogue
    for one in superlatives(dossier):
        at = one.sentence.operand(one.start, one.end)
        yield Hit((at,), {"words": at.text, "of": one.of, "due": listed(one.due)})
    for only in told_only_ones(dossier):
        at = only.sentence.operand(only.start, only.end)
        due = listed(only.due) if only.due else Both("没有", "nobody")
        yield Hit((at,), {"words": at.text, "of": only.of, "due": due})
