"""Measure Shanhe on this machine: ``make bench``. Nothing here decides a test.

Each figure is the median of whole processes, run one after the other, in turn with those that it
is compared with, so that a noisy minute hits all alike. This process itself imports little, since
Linux counts a parent's memory at the time of the fork among the child's.
"""

import hashlib
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

TIMES, TIMES_LARGE = 7, 3
MOST_SECONDS, MOST_MEGABYTES = 5.0, 300.0
PACKAGES = ("shanhe", "openpyxl", "lxml", "quickjs-ng", "resvg-py", "jinja2", "click")
STAGES = ("imports", "reading", "rules and numbers", "pictures", "papers", "disk")
HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent / "examples" / "baotou-2025"
REPORT = EXAMPLE.parent / "包头市2025年度自评报告（示例）.docx"
ENVIRONMENT = {**os.environ, "PYTHONUTF8": "1"}
ENVIRONMENT.pop(
    "PYTHONDONTWRITEBYTECODE", None
)  # else each process compiles all of our sources anew


@dataclass(frozen=True)
class Ran:
    """One whole process: wall and processor seconds, peak memory in MB."""

    seconds: float
    processor: float
    megabytes: float
    output: str


def ran(command: Sequence[str]) -> Ran:
    """Run one process to its end; exit code 1 only says that there are findings."""
    with tempfile.TemporaryFile() as out:
        begin = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=ENVIRONMENT)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        output = out.read().decode()
    if child.returncode not in {0, 1} or "Traceback" in output:
        raise RuntimeError(f"{' '.join(command)}\n{output}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Ran(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, output)


def rounds(commands: dict[str, list[str]], times: int) -> dict[str, list[Ran]]:
    """Run all commands once unmeasured, then in turn ``times`` times."""
    for command in commands.values():
        ran(command)
    found: dict[str, list[Ran]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            found[name].append(ran(command))
    return found


def median(runs: Sequence[Ran]) -> float:
    return statistics.median(run.seconds for run in runs)


def say(*words: object) -> None:
    print(*words, flush=True)


def row(*cells: object) -> None:
    say("|", " | ".join(map(str, cells)), "|")


def machine() -> None:
    """Say what was measured, and on what."""
    say("# Measured\n")
    say(f"- {platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    say("-", ", ".join(f"{name} {version(name)}" for name in PACKAGES))
    say(f"- median of {TIMES} (large: {TIMES_LARGE}) whole processes, after one unmeasured each\n")


def bytes_read(path: Path) -> float:
    """Return the least of 20 times for reading and hashing every byte of a programme."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    taken = []
    for _ in range(20):
        begin = time.perf_counter()
        for file in files:
            hashlib.sha256(file.read_bytes()).digest()
        taken.append(time.perf_counter() - begin)
    return min(taken)


def shown(command: Sequence[str], folder: Path) -> str:
    """Return a command as one would type it in the project's folder."""
    words = ["python" if word == sys.executable else word for word in command]
    text = " ".join(f'"{word}"' if " " in word else word for word in words)
    return text.replace(f"{folder}/", "").replace(f"{HERE.parent}/", "")


def example(folder: Path, book: Path) -> None:
    """Measure the example: whole processes, what they are compared with, and the stages."""
    python, out = sys.executable, str(folder / "out")
    evaluate = [python, "-m", "shanhe", "evaluate"]
    load = f"import openpyxl; openpyxl.load_workbook({str(book)!r})"
    commands = {
        "shanhe evaluate, CSV folder": [*evaluate, str(EXAMPLE), "-o", out, "--force"],
        "shanhe evaluate, xlsx": [*evaluate, str(book), "-o", out, "--force"],
        "shanhe check, CSV folder": [python, "-m", "shanhe", "check", str(EXAMPLE)],
        "shanhe --help": [python, "-m", "shanhe", "--help"],
        "python -c pass": [python, "-c", "pass"],
        "import openpyxl": [python, "-c", "import openpyxl"],
        "openpyxl loads the xlsx": [python, "-c", load],
    }
    found = rounds(commands, TIMES)
    whole = median(found["shanhe evaluate, CSV folder"])
    say("## The example: real programme, one year\n")
    for name, command in commands.items():
        say(f"- {name}: `{shown(command, folder)}`")
    say()
    row("whole process", "median s", "from–to s", "peak MB", "evaluate (CSV) is … times it")
    row("---", "---:", "---:", "---:", "---:")
    for name, runs in found.items():
        span = f"{min(r.seconds for r in runs):.2f}–{max(r.seconds for r in runs):.2f}"
        peak = max(r.megabytes for r in runs)
        row(name, f"{median(runs):.3f}", span, f"{peak:.0f}", f"{whole / median(runs):.1f}")
    least = bytes_read(EXAMPLE)
    row(
        "limit: read and hash the bytes, no process", f"{least:.5f}", "", "", f"{whole / least:.0f}"
    )
    shares(folder, whole, median(found["python -c pass"]))


def shares(folder: Path, whole: float, start: float) -> None:
    """Say which stage of ``shanhe evaluate`` takes how much of the whole."""
    command = [sys.executable, str(HERE / "stages.py"), str(EXAMPLE), str(folder / "stages")]
    taken = [json.loads(ran(command).output) for _ in range(TIMES)]
    parts = {"interpreter start and end": start}
    parts |= {stage: statistics.median(one[stage] for one in taken) for stage in STAGES}
    parts["command line, end of process"] = whole - sum(parts.values())
    say("\n### Where the time of `shanhe evaluate` goes\n")
    row("stage", "s", "share")
    row("---", "---:", "---:")
    for stage, seconds in parts.items():
        row(stage, f"{seconds:.3f}", f"{seconds / whole:.0%}")


def big(folder: Path, rows: int) -> None:
    """Measure the large programme, as CSV and as xlsx."""
    source, book = folder / "large", folder / "large.xlsx"
    say(
        "\n## A large programme: 400 mines, 40 indicators, 10 counties, 60 months;",
        f"{rows:,} rows\n",
    )
    limits = f"< {MOST_SECONDS:.0f} s and < {MOST_MEGABYTES:.0f} MB"
    row("shanhe evaluate", "median s", "processor s", "peak MB", limits)
    row("---", "---:", "---:", "---:", "---")
    command = [sys.executable, "-m", "shanhe", "evaluate", "-o", str(folder / "out"), "--force"]
    found = rounds({"CSV": [*command, str(source)], "xlsx": [*command, str(book)]}, TIMES_LARGE)
    for name, runs in found.items():
        peak = max(run.megabytes for run in runs)
        kept = median(runs) < MOST_SECONDS and peak < MOST_MEGABYTES
        used = statistics.median(run.processor for run in runs)
        row(name, f"{median(runs):.2f}", f"{used:.2f}", f"{peak:.0f}", "yes" if kept else "NO")
    for name, path in (("CSV", source), ("xlsx", book)):
        say(f"\n{name}:", ", ".join(stages_of(path, folder)))


def stages_of(source: Path, folder: Path) -> Iterator[str]:
    command = [sys.executable, str(HERE / "stages.py"), str(source), str(folder / "stages")]
    taken = json.loads(ran(command).output)
    return (f"{stage} {taken[stage]:.2f} s" for stage in STAGES)


def main() -> None:
    machine()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "--peers" in sys.argv:
            against_others(folder)
            return
        rows = int(ran([sys.executable, str(HERE / "large.py"), name]).output)
        example(folder, folder / "example.xlsx")
        big(folder, rows)
        against_others(folder)


def against_others(folder: Path) -> None:
    """Measure what others do as well; the published report where ``SHANHE_CASES`` has it."""
    sys.path.insert(0, str(HERE / "peers"))
    from peers import measure  # noqa: PLC0415 - it imports more, which would count as memory above

    cases = os.environ.get("SHANHE_CASES")
    measure(folder, Path(cases) / "report.docx" if cases else REPORT, ran, say, row)


if __name__ == "__main__":
    main()
