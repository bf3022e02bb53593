"""What nobody read at its source is never shown as law."""

import pytest

from shanhe.catalogue.citation import READ
from shanhe.catalogue.load import load_catalogue
from shanhe.catalogue.model import Act
from shanhe.rules.book import rulebook

CATALOGUE = load_catalogue()


@pytest.mark.parametrize("act", CATALOGUE.acts, ids=lambda act: act.id)
def test_an_unverified_article_is_practice(act: Act) -> None:
    for article in act.articles:
        for lang in ("zh", "en"):
            cited = CATALOGUE.law.cite(f"{act.id}#{article.ref}", lang)
            if article.confidence not in READ:
                assert not cited.is_law
                assert f"《{act.title}》" not in cited.text
                assert "第" not in cited.text


def test_a_rule_cites_what_is_held_and_limits_do_too() -> None:
    bases = {basis for rule in rulebook() for basis in rule.basis}
    bases |= {held.basis for one in CATALOGUE.parameters for held in one.values}
    for basis in sorted(bases):
        assert CATALOGUE.law.cite(basis).text, basis
