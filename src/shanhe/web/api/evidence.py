"""Files behind the rows of a draft."""

from typing import Any

from django.http import HttpResponse
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile

from shanhe.app.office import evidence, evidence_list, handed_rows
from shanhe.web.api import shapes
from shanhe.web.api.asked import Whole, Word
from shanhe.web.asking import Request
from shanhe.web.handing import sent

router = Router(tags=["填报与审核 Submissions"])
_ONE = "submissions/{int:key}"


class Held(Schema):
    """The version of the draft that the person had."""

    version: Whole


class EvidenceAbout(Held):
    """The day and the place of a photo, where there is one."""

    taken_on: Word = ""
    taken_at: Word = ""


class Taken(Schema):
    """What a workbook brought into a draft; ``others`` are rows of other places, not taken."""

    version: int
    rows: int
    others: int


class Kept(Schema):
    """A file that was handed in, with what a person and what the camera say of a photo."""

    digest: str
    name: str
    kind: str
    size: str
    taken_on: str
    taken_at: str
    recorded_on: str
    latitude: str
    longitude: str
    differs: bool
    also_in: list[str]
    who: str
    at: str


@router.get(f"{_ONE}/files", response=list[Kept], summary="填报单的附件")
def submission_files(request: Request, key: int) -> Any:
    """Return the files of a submission; each row of it names the digests of its own."""
    return evidence_list.listed(request.actor, key)


@router.post(f"{_ONE}/rows/{{row}}/files", response={201: shapes.Version}, summary="上传附件")
def attach(
    request: Request,
    key: int,
    row: str,
    files: File[list[UploadedFile]],
    about: Form[EvidenceAbout],
) -> Any:
    """Put files behind a row, all or none: PDF, JPEG, PNG, .docx or .xlsx, told by their content."""
    offered = [_offered(file, about) for file in files[: evidence.MOST_A_ROW + 1]]
    return {"version": evidence.attach(request.actor, key, row, offered, about.version)}


def _offered(file: UploadedFile, about: EvidenceAbout) -> evidence.Offered:
    evidence.ask_size(evidence.called(file.name or ""), file.size or 0)
    return evidence.Offered(file.name or "", file.read(), about.taken_on, about.taken_at)


@router.delete(f"{_ONE}/rows/{{row}}/files/{{digest}}", response=shapes.Version, summary="移除附件")
def detach(request: Request, key: int, row: str, digest: str, version: Whole) -> Any:
    """Take a file from a row of a draft."""
    return {"version": evidence.detach(request.actor, key, row, digest, version)}


@router.get(f"{_ONE}/files/{{digest}}", summary="下载附件")
def submission_file(request: Request, key: int, digest: str) -> HttpResponse:
    """Return a file of a submission, to be kept."""
    return sent(evidence.of_submission(request.actor, key, digest))


@router.post(f"{_ONE}/workbook", response=Taken, summary="用工作簿填写")
def fill(request: Request, key: int, workbook: File[UploadedFile], held: Form[Held]) -> Any:
    """Take the rows of one's own place from a workbook into a draft, all or none."""
    name = evidence.called(workbook.name or "")
    evidence.ask_size(name, workbook.size or 0)
    return handed_rows.upload(request.actor, key, name, workbook.read(), held.version)
