"""Make the pictures of the README from what ``shanhe demo`` writes.

Wants LibreOffice, poppler and Chromium on the path, and Xvfb, xdotool and ImageMagick for the comments,
which LibreOffice shows in a window alone; nothing else of the project does. The page of findings is shown
with three of its findings, the last one opened; the papers are shown as they are.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHOWN = ("ACTUAL-401", "FUND-203", "TARGET-101")
FRAME = "margin:16px;background:#e8ebef;display:flex;gap:16px;align-items:flex-start"
CAPTIONS = ("年度绩效自评报告", "图 1", "图 2")


def ran(*command: str | Path) -> str:
    """Run a program and return what it prints."""
    done = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True)  # noqa: S603 - our own words
    return done.stdout


def shot(page: Path, name: str, width: int, height: int) -> None:
    """Photograph an HTML page."""
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
    size, target = f"--window-size={width},{height}", f"--screenshot={HERE / name}"
    ran("chromium", *options, size, target, page.as_uri())


def paper(folder: Path, name: str, captions: Sequence[str], dots: int) -> list[Path]:
    """Return pictures of those pages of a Word file on which the captions first stand."""
    ran("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, folder / f"{name}.docx")
    pdf = folder / f"{name}.pdf"
    pages = ran("pdftotext", "-layout", pdf, "-").split("\f")
    found = [next(n for n, text in enumerate(pages, 1) if word in text) for word in captions]
    for n in found:
        ran(
            "pdftoppm",
            "-r",
            str(dots),
            "-f",
            str(n),
            "-l",
            str(n),
            "-singlefile",
            "-png",
            pdf,
            pdf.with_name(f"{name}{n}"),
        )
    return [pdf.with_name(f"{name}{n}.png") for n in found]


def side_by_side(
    folder: Path, pictures: Sequence[Path], name: str, width: int, height: int
) -> None:
    """Put pictures of pages onto one."""
    shown = "".join(f'<img src="{p.name}" style="box-shadow:0 1px 5px #8888">' for p in pictures)
    page = folder / f"{name}.html"
    page.write_text(f'<body style="{FRAME}">{shown}</body>', encoding="utf-8")
    shot(page, name, width, height)


def findings(folder: Path) -> None:
    """Show the head of the page, and three findings of it, the last one opened."""
    text = (folder / "问题清单.html").read_text(encoding="utf-8")
    places = [
        (m[1], m.start()) for m in re.finditer(r'<li class="finding[^"]*" id="(f\d+)">', text)
    ]
    places.append(("", len(text)))
    inner = {own: text[a:b] for (own, a), (_, b) in pairwise(places)}
    kept = [next(own for own, html in inner.items() if f"· {rule}" in html) for rule in SHOWN]
    text = text.replace(inner[kept[-1]], inner[kept[-1]].replace("<details>", "<details open>"))
    others = "".join(f":not(#{own})" for own in kept)
    page = folder / "page.html"
    page.write_text(
        text.replace("</style>", f"li.finding{others}{{display:none}}</style>"), encoding="utf-8"
    )
    shot(page, "findings.png", 1060, 1040)


def audit(folder: Path) -> None:
    """Show a Word report with its findings beside it."""
    report = next((HERE.parents[1] / "examples").glob("*.docx"))
    page = folder / "audit.html"
    command = (sys.executable, "-m", "shanhe", "--lang", "zh", "check", report)
    done = subprocess.run([*command, "--format", "html", "-o", page], check=False)  # noqa: S603 - our own words
    if done.returncode > 1:
        raise SystemExit(done.returncode)
    shot(page, "audit.png", 1366, 900)


def commented(folder: Path) -> None:
    """Show the fourth page of the author's own file with its comments, those of errors."""
    report = next((HERE.parents[1] / "examples").glob("*.docx"))
    command = (sys.executable, "-m", "shanhe", "--lang", "zh", "check", report, "--format", "docx")
    subprocess.run([*command, "--min-severity", "error", "-o", folder], check=False)  # noqa: S603 - our own words
    file, display = next(folder.glob("*批注.docx")), {**os.environ, "DISPLAY": ":77"}
    screen = ("Xvfb", ":77", "-screen", "0", "1800x1300x24")
    writer = ("soffice", "--norestore", "--nologo", "--view", str(file))
    with subprocess.Popen(screen) as shown, subprocess.Popen(writer, env=display) as writing:  # noqa: S603 - our own words
        time.sleep(20)
        wheel = ("click", "--repeat", "70", "--delay", "120", "5")
        window = ("search", "--onlyvisible", "--name", file.stem)
        size = ("windowsize", "%1", "1800", "1300", "windowmove", "%1", "0", "0")
        ran("env", "DISPLAY=:77", "xdotool", *window, *size, "mousemove", "600", "600", *wheel)
        time.sleep(2)
        crop = ("-crop", "1036x1000+355+85", "+repage", "-resize", "86%", "-colors", "128")
        ran("env", "DISPLAY=:77", "import", "-window", "root", folder / "screen.png")
        ran("convert", folder / "screen.png", *crop, HERE / "audit-word.png")
        writing.terminate()
        shown.terminate()


def main() -> None:
    """Make all five pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ran(sys.executable, "-m", "shanhe", "--lang", "zh", "demo", folder, "--force")
        audit(folder)
        commented(folder)
        side_by_side(folder, paper(folder, "自评报告", CAPTIONS, 58), "report.png", 1504, 711)
        side_by_side(
            folder,
            paper(folder, "绩效自评表", ("转移支付区域", "三级指标"), 62),
            "form.png",
            1074,
            757,
        )
        findings(folder)


if __name__ == "__main__":
    main()
