"""Many accounts from a pasted table: all of them or none, with what is wrong at its row and column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from shanhe.app.office import accounts
from shanhe.app.office.people import root
from shanhe.app.office.people_page import day
from shanhe.app.office.rights import Action, Actor, Refused, Role, ask
from shanhe.app.office.typed import clean, login_name
from shanhe.store.models import Account, Book, Organisation

COLUMNS = ("登录名", "姓名", "机构", "角色", "项目", "到期日")
MOST = 500


@dataclass(frozen=True, slots=True)
class Made:
    """An account just made, with its one-time password."""

    login: str
    name: str
    organisation: str
    role: str
    password: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong: number of the row as pasted (from 1), column, words."""

    row: int
    column: str
    zh: str
    en: str


class NotMade(Exception):  # noqa: N818 - a refusal, named for what it says
    """No account was made; ``faults`` say why."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults[0].en)
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    login: str
    name: str
    body: Organisation
    role: Role
    book: int | None
    until: date | None


def add_accounts(actor: Actor, block: str) -> list[Made]:
    """Make an account with one role for each row and return them with their passwords.

    The columns are those of ``COLUMNS``, divided by tabs, commas or “，”; a first row of headings
    is passed over. An organisation is named by its name, or by its names from the top divided by
    ``/`` where the name alone stands for several.

    Raises:
        Refused: no right, nothing pasted, or too many rows.
        NotMade: something is wrong; nothing was made.
    """
    ask(actor, Action.ACCOUNTS, root())
    rows = _divided(block)
    if not rows or len(rows) > MOST:
        raise Refused(
            f"请粘贴 1 至 {MOST} 行，每行依次为：{'、'.join(COLUMNS)}。",
            f"Paste 1 to {MOST} rows of: {', '.join(COLUMNS)}.",
            422,
        )
    known, faults = _checked(rows)
    if faults:
        raise NotMade(faults)
    with transaction.atomic():
        return [_made(actor, row) for row in known]


def _divided(block: str) -> dict[int, list[str]]:
    rows = {}
    for number, line in enumerate(block.splitlines(), 1):
        sign = next((sign for sign in "\t,，" if sign in line), "\t")
        cells = [clean(cell) for cell in line.split(sign)]
        if any(cells) and cells[0] != COLUMNS[0]:
            named = [login_name(cells[0]), *cells[1:]]
            rows[number] = named + [""] * (len(COLUMNS) - len(named))
    return rows


def _checked(rows: Mapping[int, list[str]]) -> tuple[list[_Row], list[Fault]]:
    bodies, books = _bodies(), _books()
    taken = set(Account.objects.values_list("login", flat=True))
    known, faults = [], []
    for number, cells in rows.items():
        wrong = list(_faults(number, cells, _Known(bodies, books, taken)))
        taken.add(cells[0])
        faults += wrong
        if not wrong:
            login, name, body, role, book, until = cells[:6]
            found = _Row(
                number,
                login,
                name,
                bodies[body][0],
                Role(role),
                books[book][0] if book else None,
                day(until),
            )
            known.append(found)
    return known, faults


@dataclass(frozen=True, slots=True)
class _Known:
    bodies: Mapping[str, list[Organisation]]
    books: Mapping[str, list[int]]
    taken: set[str]


def _faults(number: int, cells: Sequence[str], known: _Known) -> Iterator[Fault]:
    login, name, body, role, book, until = cells[:6]
    if any(cells[6:]):
        yield Fault(number, "", f"多于 {len(COLUMNS)} 列", f"more than {len(COLUMNS)} columns")
    if not login or len(login) > 50:
        yield Fault(number, "登录名", "应为 1 至 50 字", "1 to 50 signs are needed")
    elif login in known.taken:
        yield Fault(number, "登录名", f"“{login}”已被使用", f"“{login}” is taken")
    if not name or len(name) > 50:
        yield Fault(number, "姓名", "应为 1 至 50 字", "1 to 50 signs are needed")
    yield from _one(number, "机构", body, known.bodies.get(body, ()))
    if role not in {one.value for one in Role}:
        words = "、".join(one.value for one in Role)
        yield Fault(
            number, "角色", f"“{role}”不是角色，应为：{words}", f"“{role}” is none of: {words}"
        )
    if book:
        yield from _one(number, "项目", book, known.books.get(book, ()))
    try:
        day(until)
    except Refused as refused:
        yield Fault(number, "到期日", refused.zh, refused.en)


def _one(number: int, column: str, name: str, found: Sequence[object]) -> Iterator[Fault]:
    if not found:
        yield Fault(number, column, f"没有“{name}”，请先登记或改正", f"there is no “{name}”")
    elif len(found) > 1:
        yield Fault(
            number,
            column,
            f"名为“{name}”的有 {len(found)} 个，请写明上级，如“内蒙古自治区/包头市”",
            f"{len(found)} are called “{name}”; name those above it, divided by /",
        )


def _bodies() -> dict[str, list[Organisation]]:
    """Return organisations by name, and by every row of names that leads down to one."""
    all_of = {body.pk: body for body in Organisation.objects.all()}
    found: dict[str, list[Organisation]] = {}
    for body in all_of.values():
        names = [all_of[int(key)].name for key in body.path.strip("/").split("/")]
        for start in range(len(names)):
            found.setdefault("/".join(names[start:]), []).append(body)
    return found


def _books() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for book in Book.objects.all():
        for name in {book.name, str(book)}:
            found.setdefault(name, []).append(book.pk)
    return found


def _made(actor: Actor, row: _Row) -> Made:
    password = accounts.add_account(actor, login=row.login, name=row.name, organisation=row.body.pk)
    account = Account.objects.get(login=row.login)
    accounts.grant(
        actor,
        account=account.pk,
        role=row.role,
        organisation=row.body.pk,
        book=row.book,
        until=row.until,
    )
    return Made(row.login, row.name, row.body.name, row.role.value, password)
