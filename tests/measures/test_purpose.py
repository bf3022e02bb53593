"""Purposes of money, by kind of cost."""

import pytest

from shanhe.measures.purpose import Fit, fit, kinds_of, purposes


@pytest.mark.parametrize(
    ("purpose", "allowed", "expected"),
    [
        ("工程施工", "工程主体施工", Fit.ALLOWED),
        ("主体工程", "工程主体施工", Fit.ALLOWED),
        ("矿山治理工程施工费", "工程主体施工", Fit.ALLOWED),
        ("勘查设计", "工程主体施工", Fit.OUTSIDE),
        ("工程监理", "工程主体施工", Fit.OUTSIDE),
        ("施工监理", "工程主体施工", Fit.OUTSIDE),
        ("施工图设计", "工程主体施工", Fit.OUTSIDE),
        ("施工招标代理费", "工程主体施工", Fit.OUTSIDE),
        ("监测评估", "工程主体施工", Fit.OUTSIDE),
        ("竣工验收", "工程主体施工", Fit.OUTSIDE),
        ("工程监理", "施工、监理", Fit.ALLOWED),
        ("设计施工总承包", "工程主体施工", Fit.UNKNOWN),
        ("其他", "工程主体施工", Fit.UNKNOWN),
        ("其他", "其他", Fit.ALLOWED),
        ("工程监理", "备案方案所列用途", Fit.UNKNOWN),
    ],
)
def test_fit(purpose: str, allowed: str, expected: Fit) -> None:
    assert fit(purpose, allowed) is expected


def test_lists_are_taken_apart() -> None:
    assert purposes("勘查设计、工程监理，监测评估和竣工验收；") == (
        "勘查设计",
        "工程监理",
        "监测评估",
        "竣工验收",
    )


def test_supervision_of_works_is_no_works() -> None:
    assert kinds_of("施工监理") == {"supervision"}
