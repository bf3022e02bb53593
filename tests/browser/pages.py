"""Which pages there are to look at, and by whom: from the office's own list of addresses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from playwright.sync_api import APIResponse, Browser, BrowserContext

from office.addresses import _ANY, Address

_STRANGER = ""
_ITS_PAGE = "openapi-view"


def is_for_people(address: Address) -> bool:
    """Return whether an address is no data for programs; the interface has one page, its own."""
    return address.name == _ITS_PAGE or not address.pattern.startswith("api/")


_ALSO = {
    "sheet": ("?edit",),
    "people": ("?within=3",),
    "findings": ("?severity=error",),
    "province": ("?sort=errors",),
}
"""Other faces of a page."""


@dataclass(frozen=True)
class Seen:
    """A page, and who opens it."""

    path: str
    login: str


class Visitors:
    """Everybody of an office, each in a browser of their own, in one language."""

    def __init__(self, browser: Browser, home: str, made: Mapping[str, Any], lang: str) -> None:
        self._browser, self._home, self._made, self._lang = browser, home, made, lang
        self._open: dict[str, BrowserContext] = {}

    def of(self, login: str) -> BrowserContext:
        """Return the browser of somebody; nobody's is the stranger's."""
        if login not in self._open:
            context = self._browser.new_context(base_url=self._home)
            cookies = {"django_language": {"zh": "zh-hans", "en": "en"}[self._lang]}
            if login:
                cookies["sessionid"] = self._made["sessions"][login]
            context.add_cookies(
                [{"name": n, "value": v, "url": self._home} for n, v in cookies.items()]
            )
            self._open[login] = context
        return self._open[login]

    def pages(self, address: Address, state: str, *, of_each: bool = True) -> Iterator[Seen]:
        """Yield the pages of an address, each with the first person who may open it.

        Without ``of_each`` one thing stands for all of its kind.
        """
        own = self._made["states"][state]
        keys = own["keys"] if of_each else {key: some[:1] for key, some in own["keys"].items()}
        for path in _paths(address, keys):
            for login in (*own["people"], _STRANGER):
                answer = self.of(login).request.get(path, max_redirects=0)
                if _is_page(answer):
                    yield Seen(path, login)
                if answer.status in {200, 405}:
                    break  # whoever else asks gets no other answer

    def close(self) -> None:
        """Send everybody home."""
        for context in self._open.values():
            context.close()


def _is_page(answer: APIResponse) -> bool:
    kept = "attachment" in answer.headers.get("content-disposition", "")
    is_html = answer.headers.get("content-type", "").startswith("text/html")
    return answer.status == 200 and is_html and not kept and "<html" in answer.text()


def _paths(address: Address, keys: Mapping[str, list[object]]) -> list[str]:
    names = [found[2] or found[4] for found in _ANY.finditer(address.pattern)]
    values = [keys.get(f"{address.name}.{name}") or keys.get(name) or [1] for name in names]
    filled = [address.filled(dict(zip(names, one, strict=True))) for one in product(*values)]
    return [path + more for path in filled for more in ("", *_ALSO.get(address.name, ()))]
