"""What a camera wrote into a photo: the day and the place, to hold against what a person says of it."""

import struct
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from typing import Any, TypeVar

from shanhe.values.regex import regex

_Out = TypeVar("_Out")
_DAY = regex(r"(\d{4}):(\d{2}):(\d{2})(?: |$)")
_ORIGINAL, _DIGITISED = 0x9003, 0x9004
_LATITUDE, _LONGITUDE = (1, 2), (3, 4)
_DIGITS = Decimal("0.00001")
_BROKEN = (OSError, ValueError, SyntaxError, TypeError, ArithmeticError, LookupError, struct.error)
"""What the library raises at a photo whose notes are damaged."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Notes of a camera.

    Attributes:
        on: day of the picture; ``None`` where the camera did not say.
        latitude, longitude: in degrees to five digits, about a metre, south and west negative.
    """

    on: date | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None

    def plain(self) -> dict[str, str]:
        """Return what is known, as text."""
        known = {"on": self.on, "latitude": self.latitude, "longitude": self.longitude}
        return {key: str(value) for key, value in known.items() if value is not None}


def recorded(data: bytes, kind: str) -> Recorded:
    """Return what the camera wrote into a photo (Exif 2.32, sections 4.6.5 and 4.6.6).

    Cameras write JPEG. The picture itself is not decoded, so that its size does not matter. Damaged
    notes, or none, give nothing; they refuse no file.

    Args:
        data: bytes of the file.
        kind: what it is by its content, as ``file_kinds.kind_of`` says.

    Example:
        40° 39′ 25.632″ N gives a latitude of 40.65712.
    """
    if kind != "jpg":
        return Recorded()
    from PIL.ExifTags import IFD  # noqa: PLC0415 - only where there is a photo
    from PIL.JpegImagePlugin import JpegImageFile  # noqa: PLC0415 - likewise

    with suppress(*_BROKEN):
        notes = JpegImageFile(BytesIO(data)).getexif()
        shot = notes.get_ifd(IFD.Exif)
        place = notes.get_ifd(IFD.GPSInfo)
        day = _read(_day, shot.get(_ORIGINAL) or shot.get(_DIGITISED))
        latitude = _read(_degrees, place, _LATITUDE, 90)
        longitude = _read(_degrees, place, _LONGITUDE, 180)
        is_placed = latitude is not None and longitude is not None and (latitude or longitude)
        return Recorded(day, latitude, longitude) if is_placed else Recorded(day)
    return Recorded()


def _read(reader: Callable[..., _Out | None], *given: Any) -> _Out | None:
    """Read one note; a damaged one hides none of the others."""
    with suppress(*_BROKEN):
        return reader(*given)
    return None


def _day(text: Any) -> date | None:
    found = _DAY.match(text.decode("ascii") if isinstance(text, bytes) else str(text or ""))
    return date(*map(int, found.groups())) if found else None


def _degrees(place: Mapping[int, Any], tags: tuple[int, int], most: int) -> Decimal | None:
    side, parts = (place.get(tag) for tag in tags)
    if not side or not parts:
        return None
    degrees, minutes, seconds = (Decimal(str(float(part))) for part in parts)
    value = degrees + minutes / 60 + seconds / 3600
    if not value.is_finite() or value > most:
        return None
    rounded = value.quantize(_DIGITS, ROUND_HALF_UP)
    return -rounded if str(side)[0] in "SW" else rounded
