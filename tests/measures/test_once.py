"""What is asked of one dossier several times is measured once, and never taken for another's."""

import pickle
from collections.abc import Iterator
from dataclasses import replace

from shanhe.measures.once import once, once_each
from shanhe.records.dossier import Dossier
from shanhe.records.programme import Programme
from shanhe.records.source import RowSource


def dossier(name: str) -> Dossier:
    return Dossier(Programme(source=RowSource("a", "b", 1), name=name, year=2025))


def test_a_measure_is_taken_once_of_each_dossier_and_argument() -> None:
    taken = []

    @once
    def measured(of: Dossier, word: str, thing: object) -> tuple[str, str]:
        taken.append((of.programme.name, word, thing))
        return of.programme.name, word

    one, other = dossier("甲"), dossier("乙")
    things = ("a", 1), ("a", 1.0)
    for _ in range(2):
        assert measured(one, "a", things[0]) == ("甲", "a")
        assert measured(one, "b", things[0]) == ("甲", "b")
        assert measured(other, "a", things[0]) == ("乙", "a")
        assert measured(one, "a", things[1]) == ("甲", "a")
        assert measured(replace(one), "a", things[0]) == ("甲", "a")
    assert len(taken) == 6


def test_what_yields_comes_back_whole_each_time() -> None:
    @once_each
    def counted(_: Dossier, least: str) -> Iterator[str]:
        yield from (least, "2", "3")

    one = dossier("甲")
    assert counted(one, "1") == counted(one, "1") == ("1", "2", "3")


def test_what_is_kept_neither_travels_nor_counts() -> None:
    one = dossier("甲")
    one.kept["x"] = "y"
    assert one == dossier("甲")
    assert not pickle.loads(pickle.dumps(one)).kept  # noqa: S301 - our own bytes
