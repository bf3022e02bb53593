"""Audit a folder of reports in one process; prints reports per second and memory as JSON."""

import json
import sys
import time
from pathlib import Path

from shanhe.app.audit_many import audit_many, documents_in

EVERY = 50
STATUS = Path("/proc/self/status")


def megabytes() -> float:
    """Return what this process holds now; 0 where the system does not say."""
    if not STATUS.exists():
        return 0.0
    (line,) = [line for line in STATUS.read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def main(folder: Path) -> dict[str, object]:
    """Return seconds, how many reports and findings, and the memory after each fifty."""
    begin = time.perf_counter()
    findings, held = 0, []
    for number, document in enumerate(audit_many(documents_in([folder])), 1):
        findings += len(document.findings)
        if number % EVERY == 0:
            held.append(round(megabytes()))
    seconds = time.perf_counter() - begin
    return {"seconds": seconds, "reports": number, "findings": findings, "megabytes": held}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
