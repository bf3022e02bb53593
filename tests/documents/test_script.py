"""The grid of a table: each place holds the cell that covers it."""

from shanhe.documents.script import ScriptCell, ScriptTable, Spot


def test_a_cell_outside_of_the_grid_is_in_none_of_its_places() -> None:
    inside = ScriptCell("指标", Spot(table=1, row=1, column=1))
    merged = ScriptCell("值", Spot(table=1, row=1, column=2), rows=3)
    right = ScriptCell("右", Spot(table=1, row=1, column=3))
    below = ScriptCell("下", Spot(table=1, row=3, column=1))
    table = ScriptTable(1, (inside, merged, right, below), height=2, width=2)
    assert table.grid() == [[inside, merged], [None, merged]]
