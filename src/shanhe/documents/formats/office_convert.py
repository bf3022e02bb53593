"""Old Office files → .docx or .xlsx, by LibreOffice where it is installed.

Each conversion has a profile of its own that runs no macro and follows no link, and ends with it.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from shanhe.documents.formats.grid import Unreadable

SECONDS = 60
"""Most that a conversion may take; usual are 5."""
_PROGRAMS = ("soffice", "libreoffice")
_ITEM = (
    '<item oor:path="/org.openoffice.{path}">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SCRIPTING, _INET, _KINDS = (
    "Office.Common/Security/Scripting",
    "Inet/Settings",
    ("HTTP", "HTTPS", "FTP"),
)
_SETTINGS = (
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    (_SCRIPTING, "DisablePythonRuntime", "true"),
    ("Office.Common/Misc", "UseLocking", "false"),
    (_INET, "ooInetProxyType", "2"),
    (_INET, "ooInetNoProxy", ""),
    *((_INET, f"ooInet{kind}ProxyName", "127.0.0.1") for kind in _KINDS),
    *((_INET, f"ooInet{kind}ProxyPort", "1") for kind in _KINDS),
)
"""The last ones send every request to a port where nobody is: linked pictures of an old .doc are
fetched in spite of ``BlockUntrustedRefererLinks``."""


def convert(data: bytes, kind: str, to: str, seconds: float = SECONDS) -> bytes:
    """Return the file in another format.

    Args:
        data: the file.
        kind: what it is, such as ``doc``.
        to: ``docx`` or ``xlsx``.
        seconds: after which it is given up.

    Raises:
        Unreadable: LibreOffice is not installed, or did not manage.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise Unreadable("needs_libreoffice", f".{kind}")
    with tempfile.TemporaryDirectory(prefix="shanhe-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        _write_profile(place / "profile")
        source, result = place / f"paper.{kind}", place / "out" / f"paper.{to}"
        source.write_bytes(data)
        _run(_command(program, place, source, to), seconds)
        if not result.is_file():
            raise Unreadable("not_converted", f".{kind}")
        return result.read_bytes()


def _write_profile(profile: Path) -> None:
    items = "".join(
        _ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items'
        ' xmlns:oor="http://openoffice.org/2001/registry">' + items + "</oor:items>",
        encoding="utf-8",
    )


def _command(program: str, place: Path, source: Path, to: str) -> list[str]:
    return [
        program,
        f"-env:UserInstallation={(place / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nofirststartwizard",
        "--convert-to",
        to,
        "--outdir",
        str(place / "out"),
        str(source),
    ]


def _run(command: list[str], seconds: float) -> None:
    """Run LibreOffice; the program started is only the parent of the one that works."""
    process = subprocess.Popen(  # noqa: S603 - the program found on the path, with our arguments
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise Unreadable("not_converted", f"{seconds:g} s") from None
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and, where the system knows groups, those that it started."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
