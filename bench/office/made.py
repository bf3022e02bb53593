"""Fill an empty office with many programmes and a long journal.

    SHANHE_DATA=… SHANHE_DATABASE_URL=… python bench/office/made.py PROGRAMMES ENTRIES

Every province has cities, every city a programme, each with the lines of the example, an owner, three
counties, and a journal whose later entries change the same few lines again and again, as years of
reporting do. Hashes, chains and the present state are real: ``shanhe verify`` holds afterwards.
"""

import json
import sys
import time

from shanhe.app.office.first_start import open_office

open_office(settings="shanhe.web.settings")

from django.db import connection, transaction  # noqa: E402 - after it is open

from shanhe.app.office import books  # noqa: E402
from shanhe.app.office.example import load_example  # noqa: E402
from shanhe.app.office.rights import Role  # noqa: E402
from shanhe.app.office.summary import refresh  # noqa: E402
from shanhe.store.held import stands  # noqa: E402
from shanhe.store.journal import Act, Said, append, locked  # noqa: E402
from shanhe.store.lines import Change, new_row, put  # noqa: E402
from shanhe.store.models import (  # noqa: E402 - likewise
    Account,
    Book,
    Entry,
    Found,
    Grant,
    Line,
    Organisation,
    Summary,
)

PROVINCES, OFTEN = 31, 12


def bodies(programmes: int) -> list[Organisation]:
    """Make provinces and cities, and return as many cities as there are to be programmes."""
    root = Organisation.objects.get(parent=None)
    provinces = [
        Organisation.objects.create(name=f"第{n + 1}省", level="省", parent=root)
        for n in range(PROVINCES)
    ]
    return [
        Organisation.objects.create(
            name=f"第{n + 1}市", level="市", parent=provinces[n % PROVINCES]
        )
        for n in range(programmes)
    ]


def person(login: str, body: Organisation, role: Role) -> Account:
    """Make an account that logs in by a session of the load alone."""
    account = Account.objects.create(
        login=login, name=login, organisation=body, password="!", must_change=False
    )
    given = Grant.objects.create(account=account, role=role.value, organisation=body)
    with transaction.atomic():
        append(None, None, [Said(action=Act.GRANT, texts=stands(given))])
    return account


def programme(city: Organisation, account: Account, sheets: dict, entries: int) -> None:
    """Write one programme: its lines, then changes of a few of them until the journal is long."""
    with transaction.atomic():
        book = Book.objects.create(organisation=city, name=f"{city.name}生态修复项目", year=2025)
        book = locked(book.pk)
        changes = [
            Change(sheet=sheet, row=new_row(), texts=line.texts, why="导入")
            for sheet, lines in sheets.items()
            for line in lines
        ]
        put(book, account, changes)
        often = list(Line.objects.filter(book=book, sheet="actuals").order_by("position")[:OFTEN])
        number, said = book.revision, []
        for turn in range(entries - len(changes)):
            line = often[turn % len(often)]
            line.texts = {**line.texts, "statement": f"第{turn + 1}次更正"}
            number += 1
            said.append(_changed(line, number))
        append(book, account, said)
        Line.objects.bulk_update(often, ["texts", "number"])


def copied(entries: list[Entry], batch_size: int = 0) -> None:
    """Write entries as PostgreSQL's own COPY does; a million by INSERT take an hour."""
    del batch_size
    columns = [one for one in Entry._meta.concrete_fields if not one.primary_key]  # noqa: SLF001 - as Django documents it
    names = ", ".join(f'"{one.column}"' for one in columns)
    with connection.cursor() as cursor, cursor.copy(f"COPY store_entry ({names}) FROM STDIN") as to:
        for entry in entries:
            to.write_row([_plain(getattr(entry, one.attname)) for one in columns])


def _plain(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value


def _changed(line: Line, number: int) -> Said:
    was, line.number = line.number, number
    return Said(
        action=Act.PUT, sheet=line.sheet, row=line.row, texts=line.texts, was=was, why="更正"
    )


def summarise(first: Summary, books_: list[Book]) -> None:
    """Give every programme a summary of its own, so that lists can be sorted by it."""
    made = []
    for n, book in enumerate(books_):
        one = Summary.objects.get(pk=first.pk)
        one.pk, one.book, one.revision = None, book, book.revision
        one.met, one.errors = n % (one.indicators + 1), n % 37
        one.completion, one.executed = n * 7919 % 10001, n * 6007 % 10001
        made.append(one)
    Summary.objects.bulk_create(made, batch_size=100)
    counted = list(first.found.values("rule", "severity", "count"))
    each = [Found(summary=one, **found) for one in made for found in counted]
    Found.objects.bulk_create(each, batch_size=2000)


def main(programmes: int, entries: int) -> None:
    begin = time.perf_counter()
    load_example()
    if connection.vendor == "postgresql":
        Entry.objects.bulk_create = copied  # type: ignore[method-assign]  # for this process alone
    Account.objects.update(must_change=False)
    example = Book.objects.get()
    refresh(example.pk)
    sheets = books.lines(example)
    cities = bodies(programmes - 1)
    accounts = [person(f"office{n}", city, Role.CITY_OFFICE) for n, city in enumerate(cities)]
    each = entries // programmes
    for city, account in zip(cities, accounts, strict=True):
        programme(city, account, sheets, each)
    person("ministry", Organisation.objects.get(parent=None), Role.MINISTRY_READER)
    province = Organisation.objects.filter(level="省", name="第1省").get()
    person("province1", province, Role.PROVINCIAL_REVIEWER)
    made = list(Book.objects.exclude(pk=example.pk).order_by("pk"))
    summarise(Summary.objects.get(book=example), made)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # as the server itself has done in an office of years
    print(f"{len(made) + 1} programmes in {time.perf_counter() - begin:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
