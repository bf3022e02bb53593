"""The files of docs/deploy say what the program needs, and their own programs accept them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from .place import SOURCE

pytestmark = pytest.mark.any_database
DEPLOY = SOURCE / "docs" / "deploy"
UNITS = sorted(path.name for path in DEPLOY.glob("shanhe*.*") if path.suffix != ".env")


def test_nginx_sends_what_the_program_asks_for() -> None:
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    assert "proxy_set_header X-Forwarded-Proto $scheme;" in text
    assert "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;" in text
    assert "proxy_set_header Host $http_host;" in text
    most = re.search(r"client_max_body_size (\d+)m;", text)
    assert most is not None
    assert 0.9 * settings.UPLOAD_MOST < int(most[1]) * 1024 * 1024 <= settings.UPLOAD_MOST
    assert text.count("{") == text.count("}")


def test_nginx_accepts_its_file(tmp_path: Path) -> None:
    nginx, openssl = shutil.which("nginx", path="/usr/sbin:/usr/bin"), shutil.which("openssl")
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    if nginx is None or openssl is None:
        assert all(line.rstrip()[-1:] in {"", ";", "{", "}"} for line in text.splitlines())
        return
    pair = {"pem": "-out", "key": "-keyout"}
    names = [word for end, option in pair.items() for word in (option, str(tmp_path / f"c.{end}"))]
    subject = ["-subj", "/CN=test", "-days", "1", "-nodes", "-newkey", "rsa:2048"]
    _run(openssl, "req", "-x509", *subject, *names)
    text = text.replace("/etc/ssl/certs/shanhe.pem", str(tmp_path / "c.pem"))
    text = text.replace("/etc/ssl/private/shanhe.key", str(tmp_path / "c.key"))
    text = re.sub(r"listen (\[::\]:)?(80|443)", lambda m: f"listen {m[1] or ''}18{m[2]:0>3}", text)
    whole = f"pid {tmp_path}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n{text}\n}}\n"
    (tmp_path / "nginx.conf").write_text(whole, encoding="utf-8")
    _run(nginx, "-t", "-c", str(tmp_path / "nginx.conf"))


def _run(*command: str) -> None:
    told = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert told.returncode == 0, told.stderr


@pytest.mark.parametrize("name", UNITS)
def test_systemd_accepts_its_units(tmp_path: Path, name: str) -> None:
    text = (DEPLOY / name).read_text(encoding="utf-8")
    assert all(re.fullmatch(r"|\[\w+\]|\w+=.+", line) for line in text.splitlines())
    program = shutil.which("systemd-analyze")
    if program is None:
        return
    for other in UNITS:
        text = (DEPLOY / other).read_text(encoding="utf-8")
        (tmp_path / other).write_text(text.replace("/opt/shanhe/bin/shanhe", sys.executable))
    told = subprocess.run(  # noqa: S603 - our own
        [program, "verify", "--man=no", str(tmp_path / name)],
        capture_output=True,
        text=True,
        check=False,
    )
    own = [line for line in told.stderr.splitlines() if name in line]
    assert own == []


def test_commands_and_words_of_the_page_exist() -> None:
    from shanhe.cli.commands import commands  # noqa: PLC0415 - beside its only use

    known = set(commands("zh").commands)
    pages = [SOURCE / "docs" / "deploy.md", *DEPLOY.iterdir()]
    texts = "\n".join(path.read_text(encoding="utf-8") for path in pages)
    used = set(re.findall(r"bin/shanhe (\w+)", texts))
    assert used <= known
    assert {"serve", "backup", "restore", "verify"} <= used
    named = set(re.findall(r"SHANHE_\w+", texts))
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in (SOURCE / "src").rglob("settings.py")
    )
    assert named <= set(re.findall(r"SHANHE_\w+", code))
