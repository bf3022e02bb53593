"""Twenty people of a city, ready to work; prints them as JSON.

python tests/office/crowd.py make PEOPLE     logins with cookies, the first with passwords, some with keys
python tests/office/crowd.py left            what the database and the folder of files hold, and what is wrong
"""

import json
import sys
from pathlib import Path

from shanhe.app.office.first_start import open_office

open_office(settings="shanhe.web.settings")

from django.conf import settings  # noqa: E402 - after it is open
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.test.utils import override_settings  # noqa: E402

from shanhe.app.office import accounts, drafting  # noqa: E402
from shanhe.app.office.example import load_example  # noqa: E402
from shanhe.app.office.machine import in_the_name_of  # noqa: E402
from shanhe.app.office.people import actor_of  # noqa: E402
from shanhe.app.office.rights import Role  # noqa: E402
from shanhe.app.office.submissions import Reported  # noqa: E402
from shanhe.app.office.tokens import make_key  # noqa: E402
from shanhe.store import files  # noqa: E402
from shanhe.store.models import (  # noqa: E402
    Account,
    Audit,
    Book,
    Edition,
    Entry,
    File,
    Layer,
    Lock,
    Organisation,
    Submission,
)

PASSWORD = "shanhe-test-2025"  # noqa: S105 - of accounts that live as long as a test
AT_THE_DOOR, WITH_KEYS = 2, 4
_QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
"""For one-time passwords that nobody uses; slow hashing is for real doors."""


def make(people: int) -> dict[str, object]:
    """Make the example with more people, and return who can come in how."""
    with override_settings(PASSWORD_HASHERS=_QUICK):
        load_example()
    Account.objects.update(must_change=False)
    city = Organisation.objects.get(name="包头市")
    crowd = [_person(f"crowd{n}", city, n) for n in range(people)]
    named = {login: _cookie(Account.objects.get(login=login)) for login in ("city", "donghe")}
    reporter = in_the_name_of("donghe")
    draft = drafting.begin(reporter, Book.objects.get().pk, "progress", "十二月")
    drafting.save(reporter, draft, [Reported({"indicator": "矿山生态修复面积"})], 1)
    return {"book": Book.objects.get().pk, "draft": draft, "body": city.pk, "crowd": crowd, **named}


def _person(login: str, city: Organisation, number: int) -> dict[str, str]:
    account = Account.objects.create(
        login=login, name=f"经办人{number}", organisation=city, must_change=False
    )
    account.set_unusable_password()
    account.save()
    administrator = in_the_name_of("admin")
    accounts.grant(administrator, account=account.pk, role=Role.CITY_OFFICE, organisation=city.pk)
    if number < AT_THE_DOOR:
        account.set_password(PASSWORD)
        account.save()
        return {"login": login, "password": PASSWORD}
    if number < AT_THE_DOOR + WITH_KEYS:
        return {"key": make_key(actor_of(account), name="测试", scopes=["write"], days=1)}
    return {"cookie": _cookie(account)}


def _cookie(account: Account) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def left() -> dict[str, object]:
    """Return what there is, and what is there in part alone."""
    kept = {path.name for path in Path(settings.FILES).rglob("*") if path.is_file()}
    said = [
        {"row": e.row, "amount": (e.texts or {}).get("amount", ""), "was": e.was}
        for e in Entry.objects.filter(sheet="regional_targets", was__gt=0, action="put")
    ]
    return {
        "amended": said,
        "books": sorted(Book.objects.values_list("name", flat=True)),
        "editions": Edition.objects.count(),
        "layers": Layer.objects.count(),
        "checks": Audit.objects.count(),
        "waiting": Audit.objects.filter(result__state__isnull=True).count(),
        "evidence": sum(
            len(row["evidence"]) for one in Submission.objects.all() for row in one.rows
        ),
        "wrong": list(_wrong()),
        "unnamed": len(kept - _digests()),
    }


def _digests() -> set[str]:
    named = set(File.objects.values_list("digest", flat=True))
    return named.union(*(one.papers.values() for one in Edition.objects.all()))


def _wrong() -> "list[str]":
    found = [f"no bytes {one}" for one in _digests() if not _is_whole(one)]
    editions = Edition.objects.all()
    found += [f"edition {one.pk}" for one in editions if one.lock is None or not one.papers]
    found += [f"lock {one.pk}" for one in Lock.objects.filter(editions=None)]
    freezes = Entry.objects.filter(action="freeze").count()
    if freezes != Edition.objects.count():
        found.append(f"{freezes} entries of editions")
    found += [f"empty book {b}" for b in Book.objects.filter(lines=None)]
    layers = Layer.objects.all()
    found += [f"layer {one.pk}" for one in layers if one.plots.count() != one.count]
    rows = [row for one in Submission.objects.all() for row in one.rows]
    named = {digest for row in rows for digest in row["evidence"]}
    known = set(File.objects.values_list("digest", flat=True))
    return [*found, *(f"no row of {digest}" for digest in named - known)]


def _is_whole(digest: str) -> bool:
    try:
        files.fetch(digest)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    print(json.dumps(make(int(sys.argv[2])) if sys.argv[1] == "make" else left()))
