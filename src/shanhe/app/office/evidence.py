"""Files behind the figures: taken in by what they contain, kept by digest, handed to who may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from shanhe.app.office.books import seen_book
from shanhe.app.office.drafting import keep, own_draft
from shanhe.app.office.evidence_list import size_of
from shanhe.app.office.file_kinds import kind_of
from shanhe.app.office.people import account_of
from shanhe.app.office.photos import recorded
from shanhe.app.office.rights import Action, Actor, Refused, Scope, may
from shanhe.app.office.submissions import digests_of, files_behind, seen_submission
from shanhe.app.office.typed import clean
from shanhe.store import files
from shanhe.store.models import Account, Book, Entry, File, Submission

MOST_A_ROW, MOST_A_SUBMISSION = 10, 200
KINDS = ("pdf", "jpg", "png", "docx", "xlsx")


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that somebody hands in: its name, its bytes, and what they say of it."""

    name: str
    data: bytes
    taken_on: str = ""
    taken_at: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file on its way out, with the name it is saved under."""

    name: str
    data: bytes


def attach(actor: Actor, key: int, row: str, offered: Sequence[Offered], version: int) -> int:
    """Put files behind a row of a draft, and return the draft's new version.

    All are taken or none. The same bytes are kept once, whoever hands them in.

    Raises:
        Refused: a file is empty, too large, or not what may be handed in; there are too many; or
            as ``drafting.save``.
    """
    if not offered:
        raise Refused("请先选择文件。", "Choose a file first.", 422)
    known = [(one, ask_sound(one)) for one in offered]
    days = [_day(one.taken_on) for one in offered]
    with transaction.atomic():
        draft = own_draft(actor, key, version)
        account = account_of(actor)
        digests = [
            _record(draft, account, one, kind, day)
            for (one, kind), day in zip(known, days, strict=True)
        ]
        rows = [_with(one, digests) if one["row"] == row else one for one in draft.rows]
        _ask_not_too_many(rows, row)
        return keep(actor, draft, rows)


def ask_sound(offered: Offered) -> str:
    """Return what a file is by its content.

    Raises:
        Refused: it is empty, too large, or nothing that may be handed in.
    """
    name = called(offered.name)
    ask_size(name, len(offered.data))
    kind = kind_of(offered.data)
    if kind is None:
        raise Refused(
            f"“{name}”的内容不是 {'、'.join(KINDS)} 中的一种，或内容不完整、含有宏、夹带其他文件。"
            "请另存为这些格式之一后再上传，只改扩展名无效。",
            f"“{name}” does not contain a whole, plain file of {', '.join(KINDS)}; renaming is not enough.",
            415,
        )
    return kind


def ask_size(name: str, size: int) -> None:
    """Refuse a file that is empty or larger than the setting allows, before its bytes are read.

    Raises:
        Refused: with both sizes.
    """
    most = settings.EVIDENCE_BYTES
    if not size:
        raise Refused(f"“{name}”是空文件，请重新选择。", f"“{name}” is empty.", 422)
    if size > most:
        raise Refused(
            f"“{name}”有 {size_of(size)}，超过上限 {size_of(most)}，请压缩或拆分后再上传。",
            f"“{name}” has {size_of(size)}; at most {size_of(most)} are taken.",
            413,
        )


def called(name: str) -> str:
    """Return the name of a file without folders, unseen marks, and at most 120 characters."""
    last = clean(name, 4000).replace("\\", "/").replace("\n", " ").replace("\t", " ").split("/")[-1]
    plain = "".join(sign for sign in last if sign not in '<>:"|?*').strip(". ")
    stem, dot, ending = plain.rpartition(".")
    short = f"{stem[:112]}{dot}{ending[:8]}" if len(plain) > 120 and dot else plain[:120]
    return short or "附件"


def _day(text: str) -> date | None:
    if not clean(text):
        return None
    try:
        day = date.fromisoformat(clean(text))
    except ValueError:
        raise Refused(
            f"拍摄日期“{clean(text, 40)}”不是日期，请按“2025-12-31”填写。",
            "The day is none; write it as 2025-12-31.",
            422,
        ) from None
    if day > timezone.localdate():
        raise Refused("拍摄日期不能晚于今天。", "The day lies in the future.", 422)
    return day


def _record(
    draft: Submission, account: Account, offered: Offered, kind: str, day: date | None
) -> str:
    digest = files.keep(offered.data)
    if not files_behind(draft, [digest]).exists():
        File.objects.create(
            book=draft.book,
            digest=digest,
            name=called(offered.name),
            kind=kind,
            size=len(offered.data),
            taken_on=day,
            taken_at=clean(offered.taken_at, 200),
            recorded=recorded(offered.data, kind).plain(),
            account=account,
        )
    return digest


def _with(row: Mapping[str, Any], digests: Sequence[str]) -> dict[str, Any]:
    return {**row, "evidence": list(dict.fromkeys([*row["evidence"], *digests]))}


def _ask_not_too_many(rows: Sequence[Mapping[str, Any]], row: str) -> None:
    counts = {one["row"]: len(one["evidence"]) for one in rows}
    if row not in counts:
        raise Refused("没有该行，请先保存再上传附件。", "There is no such row; save first.", 404)
    if counts[row] > MOST_A_ROW or sum(counts.values()) > MOST_A_SUBMISSION:
        raise Refused(
            f"每行最多 {MOST_A_ROW} 个附件，每张填报单最多 {MOST_A_SUBMISSION} 个。",
            f"At most {MOST_A_ROW} files a row, {MOST_A_SUBMISSION} a submission.",
            422,
        )


def detach(actor: Actor, key: int, row: str, digest: str, version: int) -> int:
    """Take a file from a row of a draft; its bytes stay where earlier entries name it.

    Raises:
        Refused: as ``drafting.save``.
    """
    with transaction.atomic():
        draft = own_draft(actor, key, version)
        rows = [
            {**one, "evidence": [d for d in one["evidence"] if d != digest or one["row"] != row]}
            for one in draft.rows
        ]
        return keep(actor, draft, rows)


def of_submission(actor: Actor, key: int, digest: str) -> Sent:
    """Return a file of a submission, for who may see the submission.

    Raises:
        Refused: 404 where there is none for them.
    """
    one = seen_submission(actor, key)
    if digest not in digests_of(one.rows):
        raise _none()
    return _sent(files_behind(one, [digest]), digest)


def of_entry(actor: Actor, book_key: int, number: int, digest: str) -> Sent:
    """Return a file that an entry of the journal names, for who may see what its body handed in.

    Raises:
        Refused: 404 where there is none for them.
    """
    book = seen_book(actor, book_key)
    entry = Entry.objects.filter(book=book, number=number).first()
    if entry is None or digest not in entry.evidence:
        raise _none()
    found = File.objects.filter(book=book, digest=digest).select_related("account__organisation")
    bodies = {file.account.organisation for file in found}
    seen = [body for body in bodies if body and _may_see(actor, body.path, book)]
    return _sent(File.objects.filter(book=book, account__organisation__in=seen), digest)


def _may_see(actor: Actor, path: str, book: Book) -> bool:
    return may(actor, Action.READ_SUBMISSIONS, Scope(path, book.pk))


def _sent(among: QuerySet[File], digest: str) -> Sent:
    file = among.filter(digest=digest).order_by("pk").first()
    if file is None:
        raise _none()
    try:
        data = files.fetch(digest)
    except OSError:
        raise Refused(
            "附件内容缺失或已损坏，请联系系统管理员从备份恢复。",
            "The file is missing or damaged; the administrator can restore it from a backup.",
            410,
        ) from None
    return Sent(_named(file), data)


def _named(file: File) -> str:
    """Return the name with the ending that the content has, whatever the person called it."""
    endings = {"jpg": (".jpg", ".jpeg")}.get(file.kind, (f".{file.kind}",))
    return file.name if file.name.lower().endswith(endings) else f"{file.name}.{file.kind}"


def _none() -> Refused:
    return Refused("没有该附件，或无权查看。", "There is no such file for you.", 404)
