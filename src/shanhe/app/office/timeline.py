"""The way of a submission: each step with its day and the person, from the journal."""

from dataclasses import dataclass
from datetime import datetime

from shanhe.store.journal import Act
from shanhe.store.models import Entry, Submission

STEPS = (Act.SUBMIT, Act.PASS, Act.RETURN, Act.ACCEPT, Act.CONFIRM)
_WORDS = {
    Act.SUBMIT: ("提交", "submitted"),
    Act.PASS: ("县级审核通过", "passed on by the county"),
    Act.RETURN: ("退回", "returned"),
    Act.ACCEPT: ("市级采纳", "accepted by the city"),
    Act.CONFIRM: ("省级确认", "confirmed by the province"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``number`` and ``hash`` are those of the journal, none for the draft."""

    zh: str
    en: str
    who: str
    organisation: str
    at: str
    why: str
    number: int = 0
    hash: str = ""


def steps_of(one: Submission) -> tuple[Step, ...]:
    """Return the steps of a submission, the first one first; one query."""
    begun = Step("起草", "begun", one.account.name, one.organisation.name, _at(one.created), "")
    found = Entry.objects.filter(
        book=one.book_id, sheet=one.sheet, row="", action__in=STEPS, texts__submission=one.pk
    )
    return (begun, *(_step(entry) for entry in found.order_by("number")))


def _step(entry: Entry) -> Step:
    zh, en = _WORDS[Act(entry.action)]
    at = _at(entry.at)
    return Step(zh, en, entry.who, entry.organisation, at, entry.why, entry.number, entry.hash)


def _at(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
