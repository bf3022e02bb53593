"""An office with the Baotou example and a person for each role."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import override_settings
from whitenoise.middleware import WhiteNoiseMiddleware

from shanhe.app.office import accounts, loading, organisations
from shanhe.app.office.people import actor_of
from shanhe.app.office.rights import Actor, Role
from shanhe.cli.commands import commands
from shanhe.store.held import stands
from shanhe.store.journal import Act, Said, append
from shanhe.store.models import Account, Grant, Organisation

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "baotou-2025"
PASSWORD = "shanhe-test-2025"  # noqa: S105 - of accounts that live as long as a test


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out on PostgreSQL what does not hang on it, but where there is time."""
    on_server = connection.vendor == "postgresql" and not os.environ.get("SHANHE_FUZZ")
    once = pytest.mark.skip(reason="does not hang on the database; it is asked on SQLite")
    for item in items if on_server else ():
        if item.get_closest_marker("any_database"):
            item.add_marker(once)


@dataclass
class Office:
    """Bodies by name, people by log-in name, and the key of the example."""

    admin: Actor
    bodies: dict[str, int] = field(default_factory=dict)
    book: int = 0

    def body(self, name: str, level: str, parent: str, place: str = "") -> int:
        self.bodies[name] = organisations.add_organisation(
            self.admin, name=name, level=level, parent=self.bodies[parent], place=place
        )
        return self.bodies[name]

    def person(self, login: str, body: str, *roles: Role) -> Actor:
        accounts.add_account(self.admin, login=login, name=login, organisation=self.bodies[body])
        account = Account.objects.get(login=login)
        account.set_password(PASSWORD)
        account.must_change = False
        account.save()
        for role in roles:
            accounts.grant(
                self.admin, account=account.pk, role=role, organisation=self.bodies[body]
            )
        return actor_of(account)

    def __getitem__(self, login: str) -> Actor:
        return actor_of(Account.objects.get(login=login))


COUNTIES = {"东河区": "donghe", "土右旗": "tuyou", "固阳县": "guyang"}


@transaction.atomic
def staffed() -> Office:
    """Return an office with bodies and people, without a programme."""
    root = Organisation.objects.create(name="部级", level="部")
    account = Account.objects.create(
        login="admin", name="系统管理员", organisation=root, must_change=False
    )
    account.set_password(PASSWORD)
    account.save()
    given = Grant.objects.create(account=account, role=Role.ADMINISTRATOR.value, organisation=root)
    append(None, account, [Said(action=Act.GRANT, texts=stands(given))])
    office = Office(actor_of(account), {"部级": root.pk})
    office.body("内蒙古自治区", "省", "部级")
    office.body("包头市", "市", "内蒙古自治区")
    office.body("呼和浩特市", "市", "内蒙古自治区")
    for place, login in COUNTIES.items():
        office.body(f"{place}自然资源局", "县", "包头市", place)
        office.person(login, f"{place}自然资源局", Role.COUNTY_REPORTER)
    office.person("donghe_reviewer", "东河区自然资源局", Role.COUNTY_REVIEWER)
    office.person("city", "包头市", Role.CITY_OFFICE)
    office.person("city2", "包头市", Role.CITY_OFFICE)
    office.person("finance", "包头市", Role.CITY_FINANCE)
    office.person("other_city", "呼和浩特市", Role.CITY_OFFICE)
    office.person("province", "内蒙古自治区", Role.PROVINCIAL_REVIEWER)
    office.person("ministry", "部级", Role.MINISTRY_READER)
    office.person("auditor", "包头市", Role.AUDITOR)
    return office


@pytest.fixture(autouse=True)
def quick_passwords(settings: Any) -> None:
    """Slow hashing is for real doors."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session", autouse=True)
def one_look_for_static_files() -> Iterator[None]:
    """Every visitor of a test has a server of its own, which would look through all folders again."""
    look, found = WhiteNoiseMiddleware.add_files_from_finders, dict[str, Any]()

    def once(server: WhiteNoiseMiddleware) -> None:
        if not found:
            look(server)
            found.update(server.files)
        server.files.update(found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", once)
        yield


@pytest.fixture(scope="session")
def made_office(django_db_setup: None, django_db_blocker: Any) -> Office:  # noqa: ARG001 - the order
    """Make the office once; each test changes it in a transaction that is undone."""
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with django_db_blocker.unblock(), override_settings(PASSWORD_HASHERS=hashers):
        made = staffed()
        made.book = loading.load(made["city"], EXAMPLE)
    return made


@pytest.fixture
def office(made_office: Office, db: None) -> Office:  # noqa: ARG001 - the database of the test
    """Return an office with the example loaded by the city; what a test adds goes with it."""
    return replace(made_office, bodies=dict(made_office.bodies))


Done = Callable[..., str]


@pytest.fixture
def done(office: Office, capsys: pytest.CaptureFixture[str]) -> Done:
    """Run ``shanhe office`` in this process, and return what it says."""
    del office

    def run(*words: object, lang: str = "zh") -> str:
        commands(lang).main(["office", *map(str, words)], "shanhe", standalone_mode=False)
        return capsys.readouterr().out

    return run
