"""Every address of the office, from its own list, so that a page written tomorrow is tested too."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

_ANY = re.compile(r"<(?:(\w+):)?(\w+)>|\{(?:(\w+):)?(\w+)\}")
WITHOUT_LOGIN = frozenset(
    {
        *("login", "logout", "language", "public", "public_paper"),
        *("public_list", "public_edition", "public_file"),
    }
)
"""Names of addresses that strangers may open."""


@dataclass(frozen=True)
class Address:
    """A pattern such as ``p/<int:book>/``, and its name."""

    pattern: str
    name: str

    def filled(self, keys: Mapping[str, object]) -> str:
        """Return the address with the keys of existing things in it; 1 where there are none."""
        return "/" + _ANY.sub(lambda found: str(keys.get(found[2] or found[4], 1)), self.pattern)


def addresses() -> list[Address]:
    """Return every address; those of static files and of the browser's own are not ours."""
    return sorted(_below("", get_resolver().url_patterns), key=lambda one: one.pattern)


def _below(prefix: str, patterns: Any) -> Iterator[Address]:
    for one in patterns:
        whole = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _below(whole, one.url_patterns)
        elif isinstance(one, URLPattern):
            yield Address(whole.removeprefix("/"), one.name or "")


def opened(client: Client, address: str) -> Any:
    """Return the answer to a plain look at an address."""
    return client.get(address, follow=False)
