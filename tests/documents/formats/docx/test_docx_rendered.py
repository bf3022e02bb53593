"""The written files as LibreOffice prints them; skipped where it is not installed."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from shanhe.documents.blocks import Paper
from shanhe.documents.formats.docx.write import docx_bytes


@pytest.fixture(scope="module")
def printed(paper: Paper, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The paper in both styles as PDF."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not on PATH")
    folder = tmp_path_factory.mktemp("printed")
    (folder / "official.docx").write_bytes(docx_bytes(paper))
    (folder / "form.docx").write_bytes(docx_bytes(replace(paper, style="form")))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=120)  # noqa: S603 - our own files
    return {path.stem: Path(path).read_bytes() for path in folder.glob("*.pdf")}


@pytest.mark.parametrize("style", ["official", "form"])
def test_it_prints_on_several_pages_of_a4(printed: dict[str, bytes], style: str) -> None:
    pdf = printed[style]
    assert pdf.startswith(b"%PDF")
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    assert len(boxes) >= 2
    width, height = (float(size) for size in boxes[0])
    assert abs(width - 595.3) < 1
    assert abs(height - 841.9) < 1
