"""Limits by day, and citations that never say more than was read."""

import re
from datetime import date
from decimal import Decimal

import pytest

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.citation import READ, article_words, numeral
from shanhe.catalogue.error import CatalogueError
from shanhe.catalogue.load import load_catalogue

TODAY = date(2026, 3, 1)
BINDING = {"law", "regulation", "measure", "notice", "standard"}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.mark.parametrize(
    ("day", "act"),
    [
        (date(2022, 1, 1), "measures_2021_100"),
        (date(2024, 1, 31), "measures_2021_100"),
        (date(2024, 2, 1), "measures_2024_6"),
        (TODAY, "measures_2024_6"),
    ],
)
def test_the_fund_measure_is_the_one_of_the_day(catalogue: Catalogue, day: date, act: str) -> None:
    assert catalogue.law.word("fund_measure", day) == act
    assert catalogue.act(act).in_force(day)


def test_the_old_measure_is_out_of_force_when_the_new_one_begins(catalogue: Catalogue) -> None:
    old = catalogue.act("measures_2021_100")
    assert not old.in_force(date(2024, 2, 1))
    assert old.replaced_by == "measures_2024_6"


def test_a_day_before_the_first_value_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(CatalogueError, match="2024-02-01"):
        catalogue.law.table("award_by_size", date(2024, 1, 31))


def test_whether_a_limit_was_set_yet_can_be_asked(catalogue: Catalogue) -> None:
    assert not catalogue.law.has("award_by_size", date(2024, 1, 31))
    assert catalogue.law.has("award_by_size", date(2024, 2, 1))
    assert not catalogue.law.has("no_such_limit", TODAY)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("province_days", 30),
        ("ministry_days", 90),
        ("city_days", 30),
        ("total_days", 60),
        ("early_share", Decimal("0.7")),
        ("execution_low", 90),
        ("unspent_flag", 20),
        ("boilerplate_share", Decimal("0.5")),
        ("benefit_ahead_points", 15),
        ("satisfaction_min_sample", 30),
        ("response_rate", 80),
        ("aggregation_gap", 1),
        ("reason_min_chars", 15),
        ("late_start_target_share", Decimal("0.15")),
        ("physical_paid_gap", 20),
    ],
)
def test_limits_are_those_of_the_field(
    catalogue: Catalogue, key: str, value: int | Decimal
) -> None:
    assert catalogue.law.value(key, TODAY) == value
    assert catalogue.law.number(key, TODAY) == value


def test_level_one_weights_add_up_to_a_hundred(catalogue: Catalogue) -> None:
    rows = catalogue.law.table("level1_weights", TODAY)
    assert [row["weight"] for row in rows] == [10, 50, 30, 10]


def test_the_outline_changed_and_numbers_its_chapters_without_a_gap(catalogue: Catalogue) -> None:
    for year in (2019, 2026):
        rows = catalogue.law.table("outline", date(year, 3, 1))
        numbers = [row["number"] for row in rows if row["level"] == 1]
        assert numbers == [numeral(number) for number in range(1, len(numbers) + 1)]
    assert len(catalogue.law.words("management_aspects", TODAY)) == 8
    assert len(catalogue.law.words("form_aspects", TODAY)) == 7


def test_a_limit_asked_for_as_what_it_is_not_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(CatalogueError, match="not a table"):
        catalogue.law.table("city_days", TODAY)
    with pytest.raises(CatalogueError, match="not a single value"):
        catalogue.law.value("grades", TODAY)
    with pytest.raises(CatalogueError, match="not a whole number"):
        catalogue.law.whole("early_share", TODAY)


def test_an_unknown_limit_is_refused_with_what_is_near(catalogue: Catalogue) -> None:
    with pytest.raises(CatalogueError, match="city_days"):
        catalogue.law.value("citi_days", TODAY)


@pytest.mark.parametrize(
    ("basis", "zh", "en"),
    [
        ("budget_law#52.3", "《中华人民共和国预算法》第五十二条第三款", "Budget Law, art. 52(3)"),
        (
            "punishments#6(2)",
            "《财政违法行为处罚处分条例》第六条第二项",
            "Regulation on Punishing Fiscal Offences, art. 6 item (2)",
        ),
        (
            "measures_2024_6#award",
            "《重点生态保护修复治理资金管理办法》（财资环〔2024〕6号）",
            "Measure on Ecological Restoration Funds (2024) (财资环〔2024〕6号)",
        ),
    ],
)
def test_what_was_read_is_cited_as_law(catalogue: Catalogue, basis: str, zh: str, en: str) -> None:
    citation = catalogue.law.cite(basis)
    assert (citation.text, citation.is_law) == (zh, True)
    assert catalogue.law.cite(basis, "en").text == en


def test_a_title_of_our_own_is_never_put_between_title_marks(catalogue: Catalogue) -> None:
    citation = catalogue.law.cite("call_2024#execution_bar")
    assert citation.is_law
    assert "《" not in citation.text


@pytest.mark.parametrize(
    ("basis", "text"),
    [
        ("practice#T-07", "审核惯例（把握中等，条文待核）"),
        ("evaluation_2020_10#grades", "审核惯例（把握较高，条文待核）"),
        ("form#note-relative", "填报说明（把握较高，条文待核）"),
        ("audit_daye#works", "审核惯例（来源已核）"),
        ("arithmetic#sum", "算术关系"),
        ("arithmetic", "算术关系"),
    ],
)
def test_what_is_no_law_is_shown_as_practice(catalogue: Catalogue, basis: str, text: str) -> None:
    citation = catalogue.law.cite(basis)
    assert (citation.text, citation.is_law) == (text, False)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_article_number_is_shown_that_was_not_read(catalogue: Catalogue, lang: str) -> None:
    for act in catalogue.acts:
        for article in act.articles:
            citation = catalogue.law.cite(f"{act.id}#{article.ref}", lang)
            if article.confidence not in READ or act.kind not in BINDING:
                assert not citation.is_law
                assert not re.search(r"第[一二三四五六七八九十百零]+条|art\.", citation.text)


@pytest.mark.parametrize("basis", ["no_such_act", "budget_law#999", "practice#T-99"])
def test_an_unknown_basis_is_refused(catalogue: Catalogue, basis: str) -> None:
    with pytest.raises(CatalogueError, match="basis"):
        catalogue.law.cite(basis)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (16, "十六"),
        (20, "二十"),
        (52, "五十二"),
        (101, "一百零一"),
        (110, "一百一十"),
    ],
)
def test_numerals_are_written_as_in_statutes(number: int, text: str) -> None:
    assert numeral(number) == text


def test_an_item_of_a_paragraph_is_written_out() -> None:
    assert article_words("47.1(2)", "zh") == "第四十七条第一款第二项"
    assert article_words("award", "zh") == ""
