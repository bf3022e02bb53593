"""The papers of one edition: those for the authorities, and the same without personal data."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from shanhe.app.deliver import (
    FORM_DOCX,
    FORM_XLSX,
    REPORT,
    Unfaithful,
    Written,
    delivered,
    official,
    written,
)
from shanhe.app.office.books import catalogue_of
from shanhe.app.office.rights import Refused
from shanhe.app.pictures import pictures
from shanhe.documents.formats.html_paper import html_of
from shanhe.documents.redaction.paper import figure_text, redacted, secrets_in
from shanhe.documents.redaction.surnames import may_be_person
from shanhe.documents.redaction.words import Redaction
from shanhe.records.evaluation import Evaluation
from shanhe.store.models import Account, Book, Organisation

PUBLIC = "公开版·"
PAGES = ("公开版·自评报告.html", "公开版·绩效自评表.html")
"""What the public reads in the browser: report and form, as pieces of a page."""
LIST = "文件清单.sha256"


@dataclass(frozen=True, slots=True)
class Made:
    """The papers of an edition.

    Attributes:
        files: name → bytes; those whose names begin with 公开版 are for the public.
        secrets: marks of secrecy in them; with one, nothing is ever published.
        redaction: what was taken out of those for the public.
    """

    files: Mapping[str, bytes]
    secrets: tuple[str, ...]
    redaction: Redaction


def edition_papers(book: Book, evaluation: Evaluation) -> Made:
    """Return all papers of an edition, each read back.

    Raises:
        Refused: a paper read back does not say what was computed; nothing is frozen then.
    """
    drawn = pictures(evaluation)
    both = written(evaluation, drawn)
    redaction = redaction_of(book, evaluation)
    public = Written(redacted(both.report, redaction), redacted(both.form, redaction))
    try:
        files = delivered(both, drawn, evaluation, catalogue_of(), "zh")
        files |= dict(_public(public, evaluation, redaction))
    except Unfaithful as error:
        raise Refused(
            f"“{error.paper}”回读后与计算结果不一致，没有定稿。请把情况告诉系统管理员。",
            f"“{error.paper}” read back differs from what was computed; nothing was frozen.",
            500,
        ) from error
    secrets = (*secrets_in(both.report), *secrets_in(both.form))
    return Made(files, secrets, redaction)


def _public(
    public: Written, evaluation: Evaluation, redaction: Redaction
) -> Iterator[tuple[str, bytes]]:
    figures = {key: figure_text(text, redaction) for key, text in evaluation.figures.items()}
    made = official(public, replace(evaluation, figures=figures))
    for name in (REPORT, FORM_DOCX, FORM_XLSX):
        yield PUBLIC + name, made[name]
    for name, paper in zip(PAGES, (public.report, public.form), strict=True):
        yield name, html_of(paper).encode()


def redaction_of(book: Book, evaluation: Evaluation) -> Redaction:
    """Return what is taken out of this programme's papers before the public sees them.

    Names of persons are those of the accounts that have to do with the programme, and those that
    stand where a responsible body is asked for.
    """
    dossier = evaluation.dossier
    bodies = frozenset(_bodies(book, evaluation))
    named = [one.owner for one in dossier.explanations]
    named += [one.responsible for one in dossier.milestones]
    around = _around(book.organisation)
    accounts = Account.objects.filter(around).values_list("name", flat=True)
    names = {name.strip() for name in (*named, *accounts) if may_be_person(name.strip(), bodies)}
    on = date(book.year, 12, 31)
    return Redaction(names, catalogue_of().law.whole("publication_decimals", on), bodies)


def _bodies(book: Book, evaluation: Evaluation) -> Iterator[str]:
    yield book.organisation.name
    for place in evaluation.dossier.places:
        yield from (place.name, place.full_name, *place.aliases.replace("，", "、").split("、"))


def _around(body: Organisation) -> Q:
    """Return the condition for accounts of a body, of those below it and of those above it."""
    above = [body.path[: i + 1] for i, sign in enumerate(body.path) if sign == "/" and i]
    return Q(organisation__path__startswith=body.path) | Q(organisation__path__in=above)


def listed(papers: Mapping[str, str]) -> str:
    """Return the list of papers: a line each, digest and name, in the order of the names.

    It is what ``sha256sum`` writes and ``sha256sum -c`` reads.
    """
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(papers.items()))


def digest_of(papers: Mapping[str, str]) -> str:
    """Return the sha256 of the list of papers: what stands for the whole edition."""
    return hashlib.sha256(listed(papers).encode()).hexdigest()


def public_names(papers: Iterable[str]) -> list[str]:
    """Return the names of the papers that the public may have."""
    return sorted(name for name in papers if name.startswith(PUBLIC))
