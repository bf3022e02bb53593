"""ASCII words for versions, origins and places, used in the ids of printed figures."""

import zlib

from shanhe.records.dossier import Dossier

_VERSIONS = {"下达": "issued", "实施方案": "plan", "工程设计": "design", "调整": "adjusted"}
_ORIGINS = {"合计": "total", "中央": "central", "地方": "local", "其他": "other"}


def version_key(version: str) -> str:
    """Return the word for a version: ``issued``, ``plan``, ``design``, ``adjusted``."""
    return _VERSIONS[version]


def origin_key(origin: str) -> str:
    """Return the word for an origin of money: ``total``, ``central``, ``local``, ``other``."""
    return _ORIGINS[origin]


def own_id(name: str) -> str:
    """Return the id of a programme's own indicator: stable, ASCII."""
    return f"own_{zlib.crc32(name.encode()):08x}"


def place_keys(dossier: Dossier) -> dict[str, str]:
    """Return name → division code, or a short digest of the name where it has none."""
    return {
        place.name: place.code or f"u{zlib.crc32(place.name.encode()):08x}"
        for place in dossier.places
    }
