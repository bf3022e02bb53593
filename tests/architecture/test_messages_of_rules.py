"""A rule's words: the Chinese message is whole, and no article of a law stands in it.

That every ``{name}`` is filled by each violating case is held by tests/rules/test_cases.py.
"""

import re
from string import Formatter

import pytest

from shanhe.rules.book import rulebook
from shanhe.rules.declare import Rule

RULES = rulebook()
ARTICLE = re.compile(r"第[一二三四五六七八九十百零〇\d]+[条款]|《[^》]*(?:法|条例|办法)》")


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_english_names_nothing_that_chinese_does_not(rule: Rule) -> None:
    assert fields(rule.en) <= fields(rule.zh)
    for zh, en in rule.causes.values():
        assert fields(en) <= fields(zh)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_only_the_basis_cites_law(rule: Rule) -> None:
    words = [rule.zh, rule.en, rule.title, *(zh for zh, _ in rule.causes.values())]
    assert not [word for word in words if ARTICLE.search(word)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_name_is_a_sentence_and_that_of_the_file(rule: Rule) -> None:
    assert rule.name == rule.module.rpartition(".")[2]
    assert rule.name.count("_") >= 2
    assert rule.title
