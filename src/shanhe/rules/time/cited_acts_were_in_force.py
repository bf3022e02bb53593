"""引用的制度文件在评价年度有效.

A document whose number is that of an act which lapsed before the year began is outdated, wherever
it is cited: in the list of documents, as the basis of a step or a goal table, or in a sentence. One
that is listed by title alone, where editions of that title differ in force, cannot be judged.
"""

from collections.abc import Iterator
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Act
from shanhe.catalogue.names import plain_name
from shanhe.measures.document_number import plain_number
from shanhe.measures.statements import statements
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.rules.declare import WARN, Only, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome


@rule(
    id="TIME-307",
    severity=WARN,
    basis=["practice#F-01", "practice#E-34"],
    zh="引用的{act}（{number}）已于 {until} 失效，不适用于 {year} 年度{now}",
    en="{act} ({number}), which is cited, lapsed on {until} and does not apply to {year}{now}",
    asks=Only.DATA,
)
def cited_acts_were_in_force(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each lapsed act once, with every place that cites it."""
    lapsed = [act for act in catalogue.acts if act.number and _has_lapsed(act, dossier)]
    for act in lapsed:
        places = list(_places(dossier, plain_number(act.number)))
        if places and act.in_force_until is not None:
            words = {
                "act": Both(f"《{act.title}》", act.title_en),
                "number": act.number,
                "until": act.in_force_until,
                "year": dossier.programme.year,
                "now": _successor(catalogue, act),
            }
            yield Hit(tuple(places), words)
    yield from _by_title_alone(dossier, catalogue, lapsed)


def _has_lapsed(act: Act, dossier: Dossier) -> bool:
    year = dossier.programme.year
    return year > 0 and act.in_force_until is not None and act.in_force_until < date(year, 1, 1)


def _places(dossier: Dossier, number: str) -> Iterator[Operand]:
    for document in dossier.documents:
        if plain_number(document.number) == number:
            yield document.operand("number")
    cited = [head.operand("document") for head in dossier.versions]
    cited += [step.operand("basis") for step in dossier.milestones]
    for operand in (*cited, *statements(dossier)):
        if number in plain_number(operand.text):
            yield operand


def _successor(catalogue: Catalogue, act: Act) -> Both:
    new = next((one for one in catalogue.acts if one.id == act.replaced_by), None)
    if new is None:
        return Both("", "")
    return Both(f"，应引用{new.number or new.title}", f"; cite {new.number or new.title_en}")


def _by_title_alone(dossier: Dossier, catalogue: Catalogue, lapsed: list[Act]) -> Iterator[Hit]:
    """Yield each document without a number whose title is that of a lapsed and a current act."""
    old = {plain_name(act.title) for act in lapsed}
    current = {plain_name(act.title) for act in catalogue.acts if act not in lapsed}
    for document in dossier.documents:
        if not document.number and plain_name(document.title) in old & current:
            lacks = Both(
                f"《{document.title.strip('《》')}》的文号（同名办法有新旧两个版本）",
                f"the number of {document.title}, of which there is an old and a new edition",
            )
            yield Hit((document.operand("number"),), {"lacks": lacks}, Outcome.UNDECIDED)
