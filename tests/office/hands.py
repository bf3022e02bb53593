"""Programs that tests start beside them: many hands on one programme, and one that is killed.

python tests/office/hands.py open                      an office with the example; prints people
python tests/office/hands.py edit LOGIN ROUNDS PEOPLE  many people change lines at once; prints what was kept
python tests/office/hands.py import LOGIN              import the example again and again
"""

import multiprocessing
import os
import sys
from pathlib import Path

from shanhe.app.office.first_start import open_office

open_office(settings="shanhe.web.settings")

from django.db import connections  # noqa: E402 - after it is open
from django.test.utils import override_settings  # noqa: E402

from shanhe.app.office import loading, sheets  # noqa: E402 - after it is open
from shanhe.app.office.example import load_example  # noqa: E402
from shanhe.app.office.machine import in_the_name_of  # noqa: E402
from shanhe.store.lines import Change, Overtaken  # noqa: E402
from shanhe.store.models import Account, Book  # noqa: E402

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "baotou-2025"

fork_context = multiprocessing.get_context("fork")
"""Processes that begin with everything loaded; what is tried is what they do at once, not their start."""


def opened() -> None:
    """Make the office of the example; nobody comes in by its passwords, so they need no slow hashing."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        load_example()
    Account.objects.update(must_change=False)


def edit(login: str, rounds: int, which: str) -> None:
    """Change one line again and again: the same one as everybody, or one's own."""
    actor, book = in_the_name_of(login), Book.objects.get()
    for turn in range(rounds):
        lines = sheets.sheet_page(actor, book.pk, "regional_targets").lines
        place = 0 if which == "same" else 1 + os.getpid() % (len(lines) - 1)
        line = lines[place]
        texts = {**line.texts, "amount": f"{100 + turn}.{os.getpid() % 100:02d}"}
        change = Change(sheet="regional_targets", row=line.row, texts=texts, seen=line.number)
        try:
            sheets.change(actor, book.pk, [change])
        except Overtaken as overtaken:
            told = sheets.conflict(overtaken, book.pk)
            _say(f"told {told.who} {line.row}")
        else:
            _say(f"kept {line.row} {texts['amount']}")


def _say(line: str) -> None:
    """Print a line in one piece: twenty processes write into one pipe."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def crowd(login: str, rounds: int, people: int) -> None:
    """Let many processes change lines at once: half of them the same, the others one of their own."""
    connections.close_all()
    hands = [
        fork_context.Process(target=edit, args=(login, rounds, "same" if n % 2 else "own"))
        for n in range(people)
    ]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    sys.exit(max(abs(hand.exitcode or 0) for hand in hands))


def import_again(login: str) -> None:
    """Import the example, and change a whole sheet, in turn, until this process is stopped."""
    actor, book, turn = in_the_name_of(login), Book.objects.get(), 0
    while True:
        turn += 1
        loading.load(actor, EXAMPLE)
        lines = sheets.sheet_page(actor, book.pk, "regional_targets").lines
        moved = [
            Change(
                sheet="regional_targets",
                row=line.row,
                texts={**line.texts, "amount": f"{turn}.5"},
                seen=line.number,
            )
            for line in lines
        ]
        sheets.change(actor, book.pk, moved)
        print(f"turn {turn}", flush=True)


def main() -> None:
    match sys.argv[1:]:
        case ["open"]:
            opened()
        case ["edit", login, rounds, people]:
            crowd(login, int(rounds), int(people))
        case ["import", login]:
            import_again(login)


if __name__ == "__main__":
    main()
