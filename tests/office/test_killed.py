"""The whole server dies at any moment: what it answered is there, nothing is half-done, it goes on."""

import json
import os
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from shanhe.app.programme import read_sheets
from shanhe.documents.forms.workbook.lines import grids_of_lines, lines_of
from shanhe.documents.forms.workbook.write import xlsx_bytes
from shanhe.store import files

from .conftest import EXAMPLE
from .doors import PDF
from .layers import layer
from .place import SOURCE, Place, fresh
from .served import CROWD, Answer, Served, Visitor, served

ROUNDS = 10 if os.environ.get("SHANHE_FUZZ") else 1
LATEST = {"imported": 2.0, "attached": 0.4, "layered": 2.0, "checked": 0.6, "frozen": 3.0}
"""Deed → seconds after which it is done on an idle machine; it is killed before that. Freezing comes last: it closes the figures."""
REPORT = SOURCE / "examples" / "包头市2025年度自评报告（示例）.docx"


@dataclass
class People:
    """Who works, and what was answered with success."""

    made: dict[str, Any]
    port: int = 0
    done: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)

    def person(self, login: str) -> Visitor:
        visitor = Visitor(self.port, cookies={"sessionid": self.made[login]})
        visitor.get("/login")
        return visitor

    @property
    def book(self) -> int:
        return int(self.made["book"])

    @property
    def _draft(self) -> str:
        return f"/submission/{self.made['draft']}"

    def imported(self) -> Answer:
        """A large workbook makes a new programme."""
        data = _workbook(self.tried["imported"])
        fields = {"organisation": str(self.made["body"])}
        return self.person("city").post("/load", fields, [("workbook", "项目.xlsx", data)])

    def frozen(self) -> Answer:
        return self.person("city").post(f"/p/{self.book}/editions", {"why": "更正"})

    def attached(self) -> Answer:
        county = self.person("donghe")
        page = county.get(self._draft).text
        form = {"version": _between(page, 'name="version" value="'), "do": "attach"}
        row = _between(page, '<select id="for" name="for"><option value="')
        data = PDF.replace(b"\n1 0", b"\n%" + os.urandom(500_000).hex().encode() + b"\n1 0")
        form |= {"for": row, "row": row, f"{row}.indicator": "矿山生态修复面积"}
        return county.post(f"{self._draft}/fill", form, [("files", "照片.pdf", data)])

    def layered(self) -> Answer:
        data = layer("gpkg")
        return self.person("city").post(
            f"/p/{self.book}/plots/upload", {}, [("layer", "图斑.gpkg", data)]
        )

    def checked(self) -> Answer:
        data = REPORT.read_bytes()
        return self.person("city").post("/check/hand-in", {}, [("report", "报告.docx", data)])

    def opened_again(self) -> None:
        """Open the figures of an edition again, so that the next can be frozen."""
        page = self.person("city").get(f"/p/{self.book}/evaluation").text
        edition = _between(page, f'action="/p/{self.book}/editions/', "/")
        if edition:
            path = f"/p/{self.book}/editions/{edition}/correct"
            assert self.person("city").post(path, {"why": "更正"}).status == 302


def _between(page: str, before: str, after: str = '"') -> str:
    return page.partition(before)[2].partition(after)[0] if before in page else ""


def _workbook(number: int) -> bytes:
    """Return the example under another name with a thousand steps more."""
    lines = lines_of(read_sheets(EXAMPLE))
    lines["programme"] = [{**lines["programme"][0], "name": f"项目{number}"}]
    step = lines["milestones"][0]
    more = [{**step, "event": f"节点{n}", "order": str(100 + n)} for n in range(1000)]
    lines["milestones"] = [*lines["milestones"], *more]
    return xlsx_bytes(grids_of_lines(lines), ())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return fresh(tmp_path_factory.mktemp("killed") / "office")


@pytest.fixture(scope="module")
def people(place: Place) -> People:
    told = place.run(CROWD, "make", "0")
    assert told.returncode == 0, told.stderr
    return People(json.loads(told.stdout.splitlines()[-1]))


def _killed_during(office: Served, deed: Callable[[], Answer], after: float) -> Answer:
    """Do something in an office that dies in between, and return what was answered."""
    dies = threading.Timer(after, office.kill)
    dies.start()
    answer = deed()
    dies.join()
    return answer


def _ask_whole(place: Place, people: People) -> dict[str, Any]:
    """Ask that everything answered with success is there, and nothing is there in part."""
    left: dict[str, Any] = json.loads(place.run(CROWD, "left").stdout)
    assert left["wrong"] == []
    kept = {
        "imported": len(left["books"]) - 1,
        "frozen": left["editions"],
        "attached": left["evidence"],
        "layered": left["layers"],
        "checked": left["checks"],
    }
    for deed, count in kept.items():
        assert people.done[deed] <= count <= people.tried[deed], (deed, left)
    return left


@pytest.mark.parametrize("turn", range(ROUNDS))
@pytest.mark.parametrize("deed", LATEST)
def test_what_was_answered_is_there_and_nothing_is_half_done(
    place: Place, people: People, deed: str, turn: int
) -> None:
    rolled = random.Random(f"{deed}{turn}")  # noqa: S311 - moments to kill at
    office = served(place)
    people.port = office.port
    if deed == "frozen":
        people.opened_again()
    people.tried[deed] += 1
    after = rolled.uniform(0.02, LATEST[deed])
    answer = _killed_during(office, getattr(people, deed), after)
    assert answer.status in {0, 302}, answer
    people.done[deed] += answer.is_done
    _ask_whole(place, people)


def test_afterwards_it_works_at_once(place: Place, people: People) -> None:
    office = served(place)
    people.port = office.port
    try:
        people.opened_again()
        for deed in LATEST:
            people.tried[deed] += 1
            answer = getattr(people, deed)()
            assert answer.is_done, (deed, answer)
            people.done[deed] += 1
        until = time.monotonic() + 120
        while (left := _ask_whole(place, people))["waiting"] and time.monotonic() < until:
            time.sleep(0.5)
        assert left["waiting"] == 0
    finally:
        office.kill()
    assert "校验链完整" in place.shanhe("verify").stdout


def test_what_a_killed_process_left_is_swept_once_it_is_old(tmp_path: Path, settings: Any) -> None:
    settings.FILES = tmp_path
    kept = files.keep(b"whole")
    old, new = (tmp_path / kept[:2] / name for name in (".new-old", ".new-now"))
    for one in (old, new):
        one.write_bytes(b"half")
    os.utime(old, (0, 0))
    os.utime(files.path_of(kept), (0, 0))
    assert files.sweep() == 1
    assert (old.exists(), new.exists(), files.fetch(kept)) == (False, True, b"whole")
