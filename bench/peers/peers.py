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
READERS = {
    "shanhe": "",
    "python-docx, row.cells": "python-docx",
    "python-docx, table._cells": "python-docx",
    "python-docx, table.cell()": "python-docx",
    "docx2python": "docx2python",
}
"""Reader to the package that it needs."""
TIMES, REPORTS = 5, 200
LEAST_RATIO = 20
"""How many times as fast as Arelle the check of sums is to be, at least."""
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


def in_turns(commands: dict[str, list[str]], ran: Ran) -> dict[str, tuple[dict[str, Any], float]]:
    """Return by name the medians of what a script prints and its peak memory.

    All are run in turn, so that a noisy minute hits all alike.
    """
    runs: dict[str, list[Any]] = {name: [] for name in commands}
    for _ in range(TIMES):
        for name, command in commands.items():
            runs[name].append(ran(command))
    return {name: _medians(of_one) for name, of_one in runs.items()}


def _medians(runs: list[Any]) -> tuple[dict[str, Any], float]:
    printed = [json.loads(run.output.splitlines()[-1]) for run in runs]
    found = dict(printed[0])
    for key in {"load", "check", "seconds"} & found.keys():
        found[key] = statistics.median(one[key] for one in printed)
    return found, max(run.megabytes for run in runs)


def sums(folder: Path, others: dict[str, tuple[str, str]], ran: Ran, say: Say, row: Say) -> None:
    """Compare the checking of 10,000 sums: the same numbers, from CSV here and from XBRL there."""
    ran([sys.executable, *script("made_sums.py", folder)])
    say("\n### 100,000 facts: 10,000 sums of nine, with intervals\n")
    commands = {"shanhe": [sys.executable, *script("our_sums.py", folder / "numbers.csv")]}
    if "arelle" in others:
        xbrl = script("arelle_sums.py", folder / "numbers.xbrl")
        commands["Arelle, Calculations 1.1"] = [others["arelle"][0], *xbrl]
    found = in_turns(commands, ran)
    row("", "load s", "check s", "peak MB", "inconsistent sums")
    row("---", "---:", "---:", "---:", "---:")
    for name, (one, held) in found.items():
        seconds = (f"{one['load']:.2f}", f"{one['check']:.3f}")
        row(name, *seconds, f"{held:.0f}", len(one["wrong"]))
    if len(found) == 2:
        _compared(*found.values(), say, row)


def _compared(
    ours: tuple[dict[str, Any], float], theirs: tuple[dict[str, Any], float], say: Say, row: Say
) -> None:
    """Say how many times the other takes, and whether the checking alone reaches its aim."""
    ratios = {key: theirs[0][key] / ours[0][key] for key in ("load", "check")}
    row("ratio", *(f"{ratio:.1f}" for ratio in ratios.values()), f"{theirs[1] / ours[1]:.1f}", "")
    same = "the same" if theirs[0]["wrong"] == ours[0]["wrong"] else "NOT the same"
    kept = "yes" if ratios["check"] >= LEAST_RATIO else "NO"
    say(
        f"\nVerdicts of the 10,000 sums are {same}. Checking alone is {ratios['check']:.1f} times as fast"
    )
    say(
        f"(at least {LEAST_RATIO}: {kept}). Loading is no like with like: Arelle reads XBRL and builds its"
    )
    say("model of documents, Shanhe reads plain CSV; compare the checking alone.")


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
    row("rows", "reader", "s", "places right", "times shanhe's")
    row("---:", "---", "---:", "---:", "---")
    for rows in (400, 2000):
        path = folder / f"table-{rows}.docx"
        commands = {
            name: [others[package][0] if package else sys.executable, *read_table(name, path)]
            for name, package in READERS.items()
            if not package or package in others
        }
        found = in_turns(commands, ran)
        own = found["shanhe"][0]["seconds"]
        for name, (one, _) in found.items():
            ratio = one["seconds"] / own
            compared = f"{ratio:.1f}{' (we are SLOWER)' if ratio < 1 else ''}"
            if one["asked"] < one["places"]:
                compared = f"only {one['asked']} places were asked for; {compared} even so"
            right = f"{one['right']:,} of {one['asked']:,}"
            row(rows, name, f"{one['seconds']:.3f}", right, compared)


def read_table(name: str, path: Path) -> list[str]:
    return script("read_tables.py", name, path)


def reports(folder: Path, report: Path, ran: Ran, say: Say, row: Say) -> None:
    """Measure the audit of one report as a whole process, and of a folder of them."""
    say(f"\n### Auditing reports that somebody wrote: {report.name}\n")
    check = [sys.executable, "-m", "shanhe", "check", str(report)]
    ran(check)
    runs = [ran(check) for _ in range(TIMES)]
    many = folder / "reports"
    many.mkdir()
    for number in range(REPORTS):
        shutil.copy(report, many / f"{number:03}.docx")
    row("", "s", "processor s", "reports/s", "peak MB", "MB after 50, 100, 150, 200")
    row("---", "---:", "---:", "---:", "---:", "---")
    seconds, used = (
        statistics.median(getattr(run, key) for run in runs) for key in ("seconds", "processor")
    )
    peak = max(run.megabytes for run in runs)
    row(
        "`shanhe check REPORT`, whole process",
        f"{seconds:.2f}",
        f"{used:.2f}",
        "",
        f"{peak:.0f}",
        "",
    )
    for jobs in (1, 2):
        run = ran([sys.executable, *script("many.py", many, jobs)])
        found = json.loads(run.output.splitlines()[-1])
        held = " → ".join(map(str, found["megabytes"]))
        each = found["reports"] / run.seconds
        name = f"folder of {found['reports']}, `--jobs {jobs}`, whole process"
        row(
            name,
            f"{run.seconds:.1f}",
            f"{run.processor:.1f}",
            f"{each:.1f}",
            f"{run.megabytes:.0f}",
            held,
        )
    say(
        "\nMemory is that of all processes of the audit together; the peak is of the largest of them."
    )
