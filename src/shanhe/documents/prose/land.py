"""Which indicators the land classes and groups named in an explanation stand for."""

from shanhe.documents.prose.paper import Paper
from shanhe.values.regex import regex

_LAND = regex("耕地|林地|草地|园地|水面|滩涂|湿地|建设用地|林草地")


def land_ids(paper: Paper, words: str) -> list[str]:
    """Return the area indicators of the land classes named: 林草地 is 林地 and 草地."""
    classes = set(_LAND.findall(words))
    if "林草地" in words:
        classes = (classes - {"林草地"}) | {"林地", "草地"}
    return [
        one.id
        for one in paper.names.catalogue.indicators
        if any(word in one.name for word in classes) and one.name.endswith("面积")
    ]


def effect_ids(paper: Paper, words: str) -> list[str]:
    """Return the effect indicators of a group that is named, as far as the paper speaks of them."""
    groups = [name for name in ("生态效益", "社会效益", "经济效益") if name in words]
    if not groups:
        return []
    whole = paper.whole
    return [
        one.id
        for one in paper.names.catalogue.indicators
        if any(one.level2.startswith(group) for group in groups)
        and any(name in whole for name in (one.name, *one.aliases))
    ]


def names_land(words: str) -> bool:
    """Return whether a class of land is named."""
    return _LAND.search(words) is not None
