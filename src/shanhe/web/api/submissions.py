"""Submissions of counties, on their way up; closed sheets and their exceptions."""

from typing import Any

from ninja import Router

from shanhe.app.office import drafting, locks, reviewing
from shanhe.app.office import submissions as cases
from shanhe.web.api import bodies, shapes
from shanhe.web.api.asked import Whole
from shanhe.web.asking import Request

router = Router(tags=["填报与审核 Submissions"])
_BOOK, _ONE = "programmes/{int:book}", "submissions/{int:key}"


@router.get(f"{_BOOK}/submissions", response=list[shapes.Submission], summary="项目的填报单")
def submissions(request: Request, book: int) -> Any:
    """Return the submissions of a programme that one may see."""
    return cases.submissions(request.actor, book)


@router.get("submissions", response=list[shapes.Submission], summary="等我办理")
def waiting(request: Request) -> Any:
    """Return what waits for this person in all programmes, the oldest first."""
    return cases.waiting(request.actor)


@router.post(f"{_BOOK}/submissions", response={201: shapes.Made}, summary="新建填报单")
def begin(request: Request, book: int, new: bodies.NewSubmission) -> Any:
    """Begin a draft of one's own body, empty or with its lines as they count now."""
    key = drafting.begin(request.actor, book, new.sheet, new.title, filled=new.filled)
    return {"key": key}


@router.get(_ONE, response=shapes.OpenedSubmission, summary="读取填报单")
def submission(request: Request, key: int) -> Any:
    """Return one submission, its rows beside what counts now."""
    return cases.submission(request.actor, key)


@router.put(_ONE, response=shapes.Version, summary="保存草稿")
def save(request: Request, key: int, draft: bodies.Draft) -> Any:
    """Keep a draft; 409 where somebody saved in between."""
    rows = [cases.Reported(row.texts, row.row, row.seen, tuple(row.evidence)) for row in draft.rows]
    return {"version": drafting.save(request.actor, key, rows, draft.version)}


@router.post(f"{_ONE}/renew", response=shapes.Version, summary="以现有数据为准重新核对")
def renew(request: Request, key: int, held: bodies.HandIn) -> Any:
    """Let a draft stand on the lines as they count now."""
    return {"version": drafting.renew(request.actor, key, held.version)}


@router.delete(_ONE, response={204: None}, summary="删除草稿")
def discard(request: Request, key: int, version: Whole) -> None:
    """Throw a draft away that was never handed in."""
    drafting.discard(request.actor, key, version)


@router.post(f"{_ONE}/submit", response={204: None}, summary="提交")
def submit(request: Request, key: int, held: bodies.HandIn) -> None:
    """Hand a draft in; from here on nobody edits it."""
    drafting.submit(request.actor, key, held.version)


@router.post(f"{_ONE}/pass", response={204: None}, summary="县级审核通过")
def pass_on(request: Request, key: int) -> None:
    """Pass a submission on from the county to the city."""
    reviewing.pass_on(request.actor, key)


@router.post(f"{_ONE}/accept", response={204: None}, summary="市级采纳")
def accept(request: Request, key: int) -> None:
    """Accept a submission; from now on its figures count."""
    reviewing.accept(request.actor, key)


@router.post(f"{_ONE}/confirm", response={204: None}, summary="省级确认")
def confirm(request: Request, key: int) -> None:
    """Confirm what the city accepted."""
    reviewing.confirm(request.actor, key)


@router.post(f"{_ONE}/return", response={204: None}, summary="退回")
def send_back(request: Request, key: int, said: bodies.Comment) -> None:
    """Send a submission back with a comment."""
    reviewing.send_back(request.actor, key, said.comment)


@router.get(f"{_BOOK}/locks", response=list[shapes.Lock], summary="已锁定的表")
def closed(request: Request, book: int) -> Any:
    """Return what is closed in a programme."""
    return locks.locks(request.actor, book)


@router.get(f"{_BOOK}/locks/bodies", response=list[shapes.Named], summary="可延期的机构")
def bodies_of(request: Request, book: int) -> Any:
    """Return the bodies that can be given a later day; none for who may give none."""
    return shapes.named(locks.locks_page(request.actor, book).bodies)


@router.post(f"{_BOOK}/locks", response={201: shapes.Made}, summary="锁定")
def close(request: Request, book: int, new: bodies.NewLock) -> Any:
    """Close a sheet, or all of them; for people, not for keys."""
    return {"key": locks.close(request.actor, book, new.sheet, new.why)}


@router.post(f"{_BOOK}/locks/{{int:lock}}/reopen", response={204: None}, summary="解除锁定")
def reopen(request: Request, book: int, lock: int, said: bodies.Why) -> None:
    """Open a sheet again; for people, not for keys."""
    locks.reopen(request.actor, book, lock, said.why)


@router.post(f"{_BOOK}/locks/{{int:lock}}/permits", response={204: None}, summary="延期")
def permit(request: Request, book: int, lock: int, new: bodies.NewPermit) -> None:
    """Let one organisation write until a later day; for people, not for keys."""
    locks.permit(
        request.actor, book, lock, organisation=new.organisation, until=new.until, why=new.why
    )
