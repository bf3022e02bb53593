"""Every page of an office with too much in it, and of one with nothing.

They stand apart from the usual one, so that another process looks at them and neither fills both.
"""

import pytest

from .faces import IS_AT_LENGTH, Enter, asked, faults_of

STATES = {"crowded": "en"} | ({"empty": "zh"} if IS_AT_LENGTH else {})


@pytest.mark.parametrize(("name", "state", "lang"), asked(STATES))
def test_a_page_has_room_for_what_it_shows(
    name: str, state: str, lang: str, visitors: Enter
) -> None:
    faults = faults_of(name, state, lang, visitors)
    assert not faults, "\n".join(map(str, faults))
