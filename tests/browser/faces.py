"""Which faces of the office are looked at: states of its data, languages, and every page there is."""

import os
from collections.abc import Callable
from itertools import product

from office.addresses import addresses

from .looks import SIZES, Fault, look, walk
from .pages import Visitors, is_for_people

Enter = Callable[[str, str], Visitors]
"""State and language → everybody of an office in them."""
IS_AT_LENGTH = bool(os.environ.get("SHANHE_FUZZ"))
ALL = {one.name or one.pattern: one for one in addresses() if is_for_people(one)}
USUAL = ("normal", "zh")
"""The face that is asked for everything; of the others the width alone, of one page of a kind.

``make fuzz`` asks for everything of every page in every state and language.
"""
NEVER_PAGES = frozenset({"logout", "language", "begin", "fill", "review", "freeze", "sign"})
"""Names that must not be taken for pages: they do something, and show it elsewhere."""


def asked(states: dict[str, str]) -> list[tuple[str, str, str]]:
    """Return name of the address, state and language of what is looked at, one state after the other.

    Args:
        states: state → the language it is looked at in; at length it is every one.
    """
    faces = [
        (state, lang)
        for state, usual in states.items()
        for lang in ("zh", "en")
        if IS_AT_LENGTH or lang == usual
    ]
    return [(name, *face) for face, name in product(faces, ALL)]


def faults_of(name: str, state: str, lang: str, enter: Enter) -> list[Fault]:
    """Return what is wrong with the pages of an address."""
    own, is_usual, faults = enter(state, lang), (state, lang) == USUAL, list[Fault]()
    for seen in own.pages(ALL[name], state, of_each=IS_AT_LENGTH):
        assert name not in NEVER_PAGES
        page = own.of(seen.login).new_page()
        page.set_viewport_size(dict(zip(("width", "height"), SIZES["wide"], strict=True)))  # type: ignore[arg-type]
        page.goto(seen.path)
        where = f"{state} {lang} {seen.login or 'stranger'} {seen.path}"
        faults += walk(page, where, most=200 if IS_AT_LENGTH else 30) if is_usual else ()
        faults += look(page, where, colours=is_usual, rules=is_usual or IS_AT_LENGTH)
        page.close()
    return faults
