"""Start a PostgreSQL server of our own in a folder of its own, run a command on it, stop it.

    python tests/with_postgres.py [--durable] pytest tests/office

The server listens on a socket in its folder alone. ``--durable`` lets it wait for the disk at each
commit, as one that keeps real data does; for measuring. Where PostgreSQL is not installed, it says so
and leaves with 0, so that the tests run on a laptop without it; CI installs it.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PLACES = (*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True),)


def _program(name: str) -> str | None:
    found = next((place / name for place in _PLACES if (place / name).exists()), None)
    return str(found) if found else shutil.which(name)


def _server_user() -> str | None:
    """Return who has to run the server: it refuses to be root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return "nobody"


@contextmanager
def server(*, is_durable: bool = False) -> Iterator[str]:
    """Yield the address of a fresh, empty database."""
    user = _server_user()
    folder = Path(tempfile.mkdtemp(prefix="shanhe-pg-"))
    if user:
        shutil.chown(folder, user)
    data = folder / "data"

    def run(name: str, *arguments: str) -> None:
        command = [str(_program(name)), *arguments]
        subprocess.run(  # noqa: S603 - our own arguments
            command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL
        )

    run("initdb", "-D", str(data), "-U", "shanhe", "-A", "trust", "-E", "UTF8", "--no-sync")
    fsync = "on" if is_durable else "off"
    options = f"-k {folder} -c listen_addresses='' -c fsync={fsync} -c max_connections=120"
    run("pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start")
    try:
        run("createdb", "-h", str(folder), "-U", "shanhe", "shanhe")
        yield f"postgresql://shanhe@/shanhe?host={folder}"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Run the command that is given and return its exit code."""
    if _program("initdb") is None:
        print("PostgreSQL is not installed; what is tested on it is left out.")
        return 0
    is_durable, command = sys.argv[1:2] == ["--durable"], sys.argv[1:]
    with server(is_durable=is_durable) as address:
        environment = {**os.environ, "SHANHE_DATABASE_URL": address}
        return subprocess.run(command[is_durable:], check=False, env=environment).returncode  # noqa: S603 - what was asked for


if __name__ == "__main__":
    sys.exit(main())
