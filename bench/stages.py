"""One evaluation in this process, each stage timed; prints the seconds as JSON.

It does what ``shanhe evaluate`` does, in the same order and with the same functions. Drawing
happens inside the writing of papers, so the two functions that draw are wrapped and their time is
taken out of the papers' time. Imports that a stage makes late count for the stage; the rules'
modules and openpyxl are counted as imports.
"""

# ruff: noqa: E402 - the clock starts before our own imports

import sys
import time

BEGIN = time.perf_counter()

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import shanhe.cli.main  # noqa: F401 - as the command itself does
from shanhe.app import deliver, tasks
from shanhe.app.evaluate import evaluate
from shanhe.app.programme import open_programme
from shanhe.rules.book import rulebook


def timed(work: Callable[..., Any], spent: list[float]) -> Callable[..., Any]:
    """Return ``work`` that adds the seconds of each call to ``spent``."""

    def call(*given: Any, **more: Any) -> Any:
        begin = time.perf_counter()
        try:
            return work(*given, **more)
        finally:
            spent.append(time.perf_counter() - begin)

    return call


def main(programme: Path, folder: Path) -> dict[str, float]:
    """Return seconds by stage."""
    marks = {"imports": time.perf_counter() - BEGIN}
    last = time.perf_counter()

    def mark(stage: str) -> None:
        nonlocal last
        now = time.perf_counter()
        marks[stage] = marks.get(stage, 0) + now - last
        last = now

    rulebook()
    import openpyxl  # noqa: F401, PLC0415 - the form's writer needs it whatever was read

    mark("imports")
    catalogue = tasks.load_catalogue()
    opened = open_programme(programme, catalogue)
    assert opened.dossier is not None, opened.problems[:3]
    mark("reading")
    evaluation = evaluate(opened.dossier, catalogue, opened.digest)
    mark("rules and numbers")
    drawing: list[float] = []
    for name in ("pictures", "png"):
        vars(deliver)[name] = timed(vars(deliver)[name], drawing)
    papers = deliver.papers(evaluation, catalogue, "zh")
    mark("papers")
    deliver.put(papers, folder, force=True)
    mark("disk")
    marks["pictures"] = sum(drawing)
    marks["papers"] -= marks["pictures"]
    return marks


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]))))
