"""A browser, and offices to look at; left out, with the reason, only where no browser is."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from office.place import fresh
from office.served import Served, served

from .faces import Enter
from .pages import Visitors

_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "chrome")
_FILL = ("-m", "browser.filled")


def chromium() -> str:
    """Return the path of the browser, or leave the test out."""
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if not found:
        pytest.skip("no Chromium is installed")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each test has contexts of its own."""
    path = chromium()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=_QUIET)
        yield opened
        opened.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Served]:
    """An office that nobody has used yet."""
    chromium()
    own = served(fresh(tmp_path / "office"))
    yield own
    own.stop()


Looked = tuple[Served, dict[str, Any]]


@pytest.fixture(scope="session")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Looked]]:
    """Offices with a programme in one state each, made when first asked for, and how to enter them."""
    with ExitStack() as open_ones:

        @cache
        def of(state: str) -> Looked:
            folder = tmp_path_factory.mktemp(state)
            return open_ones.enter_context(contextmanager(_filled)(folder, state))

        yield of


@pytest.fixture(scope="session")
def visitors(browser: Browser, offices: Callable[[str], Looked]) -> Iterator[Enter]:
    """Everybody of the office in one state, in one language."""
    with ExitStack() as open_ones:

        @cache
        def of(state: str, lang: str) -> Visitors:
            own, made = offices(state)
            return open_ones.enter_context(closing(Visitors(browser, own.address, made, lang)))

        yield of


@pytest.fixture
def usual(tmp_path: Path) -> Iterator[Looked]:
    """An office with the example in the middle of its year, and how to enter it."""
    yield from _filled(tmp_path, "normal")


def _filled(folder: Path, *states: str) -> Iterator[Looked]:
    chromium()
    place = fresh(folder / "office")
    made = place.run(*_FILL, *states, within=600)
    assert made.returncode == 0, made.stderr
    own = served(place)
    yield own, json.loads(made.stdout)
    own.stop()
