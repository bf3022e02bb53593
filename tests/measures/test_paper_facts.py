"""Facts of a paper: compared by what they mean, and points by what they are for."""

from decimal import Decimal
from fractions import Fraction

from shanhe.catalogue.load import load_catalogue
from shanhe.measures.printed_statements import statements_by_fact
from shanhe.measures.stated_points import UNKNOWN, plain_group, printed_points, value
from shanhe.measures.told import is_told
from shanhe.records.dossier import Dossier
from shanhe.records.paper import PrintedFact
from shanhe.records.programme import Programme
from shanhe.records.source import Fact, RowSource, Source
from shanhe.values.period import Period
from shanhe.values.unit import unit


def fact(
    concept: str, aspect: str, amount: str, symbol: str = "", paragraph: int = 1
) -> PrintedFact:
    where = Source("报告.docx", "正文", paragraph=paragraph, text=f"{amount}{symbol}")
    source = RowSource("报告.docx", "正文", 0, at={"amount": where})
    return PrintedFact(
        source=source,
        concept=concept,
        aspect=aspect,
        period=Period(2025),
        amount=Decimal(amount),
        unit=unit(symbol),
    )


def dossier(*facts: PrintedFact) -> Dossier:
    source = RowSource("报告.docx", "", 0)
    return Dossier(Programme(source=source, name="示例", year=2025), paper="docx", facts=facts)


def test_one_fact_at_two_places_is_two_statements_one_place_is_one() -> None:
    own = fact("restore_area", "actual", "12.92", "公顷")
    found = statements_by_fact(dossier(own, own, fact("restore_area", "actual", "12.9", "公顷", 2)))
    key = Fact("restore_area", "actual", "", "2025", "报告正文")
    assert [one.quantity.amount for one in found[key]] == [Decimal("12.92"), Decimal("12.9")]


def test_a_told_number_is_known_by_indicator_and_amount() -> None:
    held = dossier(fact("restore_area", "actual", "12.92", "公顷"))
    assert is_told(held, "restore_area", Decimal("12.920"))
    assert not is_told(held, "restore_area", Decimal(13))


def test_points_know_their_groups() -> None:
    facts = [
        fact(name, "weight", "10") for name in ("restore_area", "产出指标（50分）", "总分", "别的")
    ]
    rows = printed_points(dossier(*facts, fact("restore_area", "score", "9.5")), load_catalogue())
    shown = [(row.level, row.group1, row.group2) for row in rows]
    assert shown == [(3, "产出", "数量"), (1, "产出", ""), (0, "", ""), (UNKNOWN, "", "")]
    assert rows[0].points is not None
    assert value(rows[0].points) == Fraction(19, 2)


def test_group_names_are_taken_without_what_forms_add() -> None:
    assert plain_group("产出指标（50分）") == plain_group("产出") == "产出"
