"""What is read, written and read again is the same."""

from shanhe.app.examples import example_folder
from shanhe.app.programme import open_programme
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.forms.workbook.from_records import grids_of, names_of
from shanhe.documents.forms.workbook.read import Handed, read_dossier
from shanhe.records.source import Source


def test_reading_what_was_written_gives_the_same_records() -> None:
    catalogue = load_catalogue()
    first = open_programme(example_folder(), catalogue).dossier
    assert first is not None
    names = names_of({one.id: one.name for one in catalogue.indicators}, {})
    grids = grids_of(first, names)
    handed = {name: Handed("again.xlsx", name, grid) for name, grid in grids.items()}
    again, problems = read_dossier(handed, catalogue, Source("again.xlsx", ""))
    assert not problems
    assert again == first
