"""资金管理各事项均有情况说明，入表事项写明存在问题.

Which aspects there are, and which of them stand in the form, are dated settings. An aspect of the
report alone (制度建立情况) needs no cell for problems. A paper is asked for what it has room for: a bare
form for the rows of the form, a report without form for its sentences.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.narrative import Management
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.outcome import Outcome

_LACKS = {
    "row": Both("没有填报", "not filled in"),
    "situation": Both("没有情况说明", "no situation"),
    "problem": Both("没有填存在问题和改进措施", "no word on problems"),
}


@rule(
    id="FORM-702",
    severity=WARN,
    basis=["form#management", "form#rules-item"],
    zh="资金管理情况有 {count} 处没有填全：{aspects}",
    en="management of the money is incomplete in {count} places: {aspects}",
    asks=Only.DATA,
)
def management_aspects_are_filled(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every aspect that is incomplete."""
    law, day = catalogue.law, year_end(dossier)
    in_form = law.words("form_aspects", day)
    rows = {row.aspect: row for row in dossier.management}
    if not rows:
        lacks = Both("资金管理情况", "the sheet on management of the money")
        yield Hit((dossier.programme.operand("name"),), {"lacks": lacks}, Outcome.UNDECIDED)
        return
    has_text = not dossier.paper or any(row.situation.strip() for row in dossier.management)
    has_form = not dossier.paper or any(row.problem.strip() for row in dossier.management)
    lacking = [
        (aspect, key)
        for aspect in law.words("management_aspects" if has_text else "form_aspects", day)
        if (key := _lack(rows.get(aspect), in_form=has_form and aspect in in_form))
    ]
    if lacking:
        shown = [Both(f"{a}（{_LACKS[k].zh}）", f"{a} ({_LACKS[k].en})") for a, k in lacking]
        words = {"count": len(lacking), "aspects": listed(shown)}
        at = [rows[a].operand(k) for a, k in lacking if a in rows]
        yield Hit(tuple(at) or (dossier.management[0].operand("aspect"),), words)


def _lack(row: Management | None, *, in_form: bool) -> str:
    if row is None:
        return "row"
    if not row.situation.strip() and not row.form_situation.strip():
        return "situation"
    return "problem" if in_form and not row.problem.strip() else ""
