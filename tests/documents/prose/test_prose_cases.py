"""Sentences of reports, each with the records that they mean."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.found import Found
from shanhe.documents.prose.names import paper_names
from shanhe.documents.prose.read import read_prose
from shanhe.documents.script import Passage, Script, Spot

_FIELDS = {
    "targets": "version period region indicator sign amount unit",
    "regional_targets": "version period region indicator sign amount unit",
    "actuals": "indicator region quoted_sign quoted_amount quoted_unit sign amount words unit completion denominator",
    "facts": "concept aspect region period version sign amount unit",
    "transfers": "kind giver taker amount when document share purpose",
    "documents": "number issuer level category issued formality amount",
    "subprojects": "name count state halt_reason",
    "milestones": "due done",
    "change_notes": "item role amount unit parcels share indicators",
    "explanations": "kind indicators heading owner due",
    "management": "aspect situation",
    "headings": "level number title",
    "references": "title number day",
}


def _cases() -> list[Any]:
    found = []
    for path in sorted(Path(__file__).parent.glob("*.cases.yaml")):
        cases = YAML(typ="safe").load(path)
        found += [pytest.param(case, id=case["case"]) for case in cases]
    return found


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


def read(lines: list[str]) -> tuple[Script, Found]:
    items = tuple(Passage(line, Spot(paragraph=i + 1)) for i, line in enumerate(lines))
    script = Script("report.docx", "docx", items)
    return script, read_prose(script, paper_names(script, _catalogue()))


def _told(attribute: str, record: object) -> str:
    values = (getattr(record, key, "") for key in _FIELDS[attribute].split())
    words = (getattr(value, "symbol", value) for value in values)
    return " ".join(str(word) for word in words if word not in {None, ""})


@pytest.mark.parametrize("case", _cases())
def test_sentence_means_these_records(case: dict[str, Any]) -> None:
    script, found = read(case["text"].strip("\n").splitlines())
    for attribute, wanted in case["means"].items():
        if attribute == "words":
            told = {key: str(getattr(word, "value", word)) for key, word in found.words.items()}
            assert {key: told.get(key) for key in wanted} == {k: str(v) for k, v in wanted.items()}
            continue
        lines = [_told(attribute, one) for one in found.records.get(attribute, [])]
        if not wanted:
            assert lines == []
        for line in wanted:
            assert line in lines
    texts = {item.spot: item.text for item in script.items if isinstance(item, Passage)}
    for records in found.records.values():
        for record in records:
            for place in record.source.at.values():
                spot = Spot(paragraph=place.paragraph)
                assert texts[spot][place.start : place.end] == place.text
