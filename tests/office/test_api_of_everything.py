"""What the pages came to do later, machines do too: history, plots, checks, findings, editions."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from shanhe.app.office import checks, plot_page, submissions, summary
from shanhe.app.office.people import STRANGER
from shanhe.store import files
from shanhe.store.models import Account, Audit, Edition, File, Layer, Reply, Submission

from .conftest import Office
from .doors import PDF
from .layers import ROWS, layer
from .test_api import REPORT, Machine, error
from .test_editions import frozen, published

JSON: dict[str, Any] = {"content_type": "application/json"}


def person(login: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(login=login))
    return client


def begun(office: Office, login: str = "donghe") -> tuple[Machine, int, dict[str, Any]]:
    """Return a county's machine, the key of a draft with its own lines, and the draft."""
    county = Machine(office, login, "report")
    new = {"sheet": "subprojects", "title": "子项目", "filled": True}
    key = county.post(f"programmes/{office.book}/submissions", new).json()["key"]
    return county, key, county.get(f"submissions/{key}").json()


def test_whether_the_year_will_be_met_is_told_as_on_the_page(office: Office) -> None:
    summary.refresh(office.book)
    told = Machine(office, "city", "read").get(f"programmes/{office.book}/outlook").json()
    paces = [one["pace"] for one in told["indicators"]]
    assert told["outlook"] in {"missed", "at_risk"}
    assert {"short", "behind"} & set(paces)
    assert told["behind"] == paces.count("behind")
    assert told["unclear"] == paces.count("open")
    assert Machine(office, "city", "read").get("programmes/99999/outlook").status_code == 404


def test_history_is_paged_by_number_and_narrowed(office: Office) -> None:
    city, address = Machine(office, "city", "read"), f"programmes/{office.book}/history"
    first = city.get(address).json()
    assert len(first["entries"]) == 50
    second = city.get(f"{address}?before={first['older']}").json()
    assert second["entries"][0]["number"] == first["older"] - 1
    targets = city.get(f"{address}?sheet=targets&who=city").json()["entries"]
    assert {(one["sheet"], one["who"]) for one in targets} == {("targets", "city")}
    line = city.get(f"{address}/targets/{targets[0]['row']}").json()
    assert [one["row"] for one in line["entries"]] == [targets[0]["row"]]
    assert line["entries"][0]["fields"][0]["new"]
    assert city.get(f"{address}?sheet=nothing").status_code == 404
    assert city.get(f"{address}?since=gestern").status_code == 422


def test_a_programme_is_verified(office: Office) -> None:
    found = Machine(office, "auditor", "read").post(f"programmes/{office.book}/verify").json()
    assert found["breaks"] == []
    assert found["entries"] > 100
    refused = Machine(office, "tuyou", "read").post(f"programmes/{office.book}/verify")
    assert (refused.status_code, "查看变更记录" in error(refused)["zh"]) == (403, True)


def test_the_office_is_verified_by_its_administrator_in_person(office: Office) -> None:
    frozen(office)
    digest = next(iter(Edition.objects.get().papers.values()))
    assert Machine(office, "admin", "read").post("verify").status_code == 403
    assert person("admin").post("/api/verify").json()["breaks"] == []
    path = files.path_of(digest)
    data = path.read_bytes()
    path.write_bytes(data + b"x")
    try:
        (one,) = person("admin").post("/api/verify").json()["breaks"]
    finally:
        path.write_bytes(data)
    assert (one["kind"], digest[:12] in one["detail"]) == ("file", True)


def test_a_draft_begins_with_what_counts_and_takes_evidence(office: Office) -> None:
    county, key, draft = begun(office)
    assert draft["rows"]
    row, address = draft["rows"][0]["row"], f"submissions/{key}"
    form = {"files": SimpleUploadedFile("验收单.pdf", PDF), "version": draft["version"]}
    kept = county.upload(f"{address}/rows/{row}/files", **form, taken_on="2025-11-01")
    assert kept.status_code == 201
    (file,) = county.get(f"{address}/files").json()
    assert (file["name"], file["kind"], file["taken_on"]) == ("验收单.pdf", "pdf", "2025-11-01")
    got = county.get(f"{address}/files/{file['digest']}")
    assert (got.content, got["X-Content-Type-Options"]) == (PDF, "nosniff")
    for other in ("guyang", "admin", "city"):
        assert Machine(office, other, "read").get(f"{address}/files").status_code == 404
    gone = f"{address}/rows/{row}/files/{file['digest']}"
    stale = county.post(f"{gone}?version={draft['version']}", method="delete")
    assert (stale.status_code, "已由他人保存" in error(stale)["zh"]) == (409, True)
    version = kept.json()["version"]
    assert county.post(f"{gone}?version={version}", method="delete").status_code == 200
    assert county.get(f"{address}/files").json() == []


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [("a.pdf", b"MZ\x90\0", 415), ("a.exe", b"%PD", 415), ("a.pdf", b"", 422)],
)
def test_evidence_is_told_by_its_content(
    office: Office, name: str, data: bytes, status: int
) -> None:
    county, key, draft = begun(office)
    form = {"files": SimpleUploadedFile(name, data), "version": draft["version"]}
    address = f"submissions/{key}/rows/{draft['rows'][0]['row']}/files"
    refused = county.upload(address, **form)
    assert (refused.status_code, bool(error(refused)["zh"])) == (status, True)
    assert not File.objects.exists()


def test_a_draft_is_thrown_away_before_it_is_handed_in(office: Office) -> None:
    county, key, draft = begun(office)
    assert county.post(f"submissions/{key}/renew", {"version": 1}).json() == {"version": 2}
    assert county.post(f"submissions/{key}?version=1", method="delete").status_code == 409
    assert county.post(f"submissions/{key}?version=2", method="delete").status_code == 204
    assert not Submission.objects.exists()
    assert draft["state"] == submissions.State.DRAFT


def test_plots_are_handed_in_listed_and_given_out_as_geojson(office: Office) -> None:
    city, address = Machine(office, "city", "write"), f"programmes/{office.book}/plots"
    assert city.get(address).json()["layer"] is None
    assert city.get(f"{address}/list").status_code == 404
    made = city.upload(address, layer=SimpleUploadedFile("图斑.gpkg", layer()))
    assert made.status_code == 201
    key = made.json()["key"]
    page = city.get(address).json()
    assert (page["layer"]["key"], page["layer"]["count"]) == (key, 3)
    listed = city.get(f"{address}/list?region=东河区").json()
    assert [one["code"] for one in listed["rows"]] == ["A-01"]
    given = city.get(f"{address}/{key}/geojson")
    assert given["Content-Type"] == "application/geo+json"
    features = json.loads(b"".join(given.streaming_content))["features"]
    assert [one["properties"]["code"] for one in features] == [row[0] for row in ROWS]
    assert features[0]["properties"]["square_metres"] == "9412.90"
    assert features[0]["geometry"]["type"] == "Polygon"
    assert city.get(f"{address}/problems").content == plot_page.problems_csv(
        office["city"], office.book
    )
    assert city.get(f"{address}/{key + 1}/geojson").status_code == 404
    assert Machine(office, "other_city", "read").get(f"{address}/{key}/geojson").status_code == 404


def test_a_layer_with_unsure_columns_is_asked_about(office: Office) -> None:
    city, address = Machine(office, "city", "write"), f"programmes/{office.book}/plots"
    data = layer("geojson", names=("甲", "乙", "丙", "丁"))
    asked = city.upload(address, layer=SimpleUploadedFile("图斑.geojson", data))
    assert asked.status_code == 202
    wanted = {"code": "甲", "region": "乙", "state": "丙", "area": "丁", "unit": "公顷"}
    made = city.post(f"{address}/columns", {"file": asked.json()["file"], "columns": wanted})
    assert made.status_code == 201
    assert Layer.objects.get(is_current=True).pk == made.json()["key"]
    refused = city.upload(address, layer=SimpleUploadedFile("图斑.gpkg", b"nothing"))
    assert (refused.status_code, bool(error(refused)["zh"])) == (422, True)


def test_a_report_is_checked_in_its_turn_answered_and_taken_home(office: Office) -> None:
    county = Machine(office, "tuyou", "check", "report", "write")
    report = SimpleUploadedFile(REPORT.name, REPORT.read_bytes())
    handed = county.upload("checks", report=report, book=office.book)
    assert handed.status_code == 202
    address = f"checks/{handed.json()['key']}"
    assert county.get(address).json()["row"]["state"] == "waiting"
    assert county.get(f"{address}/papers/json").status_code == 409
    assert checks.check_off() == 1
    found = county.get(address).json()
    assert (found["row"]["state"], found["compared"]) == ("audited", True)
    assert len(county.get(f"{address}?level=error").json()["cards"]) == found["counts"]["error"] > 0
    assert county.get(f"{address}?lang=en").json()["cards"][0] != found["cards"][0]
    said = {"finding": found["cards"][0]["card"]["key"], "reply": "说明"}
    assert county.post(f"{address}/answers", said).status_code == 422
    card = county.post(f"{address}/answers", {**said, "reason": "以批复为准"}).json()
    assert (card["standing"], card["answer"]["reason"]) == ("settled", "以批复为准")
    assert json.loads(county.get(f"{address}/papers/json").content)["documents"]
    assert county.get(f"{address}/papers/docx").content.startswith(b"PK")
    assert county.get(f"{address}/papers/file").content == REPORT.read_bytes()
    assert county.get("checks").json()["rows"][0]["key"] == handed.json()["key"]
    assert Machine(office, "guyang", "check").get(address).status_code == 404
    assert Machine(office, "guyang", "check").get("checks").json()["rows"] == []


def test_findings_are_listed_and_answered(office: Office) -> None:
    summary.refresh(office.book)
    city, address = Machine(office, "city", "write"), f"programmes/{office.book}/findings"
    page = city.get(f"{address}?severity=error").json()
    first = page["findings"][0]
    assert {one["severity"] for one in page["findings"]} == {"error"}
    assert city.post(f"{address}/{first['key']}", {"reply": "不"}).status_code == 422
    assert city.post(f"{address}/{first['key']}", {"reply": "说明"}).status_code == 422
    assert city.post(f"{address}/nothing", {"reply": "接受"}).status_code == 404
    assert city.post(f"{address}/{first['key']}", {"reply": "接受"}).status_code == 204
    assert Reply.objects.get().finding == first["key"]
    settled = city.get(f"{address}?standing=settled&lang=en").json()["findings"]
    assert [one["key"] for one in settled] == [first["key"]]
    assert settled[0]["message"] != first["message"]


def test_every_cell_of_the_form_has_its_origin(office: Office) -> None:
    city, address = Machine(office, "city", "read"), f"programmes/{office.book}/evaluation"
    page = city.get(address).json()
    cell = page["indicators"][0]["cells"][0]
    assert cell["text"]
    assert (cell["origin"]["sheet"], cell["origin"]["who"]) == ("targets", "city")
    words = city.get(f"{address}/words/management").json()
    assert words["lines"][0]["origin"]["sheet"] == "management"
    assert city.get(f"{address}/words/targets").status_code == 404
    name = city.get(f"{address}/drafts").json()[0]
    assert city.get(f"{address}/drafts/{name}").content.startswith(b"PK")
    assert city.get(f"{address}/drafts/evaluation.json").status_code == 404


def test_editions_are_for_people_and_what_is_public_for_everybody(office: Office) -> None:
    key = Machine(office, "city", "write", "review", "report")
    address = f"/api/programmes/{office.book}/editions"
    refused = key.post(f"programmes/{office.book}/editions")
    assert (refused.status_code, "自评定稿" in error(refused)["zh"]) == (403, True)
    city, other = person("city"), person("city2")
    edition = city.post(address, {}, **JSON).json()["key"]
    assert city.post(address, {}, **JSON).status_code == 423
    one = f"/api/editions/{edition}"
    assert Client().get("/api/public").json()["lines"] == []
    assert Client().get(f"/api/public/{edition}").status_code == 404
    assert city.post(f"{one}/sign").status_code == 403
    assert city.post(f"{one}/publish").status_code == 409
    assert other.post(f"{one}/sign").status_code == 204
    assert city.post(f"{one}/publish").status_code == 204
    (shown,) = city.get(address).json()
    assert (shown["state"], shown["signed"]["who"]) == ("published", "city2")
    name = shown["papers"][0][0]
    assert person("auditor").get(f"{one}/papers/{name}").status_code == 200
    assert person("other_city").get(f"{one}/papers/{name}").status_code == 404
    assert city.post(f"{one}/correct", {"why": " "}, **JSON).status_code == 422
    assert city.post(f"{one}/correct", {"why": "核减"}, **JSON).status_code == 204


def test_strangers_read_what_is_published_and_no_more(office: Office) -> None:
    key, client = published(office), Client()
    (line,) = client.get("/api/public").json()["lines"]
    assert line["key"] == key
    page = client.get(f"/api/public/{key}").json()
    assert page["listing"].count("\n") > len(page["papers"]) - 1
    for name in page["papers"]:
        assert client.get(f"/api/public/{key}/papers/{name}").status_code == 200
    inside = set(Edition.objects.get().papers) - set(page["papers"])
    assert inside
    for name in inside:
        refused = client.get(f"/api/public/{key}/papers/{name}")
        assert (refused.status_code, bool(error(refused)["zh"])) == (404, True)
    assert client.get(f"/api/programmes/{office.book}").status_code == 401
    assert STRANGER.rights == ()


def test_targets_and_money_are_those_of_their_pages(office: Office) -> None:
    city, address = Machine(office, "city", "read"), f"programmes/{office.book}"
    targets = city.get(f"{address}/targets").json()
    assert targets["problems"] == []
    assert targets["tables"][0]["rows"][0]["cells"][0]["text"]
    split = targets["splits"][0]
    assert len(split["rows"][0]["parts"]) == len(split["regions"])
    whole = city.get(f"{address}/money").json()
    early = city.get(f"{address}/money?on=2025-01-01").json()
    assert early["on"] == "2025-01-01"
    assert whole["balances"] != early["balances"]
    assert city.get(f"{address}/money?on=heute").status_code == 422


def test_programmes_are_compared_by_who_may(office: Office) -> None:
    summary.refresh(office.book)
    page = Machine(office, "province", "read").get("province?year=2025&sort=name&down=false").json()
    (row,) = page["rows"]
    assert (row["key"], row["is_computed"], page["total"]["programmes"]) == (office.book, True, 1)
    assert Machine(office, "ministry", "read").get("province?year=2024").json()["rows"] == []
    refused = Machine(office, "tuyou", "read").get("province")
    assert (refused.status_code, "查看全省汇总" in error(refused)["zh"]) == (403, True)


def test_accounts_are_made_from_a_table_all_or_none(office: Office) -> None:
    admin = person("admin")
    row = "li,李四,包头市,审计,,"
    wrong = admin.post("/api/accounts/import", {"block": f"{row}\nwang,王五,没有,审计,,"}, **JSON)
    assert wrong.status_code == 422
    assert error(wrong)["problems"][0]["row"] == 1
    assert not Account.objects.filter(login="li").exists()
    (made,) = admin.post("/api/accounts/import", {"block": row}, **JSON).json()
    assert Account.objects.get(login="li").check_password(made["password"])
    body = office.bodies["包头市"]
    place = admin.post(f"/api/organisations/{body}/place", {"place": "包头"}, **JSON)
    assert place.status_code == 204


def test_what_a_page_offers_to_choose_is_told(office: Office) -> None:
    """Keys of bodies and programmes, which the lists of pages hold, to whoever needs them."""
    city, admin = Machine(office, "city", "write"), person("admin")
    (owner, *below) = city.get("owners").json()
    assert owner == {"key": office.bodies["包头市"], "name": "包头市"}
    bodies = city.get(f"programmes/{office.book}/locks/bodies")
    assert bodies.json() == [], "a key gives nobody a later day"
    in_person = person("city").get(f"/api/programmes/{office.book}/locks/bodies").json()
    assert in_person == [owner, *below]
    assert city.get("workbooks/empty").content.startswith(b"PK")
    refused = Machine(office, "tuyou", "read").get("owners")
    assert (refused.status_code, "导入项目" in error(refused)["zh"]) == (403, True)
    key = Account.objects.get(login="tuyou").pk
    shown = admin.get(f"/api/accounts/{key}").json()
    assert [book["key"] for book in shown["books"]] == [office.book]
    assert shown["person"]["login"] == "tuyou"
    assert ["审计", "查看项目、查看填报单、查看变更记录、查看全省汇总、核查报告"] in shown["roles"]
    assert person("city").get(f"/api/accounts/{key}").status_code == 403


def test_a_report_too_many_is_told(office: Office) -> None:
    machine = Machine(office, "tuyou", "check")
    for _ in range(20):
        machine.upload("checks", report=SimpleUploadedFile("a.txt", "面积12公顷".encode()))
    refused = machine.upload("checks", report=SimpleUploadedFile("a.txt", b"x"))
    assert (refused.status_code, Audit.objects.count()) == (429, 20)
