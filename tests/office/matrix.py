"""The table of rights as data, and an office with everybody and everything that it speaks of."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from ruamel.yaml import YAML

from shanhe.app.office import accounts, drafting
from shanhe.app.office.people import STRANGER
from shanhe.app.office.rights import Action, Actor, Role, Scope
from shanhe.app.office.submissions import Reported
from shanhe.store.models import Account, Book, Grant, Organisation

from .conftest import Office
from .test_submissions import FIGURE

_TABLE = YAML(typ="safe").load(Path(__file__).with_name("rights.yaml"))
PEOPLE: dict[str, dict[str, list[str]]] = _TABLE["people"]
OBJECTS: dict[str, dict[str, str]] = _TABLE["objects"]
KINDS: dict[str, str] = _TABLE["actions"]


@dataclass(frozen=True)
class Cell:
    """One question of the table, and its answer."""

    person: str
    action: Action
    thing: str
    allowed: bool


def cells(person: str) -> list[Cell]:
    """Return every question about one person."""
    return [
        Cell(person, Action(word), thing, thing in PEOPLE[person].get(word, ()))
        for word, kind in KINDS.items()
        for thing, what in OBJECTS.items()
        if what["kind"] == kind
    ]


@dataclass
class Everything:
    """Keys of programmes by name; of drafts and of submissions handed in, by name of the object."""

    office: Office
    programmes: dict[str, int]
    drafts: dict[str, int]
    handed_in: dict[str, int]

    def actor(self, person: str) -> Actor:
        """Return a person of the table."""
        return STRANGER if person == "stranger" else self.office[person]

    def scope(self, thing: str, action: Action) -> Scope:
        """Return where an action on an object happens."""
        what = OBJECTS[thing]
        if what["kind"] == "office":
            return Scope(Organisation.objects.get(parent=None).path)
        path = Organisation.objects.get(pk=self.office.bodies[what["organisation"]]).path
        book = self.programmes[what.get("programme", thing)]
        return Scope(path, book, within=action is Action.READ)


def everything(office: Office) -> Everything:
    """Make whoever and whatever the table speaks of."""
    _people(office)
    owners = {
        name: what["organisation"] for name, what in OBJECTS.items() if "programme" in what["kind"]
    }
    programmes = {"包头项目": office.book}
    for name, owner in owners.items():
        if name not in programmes:
            made = Book.objects.create(organisation_id=office.bodies[owner], name=name, year=2025)
            programmes[name] = made.pk
    counties = {"东河区填报单": ("donghe", "东河区"), "土右旗填报单": ("tuyou", "土右旗")}
    drafts = {thing: _draft(office, *who)[0] for thing, who in counties.items()}
    handed_in = {}
    for thing, who in counties.items():
        key, version = _draft(office, *who)
        drafting.submit(office[who[0]], key, version)
        handed_in[thing] = key
    return Everything(office, programmes, drafts, handed_in)


def _draft(office: Office, login: str, place: str) -> tuple[int, int]:
    key = drafting.begin(office[login], office.book, "progress", "11月进展")
    rows = [Reported({**FIGURE, "region": place})]
    return key, drafting.save(office[login], key, rows, 1)


def _people(office: Office) -> None:
    limited = office.person("limited", "包头市")
    accounts.grant(
        office.admin,
        account=limited.account,
        role=Role.AUDITOR,
        organisation=office.bodies["包头市"],
        book=office.book,
    )
    for login in ("expired", "stopped", "must_change"):
        office.person(login, "包头市", Role.CITY_OFFICE)
    yesterday = timezone.localdate() - timedelta(days=1)
    Grant.objects.filter(account__login="expired").update(until=yesterday)
    Account.objects.filter(login="stopped").update(is_active=False)
    Account.objects.filter(login="must_change").update(must_change=True)
