"""What no request may be: too large, one too many at once, or with characters that no database keeps."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from shanhe.app.office.complaints import complaint
from shanhe.app.office.rights import Refused
from shanhe.web.api.errors import answer
from shanhe.web.asking import TOO_BIG, UNSUITED, refusal

BUSY = Refused(
    "同一地址同时提交的内容过多，请稍后再试。",
    "Too much is being sent from your address at once; try again in a moment.",
    429,
)


class LimitsMiddleware:
    """Turn such requests away before anything of them is kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._most = int(os.environ.get("SHANHE_THREADS", "32")) * 3 // 4  # see ``web.serve``
        self._sending: Counter[str] = Counter()
        self._lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request that is not too large by what it says of itself.

        The server reads no more of it than that. While it is read nobody else has its thread, so an
        address that sends slowly, or never to the end, gets some of them and not all.
        """
        if not _length(request):
            return self._get_response(request)
        with self._turn(address_of(request)) as has_turn:
            if not has_turn:
                return _turned_away(request, BUSY)
            if _length(request) > _most(request):
                _let_it_pass_by(request)
                return _turned_away(request, TOO_BIG)
            return self._get_response(request)

    @contextmanager
    def _turn(self, address: str) -> Iterator[bool]:
        """Give an address one of its turns, where it has one left."""
        with self._lock:
            has_turn = self._sending[address] < self._most
            self._sending[address] += has_turn
        try:
            yield has_turn
        finally:
            with self._lock:
                self._sending[address] -= has_turn
                self._sending += Counter()  # without those that send nothing any more

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Turn away a form or address with NUL in it, which PostgreSQL does not keep."""
        fields = (*request.GET.lists(), *request.POST.lists())
        wrong = any("\0" in text for name, texts in fields for text in (name, *map(str, texts)))
        return _turned_away(request, UNSUITED) if wrong else None


def _let_it_pass_by(request: HttpRequest) -> None:
    """Read and forget what comes, within bounds: who is cut off while sending hears no answer."""
    left = 2 * int(settings.UPLOAD_MOST)
    while left > 0 and (piece := request.read(1 << 16)):
        left -= len(piece)


def _length(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0


def _most(request: HttpRequest) -> int:
    has_files = request.content_type == "multipart/form-data"
    return int(settings.UPLOAD_MOST if has_files else settings.DATA_UPLOAD_MAX_MEMORY_SIZE)


def _turned_away(request: HttpRequest, why: Refused) -> HttpResponse:
    return answer(complaint(why)) if request.path.startswith("/api/") else refusal(request, why)


def address_of(request: HttpRequest) -> str:
    """Return the address that asks, for counting wrong passwords.

    Behind a server of ours it is the last one that server noted; what stands before it was sent by
    whoever asks, and may be invented.
    """
    noted = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    return noted if settings.BEHIND_SERVER and noted else str(request.META.get("REMOTE_ADDR", ""))
