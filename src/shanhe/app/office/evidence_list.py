"""Files behind a submission as a page shows them, with what speaks for and against each."""

from collections.abc import Sequence
from dataclasses import dataclass

from shanhe.app.office.rights import Actor, Refused
from shanhe.app.office.submissions import (
    State,
    digests_of,
    files_behind,
    seen_submission,
)
from shanhe.store.models import File, Submission


@dataclass(frozen=True, slots=True)
class FileShown:
    """A file on a page.

    Attributes:
        size: as people read it.
        taken_on, taken_at: of a photo, as the person states it.
        recorded_on, latitude, longitude: as the camera wrote it, empty where it did not.
        differs: whether the two days are not the same.
        also_in: titles of other submissions of the body that bring the same file.
    """

    digest: str
    name: str
    kind: str
    size: str
    taken_on: str
    taken_at: str
    recorded_on: str
    latitude: str
    longitude: str
    differs: bool
    also_in: tuple[str, ...]
    who: str
    at: str


def listed(actor: Actor, key: int) -> Sequence[FileShown]:
    """Return the files of a submission, for who may see it.

    Raises:
        Refused: 404 where it is not theirs to know of.
    """
    return tuple(files_of(seen_submission(actor, key)).values())


def file_named(actor: Actor, key: int, row: str, name: str) -> str:
    """Return the digest of a file behind a row, by the name that the list shows.

    Raises:
        Refused: 404 where there is none of that name.
    """
    one = seen_submission(actor, key)
    behind = digests_of(kept for kept in one.rows if kept["row"] == row)
    files = [file for file in files_of(one).values() if file.digest in behind]
    found = next((file for file in files if file.name == name), None)
    if found is None:
        names = [file.name for file in files]
        raise Refused(
            f"该行没有名为“{name}”的附件，现有：{'、'.join(names) or '无'}。",
            f"The row has no file “{name}”; it has: {', '.join(names) or 'none'}.",
            404,
        )
    return found.digest


def files_of(one: Submission) -> dict[str, FileShown]:
    """Return the files of a submission by digest; two queries, none where it has no files."""
    digests = digests_of(one.rows)
    if not digests:
        return {}
    others = _brought_elsewhere(one, digests)
    return {
        file.digest: _shown(file, others.get(file.digest, ()))
        for file in files_behind(one, digests).select_related("account")
    }


def _brought_elsewhere(one: Submission, digests: set[str]) -> dict[str, list[str]]:
    """Return by digest the titles of the body's other submissions, handed in, that bring a file."""
    found: dict[str, list[str]] = {}
    others = Submission.objects.filter(book=one.book_id, organisation=one.organisation_id)
    others = others.exclude(pk=one.pk).exclude(state=State.DRAFT).order_by("pk")
    for title, rows in others.values_list("title", "rows"):
        for digest in digests & digests_of(rows):
            found.setdefault(digest, []).append(title)
    return found


def _shown(file: File, also_in: Sequence[str]) -> FileShown:
    stated = file.taken_on.isoformat() if file.taken_on else ""
    day = file.recorded.get("on", "")
    return FileShown(
        file.digest,
        file.name,
        file.kind,
        size_of(file.size),
        stated,
        file.taken_at,
        day,
        file.recorded.get("latitude", ""),
        file.recorded.get("longitude", ""),
        bool(stated and day and stated != day),
        tuple(also_in),
        file.account.name,
        file.at.astimezone().strftime("%Y-%m-%d %H:%M"),
    )


def size_of(count: int) -> str:
    """Return a number of bytes as people read it."""
    return f"{count / 2**20:.1f} MB" if count >= 2**20 else f"{-(-count // 1024)} KB"
