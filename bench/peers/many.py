"""Audit a folder of reports as ``shanhe check --jobs N`` does; prints memory on the way as JSON."""

import json
import os
import sys
from pathlib import Path

from shanhe.app.audit_tasks import AuditAsked, listed, shown

EVERY = 50
PROCESSES = Path("/proc")


def _megabytes(status: Path) -> tuple[int, float]:
    """Return the parent of a process and what it holds; nothing where it has ended meanwhile."""
    try:
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    except OSError:
        return 0, 0.0
    return int(lines["PPid"]), int(lines.get("VmRSS", "0").split()[0]) / 1024


def megabytes() -> float:
    """Return what this process and those that it started hold now; 0 where the system does not say."""
    own = os.getpid()
    held = {int(one.parent.name): _megabytes(one) for one in PROCESSES.glob("[0-9]*/status")}
    return sum(size for key, (parent, size) in held.items() if own in {key, parent})


def main(folder: Path, jobs: int) -> dict[str, object]:
    """Return how many reports there were, and the memory after each fifty."""
    asked = AuditAsked((folder,), jobs)
    held = []
    number = 0
    for number, _ in enumerate(shown(asked, listed(asked), "json", "zh", lambda: None), 1):
        if number % EVERY == 0:
            held.append(round(megabytes()))
    return {"reports": number, "megabytes": held}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
