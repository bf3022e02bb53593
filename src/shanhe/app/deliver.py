"""Hand out the papers of an evaluation: made, read back, and only then put in place together."""

import errno
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from shanhe.app.as_json import evaluation_json, findings_json
from shanhe.app.pictures import pictures
from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.blocks import Paper
from shanhe.documents.charts.render import png
from shanhe.records.evaluation import Evaluation

REPORT, FORM_DOCX, FORM_XLSX = "自评报告.docx", "绩效自评表.docx", "绩效自评表.xlsx"
PAGE, FINDINGS, EVALUATION = "问题清单.html", "问题清单.json", "evaluation.json"
NAMES = (REPORT, FORM_DOCX, FORM_XLSX, PAGE, FINDINGS, EVALUATION)


class Unfaithful(Exception):  # noqa: N818 - what it says of a paper
    """A paper that was written does not say what was computed; nothing is handed out."""

    def __init__(self, paper: str, differences: list[str]) -> None:
        super().__init__(f"{paper}: {'; '.join(differences[:5])}")
        self.paper, self.differences = paper, differences


class WouldOverwrite(Exception):  # noqa: N818 - a refusal, named for what it says
    """Files are already there, and nobody said that they may be replaced."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__(", ".join(map(str, paths)))
        self.paths = paths


def papers(evaluation: Evaluation, catalogue: Catalogue, lang: str) -> dict[str, bytes]:
    """Return file name → content of everything that ``shanhe evaluate`` leaves.

    The report and the form are always Chinese; ``lang`` is for the page of findings.

    Raises:
        Unfaithful: a paper read back differs from the evaluation.
    """
    drawn = pictures(evaluation)
    return delivered(written(evaluation, drawn), drawn, evaluation, catalogue, lang)


def delivered(
    papers_of: "Written",
    drawn: Mapping[str, tuple[str, str]],
    evaluation: Evaluation,
    catalogue: Catalogue,
    lang: str,
) -> dict[str, bytes]:
    """Return what ``papers`` returns, of report and form that are written already.

    Raises:
        Unfaithful: a paper read back differs from the evaluation.
    """
    return {
        **official(papers_of, evaluation),
        PAGE: findings_page(evaluation, catalogue, drawn, lang),
        FINDINGS: findings_json(evaluation, catalogue.law).encode(),
        EVALUATION: evaluation_json(evaluation, catalogue.law).encode(),
    }


@dataclass(frozen=True, slots=True)
class Written:
    """The report and the form before any file format."""

    report: Paper
    form: Paper


def written(evaluation: Evaluation, drawn: Mapping[str, tuple[str, str]]) -> Written:
    """Return report and form; ``drawn`` holds the pictures (name → SVG and words)."""
    from shanhe.documents.forms.self_evaluation_form.write import form  # noqa: PLC0415 - only where papers are written
    from shanhe.documents.forms.self_evaluation_report.context import Drawn  # noqa: PLC0415 - likewise
    from shanhe.documents.forms.self_evaluation_report.write import report  # noqa: PLC0415 - likewise

    printed = {name: Drawn(png(svg), alt) for name, (svg, alt) in drawn.items()}
    return Written(report(evaluation, printed), form(evaluation))


def official(papers_of: Written, evaluation: Evaluation) -> dict[str, bytes]:
    """Return report and form as files, each read back and held against the evaluation.

    Raises:
        Unfaithful: a paper read back differs from the evaluation.
    """
    from shanhe.documents.formats.docx.write import docx_bytes  # noqa: PLC0415 - only where papers are written
    from shanhe.documents.formats.xlsx.paper import xlsx_bytes  # noqa: PLC0415 - likewise

    made = {
        REPORT: docx_bytes(papers_of.report),
        FORM_DOCX: docx_bytes(papers_of.form),
        FORM_XLSX: xlsx_bytes(papers_of.form),
    }
    for name in (REPORT, FORM_DOCX):
        _read_back(name, made[name], evaluation)
    return made


def findings_page(
    evaluation: Evaluation, catalogue: Catalogue, drawn: Mapping[str, tuple[str, str]], lang: str
) -> bytes:
    """Return the page of findings, with its pictures (name → SVG and words)."""
    from shanhe.documents.forms.findings_page.write import page  # noqa: PLC0415 - jinja2 only where it is used

    return page(evaluation, catalogue.law, drawn, lang).encode()


def _read_back(name: str, data: bytes, evaluation: Evaluation) -> None:
    from shanhe.documents.formats.docx.read import read_figures  # noqa: PLC0415 - only where papers are written

    written = read_figures(data)
    differences = [
        f"{id_} = {text!r} ≠ {evaluation.figures.get(id_)!r}"
        for id_, text in written
        if evaluation.figures.get(id_) != text
    ]
    needed = {f"actual.{evaluation.dossier.year.key}.{r.indicator}" for r in evaluation.indicators}
    missing = {id_ for id_ in needed if id_ in evaluation.figures} - {id_ for id_, _ in written}
    differences += [f"{id_} is not printed" for id_ in sorted(missing)]
    if differences:
        raise Unfaithful(name, differences)


def free_paths(names: Iterable[str], folder: Path, *, force: bool) -> list[Path]:
    """Return the paths of files in ``folder``.

    Raises:
        WouldOverwrite: a file is there and ``force`` is not set.
    """
    paths = [folder / name for name in names]
    there = [path for path in paths if path.exists() or path.is_symlink()]
    if there and not force:
        raise WouldOverwrite(there)
    return paths


def put(files: Mapping[str, bytes], folder: Path, *, force: bool) -> list[Path]:
    """Write all files into ``folder``, or none.

    Args:
        files: name → content; a name may have folders in it, such as ``东河区/自评报告.json``.
        folder: made if it is not there, as are those of the names.
        force: files of the same name may be replaced.

    Raises:
        WouldOverwrite: a file is there and ``force`` is not set.
        OSError: the disk refuses.
    """
    paths = free_paths(files, folder, force=force)
    made = _not_there(paths)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".shanhe-") as waiting:
            _put_in_place(files, folder, Path(waiting))
    except BaseException:
        for each in made:
            with suppress(OSError):
                each.rmdir()
        raise
    return paths


def _not_there(paths: Iterable[Path]) -> list[Path]:
    """Return the folders above some files that are not there yet, the deepest first."""
    above = {each for path in paths for each in path.parents}
    missing = (each for each in above if not each.exists())
    return sorted(missing, key=lambda each: len(each.parts), reverse=True)


def _put_in_place(files: Mapping[str, bytes], folder: Path, waiting: Path) -> None:
    """Write all files where nobody sees them, then move them; undo all if one move fails."""
    new, old = waiting / "new", waiting / "old"
    for name, content in files.items():
        for each in (new, old):
            (each / name).parent.mkdir(parents=True, exist_ok=True)
        (new / name).write_bytes(content)
    try:
        for name in files:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            if path.exists() or path.is_symlink():
                path.replace(old / name)
            (new / name).replace(path)
    except BaseException:
        _undo(files, folder, waiting)
        raise


def _undo(names: Iterable[str], folder: Path, waiting: Path) -> None:
    for name in names:
        if not (waiting / "new" / name).exists():
            (folder / name).unlink(missing_ok=True)
        before = waiting / "old" / name
        if before.exists() or before.is_symlink():
            before.replace(folder / name)
