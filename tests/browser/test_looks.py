"""Every page, from the list of addresses, in every state: axe, its width, the Tab key, its title."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import cache
from itertools import product, starmap
from typing import Any

import pytest
from playwright.sync_api import Browser

from office.addresses import Address, addresses

from .looks import SIZES, Fault, look, walk
from .pages import Visitors, is_for_people
from .served import Served

ALL = [one for one in addresses() if is_for_people(one)]
USUAL = ("normal", "zh")
FACES = [USUAL, ("crowded", "en")]
AT_LENGTH = list(product(("empty", "normal", "crowded"), ("zh", "en")))
IS_AT_LENGTH = bool(os.environ.get("SHANHE_FUZZ"))
ASKED = AT_LENGTH if IS_AT_LENGTH else FACES
"""States and languages. The usual one is asked for everything, the widest for its width, of one page of a
kind; ``make fuzz`` asks for everything of every page in all of them."""
NEVER_PAGES = frozenset({"logout", "language", "begin", "fill", "review", "freeze", "sign"})
"""Names that must not be taken for pages: they do something, and show it elsewhere."""

Looked = tuple[Served, dict[str, Any]]


Enter = Callable[[str, str], Visitors]


@pytest.fixture(scope="session")
def visitors(browser: Browser, offices: Callable[[str], Looked]) -> Iterator[Enter]:
    """Everybody of the office in one state, in one language."""
    with ExitStack() as open_ones:

        @cache
        def of(state: str, lang: str) -> Visitors:
            own, made = offices(state)
            return open_ones.enter_context(closing(Visitors(browser, own.address, made, lang)))

        yield of


def _of_one_office(address: Address, face: tuple[str, str]) -> Any:
    """Let one process look at all pages of an office, so that the other need not fill it too."""
    name = f"{'-'.join(face)}-{address.name or address.pattern}"
    return pytest.param(address, *face, id=name, marks=pytest.mark.xdist_group(face[0]))


@pytest.mark.parametrize(
    ("address", "state", "lang"), list(starmap(_of_one_office, product(ALL, ASKED)))
)
def test_a_page_can_be_used_by_everybody(
    address: Address, state: str, lang: str, visitors: Enter
) -> None:
    faults: list[Fault] = []
    own, is_usual = visitors(state, lang), (state, lang) == USUAL
    for seen in own.pages(address, state, of_each=IS_AT_LENGTH):
        assert address.name not in NEVER_PAGES
        page = own.of(seen.login).new_page()
        page.set_viewport_size(dict(zip(("width", "height"), SIZES["wide"], strict=True)))  # type: ignore[arg-type]
        page.goto(seen.path)
        where = f"{state} {lang} {seen.login or 'stranger'} {seen.path}"
        faults += walk(page, where, most=200 if IS_AT_LENGTH else 30) if is_usual else ()
        faults += look(page, where, colours=is_usual, rules=is_usual or IS_AT_LENGTH)
        page.close()
    assert not faults, "\n".join(map(str, faults))


@pytest.mark.xdist_group(USUAL[0])
def test_no_two_pages_have_one_title(visitors: Enter) -> None:
    own, titles = visitors(*USUAL), defaultdict(set)
    for address in ALL:
        for seen in own.pages(address, "normal"):
            page = own.of(seen.login).request.get(seen.path).text()
            title = page.split("<title>")[1].split("</title>")[0]
            titles[title].add(seen.path.split("?")[0])
    assert len(titles) > 25, "pages were found"
    assert not {title: paths for title, paths in titles.items() if len(paths) > 1}
