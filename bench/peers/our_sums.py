"""Read the sums, check each with ``shanhe.measures``; prints seconds and verdicts as JSON."""

import json
import sys
import time
from decimal import Decimal
from pathlib import Path

from shanhe.measures.computed import add
from shanhe.measures.stated import judge_stated
from shanhe.values.quantity import Quantity
from shanhe.values.unit import unit


def main(path: Path) -> dict[str, object]:
    """Return seconds for reading and for checking, and which sums are inconsistent."""
    begin = time.perf_counter()
    hectares = unit("公顷")
    rows = [
        [Quantity(Decimal(text), hectares) for text in line.split(",")]
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    read = time.perf_counter()
    wrong = []
    for number, (*parts, total) in enumerate(rows):
        if not judge_stated(total, add(parts)).is_kept:
            wrong.append(number)
    done = time.perf_counter()
    return {"load": read - begin, "check": done - read, "wrong": wrong}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
