"""Measure Shanhe against others that do a part of what it does; part of ``make bench``.

The others live in an environment of their own, made here with pip: nothing of them is needed to use,
build or test Shanhe. Where one cannot be installed, its column says so and the rest is measured.
"""

import json
import shutil
import statistics
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from arelle_cases import write as write_cases  # noqa: E402 - beside this file, no package
from cases import answer, cases  # noqa: E402

OTHERS = {"arelle": "arelle-release", "python-docx": "python-docx", "docx2python": "docx2python"}
TIMES, REPORTS = 5, 200
Say = Callable[..., None]
Ran = Callable[[Sequence[str]], Any]


def environment(folder: Path) -> dict[str, tuple[str, str]]:
    """Return of each other that could be installed its Python and its version."""
    python = folder / "peers" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    venv.create(folder / "peers", with_pip=True)
    found = {}
    for name, package in OTHERS.items():
        install = [str(python), "-m", "pip", "install", "--quiet", package]
        if subprocess.run(install, capture_output=True, check=False).returncode == 0:
            code = f"import importlib.metadata as m; print(m.version({package!r}))"
            version = subprocess.run(
                [str(python), "-c", code], capture_output=True, text=True, check=True
            )
            found[name] = (str(python), version.stdout.strip())
    return found


def measure(folder: Path, report: Path, ran: Ran, say: Say, row: Say) -> None:
    """Print all comparisons; ``report`` is what is audited."""
    others = environment(folder)
    say("\n## Against others that do a part of it\n")
    for name, package in OTHERS.items():
        told = others[name][1] if name in others else "NOT INSTALLED here; its rows are left out"
        say(f"- {package} {told}")
    sums(folder, others, ran, say, row)
    semantics(folder, others, ran, say, row)
    tables(folder, others, ran, say, row)
    reports(folder, report, ran, say, row)


def script(name: str, *arguments: object) -> list[str]:
    return [str(HERE / name), *map(str, arguments)]


def median_of(command: list[str], ran: Ran) -> tuple[dict[str, Any], float]:
    """Return the medians of what a script prints, and its peak memory."""
    runs = [ran(command) for _ in range(TIMES)]
    printed = [json.loads(run.output.splitlines()[-1]) for run in runs]
    found = dict(printed[0])
    for key in ("load", "check", "seconds"):
        if key in found:
            found[key] = statistics.median(one[key] for one in printed)
    return found, max(run.megabytes for run in runs)


def sums(folder: Path, others: dict[str, tuple[str, str]], ran: Ran, say: Say, row: Say) -> None:
    """Compare the checking of 10,000 sums: the same numbers, from CSV here and from XBRL there."""
    ran([sys.executable, *script("made_sums.py", folder)])
    say("\n### 100,000 facts: 10,000 sums of nine, with intervals\n")
    ours, held = median_of([sys.executable, *script("our_sums.py", folder / "numbers.csv")], ran)
    row("", "load s", "check s", "peak MB", "inconsistent sums")
    row("---", "---:", "---:", "---:", "---:")
    row("shanhe", f"{ours['load']:.2f}", f"{ours['check']:.3f}", f"{held:.0f}", len(ours["wrong"]))
    if "arelle" not in others:
        return
    python, _ = others["arelle"]
    theirs, taken = median_of([python, *script("arelle_sums.py", folder / "numbers.xbrl")], ran)
    cells = (f"{theirs['load']:.2f}", f"{theirs['check']:.3f}", f"{taken:.0f}")
    row("Arelle, Calculations 1.1", *cells, len(theirs["wrong"]))
    ratios = (theirs[key] / ours[key] for key in ("load", "check"))
    row("ratio", *(f"{ratio:.1f}" for ratio in ratios), f"{taken / held:.1f}", "")
    same = "the same" if theirs["wrong"] == ours["wrong"] else "NOT the same"
    say(
        f"\nVerdicts of the 10,000 sums are {same}. Loading is no like with like: Arelle reads XBRL"
    )
    say("and builds its model of documents, Shanhe reads plain CSV; compare the checking alone.")


def semantics(
    folder: Path, others: dict[str, tuple[str, str]], ran: Ran, say: Say, row: Say
) -> None:
    """Compare the answers to the small sums."""
    say("\n### 60 small sums: gaps, zeros, repeats, signs, ends\n")
    known = cases()
    right = sum(answer(case) == case.answer for case in known)
    row("", "right", "of")
    row("---", "---:", "---:")
    row("shanhe, by the answers of sums.yaml", right, len(known))
    if "arelle" not in others:
        return
    python, _ = others["arelle"]
    run = ran([python, *script("arelle_sums.py", *write_cases(folder))])
    told = [json.loads(line) for line in run.output.splitlines() if line.startswith("{")]
    verdicts = ["wrong" if one["wrong"] else "none" if one["other"] else "ok" for one in told]
    expected = [case.calc11 for case in known]
    like = [
        verdict == wanted or (verdict, wanted) == ("ok", "none")  # nothing told, nothing checked
        for verdict, wanted in zip(verdicts, expected, strict=True)
    ]
    row("Arelle, by what Calculations 1.1 asks", sum(like), len(known))
    for case, fits, verdict in zip(known, like, verdicts, strict=True):
        if not fits:
            say(f"\nArelle on “{case.name}”: {verdict}, expected {case.calc11}")
    differ = [case for case in known if case.why]
    reasons = {
        why: sum(case.why == why for case in differ) for why in {case.why for case in differ}
    }
    counted = ", ".join(f"{why} {count}" for why, count in sorted(reasons.items()))
    say(
        f"\nThe two mean different things in {len(differ)} of them: {counted}. Shanhe rounds half up, so"
    )
    say(
        "that the upper end is open; a missing part leaves a sum undecided instead of counting as none;"
    )
    say("contradicting repeats are undecided.")


def tables(folder: Path, others: dict[str, tuple[str, str]], ran: Ran, say: Say, row: Say) -> None:
    """Compare the reading of merged tables, place by place."""
    ran([sys.executable, *script("made_tables.py", folder)])
    say("\n### Word tables with merged cells\n")
    row("rows", "reader", "s", "places right", "ratio to shanhe")
    row("---:", "---", "---:", "---:", "---:")
    readers = {"shanhe": sys.executable}
    readers |= {name: others[name][0] for name in ("python-docx", "docx2python") if name in others}
    for rows in (400, 2000):
        own = 0.0
        for name, python in readers.items():
            path = folder / f"table-{rows}.docx"
            found, _ = median_of([python, *script("read_tables.py", name, path)], ran)
            own = own or found["seconds"]
            right = f"{found['right']:,} of {found['places']:,}"
            row(rows, name, f"{found['seconds']:.3f}", right, f"{found['seconds'] / own:.1f}")


def reports(folder: Path, report: Path, ran: Ran, say: Say, row: Say) -> None:
    """Measure the audit of one report as a whole process, and of a folder of them."""
    say("\n### Auditing reports that somebody wrote\n")
    check = [sys.executable, "-m", "shanhe", "check", str(report)]
    ran(check)
    runs = [ran(check) for _ in range(TIMES)]
    seconds = statistics.median(run.seconds for run in runs)
    peak = max(run.megabytes for run in runs)
    many = folder / "reports"
    many.mkdir()
    for number in range(REPORTS):
        shutil.copy(report, many / f"{number:03}.docx")
    run = ran([sys.executable, *script("many.py", many)])
    found = json.loads(run.output.splitlines()[-1])
    row("", "s", "peak MB")
    row("---", "---:", "---:")
    row("`shanhe check REPORT.docx`, whole process", f"{seconds:.2f}", f"{peak:.0f}")
    each = found["reports"] / found["seconds"]
    row(
        f"{found['reports']} reports, one process",
        f"{found['seconds']:.1f}",
        f"{run.megabytes:.0f}",
    )
    held = " → ".join(map(str, found["megabytes"]))
    say(f"\n{each:.1f} reports a second on one core; memory after each fifty: {held} MB.")
