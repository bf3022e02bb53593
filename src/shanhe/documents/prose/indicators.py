"""Which indicator the words beside a number speak of."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Indicator
from shanhe.catalogue.names import plain_name
from shanhe.values.regex import regex
from shanhe.values.unit import Unit

_LEAST = 0.85
"""Share of common characters from which two names are alike; below, 林草地面积 is 林地面积."""

_BEFORE = regex(
    r"^(?:.*(?:需要?完成|应完成|拟完成|计划完成|包括|其中|截至目前|产生的|实施区域|项目区|以及|同时|：|目标为|目标是|任务为|任务是)"
    r"|[、和及与并且将已均共也为的年底末“\" ]+|完成|实现|实施|达到|预计|计划|调整后|需要?|应|拟|累计|合计|全年|年度|目标|本年)"
)
_AFTER = regex(
    r"(?:分别|均|共计?|总计|累计|合计|不低于|达到|达|为|是|至|惠及|完成|实现|提高到|有|：|“|\"| |\()+$"
)


class IndicatorIndex:
    """Names of the catalogue and of a paper's own indicators, to be found by likeness.

    ``printed`` are names that the paper's tables have for indicators of the catalogue. Answers are kept. Where the paper
    has an indicator 互花米草治理单位成本 of its own, 单位成本 alone names none of the catalogue.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        own: Sequence[Indicator] = (),
        printed: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        known = (*catalogue.indicators, *own)
        names = [(one, name) for one in known for name in (one.name, *one.aliases)]
        self._exact = {plain_name(name): one for one, name in reversed(names)}
        self._exact |= {plain_name(one.name): one for one in reversed(known)}
        for name, id_ in printed.items():
            self._exact.setdefault(plain_name(name), catalogue.indicator(id_))
        longer = tuple(plain_name(one.name) for one in own)
        meant = {plain_name(name) for name in (*printed, *longer)}
        for name in [one for one in self._exact if one not in meant]:
            if any(each.endswith(name) for each in longer):
                del self._exact[name]
        self._letters = [(frozenset(name), one) for name, one in self._exact.items()]
        self._known: dict[tuple[str, str], Indicator | None] = {}

    def exact(self, name: str) -> Indicator | None:
        """Return the indicator of a standard name or alias."""
        return self._exact.get(plain_name(name))

    def of(self, words: str, unit: Unit | None = None) -> Indicator | None:
        """Return what ``words`` speak of, ``None`` where nothing or more than one thing fits.

        Only an indicator that takes values in ``unit`` is meant, where a unit is given.

        Example:
            ``需完成生态修复总面积`` with 公顷 is restore_area; so is ``修复矿山生态面积``.
        """
        key = (words, unit.symbol if unit else "")
        if key not in self._known:
            self._known[key] = self._find(words, unit)
        return self._known[key]

    def _find(self, words: str, unit: Unit | None) -> Indicator | None:
        for variant in _variants(words):
            found = self.exact(variant)
            if found is not None and (_fits(found, unit) or _nearly(found, unit)):
                return found
        for variant in _variants(words):
            found = self._alike(plain_name(variant), unit)
            if found is not None:
                return found
        return None

    def _alike(self, name: str, unit: Unit | None) -> Indicator | None:
        letters = frozenset(name)
        if len(letters) < 4 or len(name) > 30:
            return None
        best: dict[str, tuple[float, Indicator]] = {}
        for others, one in self._letters:
            score = 2 * len(letters & others) / (len(letters) + len(others))
            if score >= _LEAST and _fits(one, unit) and score > best.get(one.id, (0, one))[0]:
                best[one.id] = (score, one)
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.04:
            return None
        return ranked[0][1] if ranked else None


@lru_cache(maxsize=4)
def indicator_index(catalogue: Catalogue) -> IndicatorIndex:
    """Return the index of a catalogue, made once."""
    return IndicatorIndex(catalogue)


def _fits(indicator: Indicator, unit: Unit | None) -> bool:
    return unit is None or indicator.takes(unit)


def _nearly(indicator: Indicator, unit: Unit | None) -> bool:
    """Return whether the unit is wrong, but of the same stuff: 万立方米 for 万立方米/年."""
    above = {name for name, power in (unit.dimensions if unit else ()) if power > 0}
    return any(name in above and power > 0 for name, power in indicator.unit.dimensions)


def _variants(words: str) -> list[str]:
    """Return ``words``, then shorter and shorter forms without what leads in or out."""
    found = [words.strip()]
    bare = _AFTER.sub("", words).strip()
    last = ""
    while bare != last:
        found.append(bare)
        last, bare = bare, _BEFORE.sub("", bare, count=1)
    if "、" in words:
        found.append(words.rpartition("、")[2])
    return [one for one in dict.fromkeys(found) if one]
