"""Organisations: the tree that rights hold in."""

from dataclasses import dataclass

from django.db import transaction

from shanhe.app.office.people import note, root
from shanhe.app.office.rights import Action, Actor, Refused, ask
from shanhe.app.office.typed import clean
from shanhe.store.journal import Act
from shanhe.store.models import Organisation

LEVELS = ("部", "省", "市", "县", "单位")


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation in a list; ``depth`` from 0 at the root."""

    key: int
    name: str
    level: str
    place: str
    depth: int


def organisations(actor: Actor) -> list[Body]:
    """Return the tree, parents before children, for who manages it."""
    ask(actor, Action.ACCOUNTS, root())
    return [
        Body(o.pk, o.name, o.level, o.place, o.path.count("/") - 2)
        for o in sorted(Organisation.objects.all(), key=lambda o: _order(o.path))
    ]


def _order(path: str) -> list[int]:
    return [int(key) for key in path.strip("/").split("/") if key]


@transaction.atomic
def add_organisation(
    actor: Actor, *, name: str, level: str, parent: int | None, place: str = ""
) -> int:
    """Register a body and return its key.

    Raises:
        Refused: no right, no name, an unknown level, or the name is taken there.
    """
    ask(actor, Action.ACCOUNTS, root())
    name, place = clean(name, 101), clean(place, 100)
    above = Organisation.objects.filter(pk=parent).first() if parent else None
    wrong = _wrong_body(name, level, above)
    if wrong:
        raise wrong
    body = Organisation(name=name, level=level, parent=above, place=place)
    body.save()
    note(actor, Act.ORGANISATION, {"name": body.name, "level": level, "path": body.path})
    return body.pk


@transaction.atomic
def set_place(actor: Actor, organisation: int, place: str) -> None:
    """Say by what name the programmes call a body; without one it cannot report.

    Raises:
        Refused: no right, or there is no such body.
    """
    ask(actor, Action.ACCOUNTS, root())
    body = Organisation.objects.filter(pk=organisation).first()
    if body is None:
        raise Refused("没有该机构。", "There is no such organisation.", 404)
    body.place = clean(place, 100)
    body.save()
    note(actor, Act.ORGANISATION, {"name": body.name, "path": body.path, "place": body.place})


def _wrong_body(name: str, level: str, above: Organisation | None) -> Refused | None:
    if not name or len(name) > 100 or level not in LEVELS:
        words = "、".join(LEVELS)
        return Refused(
            f"机构名称应为 1 至 100 字，层级应为{words}。",
            f"Give a name and a level of {words}.",
            422,
        )
    if above is not None and LEVELS.index(above.level) >= LEVELS.index(level):
        return Refused(
            f"上级机构“{above.name}”是{above.level}级，下级机构的层级应低于它。",
            f"“{above.name}” is of level {above.level}; a body below it needs a lower one.",
            422,
        )
    if Organisation.objects.filter(parent=above, name=name).exists():
        return Refused(f"已有同名机构“{name}”。", f"“{name}” exists already.", 409)
    return None
