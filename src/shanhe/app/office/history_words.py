"""Entries of the journal in a person's terms, a page of them with few queries."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from shanhe.app.office.rights import Action, Actor, Scope, may
from shanhe.app.office.submissions import readable
from shanhe.documents.forms.workbook.lines import BY_KEY
from shanhe.store.journal import Act
from shanhe.store.models import Book, Entry, File

ACTS: Mapping[str, tuple[str, str]] = {
    Act.PUT: ("修改数据", "figures changed"),
    Act.DROP: ("删除数据", "line removed"),
    Act.SUBMIT: ("提交填报单", "submitted"),
    Act.PASS: ("县级审核通过", "passed on"),
    Act.RETURN: ("退回填报单", "returned"),
    Act.ACCEPT: ("采纳填报单", "accepted"),
    Act.CONFIRM: ("确认填报单", "confirmed"),
    Act.REPLY: ("答复问题", "finding answered"),
    Act.FREEZE: ("自评定稿", "edition frozen"),
    Act.SIGN: ("自评签发", "edition signed"),
    Act.PUBLISH: ("对外公开", "edition published"),
    Act.LOCK: ("锁定", "locked"),
    Act.UNLOCK: ("解除锁定", "unlocked"),
    Act.PERMIT: ("延期", "extension granted"),
    Act.PLOTS: ("上传图斑", "plots uploaded"),
    Act.FILE: ("上传文件", "file handed in"),
    Act.FOUND: ("按现状补记", "taken over as found"),
}
_NEW = ("录入数据", "figures entered")


@dataclass(frozen=True, slots=True)
class Field:
    """A field that an entry changed."""

    key: str
    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class EntryShown:
    """One entry on a page.

    Attributes:
        label: the key fields of the line. title: of the submission or the finding it speaks of.
        reply: what was answered. edition, digest: of the papers; 0 and empty for none.
        submission: the one it came with, if this person may see it; 0 for none.
        files: digest and name of evidence this person may have. hidden: how many others.
    """

    number: int
    at: str
    who: str
    organisation: str
    zh: str
    en: str
    sheet: str
    sheet_name: str
    row: str
    label: str
    fields: tuple[Field, ...]
    why: str
    title: str
    submission: int
    files: tuple[tuple[str, str], ...]
    hidden: int
    hash: str
    previous: str
    reply: str = ""
    edition: int = 0
    digest: str = ""

    @property
    def is_new(self) -> bool:
        """Whether there was nothing before it."""
        return not any(one.old for one in self.fields)

    @property
    def columns(self) -> frozenset[str]:
        """Keys of the fields that were changed."""
        return frozenset(one.key for one in self.fields)


@dataclass(frozen=True, slots=True)
class Words:
    """What is known around a page of entries.

    Attributes:
        before: entries that these take the place of, by number.
        accepted: numbers of acceptances and the submission of each, in order.
        seen: submissions this person may see. files: names by digest.
    """

    before: Mapping[int, Entry] = field(default_factory=dict)
    accepted: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)
    seen: frozenset[int] = frozenset()
    files: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, actor: Actor, book: Book, entries: Sequence[Entry]) -> "Words":
        """Return what these entries need; at most four queries."""
        numbers = {entry.was for entry in entries if entry.was}
        before = Entry.objects.filter(book=book, number__in=numbers) if numbers else ()
        accepted = _accepted(book, entries)
        keys = {key for found in accepted.values() for _, key in found}
        keys |= {key for entry in entries if (key := _submission(entry))}
        return cls(
            {entry.number: entry for entry in before},
            accepted,
            readable(actor, keys),
            _files(actor, book, entries),
        )

    def entry(self, entry: Entry) -> EntryShown:
        """Return one of them as a page shows it."""
        old = self.before.get(entry.was)
        zh, en = ACTS.get(entry.action, (entry.action, entry.action))
        if entry.action == Act.PUT and not entry.was:
            zh, en = _NEW
        sheet = BY_KEY.get(entry.sheet)
        about = (entry.texts or {}) if not entry.row else {}
        known = tuple((d, self.files[d]) for d in entry.evidence if d in self.files)
        return EntryShown(
            entry.number,
            entry.at.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
            entry.who,
            entry.organisation,
            zh,
            en,
            entry.sheet,
            sheet.zh if sheet else entry.sheet,
            entry.row,
            _line_label(entry, old),
            _changed(entry, old),
            entry.why,
            _title(about),
            self._came_with(entry),
            known,
            len(entry.evidence) - len(known),
            entry.hash,
            entry.previous,
            str(about.get("reply", "")),
            int(about.get("edition", 0)),
            str(about.get("digest", "")),
        )

    def _came_with(self, entry: Entry) -> int:
        """Return the submission that an entry is a step of, or that its line was accepted with."""
        key = _submission(entry)
        if not key and entry.why.startswith(_BY_ACCEPTANCE):
            found = self.accepted.get(entry.sheet, ())
            at = bisect_left(found, (entry.number, 0))
            key = found[at][1] if at < len(found) else 0
        return key if key in self.seen else 0


_BY_ACCEPTANCE = "采纳"
_MOST_ROWS = 1000


def _title(about: Mapping[str, object]) -> str:
    """Return what a step is about: a submission by its title, a finding by its words or its key."""
    return str(about.get("title") or about.get("message") or about.get("finding") or "")


def _submission(entry: Entry) -> int:
    key = (entry.texts or {}).get("submission", 0) if not entry.row else 0
    return key if isinstance(key, int) else 0


def _accepted(book: Book, entries: Sequence[Entry]) -> dict[str, list[tuple[int, int]]]:
    """Return by sheet the acceptances that may stand behind these lines: each follows its lines."""
    numbers = [e.number for e in entries if e.row and e.why.startswith(_BY_ACCEPTANCE)]
    if not numbers:
        return {}
    found: dict[str, list[tuple[int, int]]] = {}
    steps = Entry.objects.filter(
        book=book,
        sheet__in={entry.sheet for entry in entries},
        row="",
        action=Act.ACCEPT,
        number__range=(min(numbers), max(numbers) + _MOST_ROWS),
    )
    for step in steps.order_by("number"):
        found.setdefault(step.sheet, []).append((step.number, _submission(step)))
    return found


def _files(actor: Actor, book: Book, entries: Sequence[Entry]) -> dict[str, str]:
    digests = {digest for entry in entries for digest in entry.evidence}
    if not digests:
        return {}
    found = File.objects.filter(book=book, digest__in=digests)
    return {
        file.digest: file.name
        for file in found.select_related("account__organisation")
        if file.account.organisation
        and may(actor, Action.READ_SUBMISSIONS, Scope(file.account.organisation.path, book.pk))
    }


def _line_label(entry: Entry, old: Entry | None) -> str:
    sheet, texts = BY_KEY.get(entry.sheet), entry.texts or (old.texts if old else None) or {}
    if sheet is None or not entry.row:
        return ""
    keys = sheet.keys or tuple(column.key for column in sheet.columns[:3])
    return " ".join(str(texts[key]) for key in keys if texts.get(key))[:80]


def _changed(entry: Entry, old: Entry | None) -> tuple[Field, ...]:
    sheet = BY_KEY.get(entry.sheet)
    if sheet is None or entry.action not in {Act.PUT, Act.DROP}:
        return ()
    new_texts, old_texts = entry.texts or {}, (old.texts if old else None) or {}
    names = {column.key: column.zh for column in sheet.columns}
    names |= {key: key for key in [*old_texts, *new_texts] if key not in names}
    pairs = (
        Field(key, name, str(old_texts.get(key, "")), str(new_texts.get(key, "")))
        for key, name in names.items()
    )
    return tuple(one for one in pairs if one.old != one.new)
