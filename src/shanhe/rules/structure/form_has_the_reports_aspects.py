"""自评表与报告正文的资金管理事项一一对应.

An aspect that the text treats and the form has no row for is not judged there, and the reverse. The
form in use has seven rows and the outline eight aspects, so this is a note. A text that treats none of the aspects of
the form is arranged otherwise, and nothing is said of it.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.narrative import Management
from shanhe.rules.declare import NOTE, Only, rule
from shanhe.rules.words import Both, listed


@rule(
    id="STRUCT-812",
    severity=NOTE,
    basis=["form#management", "form#rules-item"],
    zh="资金管理情况正文写 {report} 项、自评表列 {form} 项，不对应：{aspects}",
    en="the text treats {report} aspects of management, the form {form}: {aspects}",
    only=Only.PAPER,
)
def form_has_the_reports_aspects(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every aspect that only text or form has."""
    rows = dossier.management
    in_text = {row.aspect: row for row in rows if row.situation.strip()}
    in_form = {row.aspect: row for row in rows if _is_in_form(row)}
    other = [row for row in rows if (row.aspect in in_text) is not (row.aspect in in_form)]
    if in_text.keys() & in_form.keys() and other:
        usual = catalogue.law.words("form_aspects", year_end(dossier))
        words = {
            "report": len(in_text),
            "form": len(in_form),
            "aspects": listed(_told(row.aspect, row.aspect in in_text, usual) for row in other),
        }
        yield Hit(tuple(row.operand("aspect") for row in other), words)


def _is_in_form(row: Management) -> bool:
    return bool(row.form_situation.strip() or row.problem.strip())


def _told(aspect: str, only_text: bool, usual: tuple[str, ...]) -> Both:
    if not only_text:
        return Both(f"{aspect}（正文没有）", f"{aspect} (not in the text)")
    note = (
        Both("，现行表式无此行", ", not of the form in use")
        if aspect not in usual
        else Both("", "")
    )
    return Both(f"{aspect}（自评表没有{note.zh}）", f"{aspect} (not in the form{note.en})")
