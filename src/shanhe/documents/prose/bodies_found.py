"""The regions and using units of a paper as records."""

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Region
from shanhe.documents.found import Found
from shanhe.documents.naming import PaperNames
from shanhe.documents.prose.bodies import REGION, level_of
from shanhe.documents.prose.paper import Paper
from shanhe.records.funds import Transfer
from shanhe.records.programme import Place
from shanhe.records.source import RowSource
from shanhe.records.targets import RegionalTarget


def read_places(paper: Paper, found: Found) -> list[Place]:
    """Return the bodies that pass or take money, and the regions that have targets.

    Example:
        东河区 with targets is a 区域 of level 县; 包头市自然资源局, which only takes money, a 单位.
    """
    transfers = [one for one in found.records.get("transfers", ()) if isinstance(one, Transfer)]
    targets = [
        r for r in found.records.get("regional_targets", ()) if isinstance(r, RegionalTarget)
    ]
    regions = dict.fromkeys(one.region for one in targets)
    bodies = dict.fromkeys(name for one in transfers for name in (one.giver, one.taker) if name)
    names = [name for name in bodies if name not in regions]
    return [_place(paper, name, name in regions) for name in (*names, *regions)]


def _place(paper: Paper, name: str, has_targets: bool) -> Place:
    region = paper.names.catalogue.region_named(name)
    shaped = REGION.fullmatch(name) is not None
    others = [word for word in _spellings(paper.names, name) if word in paper.whole]
    start = paper.whole.find(name)
    del start
    return Place(
        source=RowSource(paper.script.file, "", 0),
        name=name,
        level=level_of(name) or "单位",
        kind="区域" if has_targets or shaped else "单位",
        full_name=_full(paper.names.catalogue, region) if region else "",
        code=region.code if region else "",
        aliases="、".join(others),
    )


def _spellings(names: PaperNames, name: str) -> list[str]:
    return [word for word, short in names.regions.items() if short == name and word != name]


def _full(catalogue: Catalogue, region: Region) -> str:
    parent = catalogue.region(region.parent)
    return f"{parent.name}{region.name}" if parent and parent.level == "city" else region.name
