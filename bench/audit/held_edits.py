"""The edits of the held-out reports, made."""

from collections.abc import Iterator

from docx_edit import Doc, Edit, replacing
from held_more import HELD
from mutants import ACTUALS, MONEY, SUM, TARGETS, Mutant

_WORDS = (
    "SAME-903", "SAME-904", "SAME-911", "SAME-912", "SAME-921", "SAME-922", "SAME-923", "SAME-924", "SAME-925",
    "SAME-926", "SAME-928", "SAME-901",
)  # fmt: skip
_PAPERS = ("SAME-902", "FUND-229", "FUND-226", "FUND-241")
_DAYS = ("TIME-311", "TIME-312", "FUND-232", "FUND-201", "FUND-203", "SAME-902", "FUND-226")
RULES: dict[str, tuple[str, ...]] = {
    "document number": _PAPERS,
    "year of the number": _PAPERS,
    "impossible date": _DAYS,
    "dates out of order": _DAYS,
    "passed on too late": _DAYS,
    "date differs": _DAYS,
    "allocation in words": (*MONEY, *_WORDS),
    "share": (*MONEY, *_WORDS),
    "money in words": (*MONEY, *_WORDS),
    "execution %": (*MONEY, *_WORDS),
    "completion %": (*ACTUALS, *_WORDS),
    "actual in words": (*ACTUALS, *_WORDS),
    "target quoted in words": (*TARGETS, *ACTUALS, *_WORDS),
    "shortfall in words": _WORDS,
    "change in words": _WORDS,
    "conclusion wrong": (*_WORDS, "REASON-501", "SAME-912"),
    "percent from parts": (*ACTUALS, *_WORDS),
    "parts and whole": (*_WORDS, *SUM),
    "people in words": _WORDS,
    "split cell": (*SUM, *_WORDS),
    "another place left in": ("STRUCT-809",),
    "another year left in": ("STRUCT-809",),
}


def _edit(data: bytes, old: str, new: str) -> Edit:
    lines = [line for line in Doc.open(data).lines if old in line.text]
    if len(lines) != 1 or lines[0].text.count(old) != 1:
        raise LookupError(old, len(lines))
    return replacing(lines[0], old, new)


def _made(data: bytes, old: str, new: str) -> bytes:
    doc = Doc.open(data)
    _edit(data, old, new)(doc)
    return doc.save()


def held_edits(data: dict[str, bytes]) -> Iterator[Mutant]:
    """Yield the errors and the harmless edits of the held-out reports among ``data``."""
    for one in HELD:
        key = one.written.key
        if key not in data:
            continue
        for kind, old, new in one.wrong:
            note = f"{old}→{new}"
            yield Mutant(kind, key, note, RULES[kind], _made(data[key], old, new))
        for old, new in one.harmless:
            yield Mutant("rewording", key, f"{old}→{new}", (), _made(data[key], old, new))
