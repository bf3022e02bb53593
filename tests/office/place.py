"""An office of its own for programs that run beside the tests, on the database the tests run on."""

import os
import secrets
import subprocess
import sys
from dataclasses import dataclass
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


def fresh(folder: Path) -> Place:
    """Return a new place; on a server it makes a database for it."""
    address = os.environ.get("SHANHE_DATABASE_URL", "")
    if not address:
        return Place(folder)
    name = f"shanhe_{secrets.token_hex(4)}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    parts = urlsplit(address)
    return Place(folder, f"postgresql://{parts.netloc}/{name}?{parts.query}")
