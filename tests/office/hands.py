"""Programs that tests start beside them: many hands on one programme, and one that is killed.

python tests/office/hands.py open                      an office with the example; prints people
python tests/office/hands.py edit LOGIN ROUNDS same|own  change lines; prints what was kept
python tests/office/hands.py import LOGIN              import the example again and again
"""

import sys
import threading
from pathlib import Path

from shanhe.app.office.first_start import open_office

open_office(settings="shanhe.web.settings")

from shanhe.app.office import books, sheets  # noqa: E402 - after it is open
from shanhe.app.office.example import load_example  # noqa: E402
from shanhe.app.office.machine import in_the_name_of  # noqa: E402
from shanhe.store.lines import Change, Overtaken  # noqa: E402
from shanhe.store.models import Account, Book  # noqa: E402

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "baotou-2025"


def opened() -> None:
    """Make the office of the example."""
    load_example()
    Account.objects.update(must_change=False)


def edit(login: str, rounds: int, which: str) -> None:
    """Change one line again and again: the same one as everybody, or one's own."""
    actor, book = in_the_name_of(login), Book.objects.get()
    for turn in range(rounds):
        lines = sheets.sheet_page(actor, book.pk, "regional_targets").lines
        place = 0 if which == "same" else 1 + threading.get_native_id() % (len(lines) - 1)
        line = lines[place]
        texts = {**line.texts, "amount": f"{100 + turn}.{threading.get_native_id() % 100:02d}"}
        change = Change(sheet="regional_targets", row=line.row, texts=texts, seen=line.number)
        try:
            sheets.change(actor, book.pk, [change])
        except Overtaken as overtaken:
            told = sheets.conflict(overtaken, book.pk)
            print(f"told {told.who} {line.row}", flush=True)
        else:
            print(f"kept {line.row} {texts['amount']}", flush=True)


def import_again(login: str) -> None:
    """Import the example, and change a whole sheet, in turn, until this process is stopped."""
    actor, book, turn = in_the_name_of(login), Book.objects.get(), 0
    while True:
        turn += 1
        books.load(actor, EXAMPLE)
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
        case ["edit", login, rounds, which]:
            edit(login, int(rounds), which)
        case ["import", login]:
            import_again(login)


if __name__ == "__main__":
    main()
