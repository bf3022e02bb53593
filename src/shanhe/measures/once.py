"""What several rules ask of one dossier, measured once."""

from collections.abc import Callable, Iterable
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

from shanhe.records.dossier import Dossier

T = TypeVar("T")
P = ParamSpec("P")
Measure = Callable[Concatenate[Dossier, P], T]


def once(measure: Measure[P, T]) -> Measure[P, T]:
    """Let a measure be taken once of each dossier and the same further arguments.

    What it returns is kept with the dossier and handed out again, so it must be immutable, or nobody
    may change it. Further arguments count as the same where they are the same word or one object.
    """

    def kept(dossier: Dossier, /, *rest: P.args, **named: P.kwargs) -> T:
        given = (*rest, *named.values())
        key = (measure, *named, *(one if isinstance(one, str) else id(one) for one in given))
        if key not in dossier.kept:
            # The arguments are kept along, so that no other object can come to have the same id.
            dossier.kept[key] = (measure(dossier, *rest, **named), given)
        found: T = dossier.kept[key][0]
        return found

    update_wrapper(kept, measure)
    return kept


def once_each(measure: Measure[P, Iterable[T]]) -> Measure[P, tuple[T, ...]]:
    """Let a measure that yields be taken once, as ``once``; it then returns a tuple."""

    def listed(dossier: Dossier, /, *rest: P.args, **named: P.kwargs) -> tuple[T, ...]:
        return tuple(measure(dossier, *rest, **named))

    update_wrapper(listed, measure)
    return once(listed)
