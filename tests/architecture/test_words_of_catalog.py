"""The English words of the pages: all there, none stale, compiled, with the same places to fill in."""

import re
import runpy
import shutil
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "src" / "shanhe" / "web" / "locale" / "en" / "LC_MESSAGES" / "django.po"
CATALOG = polib.pofile(str(FILE))
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\d\}")
HAN = re.compile(r"[\u4e00-\u9fff]")


def english(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_every_word_has_its_english() -> None:
    assert not [entry.msgid for entry in CATALOG if entry.fuzzy or entry.obsolete]
    assert not [entry.msgid for entry in CATALOG if not all(english(entry))]


def test_places_to_fill_in_agree() -> None:
    for entry in CATALOG:
        for said in english(entry):
            assert sorted(PLACE.findall(said)) == sorted(PLACE.findall(entry.msgid)), entry.msgid


def test_english_is_english() -> None:
    quoted = re.compile("“[^”]*”")
    found = [
        said for entry in CATALOG for said in english(entry) if HAN.search(quoted.sub("", said))
    ]
    assert not found


def test_spaces_and_capitals_are_those_of_labels() -> None:
    for entry in CATALOG:
        said = entry.msgstr
        assert "  " not in said
        assert not re.search(r"[，。：；（）、]", re.sub("“[^”]*”", "", said)), said


def test_the_compiled_words_are_those_of_the_source() -> None:
    assert FILE.with_suffix(".mo").read_bytes() == CATALOG.to_binary()


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="gettext is not installed")
def test_the_catalog_holds_what_the_pages_say_and_nothing_else() -> None:
    now = runpy.run_path(str(ROOT / "docs" / "translate.py"))["merged"]()
    assert [(one.msgctxt, one.msgid) for one in now] == [
        (one.msgctxt, one.msgid) for one in CATALOG
    ], "run `make words`"
