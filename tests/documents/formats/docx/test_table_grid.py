"""The grid of a table, before any file format."""

import pytest

from shanhe.documents.blocks import Cell, Figure, Table


def test_a_cell_over_two_rows_comes_again_in_the_second() -> None:
    tall, wide, last = Cell(rows=2), Cell(columns=2), Cell(columns=2)
    grid = Table(((tall, wide), (last,)), (1, 1, 1)).grid()
    assert [(place.row, place.column) for place in grid[0]] == [(0, 0), (0, 1)]
    assert [(place.row, place.column) for place in grid[1]] == [(0, 0), (1, 1)]
    assert grid[1][0].cell is tall


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (((Cell(),),), "does not fill"),
        (((Cell(columns=3),),), "sticks out"),
        (((Cell(rows=2), Cell()),), "sticks out"),
        (((Cell(columns=0), Cell()),), "sticks out"),
        (((Cell(), Cell(rows=2)), (Cell(columns=2),)), "overlap"),
    ],
)
def test_cells_that_do_not_fill_the_grid_are_refused(
    rows: tuple[tuple[Cell, ...], ...], problem: str
) -> None:
    with pytest.raises(ValueError, match=problem):
        Table(rows, (1, 1)).grid()


@pytest.mark.parametrize("id_", ["", " ", "面积", "x" * 65, "a\nb"])
def test_an_id_that_no_word_tag_can_hold_is_refused(id_: str) -> None:
    with pytest.raises(ValueError, match="figure id"):
        Figure(id_, "1")


def test_a_figure_without_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no text"):
        Figure("a", "")
