"""The interface does what the pages do, with the same rights, and says in one shape why it does not."""

import json
from importlib import import_module
from io import BytesIO
from pkgutil import iter_modules
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from ninja import Schema

from shanhe.app.office import sheets, tokens
from shanhe.app.office.books import workbook
from shanhe.store.lines import Change
from shanhe.store.models import Account, Line, Submission
from shanhe.web import api as web_api
from shanhe.web.api.interface import api

from .conftest import EXAMPLE, Office
from .test_submissions import FIGURE, handed_in

REPORT = EXAMPLE.parent / "包头市2025年度自评报告（示例）.docx"


class Machine:
    """A program with a key."""

    def __init__(self, office: Office, login: str, *scopes: str) -> None:
        self.key = tokens.make_key(office[login], name="test", scopes=scopes, days=30)
        self.header = {"authorization": f"Bearer {self.key}"}
        self._client = Client(headers=self.header)

    def get(self, address: str) -> Any:
        return self._client.get(f"/api/{address}")

    def post(self, address: str, body: object = None, method: str = "post") -> Any:
        ask = getattr(self._client, method)
        return ask(f"/api/{address}", json.dumps(body or {}), content_type="application/json")

    def upload(self, address: str, **form: object) -> Any:
        return self._client.post(f"/api/{address}", form)


def error(response: Any) -> dict[str, Any]:
    body = response.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"zh", "en", "problems"}
    for problem in body["error"]["problems"]:
        assert {"place", "found", "expected", "remedy"} <= set(problem)
    return dict(body["error"])


def test_a_programme_is_listed_shown_and_handed_out_as_the_workbook_it_was(office: Office) -> None:
    city = Machine(office, "city", "read")
    (listed,) = city.get("programmes").json()
    assert (listed["key"], listed["year"]) == (office.book, 2025)
    page = city.get(f"programmes/{office.book}").json()
    assert page["head"] == listed
    assert "ACCEPT" not in page["actions"], "the key is for reading"
    got = city.get(f"programmes/{office.book}/workbook")
    assert got.content == workbook(office["city"], office.book)[1]
    assert got["Content-Disposition"].startswith("attachment; filename*=UTF-8''")


def test_a_workbook_brings_the_programme_to_what_it_says(office: Office) -> None:
    before = Line.objects.count()
    name, content = workbook(office["city"], office.book)
    made = Machine(office, "city", "write").upload(
        "programmes",
        workbook=SimpleUploadedFile(name, content),
        organisation=office.bodies["包头市"],
    )
    assert (made.status_code, made.json()) == (201, {"key": office.book})
    assert Line.objects.count() == before


@pytest.mark.parametrize("name", ["a.xlsx", "a.exe", "../../etc/passwd", "a.csv", ""])
def test_what_is_no_workbook_is_told_so(office: Office, name: str) -> None:
    city = Machine(office, "city", "write")
    refused = city.upload("programmes", workbook=BytesIO(b"PK nothing"), organisation="")
    assert refused.status_code == 422
    file = SimpleUploadedFile(name or "x", b"PK nothing")
    said = error(city.upload("programmes", workbook=file, organisation=office.bodies["包头市"]))
    assert said["problems"]


def test_lines_are_changed_and_who_saw_older_ones_is_told_what_changed(office: Office) -> None:
    city = Machine(office, "city", "write")
    address = f"programmes/{office.book}/sheets/regional_targets"
    sheet = city.get(address).json()
    line = sheet["lines"][0]
    old = line["texts"]["amount"]

    def changed(amount: str) -> Any:
        texts = {**line["texts"], "amount": amount}
        wanted = {"row": line["row"], "seen": line["number"], "texts": texts, "why": "核对"}
        return city.post(address, {"lines": [wanted]})

    assert changed("63.00").json() == {"revision": sheet["revision"] + 1}
    second = changed("64.00")
    assert second.status_code == 409
    said = error(second)
    assert "city（包头市）" in said["zh"]
    (problem,) = said["problems"]
    assert (problem["place"]["zh"], problem["found"]["zh"], problem["expected"]["zh"]) == (
        "指标值",
        "63.00",
        old,
    )


def test_a_figure_that_cannot_be_read_is_told_with_row_and_field(office: Office) -> None:
    city = Machine(office, "city", "write")
    address = f"programmes/{office.book}/sheets/regional_targets"
    line = city.get(address).json()["lines"][0]
    texts = {**line["texts"], "amount": "约12"}
    refused = city.post(
        address, {"lines": [{"row": line["row"], "seen": line["number"], "texts": texts}]}
    )
    assert refused.status_code == 422
    (problem,) = error(refused)["problems"]
    assert (problem["row"], problem["field"]) == (0, "amount")
    assert "约12" in problem["found"]["zh"]
    assert problem["remedy"]["zh"]


@pytest.mark.parametrize(
    "line",
    [
        {"texts": {"nothing": "1"}},
        {"texts": {"amount": "1\0"}},
        {"texts": {"amount": "\ud800"}},
        {"texts": {"amount": "1" * 40_000}},
        {"row": "0123456789abcdef", "texts": {"amount": "1"}},
        {"row": "x' OR '1'='1", "seen": 1, "texts": None},
        {"row": "../../secret.key", "seen": 1, "texts": {}},
        {"seen": 3, "texts": {"amount": "1"}},
        {"texts": None},
        {"seen": -1, "texts": None},
        {"texts": {"amount": 12.5}},
    ],
)
def test_a_malformed_line_is_refused_in_words(office: Office, line: dict[str, Any]) -> None:
    city = Machine(office, "city", "write")
    refused = city.post(f"programmes/{office.book}/sheets/regional_targets", {"lines": [line]})
    assert refused.status_code == 422
    assert error(refused)["zh"]


def test_a_submission_goes_all_the_way_up(office: Office) -> None:
    tuyou, city = Machine(office, "tuyou", "report"), Machine(office, "city", "review")
    new = {"sheet": "progress", "title": "11月进展"}
    key = tuyou.post(f"programmes/{office.book}/submissions", new).json()["key"]
    draft = {"version": 1, "rows": [{"texts": FIGURE}]}
    version = tuyou.post(f"submissions/{key}", draft, "put").json()["version"]
    stale = tuyou.post(f"submissions/{key}", draft, "put")
    assert (stale.status_code, error(stale)["problems"]) == (409, [])
    assert tuyou.post(f"submissions/{key}/submit", {"version": version}).status_code == 204
    assert [one["key"] for one in city.get("submissions").json()] == [key]
    assert city.post(f"submissions/{key}/return", {"comment": "请附验收单"}).status_code == 204
    returned = tuyou.get(f"submissions/{key}").json()
    assert (returned["state"], returned["comment"]) == ("returned", "请附验收单")
    assert returned["may"] == ["REPORT"]
    tuyou.post(f"submissions/{key}/submit", {"version": returned["version"]})
    assert city.post(f"submissions/{key}/accept").status_code == 204
    assert Machine(office, "province", "review").post(f"submissions/{key}/confirm").status_code == (
        204
    )
    assert Submission.objects.get(pk=key).state == "confirmed"


def test_a_county_reviewer_passes_on(office: Office) -> None:
    key = handed_in(office, "donghe", region="东河区")
    early = Machine(office, "city", "review").post(f"submissions/{key}/accept")
    assert (early.status_code, "县级审核人" in error(early)["zh"]) == (409, True)
    reviewer = Machine(office, "donghe_reviewer", "review")
    assert reviewer.post(f"submissions/{key}/pass").status_code == 204


def test_a_check_needs_its_report(office: Office) -> None:
    assert Machine(office, "auditor", "check").upload("checks").status_code == 422


def test_closed_sheets_are_for_people(office: Office, client: Client) -> None:
    address = f"programmes/{office.book}/locks"
    refused = Machine(office, "city", "write", "review").post(address, {"why": "年终"})
    assert (refused.status_code, "锁定与延期" in error(refused)["zh"]) == (403, True)
    client.force_login(Account.objects.get(login="city"))
    kind: dict[str, Any] = {"content_type": "application/json"}
    lock = client.post(f"/api/{address}", {"sheet": "progress", "why": "年终"}, **kind).json()[
        "key"
    ]
    new = {"sheet": "progress"}
    county = Machine(office, "tuyou", "report")
    assert county.post(f"programmes/{office.book}/submissions", new).status_code == 423
    body = {"organisation": office.bodies["土右旗自然资源局"], "until": "2099-12-31", "why": "补报"}
    client.post(f"/api/{address}/{lock}/permits", body, **kind)
    assert county.post(f"programmes/{office.book}/submissions", new).status_code == 201
    assert client.post(f"/api/{address}/{lock}/reopen", {"why": "完毕"}, **kind).status_code == 204
    assert client.get(f"/api/{address}").json() == []


def test_accounts_are_for_people(office: Office, client: Client) -> None:
    refused = Machine(office, "admin", "read", "write").get("accounts")
    assert (refused.status_code, "管理机构和账号" in error(refused)["zh"]) == (403, True)
    client.force_login(Account.objects.get(login="admin"))
    kind: dict[str, Any] = {"content_type": "application/json"}
    new = {"login": "new", "name": "新人", "organisation": office.bodies["包头市"]}
    made = client.post("/api/accounts", new, **kind)
    assert made.status_code == 201
    assert Account.objects.get(login="new").check_password(made.json()["password"])
    assert client.post("/api/accounts", new, **kind).status_code == 409
    key = Account.objects.get(login="new").pk
    role = {"role": "审计", "organisation": office.bodies["包头市"]}
    assert client.post(f"/api/accounts/{key}/grants", role, **kind).status_code == 204
    (person,) = [one for one in client.get("/api/accounts").json() if one["key"] == key]
    assert person["roles"][0][1] == "审计 · 包头市"
    assert client.delete(f"/api/grants/{person['roles'][0][0]}").status_code == 204
    assert client.post(f"/api/accounts/{key}/active", {"active": False}, **kind).status_code == 204
    assert client.post(f"/api/accounts/{key}/password").json()["password"]
    body = {"name": "九原区自然资源局", "level": "县", "parent": office.bodies["包头市"]}
    assert client.post("/api/organisations", body, **kind).status_code == 201
    assert "九原区自然资源局" in [one["name"] for one in client.get("/api/organisations").json()]


def test_a_stranger_is_told_how_to_ask(client: Client, office: Office) -> None:
    for address in ("programmes", f"programmes/{office.book}/workbook"):
        refused = client.get(f"/api/{address}")
        assert (refused.status_code, refused["WWW-Authenticate"]) == (401, "Bearer")
        assert "接口令牌" in error(refused)["zh"]
    assert client.post("/api/programmes").status_code == 401


@pytest.mark.parametrize("address", ["nothing/here", "programmes/1,2", "editions/1/papers/%0A"])
@pytest.mark.parametrize("method", ["get", "post", "delete"])
def test_an_address_that_there_is_not_says_so_in_the_same_shape(
    office: Office, address: str, method: str
) -> None:
    client = Client(enforce_csrf_checks=True, headers=Machine(office, "city", "read").header)
    refused = getattr(client, method)(f"/api/{address}")
    assert refused.status_code in {404, 405}
    if refused.status_code == 404:
        error(refused)


def test_a_session_needs_the_csrf_token_and_a_key_does_not(office: Office) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(Account.objects.get(login="tuyou"))
    address, new = f"/api/programmes/{office.book}/submissions", {"sheet": "progress"}
    forged = browser.post(address, new, content_type="application/json")
    assert (forged.status_code, "CSRF" in error(forged)["zh"]) == (403, True)
    browser.get("/keys/")
    token = browser.cookies["csrftoken"].value
    right = browser.post(
        address, new, content_type="application/json", headers={"X-CSRFToken": token}
    )
    assert right.status_code == 201
    assert Submission.objects.count() == 1


def test_a_one_time_password_opens_nothing(office: Office, client: Client) -> None:
    machine = Machine(office, "city", "read")
    Account.objects.filter(login="city").update(must_change=True)
    client.force_login(Account.objects.get(login="city"))
    for refused in (machine.get("programmes"), client.get("/api/programmes")):
        assert (refused.status_code, "一次性密码" in error(refused)["zh"]) == (403, True)


def test_a_conflict_of_a_line_that_is_gone_is_told(office: Office) -> None:
    line = sheets.sheet_page(office["city"], office.book, "documents").lines[-1]
    gone = Change(sheet="documents", row=line.row, texts=None, seen=line.number)
    sheets.change(office["finance"], office.book, [gone])
    finance = Machine(office, "finance", "write")
    wanted = {"row": line.row, "seen": line.number, "texts": dict(line.texts)}
    refused = finance.post(f"programmes/{office.book}/sheets/documents", {"lines": [wanted]})
    assert (refused.status_code, "已被他人删除" in error(refused)["zh"]) == (409, True)


def test_the_description_names_every_shape_once_and_says_what_errors_look_like() -> None:
    described = api.get_openapi_schema(path_prefix="/api/")
    for operations in described["paths"].values():
        for operation in operations.values():
            assert operation["responses"]["4XX"]["content"]["application/json"]["schema"]
    assert "error" in described["components"]["schemas"]["Error"]["properties"]
    rooms = (import_module(f"shanhe.web.api.{one.name}") for one in iter_modules(web_api.__path__))
    shapes = {own for room in rooms for own in vars(room).values() if _is_shape(own)}
    names = [own.__name__ for own in shapes]
    assert len(names) > 60
    assert sorted(names) == sorted(set(names)), "two shapes of one name are described as one"


def _is_shape(own: object) -> bool:
    return isinstance(own, type) and issubclass(own, Schema) and own is not Schema
