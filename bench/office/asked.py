"""Who visits what, and how many queries each page asks; prints JSON.

SHANHE_DATA=… SHANHE_DATABASE_URL=… python bench/office/asked.py
"""

import json
import random
import statistics
import time
from datetime import date, timedelta

from shanhe.app.office.first_start import open_office

open_office(settings="shanhe.web.settings")

from django.conf import settings  # noqa: E402 - after it is open
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from shanhe.app.office import drafting, reviewing  # noqa: E402
from shanhe.app.office.machine import in_the_name_of  # noqa: E402
from shanhe.app.office.submissions import Reported, submission  # noqa: E402
from shanhe.store.models import Account, Book  # noqa: E402

PAGES, ACCEPTED = 200, 40
VALUE = {"region": "土右旗", "indicator": "矿山生态修复面积", "unit": "公顷"}
BACKEND = settings.AUTHENTICATION_BACKENDS[-1]
FRAMEWORKS = "django.contrib.auth.backends.ModelBackend"
"""What the empty page knows people by, as a new project does."""


def cookie(login: str, backend: str = BACKEND) -> str:
    """Return the cookie of somebody who is logged in, without the slow check of a password."""
    account = Account.objects.get(login=login)
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = backend
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def asked(ministry: str) -> list[dict[str, str]]:
    """Return visits to programme pages and to the province view, mixed, in an order that repeats."""
    rolled = random.Random(20251231)
    keys = list(Book.objects.values_list("pk", flat=True))
    province = cookie("province1")
    view = reverse("province")
    found = []
    for _ in range(PAGES):
        address = reverse("programme", args=[rolled.choice(keys)])
        found.append({"kind": "programme", "address": address, "cookie": ministry})
        who = rolled.choice([ministry, province])
        found.append({"kind": "province view", "address": view, "cookie": who})
    return found


def queries() -> dict[str, int]:
    """Return how many queries each kind of page asks the database."""
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(Account.objects.get(login="ministry"), backend=BACKEND)
    counts = {}
    key = Book.objects.order_by("-pk").values_list("pk", flat=True)[0]
    for kind, address in (
        ("home", reverse("home")),
        ("programme", reverse("programme", args=[key])),
        ("province view", reverse("province")),
    ):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address)
        assert answer.status_code == 200, (kind, answer.status_code)
        counts[kind] = len(captured)
    return counts


def accepting() -> dict[str, float]:
    """Return milliseconds of accepting one value: the median and the 95th percentile."""
    county, city = in_the_name_of("tuyou"), in_the_name_of("city")
    book = Book.objects.order_by("pk").first()
    assert book is not None
    took = []
    for turn in range(ACCEPTED):
        key = drafting.begin(county, book.pk, "progress", f"第{turn + 1}次")
        day = date(2025, 1, 1) + timedelta(days=turn)
        row = Reported({**VALUE, "when": day.isoformat(), "amount": f"{turn}.5"})
        version = drafting.save(county, key, [row], submission(county, key).version)
        drafting.submit(county, key, version)
        reviewing.pass_on(in_the_name_of("tuyou_shenhe"), key)
        begin = time.perf_counter()
        reviewing.accept(city, key)
        took.append((time.perf_counter() - begin) * 1000)
    return {"median": statistics.median(took), "p95": sorted(took)[int(len(took) * 0.95)]}


if __name__ == "__main__":
    ministry = cookie("ministry")
    visits, counted = asked(ministry), queries()
    who = cookie("ministry", FRAMEWORKS)
    print(json.dumps({"who": who, "visits": visits, "queries": counted, "accepting": accepting()}))
