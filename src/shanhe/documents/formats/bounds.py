"""How much text a document may hold, so that reading its sentences ends in time."""

from collections.abc import Iterator

from shanhe.documents.formats.grid import Unreadable
from shanhe.documents.script import Passage, Script

MOST_TEXTS = 60_000
"""Paragraphs and cells; a report of twenty tables has a thousand."""
MOST_LETTERS = 1_000_000
LONGEST = 10_000
"""Letters of one paragraph or cell; the longest honest one known has 2,000."""
LONGEST_GAP = 500
"""Blanks on end."""
_LONG = LONGEST_GAP
_MOST_SQUARES = 3 * LONGEST**2  # a few long texts, since some searches take time by the square
_GAPS = tuple(blank * LONGEST_GAP for blank in (" ", "\u3000", "\u00a0", "\t", "\n"))


def within_bounds(script: Script) -> Script:
    """Return the document.

    Raises:
        Unreadable: it holds more text than any honest report, at one place or together.
    """
    texts = letters = long = squares = 0
    for text, place in _texts(script):
        texts += 1
        letters += len(text)
        if len(text) > _LONG:
            long += len(text)
            squares += len(text) ** 2
            _check_one(text, place)
    if texts > MOST_TEXTS:
        raise Unreadable("much_text", f"{texts:,} paragraphs and cells, more than {MOST_TEXTS:,}")
    if letters > MOST_LETTERS:
        raise Unreadable("much_text", f"{letters:,} letters together, more than {MOST_LETTERS:,}")
    if squares > _MOST_SQUARES:
        raise Unreadable("much_text", f"long texts of {long:,} letters together")
    return script


def _check_one(text: str, place: str) -> None:
    if len(text) > LONGEST:
        detail = f"{len(text):,} letters at one place, more than {LONGEST:,}"
        raise Unreadable("much_text", detail, place)
    if any(gap in text for gap in _GAPS):
        raise Unreadable("much_text", f"more than {LONGEST_GAP:,} blanks on end", place)


def _texts(script: Script) -> Iterator[tuple[str, str]]:
    """Yield each text with the part that holds it."""
    for item in script.items:
        if isinstance(item, Passage):
            yield item.text, item.spot.part
        else:
            for cell in item.cells:
                yield cell.text, cell.spot.part
