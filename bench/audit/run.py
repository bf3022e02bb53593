"""Measure the audit: ``make bench-audit``. Errors are planted, then looked for.

A finding is keyed by rule, places and words; what the unchanged document already has is not counted.
An error is *found* when a new finding of one of the rules meant for it appears, *seen* when any new
finding has an operand where the text was changed. A new finding that is neither is a false one.
"""

import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from harmless import harmless_edits
from held_edits import held_edits
from held_more import HELD as HELD_OUT
from mutants import Mutant, mutants
from programmes import PROGRAMMES, made
from unseen import UNSEEN
from unseen_errors import UNSEEN_ERRORS
from written import WRITTEN

from shanhe.app.audit import audit_file
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.audited import Audited
from shanhe.documents.script import Script, ScriptTable
from shanhe.rules.book import fingerprint

HERE = Path(__file__).resolve().parent
CATALOGUE = load_catalogue()
HELD = {"FORM-713", "FORM-714", "STRUCT-812", "STRUCT-811"}
"""True of the clean sources: subprojects are told as a number, no document of the targets is named,
the outline has an aspect more than the form, and one blank form keeps its dots (……)."""
Key = tuple[str, tuple[str, ...], str]


@dataclass
class Result:
    """What came of auditing one document."""

    kind: str
    source: str
    note: str
    rules: tuple[str, ...]
    found: list[Key] = field(default_factory=list)
    numbers: int = 0
    changed: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)


def sources(*, unseen: bool) -> dict[str, bytes]:
    """Return the documents that everything is made of, by name."""
    if unseen:
        held = {one.written.key: one.written.data() for one in HELD_OUT}
        return held | {one.key: one.data() for one in UNSEEN}
    found = {p.key: made(p, CATALOGUE) for p in PROGRAMMES}
    found |= {one.key: one.data() for one in WRITTEN}
    cases = os.environ.get("SHANHE_CASES", "")
    real = Path(cases) / "report.docx"
    if cases and real.exists():
        found["baotou"] = real.read_bytes()
    return found


def spot(table: int, row: int, paragraph: int) -> str:
    return f"t{table}r{row}" if table else f"p{paragraph}"


def keys(audited: Audited) -> list[Key]:
    """Return the findings as keys."""
    made = []
    for finding in audited.findings:
        places = sorted(
            {spot(o.where.table, o.where.row, o.where.paragraph) for o in finding.operands}
        )
        made.append((finding.rule, tuple(places), finding.message("zh")))
    return made


def texts(script: Script | None) -> dict[str, str]:
    """Return the text by place, down to the row of a table."""
    found: dict[str, str] = {}
    for item in script.items if script else ():
        if isinstance(item, ScriptTable):
            for cell in item.cells:
                at = spot(cell.spot.table, cell.spot.row, 0)
                found[at] = found.get(at, "") + "|" + cell.text
        else:
            found[spot(0, 0, item.spot.paragraph)] = item.text
    return found


def judge(one: Mutant) -> Result:
    """Audit one document."""
    audited = audit_file("r.docx", one.data, CATALOGUE)
    result = Result(one.kind, one.source, one.note, one.rules, keys(audited))
    result.numbers = audited.coverage.numbers
    result.problems = [problem.text("zh") for problem in audited.problems]
    before = BASE_TEXTS.get(one.source, {})
    after = texts(audited.script)
    result.changed = {at for at in before.keys() | after.keys() if before.get(at) != after.get(at)}
    return result


BASE_TEXTS: dict[str, dict[str, str]] = {}


def _ready(base: dict[str, dict[str, str]]) -> None:
    BASE_TEXTS.update(base)


def fresh(result: Result, base: Result) -> list[Key]:
    """Return the new findings."""
    if result.rules:
        known = set(base.found)
        return [key for key in result.found if key not in known]
    left = Counter(rule for rule, _, _ in result.found) - Counter(rule for rule, _, _ in base.found)
    return [key for key in result.found if key[0] in left]


@dataclass
class Row:
    """Figures of one kind."""

    count: int = 0
    found: int = 0
    seen: int = 0
    exact: int = 0
    new: int = 0
    true: int = 0


def measure(results: list[Result], bases: dict[str, Result]) -> tuple[dict[str, Row], list[str]]:
    """Return figures by kind, and the misses in words."""
    rows: dict[str, Row] = defaultdict(Row)
    misses = []
    for one in results:
        if not one.rules:
            continue
        row, new = rows[one.kind], fresh(one, bases[one.source])
        right = [key for key in new if key[0] in one.rules]
        near = [key for key in new if set(key[1]) & one.changed]
        row.count += 1
        row.found += bool(right)
        row.seen += bool(right or near)
        row.exact += any(set(key[1]) & one.changed for key in right)
        row.new += len(new)
        row.true += sum(key in right or key in near for key in new)
        if not right:
            other = "、".join(sorted({key[0] for key in new})) or "—"
            misses.append(
                f"| {one.source} | {one.kind} | {one.note} | {other} |".replace("\n", " ")
            )
    return rows, misses


def alarms(
    results: list[Result], bases: dict[str, Result]
) -> tuple[list[tuple[str, str, Key]], int]:
    """Return source, edit and finding of each false alarm, and how many numbers were read."""
    found: list[tuple[str, str, Key]] = []
    numbers = 0
    for name, base in bases.items():
        if name != "baotou":
            numbers += base.numbers
            found += [(name, "clean", key) for key in base.found if key[0] not in HELD]
    for one in results:
        if not one.rules:
            numbers += one.numbers
            found += [
                (one.source, f"{one.kind}: {one.note}", key)
                for key in fresh(one, bases[one.source])
            ]
    return found, numbers


def report(results: list[Result], bases: dict[str, Result], seconds: float) -> str:
    """Return all figures as Markdown."""
    rows, misses = measure(results, bases)
    false, numbers = alarms(results, bases)
    clean = [one for one in false if one[1] == "clean"]
    total = Row()
    lines = ["# Audit, measured", ""]
    lines += [
        f"- shanhe {version('shanhe')}, rules {fingerprint()}, catalogue {CATALOGUE.fingerprint}",
        (
            f"- {len(bases)} documents, {sum(bool(r.rules) for r in results)} planted errors, "
            f"{sum(not r.rules for r in results)} harmless edits, {seconds:.0f} s on {os.cpu_count()} cores"
        ),
        (
            f"- false alarms: {len(clean)} on clean documents, {len(false) - len(clean)} after harmless "
            f"edits; {1000 * len(false) / max(numbers, 1):.2f} for 1,000 of {numbers} numbers read"
        ),
        "",
        "| kind | planted | found | recall | seen | at the place | new findings | precision |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for kind, row in [*sorted(rows.items()), ("**all**", total)]:
        if row is not total:
            for name in vars(row):
                setattr(total, name, getattr(total, name) + getattr(row, name))
        lines.append(
            f"| {kind} | {row.count} | {row.found} | {row.found / max(row.count, 1):.3f} | {row.seen} "
            f"| {row.exact} | {row.new} | {row.true / max(row.new, 1):.3f} |"
        )
    lines += [
        "",
        "## Not found",
        "",
        "| document | kind | edit | instead |",
        "| --- | --- | --- | --- |",
    ]
    lines += misses
    lines += [
        "",
        "## False alarms",
        "",
        "| document | edit | rule | words |",
        "| --- | --- | --- | --- |",
    ]
    lines += [
        f"| {s} | {e} | {key[0]} | {key[2][:110]} |".replace("\n", " ") for s, e, key in false
    ]
    return "\n".join(lines) + "\n"


def main(argv: list[str]) -> int:
    """Measure and write RESULTS.md; words after the command name the documents to take.

    With ``--unseen`` the reports in ``unseen`` are taken, and UNSEEN.md is written.
    """
    begin = time.perf_counter()
    unseen, names = "--unseen" in argv, [word for word in argv if word != "--unseen"]
    held = sources(unseen=unseen)
    taken = {name: data for name, data in held.items() if not names or name in names}
    bases, base_texts = {}, {}
    for name, data in taken.items():
        audited = audit_file("r.docx", data, CATALOGUE)
        bases[name] = judge(Mutant("clean", name, "", (), data))
        base_texts[name] = texts(audited.script)

    def made_all() -> Iterator[Mutant]:
        for name, data in taken.items():
            if not name.startswith("held-"):
                yield from mutants(name, data, UNSEEN_ERRORS.get(name))
            yield from harmless_edits(name, data)
        yield from held_edits(taken)

    with ProcessPoolExecutor(os.cpu_count(), initializer=_ready, initargs=(base_texts,)) as pool:
        results = list(pool.map(judge, made_all(), chunksize=8))
    text = report(results, bases, time.perf_counter() - begin)
    print(text)
    if not names:
        target = HERE / ("UNSEEN.md" if unseen else "RESULTS.md")
        target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
