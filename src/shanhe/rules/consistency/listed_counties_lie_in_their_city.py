"""一市名下列举的县区属于该市.

``南充市少完成3.80公里，其中嘉陵区2.40公里、平昌县1.40公里``: 平昌县 is of another city. Asked where a part of a sentence names a single city before
a list of amounts, and some of the list lie in it; a name that several counties bear counts as one of the city's if any of them is.
"""

import re
from collections.abc import Iterator, Mapping

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.division import Division
from shanhe.measures.foreign_places import names_in
from shanhe.measures.frame import Frame, prose_frames
from shanhe.measures.worded_lists import WordedList, worded_lists
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_COUNTY = regex("[\u4e00-\u9fff]{1,10}[县区旗市]")
_JOINT = regex("比|较|与|和|及|跨|流域|对口|飞地|以外|之外|调|邻")
"""Words beside a city with which others may be told."""


@rule(
    id="SAME-955",
    severity=WARN,
    basis=["practice#R-07", "practice#E-55"],
    zh="“{words}”所列{place}不属于{city}",
    en='{place}, listed in "{words}", is not of {city}',
    only=Only.PAPER,
)
def listed_counties_lie_in_their_city(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each county of a list under a city that is none of its own."""
    known = catalogue.divisions
    for frame in prose_frames(dossier):
        if "其中" not in frame.bones.text:
            continue
        for one in worded_lists(frame):
            city = _city(frame, one, known)
            named = [name for name in one.names if _is_county(name, known)] if city else []
            other = sorted(name for name in named if not _is_in(name, city, known))
            if other and len(other) < len(named):
                at = frame.operand(one.start, one.end)
                for place in other:
                    yield Hit((at,), {"words": at.text, "place": place, "city": city})


def _city(frame: Frame, one: WordedList, known: Mapping[str, tuple[Division, ...]]) -> str:
    """Return the only city that the sentence's part names before a list that 其中 begins, else nothing."""
    before = re.split("[。；]", frame.bones.text[: one.start + 2])[-1]
    if not before.endswith("其中") and "其中" not in before[-6:]:
        return ""
    words = before[: before.rindex("其中")]
    cities = {name for name in names_in(words, known) if len(known[name]) == 1}
    if len(cities) != 1 or _JOINT.search(words):
        return ""
    city = cities.pop()
    code = known[city][0].code
    return city if code[2:4] != "00" and code[4:] == "00" else ""


def _is_county(name: str, known: Mapping[str, tuple[Division, ...]]) -> bool:
    told = _COUNTY.fullmatch(name) is not None and name in known
    return told and all(one.code[4:] != "00" for one in known[name])


def _is_in(name: str, city: str, known: Mapping[str, tuple[Division, ...]]) -> bool:
    return any(one.prefecture == known[city][0].prefecture for one in known[name])
