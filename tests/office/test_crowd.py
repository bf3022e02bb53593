"""Twenty people at one programme over HTTP: no figure is lost, and the second is told of the first."""

import html
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest

from .place import Place, fresh
from .served import CROWD, Answer, Served, Visitor, served, typed_form

PEOPLE, ROUNDS = 20, 2
SHEET = "regional_targets"


@dataclass(frozen=True)
class Edit:
    """What one person tried: the line, the amount, and what came back."""

    row: str
    amount: str
    answer: Answer


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return fresh(tmp_path_factory.mktemp("crowd") / "office")


@pytest.fixture(scope="module")
def made(place: Place) -> Any:
    told = place.run(CROWD, "make", str(PEOPLE))
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def office(place: Place, made: Any) -> Iterator[Served]:
    del made
    running = served(place)
    yield running
    running.kill()


def _came_in(port: int, who: dict[str, str]) -> Visitor:
    visitor = Visitor(port, who.get("key", ""))
    if "password" in who:
        assert visitor.log_in(who["login"], who["password"]).status == 302
    elif "cookie" in who:
        visitor.cookies["sessionid"] = who["cookie"]
    return visitor


def _by_page(visitor: Visitor, book: int, place: int, amount: str) -> Edit:
    form = typed_form(visitor.get(f"/p/{book}/sheet/{SHEET}?edit").text)
    asked = {**form, f"line.{place}.amount": amount, "why": "核对后更正"}
    answer = visitor.post(f"/p/{book}/sheet/{SHEET}", asked)
    return Edit(form[f"line.{place}.-row"], amount, answer)


def _by_key(visitor: Visitor, book: int, place: int, amount: str) -> Edit:
    path = f"/api/programmes/{book}/sheets/{SHEET}"
    read = visitor.get(path)
    assert read.status == 200, read
    line = json.loads(read.text)["lines"][place]
    texts = {**line["texts"], "amount": amount}
    one = {"row": line["row"], "texts": texts, "seen": line["number"], "why": "核对后更正"}
    return Edit(line["row"], amount, visitor.send(path, {"lines": [one]}))


def _works(port: int, book: int, number: int, who: dict[str, str]) -> list[Edit]:
    """Half of them change the first line, each other one of their own."""
    visitor = _came_in(port, who)
    place = 0 if number % 2 else 1 + number // 2
    edit = _by_key if visitor.key else _by_page
    amounts = [f"{100 + turn}.{number:02d}" for turn in range(ROUNDS)]
    return [edit(visitor, book, place, amount) for amount in amounts]


def test_twenty_people_lose_no_edit(office: Served, made: Any) -> None:
    with ThreadPoolExecutor(PEOPLE) as hands:
        works = [
            hands.submit(_works, office.port, made["book"], number, who)
            for number, who in enumerate(made["crowd"])
        ]
        edits = [edit for work in works for edit in work.result()]
    statuses = [edit.answer.status for edit in edits]
    assert len(edits) == PEOPLE * ROUNDS
    assert set(statuses) <= {200, 302, 409}, statuses
    done = [edit for edit in edits if edit.answer.status != 409]
    told = [edit for edit in edits if edit.answer.status == 409]
    assert done
    assert told, "nobody met anybody; the test says nothing"
    for edit in told:
        assert "经办人" in html.unescape(edit.answer.text), edit.answer.text[:2000]
    left = json.loads(office.place.run(CROWD, "left").stdout)
    kept = sorted((one["row"], one["amount"]) for one in left["amended"])
    assert kept == sorted((edit.row, edit.amount) for edit in done)
    assert left["wrong"] == []
    verified = office.place.shanhe("verify")
    assert "校验链完整" in verified.stdout, verified.stdout


def test_the_second_is_told_who_changed_what(office: Served, made: Any) -> None:
    port, book = office.port, made["book"]
    page = Visitor(port, cookies={"sessionid": made["crowd"][8]["cookie"]})
    key = Visitor(port, made["crowd"][3]["key"])
    form = typed_form(page.get(f"/p/{book}/sheet/{SHEET}?edit").text)
    old = form["line.0.amount"]
    assert _by_key(key, book, 0, "77.01").answer.status == 200
    asked = {**form, "line.0.amount": "78.02", "why": "核对后更正"}
    told = page.post(f"/p/{book}/sheet/{SHEET}", asked)
    assert told.status == 409
    for words in ("经办人3", f"<td>{old}</td>", "<strong>77.01</strong>", 'value="78.02"'):
        assert words in told.text
    again = page.post(f"/p/{book}/sheet/{SHEET}", {**typed_form(told.text), "why": "核对后更正"})
    assert again.status == 302
