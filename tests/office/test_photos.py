"""What a camera wrote into a photo is read; what is damaged or hostile gives nothing and refuses nothing."""

import struct
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanhe.app.office.photos import Recorded, recorded

from .doors import JPEG, PDF, photo

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.filterwarnings("ignore::UserWarning:PIL"),
]
DAY = "2025:10:01 09:30:00"
NORTH, EAST = (40, 39, 25.632), (109, 50, 24.756)


@pytest.mark.parametrize(
    ("sides", "latitude", "longitude"),
    [("NE", "40.65712", "109.84021"), ("SW", "-40.65712", "-109.84021")],
)
def test_day_and_place_are_read(sides: str, latitude: str, longitude: str) -> None:
    found = recorded(photo(DAY, (NORTH, EAST), sides), "jpg")
    assert found == Recorded(date(2025, 10, 1), Decimal(latitude), Decimal(longitude))
    assert found.plain() == {"on": "2025-10-01", "latitude": latitude, "longitude": longitude}


@pytest.mark.parametrize(
    "data",
    [
        photo(),
        photo("0000:00:00 00:00:00"),
        photo("2025:13:45 00:00:00"),
        photo("昨天".encode().decode("latin-1")),
        photo("", ((0, 0, 0), (0, 0, 0))),
        photo("", ((91, 0, 0), (109, 0, 0))),
        photo("", ((40, 0), (109, 0))),
        JPEG,
        b"",
        b"\xff\xd8\xff\xe1\xff\xffExif\0\0II*\0\xff\xff\xff\xff",
    ],
)
def test_what_says_nothing_gives_nothing(data: bytes) -> None:
    assert recorded(data, "jpg") == Recorded()


def test_a_damaged_note_hides_no_other() -> None:
    bad = photo(DAY, ((91, 0, 0), EAST))
    assert recorded(bad, "jpg") == Recorded(date(2025, 10, 1))
    assert recorded(photo("yesterday", (NORTH, EAST)), "jpg").latitude == Decimal("40.65712")


def test_a_picture_of_any_size_is_not_decoded() -> None:
    """A frame of 65,500 × 65,500 points would take 4 GB."""
    whole = photo(DAY)
    at = whole.index(b"\xff\xc0")
    huge = whole[: at + 5] + struct.pack(">HH", 65500, 65500) + whole[at + 9 :]
    assert recorded(huge, "jpg") == Recorded(date(2025, 10, 1))


def test_papers_are_not_asked() -> None:
    assert recorded(PDF, "pdf") == recorded(photo(DAY), "png") == Recorded()


@given(st.data())
def test_damaged_notes_never_raise(data: st.DataObject) -> None:
    whole = bytearray(photo(DAY, (NORTH, EAST)))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    recorded(bytes(whole), "jpg")
