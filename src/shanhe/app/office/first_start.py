"""The first start of an office: its tables, an administrator, and the example if it is wanted."""

from dataclasses import dataclass
from pathlib import Path

from shanhe.store.connect import connect, migrate


@dataclass(frozen=True, slots=True)
class Opened:
    """An office that is ready.

    Attributes:
        data: its folder. login, password: of the administrator just made; empty where there is one.
    """

    data: Path
    login: str = ""
    password: str = ""


def open_office(data: Path | None = None, settings: str = "shanhe.store.settings") -> Opened:
    """Connect to the office's data, make what is missing, and return what people must know."""
    connect(data, settings=settings)
    migrate()
    from django.conf import settings as made  # noqa: PLC0415 - after connect

    from shanhe.store.files import sweep  # noqa: PLC0415 - likewise

    sweep()
    return Opened(made.DATA, *_administrator())


def open_existing(data: Path | None = None) -> None:
    """Connect to an office that was opened before.

    Raises:
        Refused: there is none in that folder.
    """
    connect(data)
    migrate()
    from django.conf import settings  # noqa: PLC0415 - after connect

    from shanhe.app.office.rights import Refused  # noqa: PLC0415 - likewise
    from shanhe.store.models import Account  # noqa: PLC0415 - likewise

    if not Account.objects.exists():
        raise Refused(
            f"{settings.DATA} 中没有办公系统的数据，请用 --data 指明数据文件夹。",
            f"There is no office in {settings.DATA}; name its folder with --data.",
            404,
        )


def join(settings: str) -> None:
    """Connect another process of an office that is open."""
    connect(settings=settings)


def load_shared() -> None:
    """Load what every page shares before the first one asks for it."""
    from shanhe.app.office.books import catalogue_of  # noqa: PLC0415 - after connect
    from shanhe.rules.book import rulebook  # noqa: PLC0415 - likewise

    catalogue_of()
    rulebook()


def open_empty(data: Path | None = None) -> None:
    """Connect to an office that is to be restored: its tables are made, nobody is in it."""
    connect(data)
    migrate()


def _administrator() -> tuple[str, str]:
    """Make the first account and its body; the password is told once and kept nowhere."""
    from django.contrib.auth.hashers import make_password  # noqa: PLC0415 - after connect
    from django.db import transaction  # noqa: PLC0415 - likewise

    from shanhe.app.office.people import one_time_password  # noqa: PLC0415 - likewise
    from shanhe.app.office.rights import Role  # noqa: PLC0415 - likewise
    from shanhe.store.held import stands  # noqa: PLC0415 - likewise
    from shanhe.store.journal import Act, Said, append  # noqa: PLC0415 - likewise
    from shanhe.store.models import Account, Grant, Organisation  # noqa: PLC0415 - likewise

    if Account.objects.exists():
        return "", ""
    password = one_time_password()
    with transaction.atomic():
        root = Organisation.objects.create(name="部级", level="部")
        account = Account.objects.create(
            login="admin",
            name="系统管理员",
            organisation=root,
            password=make_password(password),
        )
        role = Role.ADMINISTRATOR.value
        given = Grant.objects.create(account=account, role=role, organisation=root)
        words = {"login": "admin", "role": role, "organisation": root.path, "book": 0}
        made = Said(action=Act.ACCOUNT, texts={"login": "admin"})
        append(None, None, [made, Said(action=Act.GRANT, texts={**words, **stands(given)})])
    return "admin", password
