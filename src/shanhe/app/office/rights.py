"""Who may do what: a right is a role in a subtree of organisations, for one programme or all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What somebody is, in the word that people use."""

    COUNTY_REPORTER = "县级填报"
    COUNTY_REVIEWER = "县级审核"
    CITY_OFFICE = "市级项目办"
    CITY_FINANCE = "市级财政"
    PROVINCIAL_REVIEWER = "省级审核"
    MINISTRY_READER = "部级查阅"
    AUDITOR = "审计"
    ADMINISTRATOR = "系统管理"


class Action(StrEnum):
    """What can be done, in the words of a refusal."""

    READ = "查看项目"
    READ_SUBMISSIONS = "查看填报单"
    READ_HISTORY = "查看变更记录"
    COMPARE = "查看全省汇总"
    REPORT = "填报进展"
    PASS = "县级审核"  # noqa: S105 - a step of the review
    ACCEPT = "市级审核"
    CONFIRM = "省级审核"
    EDIT_TARGETS = "修改绩效目标"
    EDIT_MONEY = "修改资金数据"
    EDIT_TEXTS = "填写自评内容"
    IMPORT = "导入项目"
    PLOTS = "上传图斑"
    CHECK = "核查报告"
    ANSWER = "答复问题"
    LOCK = "锁定与延期"
    FREEZE = "自评定稿"
    SIGN = "自评签发"
    PUBLISH = "对外公开"
    ACCOUNTS = "管理机构和账号"
    BACKUP = "备份与校验"


_READING = frozenset({Action.READ, Action.READ_HISTORY, Action.CHECK})
_OVERSEEING = _READING | {Action.READ_SUBMISSIONS, Action.COMPARE}
RIGHTS: dict[Role, frozenset[Action]] = {
    Role.COUNTY_REPORTER: _READING | {Action.READ_SUBMISSIONS, Action.REPORT, Action.ANSWER},
    Role.COUNTY_REVIEWER: _READING | {Action.READ_SUBMISSIONS, Action.PASS},
    Role.CITY_OFFICE: _READING
    | {
        Action.READ_SUBMISSIONS,
        Action.COMPARE,
        Action.ACCEPT,
        Action.EDIT_TARGETS,
        Action.EDIT_TEXTS,
        Action.IMPORT,
        Action.PLOTS,
        Action.ANSWER,
        Action.LOCK,
        Action.FREEZE,
        Action.SIGN,
        Action.PUBLISH,
    },
    Role.CITY_FINANCE: _READING | {Action.EDIT_MONEY, Action.ANSWER},
    Role.PROVINCIAL_REVIEWER: _OVERSEEING | {Action.CONFIRM},
    Role.MINISTRY_READER: _READING | {Action.COMPARE},
    Role.AUDITOR: _OVERSEEING,
    Role.ADMINISTRATOR: frozenset({Action.ACCOUNTS, Action.BACKUP}),
}
"""Role → what it may do. An auditor writes to nothing; an administrator sees no figure."""

SCOPES: dict[str, frozenset[Action]] = {
    "read": frozenset({Action.READ, Action.READ_SUBMISSIONS, Action.READ_HISTORY, Action.COMPARE}),
    "check": frozenset({Action.CHECK}),
    "report": frozenset({Action.REPORT}),
    "review": frozenset({Action.PASS, Action.ACCEPT, Action.CONFIRM}),
    "write": frozenset(
        {
            Action.EDIT_TARGETS,
            Action.EDIT_MONEY,
            Action.EDIT_TEXTS,
            Action.IMPORT,
            Action.PLOTS,
            Action.ANSWER,
        }
    ),
}
"""What a machine's key may be limited to; freezing, publishing and accounts are for people alone."""


@dataclass(frozen=True, slots=True)
class Right:
    """A role that somebody holds.

    Attributes:
        path: of the organisation at the root of the subtree, ``/1/4/``.
        book: key of the one programme; 0 for all. until: last day; ``None`` for no end.
    """

    role: Role
    path: str
    book: int = 0
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who asks for something.

    Attributes:
        account: key of the account; 0 for a stranger.
        organisation, path, place: of the body the person belongs to.
        rights: those that hold today.
        scopes: what a machine's key is limited to; ``None`` for a person at the page.
        must_change: the password is a one-time password; it gives no right but to change it.
    """

    account: int
    name: str
    organisation: str
    path: str
    place: str
    rights: tuple[Right, ...]
    scopes: frozenset[str] | None = None
    must_change: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an action is to happen.

    Attributes:
        path: of the organisation that owns the thing; of the county for a submission.
        book: key of the programme; 0 where none is concerned.
        within: for reading a programme, people of the bodies below its owner may read too.
    """

    path: str
    book: int = 0
    within: bool = False


class Refused(Exception):  # noqa: N818 - what it is
    """A use case says no; ``status`` is what HTTP calls it, ``zh`` and ``en`` say why.

    Example:
        ``Refused.right(Action.ACCEPT)`` says 缺少“市级审核”权限.
    """

    def __init__(self, zh: str, en: str, status: int = 403) -> None:
        super().__init__(en)
        self.zh, self.en, self.status = zh, en, status

    def words(self, lang: str) -> str:
        """Return the refusal in one language, ``zh`` or ``en``."""
        return self.zh if lang.startswith("zh") else self.en


def missing_right(actor: Actor, action: Action) -> Refused:
    """Return the refusal that names the missing right, what of it is missing, and what to do."""
    own = [right for right in actor.rights if action in RIGHTS[right.role]]
    if own and not _in_scope(actor, action):
        return _beyond_the_key(action)
    name = action.name.lower()
    if own:
        return Refused(
            f"您的“{action.value}”权限不包括该机构或项目。如需办理，请联系系统管理员授权。",
            f"Your right “{name}” does not reach this; the administrator can widen it.",
        )
    roles = "、".join(role.value for role, may in RIGHTS.items() if action in may)
    return Refused(
        f"缺少“{action.value}”权限（{roles}可办理）。如需办理，请联系系统管理员授权。",
        f"The right “{name}” is missing; the administrator can grant it.",
    )


def _beyond_the_key(action: Action) -> Refused:
    name = action.name.lower()
    if any(action in may for may in SCOPES.values()):
        return Refused(
            f"该令牌不含“{action.value}”权限。请本人登录网页，在“接口令牌”中办理含此权限的令牌。",
            f"This key is not for “{name}”; its person can make one that is, at the page.",
        )
    return Refused(
        f"“{action.value}”不能用令牌办理，请本人登录网页办理。",
        f"No key can be for “{name}”; its person has to log in at the page.",
    )


def may(actor: Actor, action: Action, scope: Scope) -> bool:
    """Return whether somebody may do something there.

    A right holds for the subtree of its organisation. Reading a programme is also open to the
    bodies below its owner, because a county has to see the programme it belongs to.
    """
    return _in_scope(actor, action) and any(_covers(right, action, scope) for right in actor.rights)


def actions_in(actor: Actor, scope: Scope) -> tuple[str, ...]:
    """Return the names of all that somebody may do there."""
    return tuple(action.name for action in Action if may(actor, action, scope))


def _in_scope(actor: Actor, action: Action) -> bool:
    return actor.scopes is None or any(action in SCOPES[word] for word in actor.scopes)


def _covers(right: Right, action: Action, scope: Scope) -> bool:
    if action not in RIGHTS[right.role] or right.book not in {0, scope.book}:
        return False
    is_above = scope.path.startswith(right.path)
    return is_above or (scope.within and right.path.startswith(scope.path))


def ask(actor: Actor, action: Action, scope: Scope) -> None:
    """Let pass, or refuse.

    Raises:
        Refused: the right is missing.
    """
    if not may(actor, action, scope):
        raise missing_right(actor, action)


def holds(actor: Actor, action: Action) -> bool:
    """Return whether somebody may do that anywhere; for menus."""
    return any(paths(actor, action))


def paths(actor: Actor, action: Action) -> Iterable[Right]:
    """Return the rights that allow an action, to narrow a query by; none beyond a key's scopes."""
    if not _in_scope(actor, action):
        return ()
    return (right for right in actor.rights if action in RIGHTS[right.role])
