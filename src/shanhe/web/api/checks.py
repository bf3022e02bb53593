"""The check of a report that somebody wrote."""

from typing import Any, Literal

from ninja import File, Form, Router
from ninja.files import UploadedFile

from shanhe.app.office import exchange
from shanhe.web.asking import Request

router = Router(tags=["核查 Checks"])


@router.post("checks", response=dict[str, Any], summary="核查报告")
def check(
    request: Request, report: File[UploadedFile], lang: Form[Literal["zh", "en"]] = "zh"
) -> Any:
    """Return what is wrong with a report, as the command ``check`` does; nothing is kept."""
    return exchange.check_report(request.actor, report.name or "", report.read(), lang)
