"""Measure the office: many programmes, a long journal, people at an even pace.

    python tests/with_postgres.py --durable python bench/office/run.py [PROGRAMMES] [ENTRIES]

1,000 programmes and 1,000,000 entries without arguments, and before them 50 programmes with as many
entries each, to see what grows. The office runs as ``shanhe serve`` runs it; the visits come from
another process, twenty a second. In the same minutes the same web server answers the empty page of a new
project of the same framework to somebody who is logged in (see ``empty.py``), and its smallest page, so
that the ratios hold on any machine.
"""

import json
import os
import platform
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

HERE = Path(__file__).resolve().parent
RATE, SECONDS, ROUNDS, FEW = 20, 20, 3, 50
EMPTY, SMALLEST = "empty page, logged in", "smallest page"
PACKAGES = ("shanhe", "django", "granian", "psycopg")


def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: Sequence[str], at: int, environment: dict[str, str]) -> Iterator[None]:
    """Start a server, wait until it answers, and end it."""
    server = subprocess.Popen(command, env=environment, cwd=HERE, stdout=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", at)) == 0:
                    break
            time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait(20)


def visited(at: int, visits: object) -> list[tuple[str, float, int, int]]:
    command = [sys.executable, str(HERE / "visits.py"), f"127.0.0.1:{at}", str(RATE), str(SECONDS)]
    done = subprocess.run(
        command, input=json.dumps(visits), text=True, capture_output=True, check=True
    )
    return [tuple(one) for one in json.loads(done.stdout)]


def share(seconds: Sequence[float], part: float) -> float:
    """Return milliseconds below which that part of the visits lies."""
    return sorted(seconds)[min(int(len(seconds) * part), len(seconds) - 1)] * 1000


def row(*cells: object) -> None:
    print("|", " | ".join(map(str, cells)), "|", flush=True)


def fresh(name: str) -> str:
    """Make a database of its own on the server, and return its address."""
    address = os.environ["SHANHE_DATABASE_URL"]
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    parts = urlsplit(address)
    return f"postgresql://{parts.netloc}/{name}?{parts.query}"


def prepared(environment: dict[str, str], programmes: int, entries: int) -> dict:
    """Fill the office, and return what is asked of it."""
    made = [sys.executable, str(HERE / "made.py"), str(programmes), str(entries)]
    subprocess.run(made, env=environment, check=True)
    command = [sys.executable, str(HERE / "asked.py")]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def measured(asked: dict, office: int, empty: int) -> dict[str, list[tuple[float, int, int]]]:
    """Visit the office and its peers in turn; return kind → seconds, status and size of each."""
    found: dict[str, list[tuple[float, int, int]]] = {}
    nothing = [
        {"kind": EMPTY, "address": "/known", "cookie": asked["who"]},
        {"kind": SMALLEST, "address": "/", "cookie": ""},
    ]
    visited(office, asked["visits"])
    for _ in range(ROUNDS):
        for at, visits in ((office, asked["visits"]), (empty, nothing)):
            for kind, *rest in visited(at, visits):
                found.setdefault(kind, []).append(tuple(rest))
    return found


def told(found: dict[str, list[tuple[float, int, int]]], queries: dict[str, int]) -> None:
    row("page", "median ms", "p95 ms", "p99 ms", "× empty", "× smallest", "queries", "kB", "failed")
    row("---", *["---:"] * 8)
    middles = {kind: statistics.median(one[0] for one in found[kind]) for kind in found}
    for kind, visits in found.items():
        seconds = [one for one, _, _ in visits]
        middle = middles[kind]
        sizes = statistics.median(size for _, _, size in visits) / 1000
        failed = sum(status != 200 for _, status, _ in visits)
        ms = (f"{middle * 1000:.1f}", f"{share(seconds, 0.95):.1f}", f"{share(seconds, 0.99):.1f}")
        times = (f"{middle / middles[EMPTY]:.1f}", f"{middle / middles[SMALLEST]:.1f}")
        row(kind, *ms, *times, queries.get(kind, 0), f"{sizes:.0f}", failed)


def office_of(programmes: int, entries: int) -> None:
    """Fill an office, visit it, and print what was measured."""
    print(f"\n### {programmes:,} programmes, {entries:,} journal entries\n")
    print(f"Load of the machine at the begin: {os.getloadavg()[0]:.1f}.\n")
    with tempfile.TemporaryDirectory() as folder:
        url = fresh(f"office{programmes}")
        environment = {**os.environ, "SHANHE_DATA": folder, "SHANHE_DATABASE_URL": url}
        asked = prepared(environment, programmes, entries)
        office, empty = port(), port()
        serve = [sys.executable, "-m", "shanhe", "serve", "--no-example", "--port", str(office)]
        bare = ["--interface", "wsgi", "--port", str(empty), "--workers", "2", "--no-ws"]
        granian = [sys.executable, "-m", "granian", *bare, "empty:application"]
        with running(serve, office, environment), running(granian, empty, environment):
            found = measured(asked, office, empty)
    told(found, asked["queries"])
    took = asked["accepting"]
    print(f"\nAccepting a value: median {took['median']:.0f} ms, p95 {took['p95']:.0f} ms.")
    print(f"Load of the machine at the end: {os.getloadavg()[0]:.1f}.", flush=True)


def main(programmes: int = 1000, entries: int = 1_000_000) -> None:
    print("## The office: many programmes, a long journal\n")
    print(f"- {platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print("-", ", ".join(f"{name} {version(name)}" for name in PACKAGES))
    print(f"- {RATE} visits a second, {ROUNDS} rounds of {SECONDS} s each, two workers")
    for count in sorted({min(FEW, programmes), programmes}):
        office_of(count, entries // programmes * count)


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:3]))
