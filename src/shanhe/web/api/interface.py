"""The interface as a whole: its routes, who may ask, what errors look like, its own page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, path
from ninja import NinjaAPI
from ninja.openapi.docs import Swagger
from ninja.renderers import JSONRenderer

from shanhe.web.api import (
    checks,
    editions,
    evaluation,
    evidence,
    figures,
    findings,
    history,
    outlook,
    people,
    plots,
    programmes,
    submissions,
)
from shanhe.web.api.asking import Key, Person
from shanhe.web.api.errors import handle, nothing
from shanhe.web.api.shapes import Error

_ABOUT = """\
网页能办理的，接口都能办理，权限相同。程序用接口令牌（`Authorization: Bearer shanhe_…`），令牌在网页“接口令牌”中办理；
浏览器中的脚本用登录会话，修改数据须带 `X-CSRFToken`。锁定、授权、定稿、公开只能由本人登录办理，令牌不能代办。

Everything that pages do, with the same rights. Programs send a key; scripts in a browser use the session, with
`X-CSRFToken` for changes. Locks, grants, freezing and publishing are for people alone.
"""


class Page(Swagger):
    """The page of the interface, in the look of the office, from our own files."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: object) -> HttpResponse:
        """Return the page; nothing on it comes from another address."""
        address = self.get_openapi_url(api, dict(kwargs))
        return render(request, "api.html", {"settings": {"url": address, "validatorUrl": None}})


class Interface(NinjaAPI):
    """The interface, whose description also says what errors look like."""

    def get_openapi_schema(self, **kwargs: Any) -> Any:
        """Return the description, with the one shape of errors in every operation."""
        described = super().get_openapi_schema(**kwargs)
        error = Error.model_json_schema(ref_template="#/components/schemas/{model}")
        described["components"]["schemas"] |= {**error.pop("$defs"), "Error": error}
        for operations in described["paths"].values():
            for operation in operations.values():
                operation["responses"] |= dict.fromkeys(("4XX", "5XX"), _WRONG)
        return described


_REF = {"$ref": "#/components/schemas/Error"}
_WRONG = {"description": "Error", "content": {"application/json": {"schema": _REF}}}
readable = JSONRenderer()
readable.json_dumps_params = {"ensure_ascii": False}  # Chinese as Chinese
api = Interface(
    title="山河 Shanhe",
    version="1",
    description=_ABOUT,
    urls_namespace="api",
    docs=Page(),
    renderer=readable,
    auth=[Key(), Person()],
)
handle(api)
_PARTS = (
    programmes,
    outlook,
    figures,
    submissions,
    evidence,
    plots,
    findings,
    evaluation,
    editions,
    history,
    checks,
    people,
)
for part in _PARTS:
    api.add_router("", part.router)

addresses: list[URLPattern | URLResolver] = [
    path("api/", api.urls),
    path("api/<path:rest>", nothing, name="api_nothing"),
]
