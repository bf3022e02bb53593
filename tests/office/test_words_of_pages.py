"""Each page speaks one language: English pages show no Chinese of ours, Chinese pages no English.

What people typed, names of indicators and texts of the law are Chinese by nature; they are taken
from the store and the catalogue, so that only words of the program remain.
"""

import re
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import polib
import pytest
from django.apps import apps
from django.conf import settings as office_settings
from lxml import html

from shanhe.app.office import drafting, evidence
from shanhe.app.office.books import catalogue_of
from shanhe.app.office.submissions import Reported
from shanhe.app.office.submissions import submission as submission_of
from shanhe.app.office.summary import refresh
from shanhe.documents.forms.workbook.lines import BY_KEY
from shanhe.store import models

from .addresses import addresses
from .conftest import Office
from .doors import entered, photo
from .layers import layer
from .test_checks import TEXT, handed
from .test_plots import uploaded
from .test_submissions import FIGURE, handed_in

pytestmark = pytest.mark.any_database
CATALOG = Path(office_settings.LOCALE_PATHS[0]) / "en" / "LC_MESSAGES" / "django.po"
PEOPLE = ("tuyou", "city", "province", "admin")
SPOKEN = (
    "title",
    "aria-label",
    "placeholder",
    "alt",
    "data-name",
    "data-said",
    "data-failed",
    "content",
)
SILENT = frozenset({"script", "textarea", "code", "pre"})
HAN = re.compile(r"[\u4e00-\u9fff]+")
UNIT = re.compile(r"(?<=[0-9/]) ?(?:个百分点|万元|公顷)(?:/(?:公顷))?")
QUOTED = re.compile(r"“[^”]*”")
"""What our English quotes from a paper or a form."""
LATIN = re.compile(r"[A-Za-z][a-z]{2,}(?: [a-z]{2,})+")
"""A phrase of our English; names of formats and keys of the interface are single words."""


@pytest.fixture
def busy(office: Office, settings: Any, tmp_path: Path) -> dict[str, Any]:
    """An office in which every page has something to show; the keys of all things."""
    settings.FILES = tmp_path / "files"
    refresh(office.book)
    key = drafting.begin(office["tuyou"], office.book, "progress", "11月进展")
    drafting.save(office["tuyou"], key, [Reported(FIGURE)], 1)
    noted = photo("2025:10:01 09:30:00", ((40, 39, 25.6), (109, 50, 24.7)))
    said = (
        evidence.Offered("前.jpg", noted),
        evidence.Offered("后.jpg", noted + b"1", "2025-11-30"),
    )
    draft = submission_of(office["tuyou"], key)
    evidence.attach(office["tuyou"], key, draft.rows[0].row, said, draft.version)
    submission = handed_in(office)
    report = handed(office, "city", TEXT, book=office.book)
    own = uploaded(office, layer())
    person = models.Account.objects.get(login="tuyou").pk
    line = models.Line.objects.filter(book=office.book, sheet="targets").first()
    assert line is not None
    return {
        "book": office.book,
        "draft": key,
        "submission": submission,
        "report": report,
        "layer": own.pk,
        "person": person,
        "row": line.row,
    }


def known() -> tuple[str, ...]:
    """Return what is Chinese by nature, the longest first: typed data, indicators, titles of law."""
    texts = set(catalogue_words())
    for model in apps.get_app_config("store").get_models():
        if model not in {models.Summary, models.Audit, models.Grant}:
            for row in model._default_manager.values():
                texts.update(_strings(list(row.values())))
    texts.update(map(str, models.Book.objects.all()))
    return tuple(sorted(filter(HAN.search, texts), key=len, reverse=True))


def catalogue_words() -> Iterator[str]:
    catalogue = catalogue_of()
    for indicator in catalogue.indicators:
        yield from (indicator.name, indicator.level1, indicator.level2)
    yield from _strings([asdict(one) for one in catalogue.acts])


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (line.strip() for line in value.splitlines())
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)


def said(page: bytes) -> Iterator[str]:
    """Yield every text of a page, also of attributes that are read out; not what says it is Chinese."""
    return _said(html.fromstring(page))


def _said(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in SILENT or _is_chinese(element):
        return
    yield from filter(None, [*map(element.get, SPOKEN), element.text])
    for child in element:
        yield from _said(child)
        if child.tail:
            yield child.tail


def _is_chinese(element: Any) -> bool:
    """Return whether a part of a page says so, or is a finding, which speaks of what was typed."""
    if element.tag == "html":
        return False
    tells = element.tag in {"h3", "p"} and "finding" in (element.getparent().get("class") or "")
    return tells or "top-findings" in element.classes or (element.get("lang") or "") == "zh"


@cache
def ours(text: str, data: tuple[str, ...]) -> str:
    """Return the Chinese in a text that is no data; short data counts only as a whole word."""
    if any(text == one or (len(text) > 12 and text.removesuffix("…") in one) for one in data):
        return ""
    text = QUOTED.sub(" ", UNIT.sub(" ", text))
    for one in data:
        if len(one) > 3:
            text = text.replace(one, " ")
    return " ".join(one for one in HAN.findall(text) if one not in data)


def pages(login: str, lang: str, keys: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Yield every page that answers a look, with all sheets and both previews."""
    client = entered(login)
    client.cookies[office_settings.LANGUAGE_COOKIE_NAME] = lang
    for address in addresses():
        if address.name.startswith(("openapi", "api")) or "api/" in address.pattern:
            continue
        for more in _each(address.pattern, keys, login, lang):
            response = client.get(address.filled(more))
            is_page = (
                response["Content-Type"].startswith("text/html") and response.status_code != 405
            )
            if is_page and response.content:
                yield address.filled(more), response.content


def _each(pattern: str, keys: dict[str, Any], login: str, lang: str) -> Iterator[dict[str, Any]]:
    if "sheet/<slug:key>" in pattern and login == "city":
        yield from ({**keys, "key": sheet} for sheet in BY_KEY)
        filled = (
            BY_KEY if lang == "en" else ("programme", "targets")
        )  # names of columns are Chinese
        yield from ({**keys, "key": f"{sheet}?edit"} for sheet in filled)
    elif "words/<slug:sheet>" in pattern:
        for sheet in ("explanations", "overview", "management"):
            yield {**keys, "sheet": sheet, "row": "new"}
    elif "<slug:paper>" in pattern:
        yield from ({**keys, "paper": paper} for paper in ("form", "report"))
    elif pattern.startswith("submission/"):
        yield from ({**keys, "key": keys[one]} for one in ("draft", "submission"))
    elif pattern.startswith("check/<"):
        yield {**keys, "key": keys["report"]}
    else:
        yield {**keys, "account": keys["person"], "sheet": "targets", "row": keys["row"]}


def test_english_pages_show_no_chinese_of_ours(busy: dict[str, Any]) -> None:
    data = known()
    found = [
        f"{address}: {rest} ({' '.join(text.split())[:80]})"
        for login in PEOPLE
        for address, page in pages(login, "en", busy)
        for text in said(page)
        if HAN.search(text) and (rest := ours(" ".join(text.split()), data))
    ]
    assert not found, "\n".join(dict.fromkeys(found))


def test_chinese_pages_show_no_english_of_ours(busy: dict[str, Any]) -> None:
    english = {one.msgstr for one in polib.pofile(str(CATALOG)) if LATIN.search(one.msgstr)}
    found = [
        f"{address}: {text}"
        for login in PEOPLE
        for address, page in pages(login, "zh-hans", busy)
        for text in said(page)
        if text.strip() in english or LATIN.fullmatch(text.strip())
    ]
    assert not found, "\n".join(dict.fromkeys(found))
