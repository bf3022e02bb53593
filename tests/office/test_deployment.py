"""The files of docs/deploy say what the program needs, and their own programs accept them."""

import base64
import getpass
import hashlib
import http.client
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
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


OUTSIDE = SOURCE / "src" / "shanhe" / "web" / "outside"


def test_pages_of_nginx_say_it_in_both_languages_and_load_nothing() -> None:
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    pages = sorted(OUTSIDE.glob("*.html"))
    assert [page.name for page in pages] == ["413.html", "502.html"]
    for page in pages:
        assert f"/outside/{page.name};" in text
        shown = page.read_text(encoding="utf-8")
        (style,) = re.findall(r"<style>(.*?)</style>", shown, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"style-src 'sha256-{digest}'" in text
        assert re.search(r'<html lang="zh">.*<div lang="en">', shown, re.DOTALL)
        assert not re.search(r"<(script|link|img|form)|(href|src|style)=", shown)


NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin")


def _configured(folder: Path, plain: int, secure: int) -> str:
    """Write nginx's file for these ports and folders, with a certificate; return its path."""
    openssl = shutil.which("openssl")
    assert openssl is not None, "whoever has nginx has it"
    pair = {"pem": "-out", "key": "-keyout"}
    names = [word for end, option in pair.items() for word in (option, str(folder / f"c.{end}"))]
    subject = ["-subj", "/CN=test", "-days", "1", "-nodes", "-newkey", "rsa:2048"]
    _run(openssl, "req", "-x509", *subject, *names)
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for old, new in {
        "/etc/ssl/certs/shanhe.pem": str(folder / "c.pem"),
        "/etc/ssl/private/shanhe.key": str(folder / "c.key"),
        "/usr/share/shanhe;": f"{OUTSIDE.parent};",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl": f"listen 127.0.0.1:{secure} ssl",
        "127.0.0.1:8000": "127.0.0.1:9",  # where nothing listens
    }.items():
        assert old in text, old
        text = text.replace(old, new)
    text = re.sub(r" *listen \[::\].*\n", "", text)
    kept = "".join(
        f"{name}_temp_path {folder};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    head = f"pid {folder}/pid;\nerror_log stderr;\ndaemon off;\nuser {getpass.getuser()};\nevents {{}}\n"
    path = folder / "nginx.conf"
    path.write_text(f"{head}http {{\naccess_log off;\n{kept}{text}\n}}\n", encoding="utf-8")
    return str(path)


def test_nginx_accepts_its_file(tmp_path: Path) -> None:
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    assert all(re.fullmatch(r"|\s*(#.*|.*[;{}])", line) for line in text.splitlines())
    if NGINX is not None:
        _run(NGINX, "-t", "-c", _configured(tmp_path, 18080, 18443))


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
def test_what_nginx_says_itself_has_our_words_and_headers(tmp_path: Path) -> None:
    plain, secure = _free(), _free()
    path = _configured(tmp_path, plain, secure)
    server = subprocess.Popen([str(NGINX), "-c", path], stderr=subprocess.PIPE)  # noqa: S603 - our own
    try:
        away = _answer(secure, "GET")
        large = _answer(secure, "POST", **{"Content-Length": "200000000"})
        hidden = _answer(secure, "GET", "/outside/413.html")
    finally:
        server.terminate()
        server.communicate()
    assert (away[0], large[0], hidden[0]) == (502, 413, 404)
    assert "系统暂时不能访问" in away[2]
    assert "Too large" in large[2]
    for _, headers, _ in (away, large):
        assert headers["Content-Security-Policy"].startswith(
            "default-src 'none'; style-src 'sha256-"
        )
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
        assert headers["Cache-Control"] == "no-store"


def _free() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _answer(
    port: int, method: str, path: str = "/", **headers: str
) -> tuple[int, http.client.HTTPMessage, str]:
    """Return status, headers and text of an answer; the server may still be starting."""
    trusting = ssl._create_unverified_context()  # noqa: S323 - a certificate of our own
    for attempt in range(50):
        asked = http.client.HTTPSConnection("127.0.0.1", port, timeout=10, context=trusting)
        try:
            asked.putrequest(method, path)
            for name, value in headers.items():
                asked.putheader(name, value)
            asked.endheaders()
            answer = asked.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        except ConnectionRefusedError:
            time.sleep(0.1 * (attempt < 49))
        finally:
            asked.close()
    raise AssertionError(port)


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
