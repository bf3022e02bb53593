"""Programmes and their sheets."""

from typing import Any
from urllib.parse import quote

from django.http import HttpResponse
from ninja import File, Form, Router
from ninja.files import UploadedFile

from shanhe.app.office import books, exchange, importing, overview, sheets
from shanhe.web.api import bodies, shapes
from shanhe.web.asking import Request
from shanhe.web.handing import attachment

router = Router(tags=["项目 Programmes"])
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("programmes", response=list[shapes.Programme], summary="可查看的项目")
def programmes(request: Request) -> Any:
    """Return the programmes that one may read, the newest year first."""
    return books.books(request.actor)


@router.get("programmes/{int:book}", response=shapes.ProgrammePage, summary="项目总览")
def programme(request: Request, book: int) -> Any:
    """Return one programme at a glance, as its page shows it."""
    return overview.programme_page(request.actor, book)


@router.get("programmes/{int:book}/workbook", summary="下载工作簿")
def workbook(request: Request, book: int) -> HttpResponse:
    """Return the programme as a workbook; read again, it is the same programme."""
    name, content = books.workbook(request.actor, book)
    response = HttpResponse(content, content_type=_XLSX)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response


@router.post("programmes", response={201: shapes.Made}, summary="导入工作簿")
def upload(request: Request, workbook: File[UploadedFile], organisation: Form[int]) -> Any:
    """Make a programme from a workbook, or bring the one it is to what the workbook says."""
    name, data = workbook.name or "", workbook.read()
    return {"key": importing.take(request.actor, name, data, organisation)}


@router.get("owners", response=list[shapes.Named], summary="可导入到的机构")
def owners(request: Request) -> Any:
    """Return the bodies for which one may make a programme, one's own first."""
    return shapes.named(importing.importing(request.actor).owners)


@router.get("workbooks/{which}", summary="空白或示例工作簿")
def starting_book(request: Request, which: str) -> HttpResponse:
    """Return a workbook to begin with: ``empty``, or filled with the ``example``."""
    return attachment(*importing.starting_book(request.actor, which))


@router.get("sheets", response=list[shapes.SheetName], summary="表名")
def sheet_names(request: Request) -> Any:
    """Return every sheet that a programme has."""
    del request
    return exchange.sheet_names()


@router.get("programmes/{int:book}/sheets/{sheet}", response=shapes.Sheet, summary="读取一张表")
def sheet(request: Request, book: int, sheet: str) -> Any:
    """Return the lines of one sheet that count now, with its columns."""
    return sheets.sheet_page(request.actor, book, sheet)


@router.post("programmes/{int:book}/sheets/{sheet}", response=shapes.Revision, summary="修改一张表")
def change(request: Request, book: int, sheet: str, wanted: bodies.Changes) -> Any:
    """Change lines of one sheet, all or none; 409 tells what somebody else changed in between."""
    lines = [exchange.Wanted(one.row, one.texts, one.seen, one.why) for one in wanted.lines]
    return {"revision": exchange.change_lines(request.actor, book, sheet, lines)}
