"""Every page of an office in the middle of its year: axe, its width, the Tab key, its title."""

from collections import defaultdict

import pytest

from .faces import ALL, USUAL, Enter, asked, faults_of


@pytest.mark.parametrize(("name", "state", "lang"), asked(dict([USUAL])))
def test_a_page_can_be_used_by_everybody(name: str, state: str, lang: str, visitors: Enter) -> None:
    faults = faults_of(name, state, lang, visitors)
    assert not faults, "\n".join(map(str, faults))


def test_no_two_pages_have_one_title(visitors: Enter) -> None:
    own, titles = visitors(*USUAL), defaultdict(set)
    for address in ALL.values():
        for seen in own.pages(address, USUAL[0]):
            page = own.of(seen.login).request.get(seen.path).text()
            title = page.split("<title>")[1].split("</title>")[0]
            titles[title].add(seen.path.split("?")[0])
    assert len(titles) > 25, "pages were found"
    assert not {title: paths for title, paths in titles.items() if len(paths) > 1}
