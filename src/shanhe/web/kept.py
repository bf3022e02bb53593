"""Pages that are kept as they were written, as long as nothing they are made of changes.

A kept page is written for nobody: where a person's name and body and the token against forged forms
stand, it has gaps that are filled for whoever asks. All who see the same share it.
"""

import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from django.contrib.messages import get_messages
from django.core.cache import cache
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.html import escape

from shanhe.web.asking import Request, around

_NAME, _BODY, _TOKEN = (f"gap{secrets.token_hex(16)}" for _ in range(3))
"""What stands in the gaps; another in each process, so that nobody can type it."""
_SECONDS = 3600


def kept_page(
    request: Request, template: str, made_of: object, asked: Callable[[], Mapping[str, Any]]
) -> HttpResponse:
    """Answer with a page that was kept, or write it.

    Args:
        request: who asks, at which address, in which language.
        template: of the page.
        made_of: differs wherever anything of the page does, but for address, language and menus.
        asked: returns what the template is given; not called for a page that was kept.
    """
    if get_messages(request):  # said once, to one person
        return HttpResponse(render_to_string(template, dict(asked()), request))
    menus = {**around(request), "actor": None}
    whole = repr((request.get_full_path(), menus, made_of))

    def written() -> str:
        nobody = replace(request.actor, account=1, name=_NAME, organisation=_BODY, place="")
        gaps = {"actor": nobody, "csrf_token": _TOKEN}
        return render_to_string(template, {**asked(), **gaps}, request)

    page = str(cache.get_or_set(hashlib.sha256(whole.encode()).hexdigest(), written, _SECONDS))
    person = {_NAME: request.actor.name, _BODY: request.actor.organisation}
    for gap, words in {**person, _TOKEN: get_token(request)}.items():
        page = page.replace(gap, escape(words))
    return HttpResponse(page)
