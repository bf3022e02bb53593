"""What is handed out of an audit: the page, and each Word file with comments in it."""

from collections.abc import Sequence
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.law import Law
from shanhe.documents.audited import Audited, State, Told
from shanhe.measures.relations import KINDS
from shanhe.records.answer import Standing
from shanhe.rules.book import fingerprint

RELATIONS = {**KINDS, "finding": ("问题所涉", "part of a finding")}
"""What a figure was held against, by key: words in Chinese and English."""
_LEVELS = {
    "zh": {"error": "错误", "warning": "警告", "note": "提示"},
    "en": {"error": "Error", "warning": "Warning", "note": "Note"},
}
_WORDS = {
    "zh": ("可能原因：", "重算：", "依据：", "（证据见本问题的第一处批注）"),
    "en": ("Likely cause: ", "Recomputed: ", "Basis: ", "(proof: see its first comment)"),
}


def audit_page(documents: Sequence[Audited], catalogue: Catalogue, lang: str) -> bytes:
    """Return all documents with their findings beside them, as one HTML file."""
    from shanhe.documents.forms.audit_page.write import page  # noqa: PLC0415 - jinja2 only where it is used

    return page(documents, catalogue, RELATIONS, fingerprint(), lang).encode()


def annotated_docx(document: Audited, data: bytes, law: Law, lang: str, on: date) -> bytes:
    """Return the author's own Word file with each finding as a comment at its places.

    Args:
        document: audited from ``data``; of kind ``docx``.
        data: the file's bytes, which are not changed but for the comments.
        law: for the words of each basis.
        lang: of the comments.
        on: day that the comments carry.

    Raises:
        Unreadable: ``data`` is no Word file.

    Settled findings are left out. Where nothing could be audited, a comment at the head says so.
    """
    from shanhe.documents.formats.docx.annotate import Note, annotated  # noqa: PLC0415 - only for Word files

    whole = [] if document.state is State.AUDITED else document.problems
    notes = [Note(problem.text(lang), "", ()) for problem in whole]
    notes += [
        Note(*note_texts(told, law, lang), tuple(span for span in told.spans if span is not None))
        for told in document.told
        if told.standing is not Standing.SETTLED
    ]
    return annotated(data, notes, on)


def note_texts(told: Told, law: Law, lang: str) -> tuple[str, str]:
    """Return the comment at the first place of a finding, and the short one at the others."""
    return _comment(told, law, lang), _brief(told, lang)


def _head(told: Told, lang: str) -> str:
    level = _LEVELS[lang][told.finding.severity.value]
    left, right = ("【", "】") if lang == "zh" else ("[", "] ")
    return f"{left}{level} {told.key}{right}{told.finding.message(lang)}"


def _brief(told: Told, lang: str) -> str:
    return f"{_head(told, lang)}\n{_WORDS[lang][3]}"


def _comment(told: Told, law: Law, lang: str) -> str:
    cause, recomputed, basis, _ = _WORDS[lang]
    finding = told.finding
    cited = [law.cite(one, lang) for one in finding.basis]
    lines = [_head(told, lang)]
    lines += [f"{cause}{finding.causes[lang]}"] if finding.causes else []
    lines += [f"{recomputed}{finding.recomputed}"] if finding.recomputed else []
    lines += [f"{basis}{one.text}{' ' if one.says else ''}{one.says}" for one in cited]
    return "\n".join(lines)
