"""Hand out the papers of an evaluation: made, read back, and only then put in place together."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from shanhe.app.as_json import evaluation_json, findings_json
from shanhe.app.pictures import pictures
from shanhe.catalogue.catalogue import Catalogue
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
    from shanhe.documents.formats.docx.write import docx_bytes  # noqa: PLC0415 - only where papers are written
    from shanhe.documents.formats.xlsx.paper import xlsx_bytes  # noqa: PLC0415 - likewise
    from shanhe.documents.forms.self_evaluation_form.write import form  # noqa: PLC0415 - likewise
    from shanhe.documents.forms.self_evaluation_report.context import Drawn  # noqa: PLC0415 - likewise
    from shanhe.documents.forms.self_evaluation_report.write import report  # noqa: PLC0415 - likewise

    drawn = pictures(evaluation)
    printed = {name: Drawn(png(svg), alt) for name, (svg, alt) in drawn.items()}
    blank_form = form(evaluation)
    made = {
        REPORT: docx_bytes(report(evaluation, printed)),
        FORM_DOCX: docx_bytes(blank_form),
        FORM_XLSX: xlsx_bytes(blank_form),
        PAGE: findings_page(evaluation, catalogue, drawn, lang),
        FINDINGS: findings_json(evaluation, catalogue.law).encode(),
        EVALUATION: evaluation_json(evaluation, catalogue.law).encode(),
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


def put(files: Mapping[str, bytes], folder: Path, *, force: bool) -> list[Path]:
    """Write all files into ``folder``, or none.

    Args:
        files: name → content.
        folder: made if it is not there.
        force: files of the same name may be replaced.

    Raises:
        WouldOverwrite: a file is there and ``force`` is not set.
        OSError: the disk refuses.
    """
    paths = [folder / name for name in files]
    there = [path for path in paths if path.exists()]
    if there and not force:
        raise WouldOverwrite(there)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".shanhe-") as waiting:
        for name, content in files.items():
            staged = Path(waiting) / name
            staged.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(content)
        for name, path in zip(files, paths, strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(Path(waiting) / name, path)
    return paths
