"""Audit documents that somebody wrote: bytes → figures, findings and what became of each number."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from shanhe.app.answers import settled
from shanhe.app.ledger import ledger
from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.audited import Audited, Coverage, LedgerLine, State
from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.formats.open import read_script
from shanhe.documents.paper_problem import PaperProblem
from shanhe.documents.places import Places
from shanhe.documents.programmes import programmes_of
from shanhe.documents.read_paper import read_paper
from shanhe.documents.script import Script
from shanhe.measures.own_indicators import own_indicators
from shanhe.records.answer import Answer
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Finding
from shanhe.records.problem import Problem
from shanhe.records.source import Source
from shanhe.rules.book import rulebook
from shanhe.rules.run import Crash, run

_MANY, _FEW = Fraction(1, 3), 30
"""Share of numbers not understood from which the reader is told, in texts of so many."""
_NO_ANSWERS: Mapping[str, Answer] = {}


def audit_file(
    name: str,
    data: bytes,
    catalogue: Catalogue,
    answers: Mapping[str, Answer] = _NO_ANSWERS,
    against: Dossier | None = None,
) -> Audited:
    """Return one document audited; nothing that it holds makes this raise.

    Args:
        name: of the file; its ending tells the format.
        data: its bytes.
        catalogue: definitions and limits.
        answers: what was answered to findings, by key; see ``app.answers``.
        against: the programme's own data, where the document is to be compared with it.

    Example:
        A report that says 修复 62.37 + 348.78 + 1514.01 公顷 of 1922.26 公顷 comes back with the
        finding that these are 1925.16, and with each of the four numbers counted as checked.
    """
    digest = hashlib.sha256(data).hexdigest()
    try:
        script = read_script(name, data)
    except Unreadable as refusal:
        return Audited(name, digest, problems=(refused(name, refusal),))
    except Exception as error:  # noqa: BLE001, RUF100 - one odd file must not take the others along
        return Audited(name, digest, problems=(failed(name, error),))
    try:
        return replace(audit_script(script, digest, catalogue, answers, against), name=name)
    except Exception as error:  # noqa: BLE001, RUF100 - likewise
        return Audited(name, digest, script.kind, script, problems=(failed(name, error),))


def audit_script(
    script: Script,
    digest: str,
    catalogue: Catalogue,
    answers: Mapping[str, Answer] = _NO_ANSWERS,
    against: Dossier | None = None,
) -> Audited:
    """Return the words of a document audited; ``digest`` is the sha256 of its bytes."""
    places = Places(script)
    pieces = [_judged(piece, catalogue, places, against) for piece in programmes_of(script)]
    findings = [finding for piece in pieces for finding in piece.findings]
    done = Audited(
        script.file,
        digest,
        script.kind,
        script,
        pieces[0].dossier,
        settled(findings, places, answers),
        tuple(line for piece in pieces for line in piece.ledger),
        (
            *next((piece.dated for piece in pieces if piece.dated), ()),
            *_problems(script, [crash for piece in pieces for crash in piece.crashes]),
        ),
        tuple(piece.dossier for piece in pieces[1:]),
    )
    if done.state is State.AUDITED:
        return replace(done, problems=(*done.problems, *_open(script, done.coverage)))
    nothing = PaperProblem("no_figures", Source(script.file, ""))
    return replace(done, told=(), problems=(nothing, *_problems(script, ())))


@dataclass(frozen=True, slots=True)
class _Piece:
    """What came of one programme of a document."""

    dossier: Dossier
    dated: tuple[PaperProblem, ...]
    findings: tuple[Finding, ...]
    crashes: tuple[Crash, ...]
    ledger: tuple[LedgerLine, ...]


def _judged(
    script: Script, catalogue: Catalogue, places: Places, against: Dossier | None
) -> _Piece:
    """Read and judge one programme, with the indicators that only its own tables name."""
    dossier, dated = _dated(read_paper(script, catalogue), catalogue)
    dossier = replace(dossier, against=against)
    wide = catalogue.with_own(own_indicators(dossier, catalogue))
    verdict = run(dossier, wide, rulebook())
    findings = tuple(verdict.findings)
    lines = ledger(dossier, wide, findings, places)
    return _Piece(dossier, dated, findings, tuple(verdict.crashes), lines)


def _dated(dossier: Dossier, catalogue: Catalogue) -> tuple[Dossier, tuple[PaperProblem, ...]]:
    """Return the dossier with a budget year: a paper that names none is judged by the newest law."""
    if dossier.programme.year:
        return dossier, ()
    newest = max(value.start.year for one in catalogue.parameters for value in one.values)
    programme = replace(dossier.programme, year=newest)
    where = Source(programme.source.file, "")
    problem = PaperProblem("no_year", where, {"expected": str(newest)})
    return replace(dossier, programme=programme), (problem,)


def _problems(script: Script, crashes: Sequence[Crash]) -> Iterator[PaperProblem]:
    whole = Source(script.file, "")
    for zh, en in script.notes:
        yield PaperProblem("left_out", whole, {"detail_zh": zh, "detail_en": en})
    for crash in crashes:
        words = {"rule": crash.rule, "detail": crash.error}
        yield PaperProblem("rule_failed", whole, words)


def _open(script: Script, counted: Coverage) -> Iterator[PaperProblem]:
    """Yield that many numbers are not understood: tables that lost their rows look like that."""
    lost = counted.not_understood > _MANY * counted.numbers
    if script.kind == "txt" and lost and counted.numbers >= _FEW:
        words = {"numbers": str(counted.numbers), "open": str(counted.not_understood)}
        yield PaperProblem("little_understood", Source(script.file, ""), words)


def refused(name: str, refusal: Unreadable) -> Problem:
    """Return in words why a document could not be read."""
    kind = refusal.kind if refusal.kind in Problem.kinds() else "cannot_read"
    detail = refusal.detail or refusal.kind
    return Problem(kind, Source(name, refusal.part), {"detail": detail})


def failed(name: str, error: Exception) -> PaperProblem:
    """Return in words that our own program failed over a document."""
    return PaperProblem(
        "reader_failed", Source(name, ""), {"detail": f"{type(error).__name__}: {error}"}
    )
