"""What somebody answered to a finding, and whether that settles it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Reply(StrEnum):
    """What is said of a finding, in the word that people write.

    Attributes:
        ACCEPTED: it is right, and is let stand.
        EXPLAINED: there is a reason for it, which is given.
        CORRECTED: the document has been corrected, so it should not be found again.
    """

    ACCEPTED = "接受"
    EXPLAINED = "说明"
    CORRECTED = "更正"


class Standing(StrEnum):
    """Where a finding stands.

    Attributes:
        OPEN: nobody has answered it.
        SETTLED: accepted or explained, for these very figures.
        STALE: it was answered for other figures, and has to be answered again.
        STILL_THERE: it was said to be corrected, and is found again.
    """

    OPEN = "open"
    SETTLED = "settled"
    STALE = "stale"
    STILL_THERE = "still_there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to one finding.

    Attributes:
        key: of the finding; the same in the next version of the document.
        who: the person who answers. reason: in words; an explanation needs one.
        figures: the figures it was given for, as printed; empty where they were not kept.
        row: where it stands in the file of answers.
    """

    key: str
    reply: Reply
    who: str
    reason: str
    on: date
    figures: str = ""
    row: int = 0


def standing(answer: Answer | None, figures: str) -> Standing:
    """Return where a finding with these figures stands.

    Example:
        说明 given for ``62.37；1922.26`` settles those figures; with 1925.16 it is stale.
    """
    if answer is None:
        return Standing.OPEN
    if answer.reply is Reply.CORRECTED:
        return Standing.STILL_THERE
    is_same = answer.figures in {"", figures}
    return Standing.SETTLED if is_same else Standing.STALE
