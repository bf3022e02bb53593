"""Text as people type it: without what no printer shows and no database keeps."""

import unicodedata

_KEPT = "\n\t"


def clean(text: str, most: int = 32_767) -> str:
    r"""Return the text without control characters, lone surrogates and marks that turn its direction.

    Blanks at both ends go, and what is beyond ``most`` characters.

    Example:
        ``clean(" 12.5\x00 ")`` is ``12.5``.
    """
    kept = (sign for sign in text if sign in _KEPT or unicodedata.category(sign) not in _UNSEEN)
    return "".join(kept).strip()[:most]


def login_name(text: str) -> str:
    """Return a log-in name as the door reads it: full-width letters are plain ones.

    Example:
        ``login_name("ｗang ")`` is ``wang``.
    """
    return clean(unicodedata.normalize("NFKC", text))


_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
