"""Many people at once, and a process that dies: no figure is lost, nothing is left half-done."""

import os
import random
import signal
import time
from collections import Counter
from pathlib import Path

import pytest

from .place import Place, fresh

PEOPLE, ROUNDS = 20, 3
KILLS = 10 if os.environ.get("SHANHE_FUZZ") else 2
HANDS = "tests/office/hands.py"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = fresh(tmp_path / "office")
    opened = made.run(HANDS, "open")
    assert opened.returncode == 0, opened.stderr
    return made


def journal_holds(place: Place) -> bool:
    told = place.shanhe("verify")
    return told.returncode == 0 and "校验链完整" in told.stdout


def test_twenty_people_lose_no_update(place: Place) -> None:
    hands = place.run(HANDS, "edit", "city", str(ROUNDS), str(PEOPLE), within=300)
    assert (hands.returncode, hands.stderr) == (0, "")
    said = hands.stdout.splitlines()
    words = Counter(line.split()[0] for line in said)
    assert words.total() == PEOPLE * ROUNDS
    assert words["told"] > 0
    export = place.run("-c", _LINES)
    assert export.returncode == 0, export.stderr
    entries = [line for line in export.stdout.splitlines() if line]
    kept = [line.removeprefix("kept ") for line in said if line.startswith("kept")]
    assert sorted(entries) == sorted(kept)
    assert journal_holds(place)


_LINES = """
from shanhe.app.office.first_start import open_office
open_office()
from shanhe.store.models import Entry
for entry in Entry.objects.filter(sheet="regional_targets", was__gt=0):
    print(entry.row, entry.texts["amount"])
"""


def test_a_killed_process_leaves_whole_transactions(place: Place) -> None:
    rolled = random.Random(20251231)  # noqa: S311 - moments to kill at
    turns = 0
    for _ in range(KILLS):
        hand = place.start(HANDS, "import", "city")
        assert hand.stdout is not None
        assert hand.stdout.readline().startswith("turn")
        time.sleep(rolled.uniform(0.0, 0.4))
        hand.send_signal(signal.SIGKILL)
        rest, _ = hand.communicate()
        turns += 1 + len(rest.splitlines())
        assert journal_holds(place)
        assert place.run("-c", _WHOLE).stdout.strip() == "1"
    assert turns >= KILLS


_WHOLE = """
from shanhe.app.office.first_start import open_office
open_office()
from shanhe.store.models import Line
amounts = {line.texts["amount"] for line in Line.objects.filter(sheet="regional_targets")}
print(1 if len(amounts) == 1 or "62.37" in amounts else sorted(amounts))
"""
