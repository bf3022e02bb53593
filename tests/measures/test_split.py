"""Whether a target's parts come to the whole."""

from fractions import Fraction

from case_file import dossier_from

from shanhe.catalogue.load import load_catalogue
from shanhe.measures.split import Kind, Split, judge, kind_of, total_of
from shanhe.values.outcome import Outcome

CATALOGUE = load_catalogue()


def judged(name: str, whole: tuple[str, str], *parts: tuple[str, str], missing: str = "") -> Split:
    goal = {"版本": "下达", "期间": "实施期", "三级指标": name}
    regions = ["东河区", "土右旗", "固阳县"][: len(parts)]
    dossier = dossier_from(
        {
            "指标目标": [{**goal, "指标值": whole[0], "计量单位": whole[1]}],
            "目标分解": [
                {**goal, "区域": region, "指标值": amount, "计量单位": unit}
                for region, (amount, unit) in zip(regions, parts, strict=True)
            ],
        }
    )
    target = dossier.targets[0]
    known = CATALOGUE.indicator(target.indicator)
    return judge(target, dossier.regional_targets, known, [missing] if missing else [])


AREA, COVER = "矿山生态修复面积", "新增植被覆盖率"


def test_the_difference_is_exact() -> None:
    found = judged(
        AREA, ("1922.26", "公顷"), ("62.37", "公顷"), ("348.78", "公顷"), ("1514.01", "公顷")
    )
    assert (found.kind, found.outcome, found.over) == (Kind.ADDED, Outcome.FAILS, Fraction("2.90"))


def test_the_last_digit_counts_and_equality_holds() -> None:
    assert judged(AREA, ("3.01", "公顷"), ("1", "公顷"), ("2", "公顷")).outcome is Outcome.FAILS
    assert judged(AREA, ("3.00", "公顷"), ("1", "公顷"), ("2", "公顷")).outcome is Outcome.HOLDS


def test_units_are_converted_and_unlike_ones_are_not_judged() -> None:
    assert judged(AREA, ("45", "亩"), ("1", "公顷"), ("2", "公顷")).outcome is Outcome.HOLDS
    found = judged(AREA, ("3", "公顷"), ("1", "公顷"), ("2", "个"))
    assert (found.outcome, found.total) == (Outcome.UNDECIDED, None)


def test_a_rate_lies_between_its_regions() -> None:
    parts = (("20.21", "%"), ("22.28", "%"))
    assert judged(COVER, ("22.28", "%"), *parts).outcome is Outcome.HOLDS
    assert judged(COVER, ("22.29", "%"), *parts).outcome is Outcome.FAILS
    assert judged(COVER, ("22.29", "%"), *parts, missing="固阳县").outcome is Outcome.UNDECIDED
    assert judged(COVER, ("21", "%"), *parts, missing="固阳县").outcome is Outcome.HOLDS


def test_without_a_whole_there_is_a_total_and_no_verdict() -> None:
    goal = {"版本": "下达", "期间": "实施期", "三级指标": AREA, "计量单位": "公顷"}
    dossier = dossier_from({"目标分解": [{**goal, "区域": "东河区", "指标值": "62.37"}]})
    found = judge(None, dossier.regional_targets, CATALOGUE.indicator("restore_area"))
    assert (found.outcome, found.total is not None) == (Outcome.UNDECIDED, True)
    assert total_of(None, ()) is None


def test_what_nobody_declared_is_not_judged() -> None:
    assert kind_of(None) is Kind.OTHER
