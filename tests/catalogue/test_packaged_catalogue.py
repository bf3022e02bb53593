"""The packaged data: all of it loads, and all of it refers to what is there."""

import pytest

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.check import check
from shanhe.catalogue.load import load_catalogue
from shanhe.catalogue.model import Dimension, Direction, Indicator, Kind, Purpose, Way
from shanhe.catalogue.names import plain_name

CODES = {
    *(f"I-{number:03}" for number in range(1, 24)),
    *(f"I-{number:03}" for number in range(30, 43)),
    *("I-050", "I-051", "I-052", "I-060", "I-061", "I-070", "I-071", "I-072", "I-080", "I-090"),
}
PRACTICE = (
    *("T19", "F20", "X18", "G18", "M11", "P20", "S9", "R10", "U8"),
    *("L20", "C10", "D9", "A7", "E62"),
)
FORM_AND_GROUND = ((Purpose.FORM, Way.WMEAN, "money"), (Purpose.GROUND, Way.RATIO, "restore_area"))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def test_everything_loads_and_every_reference_leads_somewhere(catalogue: Catalogue) -> None:
    check(catalogue)


def test_every_code_of_the_indicator_library_is_there(catalogue: Catalogue) -> None:
    codes = {indicator.code for indicator in catalogue.indicators}
    assert codes >= CODES
    assert all(code >= "I-900" for code in codes - CODES)


def test_indicators_come_in_the_order_of_their_codes(catalogue: Catalogue) -> None:
    codes = [indicator.code for indicator in catalogue.indicators]
    assert codes == sorted(codes)


def test_every_unit_is_known_and_taken(catalogue: Catalogue) -> None:
    assert all(indicator.takes(indicator.unit) for indicator in catalogue.indicators)


def test_every_level_is_a_term(catalogue: Catalogue) -> None:
    levels = {term.zh for term in catalogue.terms if term.group == "levels"}
    for indicator in catalogue.indicators:
        assert {indicator.level1, indicator.level2} <= levels


def test_shares_are_never_added(catalogue: Catalogue) -> None:
    for indicator in catalogue.indicators:
        if indicator.kind in {Kind.RATIO, Kind.POINTS, Kind.YEARS, Kind.CLASS, Kind.INDEX}:
            ways = {across.way for across in indicator.across}
            assert not ways & {Way.SUM, Way.SUMD}, indicator.id


def test_classes_are_qualitative_and_numbers_are_not(catalogue: Catalogue) -> None:
    for indicator in catalogue.indicators:
        qualitative = indicator.direction is Direction.QUALITATIVE
        assert qualitative == (indicator.kind is Kind.CLASS), indicator.id


def test_every_indicator_asks_for_evidence_and_says_how_it_is_computed(
    catalogue: Catalogue,
) -> None:
    assert all(indicator.evidence and indicator.formula for indicator in catalogue.indicators)


@pytest.mark.parametrize(("purpose", "way", "weight"), FORM_AND_GROUND)
def test_cover_gain_is_averaged_by_money_on_the_form_and_by_area_on_the_ground(
    catalogue: Catalogue, purpose: Purpose, way: Way, weight: str
) -> None:
    across = catalogue.indicator("veg_cover_gain").adds_up(Dimension.REGION, purpose)
    assert across is not None
    assert (across.way, across.weight) == (way, weight)


def test_reclaimed_area_has_the_land_classes_as_parts(catalogue: Catalogue) -> None:
    parts = catalogue.indicator("reclaimed_area").parts
    codes = {catalogue.indicator(part).code for part in parts}
    assert codes == {f"I-{number:03}" for number in range(7, 14)}


def test_area_mines_and_hazards_are_protected(catalogue: Catalogue) -> None:
    protected = {indicator.id for indicator in catalogue.indicators if indicator.protected}
    assert protected == {"restore_area", "mine_count", "hazard_count"}


def test_years_are_commitments(catalogue: Catalogue) -> None:
    years = [indicator for indicator in catalogue.indicators if indicator.kind is Kind.YEARS]
    assert all(indicator.is_commitment for indicator in years)
    assert {indicator.id for indicator in years} == {"eco_stable_years", "maintenance_years"}


def test_every_row_of_practice_can_be_cited(catalogue: Catalogue) -> None:
    lasts = [(word[0], int(word[1:])) for word in PRACTICE]
    refs = [f"{area}-{row:02}" for area, last in lasts for row in range(1, last + 1)]
    refs += [f"I-R{row}" for row in range(1, 9)]
    for ref in refs:
        citation = catalogue.law.cite(f"practice#{ref}")
        assert citation.says
        assert not citation.is_law


def test_misspellings_stand_in_no_right_word(catalogue: Catalogue) -> None:
    slips = [slip for term in catalogue.terms for slip in term.misspelt]
    right = [term.zh for term in catalogue.terms]
    right += [indicator.name for indicator in catalogue.indicators]
    right += [article.zh for act in catalogue.acts for article in act.articles]
    assert not [(slip, word) for slip in slips for word in right if slip in word]


def test_names_of_a_kind_are_one_spelling_each(catalogue: Catalogue) -> None:
    def names(indicator: Indicator) -> list[str]:
        return [plain_name(name) for name in (indicator.name, *indicator.aliases)]

    for indicator in catalogue.indicators:
        assert len(names(indicator)) == len(set(names(indicator))), indicator.id


def test_the_fingerprint_is_short_and_stable(catalogue: Catalogue) -> None:
    assert len(catalogue.fingerprint) == 12
    assert load_catalogue().fingerprint == catalogue.fingerprint
