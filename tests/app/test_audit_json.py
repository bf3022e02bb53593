"""The object for machines: its shape is the published one, and it is the same each time."""

import json
from pathlib import Path
from typing import Any

import pytest

from shanhe.app.audit_json import audit_json
from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.audited import Audited

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "schema" / "audit.schema.json").read_text("utf-8")
)
KINDS: dict[str, type | None] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "null": type(None),
}


def wrong(value: Any, schema: dict[str, Any], at: str = "$") -> list[str]:
    """Return where a value differs from a schema; knows the words that ours uses, and no others."""
    known = {"$schema", "title", "description", "$defs", "$ref", "type", "enum", "items", "anyOf"}
    known |= {"properties", "required", "additionalProperties"}
    assert set(schema) <= known, set(schema) - known
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        return wrong(value, SCHEMA["$defs"][name], at)
    if "anyOf" in schema:
        return [] if any(not wrong(value, one, at) for one in schema["anyOf"]) else [at]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{at}: {value}"]
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(isinstance(value, KINDS[kind] or object) for kind in kinds):
        return [f"{at}: {value!r} is no {kinds}"]
    if isinstance(value, list):
        return [w for n, one in enumerate(value) for w in wrong(one, schema["items"], f"{at}[{n}]")]
    return _wrong_object(value, schema, at) if isinstance(value, dict) else []


def _wrong_object(value: dict[str, Any], schema: dict[str, Any], at: str) -> list[str]:
    assert schema["additionalProperties"] is False
    keys = set(schema["properties"])
    assert set(schema["required"]) == keys
    found = [f"{at}: {key}" for key in keys ^ set(value)]
    for key in keys & set(value):
        found += wrong(value[key], schema["properties"][key], f"{at}.{key}")
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_shape_is_the_published_one(
    own_report: Audited, catalogue: Catalogue, lang: str
) -> None:
    text = audit_json([own_report, Audited("坏.docx", "")], catalogue.law, lang)
    data = json.loads(text)
    assert not wrong(data, SCHEMA)
    first, second = data["documents"]
    assert first["findings"]
    assert sum(first["summary"].values()) == len(first["findings"])
    covered = first["coverage"]
    assert covered["numbers"] == sum(covered[key] for key in ("checked", "alone", "not_understood"))
    assert second["findings"] == []
    assert wrong({**data, "more": 1}, SCHEMA)


def test_keys_stand_in_their_order_and_bytes_repeat(
    own_report: Audited, catalogue: Catalogue
) -> None:
    text = audit_json([own_report], catalogue.law, "zh")
    assert text == audit_json([own_report], catalogue.law, "zh")
    data = json.loads(text)
    assert list(data) == ["shanhe", "rules", "documents"]
    properties = SCHEMA["$defs"]["finding"]["properties"]
    assert all(list(one) == list(properties) for one in data["documents"][0]["findings"])
    assert json.loads(audit_json([], catalogue.law, "zh"))["documents"] == []


def test_words_are_in_the_asked_language(own_report: Audited, catalogue: Catalogue) -> None:
    zh, en = (json.loads(audit_json([own_report], catalogue.law, lang)) for lang in ("zh", "en"))
    for one, other, finding in zip(
        zh["documents"][0]["findings"],
        en["documents"][0]["findings"],
        own_report.findings,
        strict=True,
    ):
        assert (one["message"], other["message"]) == (finding.message("zh"), finding.message("en"))
        assert one["operands"] == other["operands"]
