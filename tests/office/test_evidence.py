"""Evidence: judged by content, kept once, handed out to who may see the submission."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from shanhe.app.office import drafting, evidence, reviewing
from shanhe.app.office.evidence import Offered
from shanhe.app.office.evidence_list import files_of
from shanhe.app.office.file_kinds import kind_of
from shanhe.app.office.rights import Refused
from shanhe.app.office.submissions import Reported, submission
from shanhe.store.models import Entry, File

from .conftest import Office
from .doors import JPEG, PDF, entered, office_file, photo, png, words
from .test_submissions import FIGURE


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> Path:
    settings.FILES = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture
def draft(office: Office) -> tuple[int, str]:
    """Return a draft of one row: its key and the row's."""
    key = drafting.begin(office["tuyou"], office.book, "progress", "12月进展")
    drafting.save(office["tuyou"], key, [Reported(FIGURE)], 1)
    return key, submission(office["tuyou"], key).rows[0].row


def attach(office: Office, draft: tuple[int, str], *offered: Offered) -> str:
    version = submission(office["tuyou"], draft[0]).version
    evidence.attach(office["tuyou"], *draft, list(offered), version)
    return submission(office["tuyou"], draft[0]).rows[0].evidence[-1]


WHOLE = {
    "pdf": PDF,
    "jpg": JPEG,
    "png": png(),
    "docx": office_file("word/document.xml"),
    "xlsx": office_file("xl/workbook.xml"),
}


@pytest.mark.parametrize(("kind", "data"), WHOLE.items())
def test_whole_files_are_known_by_their_content(kind: str, data: bytes) -> None:
    assert kind_of(data) == kind


def test_a_photo_with_a_phones_trailer_is_a_photo() -> None:
    assert kind_of(JPEG + b"SEFT trailer of a phone") == "jpg"


def test_a_letter_with_the_table_of_its_chart_is_a_letter() -> None:
    table = {"word/embeddings/Microsoft_Excel_Sheet.xlsx": b"PK"}
    assert kind_of(office_file("word/document.xml", table)) == "docx"


def zip_behind(data: bytes) -> bytes:
    file = BytesIO(data)
    file.seek(0, 2)
    with ZipFile(file, "a") as archive:
        archive.writestr("evil.class", b"x")
    return file.getvalue()


HOSTILE = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "html": b"<!doctype html><script>alert(1)</script>",
    "program": b"MZ\x90\0" + b"\0" * 100,
    "old word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "zip": office_file("readme.txt"),
    "pdf that is a page": b"%PDF-1.4 <html><script>alert(1)</script>\n%%EOF",
    "pdf cut off": PDF[:20],
    "page before pdf": b"<html>" + PDF,
    "pdf and zip": zip_behind(PDF),
    "png and zip": zip_behind(png()),
    "jpg and zip": zip_behind(JPEG),
    "png with a tail": png(b"<script>"),
    "png cut off": png()[:-6],
    "png changed": png().replace(b"IDAT", b"IDAX"),
    "jpg cut off": JPEG[:-2],
    "jpg of nothing": b"\xff\xd8\xff",
    "docm": office_file("word/document.xml", {"word/vbaProject.bin": b"x"}),
    "docm by type": office_file("word/document.xml", types=b"application/vnd.ms-word.macroEnabled"),
    "docx with a program": office_file("word/document.xml", {"word/embeddings/a.bin": b"MZ"}),
    "docx and xlsx": office_file("word/document.xml", {"xl/workbook.xml": b"<x/>"}),
    "docx that swells": office_file("word/document.xml", {"word/a.xml": b"\0" * 8_000_000}),
    "docx of many that swell": office_file(
        "word/document.xml", {f"word/{n}.xml": b"\0" * 4_000_000 for n in range(40)}
    ),
    "docx that climbs": office_file("word/document.xml", {"../../etc/x": b"x"}),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_is_none_or_two_things_is_refused(
    office: Office, draft: tuple[int, str], files: Path, data: bytes
) -> None:
    with pytest.raises(Refused) as refused:
        attach(office, draft, Offered("验收单.pdf", data))
    assert refused.value.status == 415
    assert not files.exists()
    assert not File.objects.exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\验收单.pdf", "验收单.pdf"),
        ("照片\u202egpj.exe", "照片gpj.exe"),
        ("a\0b\x1b[31m.png", "ab[31m.png"),
        ("…", "…"),
        ("...", "附件"),
        ("", "附件"),
        ("长" * 300 + ".pdf", "长" * 112 + ".pdf"),
        ('a"; filename="x.html', "a; filename=x.html"),
    ],
)
def test_names_are_only_names(name: str, kept: str) -> None:
    assert evidence.called(name) == kept


def test_empty_large_and_many_files_are_refused(
    office: Office, draft: tuple[int, str], settings: Any
) -> None:
    with pytest.raises(Refused, match="is empty"):
        attach(office, draft, Offered("a.pdf", b""))
    settings.EVIDENCE_BYTES = 50
    with pytest.raises(Refused) as refused:
        attach(office, draft, Offered("a.pdf", PDF))
    assert refused.value.status == 413
    settings.EVIDENCE_BYTES = 5000
    many = [Offered(f"{n}.pdf", PDF + b"\n" * n) for n in range(11)]
    with pytest.raises(Refused, match="At most 10 files a row"):
        attach(office, draft, *many)
    assert submission(office["tuyou"], draft[0]).rows[0].evidence == ()


def test_the_same_bytes_are_kept_once(office: Office, draft: tuple[int, str], files: Path) -> None:
    first = attach(office, draft, Offered("验收单.pdf", PDF, "2025-11-30", "土右旗沟门镇"))
    again = attach(office, draft, Offered("副本.pdf", PDF))
    assert first == again
    assert len([path for path in files.rglob("*") if path.is_file()]) == 1
    shown = files_of(_kept(draft[0]))[first]
    assert (shown.name, shown.taken_on, shown.taken_at) == (
        "验收单.pdf",
        "2025-11-30",
        "土右旗沟门镇",
    )


def _kept(key: int) -> Any:
    from shanhe.store.models import Submission  # noqa: PLC0415 - for this look alone

    return Submission.objects.get(pk=key)


def test_a_file_is_saved_never_shown(office: Office, draft: tuple[int, str]) -> None:
    digest = attach(office, draft, Offered('验收 "1".html', PDF))
    sent = entered("tuyou").get(f"/submission/{draft[0]}/file/{digest}")
    assert sent.content == PDF
    assert sent["Content-Type"] == "application/octet-stream"
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    assert sent["Content-Disposition"].endswith("1.html.pdf")
    assert "sandbox" in sent["Content-Security-Policy"]


def test_evidence_of_a_draft_is_not_there_for_others(
    office: Office, draft: tuple[int, str]
) -> None:
    digest = attach(office, draft, Offered("a.pdf", PDF))
    for login in ("guyang", "city", "province", "auditor", "finance", "admin", "other_city"):
        assert entered(login).get(f"/submission/{draft[0]}/file/{digest}").status_code == 404, login
    drafting.submit(office["tuyou"], draft[0], submission(office["tuyou"], draft[0]).version)
    allowed = {"city": 200, "province": 200, "auditor": 200, "guyang": 404, "finance": 404}
    for login, status in allowed.items():
        assert entered(login).get(f"/submission/{draft[0]}/file/{digest}").status_code == status


def test_a_guessed_digest_opens_nothing(office: Office, draft: tuple[int, str]) -> None:
    for digest in ("0" * 64, "..", "secret.key", "x" * 300):
        assert entered("tuyou").get(f"/submission/{draft[0]}/file/{digest}").status_code == 404
    mine = submission(office["tuyou"], draft[0])
    row = Reported(FIGURE, draft[1], 0, ("0" * 64,))
    with pytest.raises(Refused) as refused:
        drafting.save(office["tuyou"], draft[0], [row], mine.version)
    assert refused.value.status == 404


def test_another_countys_file_cannot_be_made_ones_own(
    office: Office, draft: tuple[int, str]
) -> None:
    digest = attach(office, draft, Offered("a.pdf", PDF))
    key = drafting.begin(office["guyang"], office.book, "progress", "x")
    row = Reported({**FIGURE, "region": "固阳县"}, "", 0, (digest,))
    with pytest.raises(Refused) as refused:
        drafting.save(office["guyang"], key, [row], 1)
    assert refused.value.status == 404


def test_evidence_stands_in_the_journal_with_its_name(
    office: Office, draft: tuple[int, str]
) -> None:
    digest = attach(office, draft, Offered("验收单.pdf", PDF))
    drafting.submit(office["tuyou"], draft[0], submission(office["tuyou"], draft[0]).version)
    reviewing.accept(office["city"], draft[0])
    entry = Entry.objects.get(action="put", row=draft[1])
    assert entry.evidence == [digest]
    handed_in = Entry.objects.get(action="submit", texts__submission=draft[0])
    assert handed_in.texts is not None
    assert handed_in.texts["files"][digest]["name"] == "验收单.pdf"
    address = f"/p/{office.book}/entry/{entry.number}/file/{digest}"
    assert entered("city").get(address).content == PDF
    assert entered("tuyou").get(address).status_code == 200
    for login in ("guyang", "finance", "other_city", "admin"):
        assert entered(login).get(address).status_code == 404, login
    assert entered("city").get(address.replace(str(entry.number), "1")).status_code == 404


def test_a_damaged_file_is_told_not_handed_out(
    office: Office, draft: tuple[int, str], files: Path
) -> None:
    digest = attach(office, draft, Offered("a.pdf", PDF))
    (files / digest[:2] / digest).write_bytes(b"other")
    told = entered("tuyou").get(f"/submission/{draft[0]}/file/{digest}")
    assert told.status_code == 410
    assert "从备份恢复" in words(told)


def test_what_the_camera_noted_is_held_against_what_is_said(
    office: Office, draft: tuple[int, str]
) -> None:
    place = ((40, 39, 25.632), (109, 50, 24.756))
    noted = attach(office, draft, Offered("复垦后.jpg", photo("2025:10:01 09:30:00", place)))
    other = photo("2025:10:02 09:30:00")
    stated = attach(office, draft, Offered("复垦前.jpg", other, "2025-11-30", "沟门镇"))
    shown = files_of(_kept(draft[0]))
    first, second = shown[noted], shown[stated]
    assert (first.recorded_on, first.taken_on, first.differs) == ("2025-10-01", "", False)
    assert (first.latitude, first.longitude) == ("40.65712", "109.84021")
    assert (second.recorded_on, second.taken_on, second.differs) == (
        "2025-10-02",
        "2025-11-30",
        True,
    )
    page = words(entered("tuyou").get(f"/submission/{draft[0]}"))
    assert "拍摄于 2025-10-01（照片自带）" in page
    assert "照片自带的拍摄日期为 2025-10-02，与填报不一致" in page
    assert "纬度 40.65712°，经度 109.84021°" in page
    drafting.submit(office["tuyou"], draft[0], submission(office["tuyou"], draft[0]).version)
    said = Entry.objects.get(action="submit", texts__submission=draft[0]).texts
    assert said is not None
    assert said["files"][noted]["recorded"]["on"] == "2025-10-01"


def test_who_looks_at_a_file_is_told_where_else_it_was_brought(
    office: Office, draft: tuple[int, str]
) -> None:
    digest = attach(office, draft, Offered("现场.jpg", photo("2025:10:01 09:30:00")))
    drafting.submit(office["tuyou"], draft[0], submission(office["tuyou"], draft[0]).version)
    later = drafting.begin(office["tuyou"], office.book, "progress", "下一次进展")
    row = Reported(FIGURE, "", 0, (digest,))
    drafting.save(office["tuyou"], later, [row], 1)
    assert files_of(_kept(later))[digest].also_in == ("12月进展",)
    assert files_of(_kept(draft[0]))[digest].also_in == (), "a draft is nobody else's"
    assert "“12月进展”也附有此文件" in words(entered("tuyou").get(f"/submission/{later}"))


def test_files_are_attached_and_taken_off_on_the_page(
    office: Office, draft: tuple[int, str]
) -> None:
    key, row = draft
    one = submission(office["tuyou"], key)
    sent = {"version": one.version, "given": "region", "row": [row]}
    sent |= {f"{row}.{name}": text for name, text in FIGURE.items()}
    photo = SimpleUploadedFile("现场.jpg", JPEG)
    more = {"do": "attach", "for": row, "files": [photo], "taken_on": "2025-11-30"}
    county = entered("tuyou")
    assert county.post(f"/submission/{key}/fill", {**sent, **more}).status_code == 302
    page = words(county.get(f"/submission/{key}"))
    assert "现场.jpg" in page
    assert "拍摄于 2025-11-30" in page
    one = submission(office["tuyou"], key)
    off = {**sent, "version": one.version, "do": f"detach {row} {one.rows[0].evidence[0]}"}
    assert county.post(f"/submission/{key}/fill", off).status_code == 302
    assert submission(office["tuyou"], key).rows[0].evidence == ()
