"""Regular expressions that are compiled when they are first asked, not when they are named.

The rules and what they reckon with name some 1,200 expressions. To compile them all took half of the
time that a short document takes from the command to the last line; most documents ask a part of them.
"""

import importlib
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what ``re.compile`` does, compiled at its first use.

    Raises:
        re.error: at the first use, where ``pattern`` is no expression.

    Example:
        ``regex("[0-9]+").findall("12.92公顷")`` is ``["12", "92"]``.
    """
    return cast("re.Pattern[str]", _Regex(pattern, flags))


class _Regex:
    """An expression; once compiled, its methods are those of the compiled one itself."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked of any object when it is copied
            raise AttributeError(name)
        with equal_sets_laid_out_once():
            compiled = re.compile(self.pattern, self._flags)
        vars(self).update({each: getattr(compiled, each) for each in _ASKED})
        return getattr(compiled, name)


_LAY_OUT = "_optimize_charset"
"""What ``re`` calls for each set of characters: the set, and how it folds upper and lower case."""
_COMPILER: Any = None
with suppress(ImportError):
    _COMPILER = importlib.import_module("re._compiler")
_laid_out: Any = getattr(_COMPILER, _LAY_OUT, None)
_known: dict[tuple[Any, ...], Any] = {}


@contextmanager
def equal_sets_laid_out_once() -> Iterator[None]:
    """While it holds, ``re`` lays out equal sets of characters once; see decision 0014.

    It walks over each of the 20,992 characters of ``[一-鿿]`` wherever an expression names them. A
    Python whose ``re`` has no such step is left as it is.
    """
    if _laid_out is None:
        yield
        return
    setattr(_COMPILER, _LAY_OUT, _once)
    try:
        yield
    finally:
        setattr(_COMPILER, _LAY_OUT, _laid_out)


def _once(charset: Any, *folding: Any) -> Any:
    if any(folding):
        return _laid_out(charset, *folding)
    key = tuple(charset)
    if key not in _known:
        _known[key] = _laid_out(charset, *folding)
    return _known[key]
