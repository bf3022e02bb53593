"""What was made of one object, handed out again while that object is among the last ones asked for."""

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")
_MOST = 64


class _Same(Generic[K]):
    """One object, like another only where it is that very object; looking into it would take long."""

    __slots__ = ("one",)

    def __init__(self, one: K) -> None:
        self.one = one

    def __hash__(self) -> int:
        return id(self.one)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.one is other.one


def made_once(make: Callable[[K], V]) -> Callable[[K], V]:
    """Let ``make`` be called once of each object.

    What it returns is handed out again, so nobody may change it. The object is kept along, so that no
    other can come to have the same id.
    """

    @lru_cache(_MOST)
    def held(same: _Same[K]) -> V:
        return make(same.one)

    return lambda one: held(_Same(one))
