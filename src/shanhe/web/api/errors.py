"""What goes wrong, in one shape: ``{"error": {"zh", "en", "problems": […]}}`` with the right status."""

import logging
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.request import RawPostDataException
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from shanhe.app.office.complaints import COMPLAINTS, Both, Complaint, Told, complaint
from shanhe.web.api.shapes import Error
from shanhe.web.asking import TOO_BIG, UNSUITED

_LOG = logging.getLogger("shanhe")
_NOT_LOGGED_IN = Complaint(
    401,
    "请先登录网页，或在请求头中提供接口令牌（Authorization: Bearer …）。",
    "Log in at the page, or send a key as Authorization: Bearer ….",
)
_FORGED = Complaint(
    403,
    "缺少 CSRF 校验值：网页会话请带 X-CSRFToken，程序请用接口令牌。",
    "The CSRF token is missing: send X-CSRFToken with a session, or use a key.",
)
_NOTHING = Complaint(404, "没有该地址，或无权查看。", "There is no such address for you.")
_NO_JSON = Complaint(
    415, "请求体应为 JSON（application/json）。", "The body has to be JSON (application/json)."
)
_MALFORMED = (
    "请求的格式有误，请按所列逐项更正。",
    "The request is malformed; mend what is listed.",
)


def answer(said: Complaint) -> HttpResponse:
    """Return a complaint as JSON."""
    shaped = Error.model_validate({"error": said}, from_attributes=True)
    response = JsonResponse(
        shaped.model_dump(), status=said.status, json_dumps_params={"ensure_ascii": False}
    )
    if said.status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


@csrf_exempt  # there is nothing here that could be done
def nothing(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer an address of the interface that there is not."""
    del request, rest
    return answer(_NOTHING)


def handle(api: NinjaAPI) -> None:
    """Make every error of the interface one in that shape."""
    framework = (AuthenticationError, HttpError, ValidationError, Http404)
    for kind in (*COMPLAINTS, *framework, RequestDataTooBig, DataError, Exception):
        api.add_exception_handler(kind, _handled)


def _handled(request: HttpRequest, error: Any) -> HttpResponse:
    return answer(_said(error) or _bug(request, error))


def _said(error: Exception) -> Complaint | None:
    """Return what is said of an error; ``None`` where nobody foresaw it."""
    match error:
        case AuthenticationError():
            return _NOT_LOGGED_IN
        case HttpError():  # a forged request, or a body that is no JSON
            wrong = Complaint(error.status_code, *_MALFORMED)
            return _FORGED if error.status_code == 403 else wrong
        case ValidationError():
            return Complaint(422, *_MALFORMED, tuple(map(_field, error.errors)))
    fixed = {
        Http404: _NOTHING,
        RequestDataTooBig: complaint(TOO_BIG),
        DataError: complaint(UNSUITED),
        RawPostDataException: _NO_JSON,  # a form was read where JSON is expected
    }
    known = next((said for kind, said in fixed.items() if isinstance(error, kind)), None)
    return complaint(error) if isinstance(error, COMPLAINTS) else known


def _field(error: Mapping[str, Any]) -> Told:
    """Return what the framework says of one field; its own words are English."""
    place = " › ".join(str(step) for step in _path(error["loc"]))
    says, found = str(error["msg"]), _sendable(str(error.get("input", ""))[:100])
    return Told(Both(place, place), Both(found, found), Both(says, says), _SEE_PAGE)


def _sendable(text: str) -> str:
    """Return a text with what UTF-8 cannot hold replaced."""
    return text.encode(errors="replace").decode()


def _path(loc: Sequence[object]) -> Sequence[object]:
    return [step for step in loc if step not in {"body", "query", "path", "form", "file"}] or loc


_SEE_PAGE = Both("请按接口说明页所列格式填写", "see the page of the interface for its shape")


def _bug(request: HttpRequest, error: Exception) -> Complaint:
    """Log a bug under a number, and say the number alone."""
    number = secrets.token_hex(4)
    _LOG.error("error %s at %s", number, request.path, exc_info=error)
    return Complaint(
        500,
        f"程序出错，没有保存；请把编号 {number} 告诉管理员。",
        f"The program failed, nothing was saved; tell the administrator number {number}.",
    )
