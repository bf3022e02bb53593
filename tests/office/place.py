"""An office of its own for programs that run beside the tests, on the database the tests run on."""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

SOURCE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Place:
    """A folder of data and, where the tests run on a server, a fresh database there."""

    data: Path
    address: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to find it."""
        paths = os.pathsep.join(str(SOURCE / part) for part in ("src", "tests", "."))
        own = {"SHANHE_DATA": str(self.data), "PYTHONPATH": paths}
        others = {"DJANGO_SETTINGS_MODULE", "SHANHE_DATABASE_URL"}
        kept = {key: text for key, text in os.environ.items() if key not in others}
        return kept | own | ({"SHANHE_DATABASE_URL": self.address} if self.address else {})

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start a Python program there."""
        return subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, *arguments],
            env=self.environment,
            cwd=SOURCE,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(self, *arguments: str, within: float = 120) -> "subprocess.CompletedProcess[str]":
        """Run a Python program there to its end."""
        return subprocess.run(  # noqa: S603 - our own program
            [sys.executable, *arguments],
            env=self.environment,
            cwd=SOURCE,
            text=True,
            capture_output=True,
            check=False,
            timeout=within,
        )

    def shanhe(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run the command line there, in Chinese."""
        return self.run("-m", "shanhe", *arguments, "--lang", "zh")


def fresh(folder: Path, *, has_tables: bool = True) -> Place:
    """Return a new place; on a server it makes a database for it.

    Its tables are copied from an empty office, since taking every step to them takes longer than most tests.
    """
    address = os.environ.get("SHANHE_DATABASE_URL", "")
    if not address:
        if has_tables:
            folder.mkdir(parents=True)
            shutil.copyfile(_tables().data / _FILE, folder / _FILE)
        return Place(folder)
    return Place(folder, _made(address, _tables().address if has_tables else ""))


@cache
def _tables() -> Place:
    """Return an office with empty tables, made once a process."""
    address = os.environ.get("SHANHE_DATABASE_URL", "")
    folder = tempfile.TemporaryDirectory(prefix="shanhe-tables-")
    _KEPT.append(folder)
    place = Place(Path(folder.name), _made(address) if address else "")
    place.run("-c", "from shanhe.store.connect import connect, migrate; connect(); migrate()")
    return place


_KEPT: list["tempfile.TemporaryDirectory[str]"] = []
_FILE = "shanhe.sqlite3"


def _made(address: str, template: str = "") -> str:
    """Make a database on the server, like another one if that is named, and return its address."""
    name = f"shanhe_{secrets.token_hex(4)}"
    like = f' TEMPLATE "{urlsplit(template).path[1:]}"' if template else ""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"{like}'.encode())
    parts = urlsplit(address)
    return f"postgresql://{parts.netloc}/{name}?{parts.query}"
