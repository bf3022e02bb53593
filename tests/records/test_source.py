"""Places of records: of a field, and of what has none."""

import pytest

from shanhe.records.source import Printed, RowSource, Source

HERE = Source("a.docx", "正文", row=3, column="指标值", text="≥5年", table=2, start=1, end=4)
BESIDE = Source("a.docx", "正文", row=3, column="三级指标", text="管护", table=2, end=2)
BELOW = Source("a.docx", "正文", row=4, column="指标值", text="100%", table=2, end=4)
PROSE = Source("a.docx", "正文", text="100%", paragraph=7, start=3, end=7)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ({"name": BESIDE, "amount": HERE}, Source("a.docx", "正文", row=3, table=2)),
        ({"name": BESIDE, "amount": BELOW}, Source("a.docx", "正文", table=2)),
        ({"name": PROSE}, Source("a.docx", "正文", paragraph=7)),
        ({"name": PROSE, "amount": HERE}, Source("a.docx", "正文", row=1)),
        ({}, Source("a.docx", "正文", row=1)),
    ],
    ids=["one row", "one table", "one paragraph", "table and prose", "nowhere"],
)
def test_a_field_without_a_cell_is_where_the_others_are(
    places: dict[str, Source], expected: Source
) -> None:
    source = RowSource("a.docx", "正文", 1, at=places)
    assert source.cell("sample") == expected


def test_a_field_with_a_cell_is_there() -> None:
    source = RowSource(
        "a.xlsx", "自评填报", 1, {"name": Printed("指标", 5, "管护")}, {"amount": HERE}
    )
    assert source.cell("amount") == HERE
    assert source.cell("name") == Source("a.xlsx", "自评填报", 5, "指标", "管护")
