"""The Baotou example in an office: bodies, a person for each role, the programme."""

from dataclasses import dataclass

from shanhe.app.examples import example_folder
from shanhe.app.office import accounts, loading, organisations
from shanhe.app.office.people import actor_of
from shanhe.app.office.rights import Actor, Role
from shanhe.store.models import Account, Organisation

_PROVINCE, _CITY = "内蒙古自治区", "包头市"
_COUNTIES = {"东河区": "donghe", "土右旗": "tuyou", "固阳县": "guyang"}
_OFFICE = (
    ("city", "市级经办人", _CITY, Role.CITY_OFFICE),
    ("city2", "市级负责人", _CITY, Role.CITY_OFFICE),
    ("finance", "市财政经办人", _CITY, Role.CITY_FINANCE),
    ("province", "自治区审核人", _PROVINCE, Role.PROVINCIAL_REVIEWER),
    ("auditor", "审计人员", _PROVINCE, Role.AUDITOR),
)


@dataclass(frozen=True, slots=True)
class Person:
    """An account of the example, with its one-time password."""

    login: str
    password: str
    role: str
    organisation: str


def load_example() -> list[Person]:
    """Make the example in an office that has its administrator alone, and return who can log in."""
    admin = _administrator()
    root = Organisation.objects.get(parent=None).pk
    province = organisations.add_organisation(admin, name=_PROVINCE, level="省", parent=root)
    city = organisations.add_organisation(admin, name=_CITY, level="市", parent=province)
    people = [_person(admin, *one) for one in _OFFICE]
    for place, login in _COUNTIES.items():
        body = f"{place}自然资源局"
        organisations.add_organisation(admin, name=body, level="县", parent=city, place=place)
        people.append(_person(admin, login, f"{place}填报人", body, Role.COUNTY_REPORTER))
        people.append(
            _person(admin, f"{login}_shenhe", f"{place}审核人", body, Role.COUNTY_REVIEWER)
        )
    office = actor_of(_allowed(Account.objects.get(login="city")))
    loading.load(office, example_folder())
    return people


def _administrator() -> Actor:
    """Return the administrator, whose one-time password does not bind the first start."""
    return actor_of(_allowed(Account.objects.get(login="admin")))


def _allowed(account: Account) -> Account:
    account.must_change = False  # in memory alone; the door still asks for a new password
    return account


def _person(admin: Actor, login: str, name: str, body: str, role: Role) -> Person:
    key = Organisation.objects.get(name=body).pk
    password = accounts.add_account(admin, login=login, name=name, organisation=key)
    account = Account.objects.get(login=login)
    accounts.grant(admin, account=account.pk, role=role, organisation=key)
    return Person(login, password, role.value, body)
