"""Regular expressions that are compiled when they are first asked, not when they are named.

The rules and what they reckon with name some 1,200 expressions. To compile them all took half of the
time that a short document takes from the command to the last line; most documents ask a part of them.
"""

import re
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
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update({each: getattr(compiled, each) for each in _ASKED})
        return getattr(compiled, name)
