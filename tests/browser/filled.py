"""Fill an office with three programmes: an empty one, a usual one, a crowded one.

python -m browser.filled [STATE …]    makes it where the environment says; prints what is needed to look
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from django.test.utils import override_settings

from shanhe.store.connect import connect, migrate

connect(settings="shanhe.web.settings")
migrate()

from bench import large  # noqa: E402 - after the office is open, as all below

from office.conftest import EXAMPLE, Office, staffed  # noqa: E402
from office.doors import PDF, entered, png  # noqa: E402
from office.layers import ROWS, layer, square  # noqa: E402
from shanhe.app.office import (  # noqa: E402
    books,
    check_page,
    checks,
    drafting,
    evidence,
    findings,
    freezing,
    loading,
    locks,
    plots,
    reviewing,
    signing,
    tokens,
    work,
)
from shanhe.app.office.rights import Role  # noqa: E402
from shanhe.app.office.submissions import Reported, submission  # noqa: E402
from shanhe.catalogue.load import load_catalogue  # noqa: E402
from shanhe.documents.formats import csv  # noqa: E402
from shanhe.store.models import Account, Book, Edition, Organisation, Submission, Token  # noqa: E402

LONG = "黄河流域内蒙古段大青山南麓历史遗留废弃矿山生态环境系统治理和山水林田湖草沙一体化保护修复"
FIGURE = {"when": "2025-11-30", "indicator": "矿山生态修复面积", "unit": "公顷", "amount": "12.5"}
Keys = dict[str, list[object]]


def filled(wanted: Sequence[str]) -> dict[str, object]:
    """Make the wanted states; return people and keys of each."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        office = staffed()
        states = {state: _MADE[state](office) for state in wanted}
    while work.check_off() or work.work_off():
        pass
    return {"states": states, "sessions": _sessions()}


def _empty(office: Office) -> dict[str, object]:
    """A programme of which nothing but its name is known, and a person without any."""
    office.body("乌海市", "市", "内蒙古自治区")
    office.person("newcomer", "乌海市", Role.CITY_OFFICE)
    owner = Organisation.objects.get(pk=office.bodies["呼和浩特市"])
    book = Book.objects.create(organisation=owner, name="尚无数据的项目", year=2025).pk
    return {"people": ["other_city", "newcomer", "admin"], "keys": {"book": [book]}}


def _normal(office: Office) -> dict[str, object]:
    """The example, with a submission in each hand, evidence, plots, a check, an edition."""
    office.book = book = loading.load(office["city"], EXAMPLE)
    draft = _reported(office, "tuyou", "土右旗", submit=False)
    handed = _reported(office, "guyang", "固阳县")
    reviewing.send_back(office["city"], _reported(office, "tuyou", "土右旗"), "请附验收单。")
    reviewing.accept(office["city"], _reported(office, "guyang", "固阳县", "2025-12-31"))
    layer_key = plots.upload(office["city"], book, "图斑.gpkg", layer())
    work.work_off()
    _answered(office, book)
    audit = _checked(office, next(EXAMPLE.parent.glob("*.docx")))
    edition = freezing.freeze(office["city"], book)
    signing.sign(office["city2"], edition)
    signing.publish(office["city"], edition)
    freezing.correct(office["city"], edition, "完成值核减")
    locks.close(office["city"], book, "transfers", "资金数据已核定")
    tokens.make_key(office["city"], name="市级平台", scopes=["read"], days=90)
    keys: Keys = {
        "book": [book],
        "submission.key": [draft, handed],
        "audit.key": [audit],
        "keys.key": [Token.objects.latest("pk").pk],
        "edition": [edition],
        "account": [Account.objects.get(login="tuyou").pk],
        "layer": [layer_key],
        "paper": ["form", "report"],
        "words.sheet": ["explanations", "overview", "management"],
        "words_line.sheet": ["explanations"],
        "words_line.row": ["new"],
        "sheet.key": ["targets", "transfers", "programme", "progress"],
        "history_of.sheet": ["transfers"],
        "history_of.row": [office_row(book)],
    }
    return {"people": ["city", "tuyou", "admin", "province"], "keys": keys}


def office_row(book: int) -> str:
    """Return a line of the programme that has a history."""
    return str(books.lines(Book.objects.get(pk=book))["transfers"][0].row)


def _reported(
    office: Office, login: str, region: str, when: str = "2025-11-30", *, submit: bool = True
) -> int:
    key = drafting.begin(office[login], office.book, "progress", f"{when[:7]}进展")
    figures = [Reported({**FIGURE, "region": region, "when": when})]
    version = drafting.save(office[login], key, figures, 1)
    row = submission(office[login], key).rows[0].row
    offered = [
        evidence.Offered("验收现场.png", png(), "2025-11-28", f"{region}采坑"),
        evidence.Offered("验收单.pdf", PDF, "", ""),
    ]
    version = evidence.attach(office[login], key, row, offered, version)
    if submit:
        drafting.submit(office[login], key, version)
    return key


def _answered(office: Office, book: int) -> None:
    page = findings.findings_page(office["city"], book, findings.Wanted())
    findings.answer(office["city"], book, page.findings[0].key, "说明", "按实施方案调整。")


def _checked(office: Office, report: Path, text: str = "") -> int:
    data = text.encode() or report.read_bytes()
    key = checks.hand_in(office["city"], report.name, data, book=office.book)
    checks.check_off()
    page = check_page.check_page(office["city"], key)
    assert isinstance(page, check_page.CheckPage)
    card = page.cards[0].card["key"]
    check_page.answer(office["city"], key, card, reply="接受", reason="", lang="zh")
    return key


def _crowded(office: Office) -> dict[str, object]:
    """Long names, many of everything: what a province may have after some years."""
    large.MINES, large.MONTHS = 60, 2
    with tempfile.TemporaryDirectory() as folder:
        for name, grid in large.large_grids(load_catalogue()).items():
            text = csv.grid_bytes(grid).decode().replace("大型示例项目", f"{LONG}项目")
            (Path(folder) / f"{name}.csv").write_bytes(text.encode())
        office.body(f"{LONG}指挥部办公室", "市", "内蒙古自治区")
        city = office.person("crowd", f"{LONG}指挥部办公室", Role.CITY_OFFICE)
        office.book = book = loading.load(city, Path(folder))
    for number in range(1, 11):
        name = f"第{number}县自然资源和林业草原水利局生态保护修复工作专班"
        office.body(name, "县", f"{LONG}指挥部办公室", f"第{number}县")
        office.person(f"county{number}", name, Role.COUNTY_REPORTER)
        _reported(office, f"county{number}", f"第{number}县")
    shapes = [
        square(110 + n % 20 / 100, 40.5 + n // 20 / 100, 0.012 if n % 9 == 0 else 0.008)
        for n in range(240)
    ]
    rows = [(f"KQ-{n:04}", f"第{n % 10 + 1}县", ROWS[n % 3][2], "30.0") for n in range(240)]
    layer_key = plots.upload(city, book, "图斑.gpkg", layer("gpkg", shapes, rows))
    work.work_off()
    text = "2025年度绩效自评报告\n" + "".join(
        f"第{n}县矿山生态修复面积目标{n + 400}.33公顷，实际完成12.92公顷，完成率{n}%。\n"
        for n in range(40)
    )
    audit = checks.hand_in(city, f"{LONG}2025年度绩效自评报告（修改稿）.txt", text.encode())
    draft = drafting.begin(office["county1"], book, "actuals", "年度自评数据", filled=True)
    checks.check_off()
    edition = freezing.freeze(city, book)
    office.person("crowd2", f"{LONG}指挥部办公室", Role.CITY_OFFICE)
    signing.sign(office["crowd2"], edition)
    signing.publish(city, edition)
    keys: Keys = {
        "book": [book],
        "submission.key": [draft, submission_of(office)],
        "audit.key": [audit],
        "edition": [Edition.objects.latest("pk").pk],
        "account": [Account.objects.get(login="crowd").pk],
        "layer": [layer_key],
        "paper": ["form", "report"],
        "words.sheet": ["explanations"],
        "words_line.sheet": ["explanations"],
        "words_line.row": ["new"],
        "sheet.key": ["regional_targets", "payments", "programme"],
        "history_of.sheet": ["targets"],
        "history_of.row": [office_row(book)],
    }
    return {"people": ["crowd", "county1", "admin", "province"], "keys": keys}


def submission_of(office: Office) -> int:
    """Return the latest submission that the city sees."""
    return Submission.objects.filter(book=office.book, state="submitted").latest("pk").pk


def _sessions() -> dict[str, str]:
    """Return a session of everybody, by log-in."""
    logins = Account.objects.values_list("login", flat=True)
    return {login: entered(login).cookies["sessionid"].value for login in logins}


_MADE = {"empty": _empty, "normal": _normal, "crowded": _crowded}

if __name__ == "__main__":
    json.dump(filled(sys.argv[1:] or list(_MADE)), sys.stdout, ensure_ascii=False)
