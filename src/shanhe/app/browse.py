"""What the catalogue and the rulebook know, ready to be shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Indicator
from shanhe.rules.book import rulebook
from shanhe.rules.declare import Rule


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator or rule: a line in a list, and its details as label and text."""

    id: str
    title: str
    group: str
    details: tuple[tuple[str, str], ...]


class NoSuchEntry(Exception):  # noqa: N818 - a refusal, named for what it says
    """There is none of that id or name; ``near`` are the likest."""

    def __init__(self, id: str, near: list[str]) -> None:  # noqa: A002 - the field's own name
        super().__init__(id)
        self.id, self.near = id, near


def indicators(catalogue: Catalogue, lang: str) -> Iterator[Entry]:
    """Yield every indicator of the catalogue."""
    for indicator in catalogue.indicators:
        yield _indicator(indicator, lang)


def rules(catalogue: Catalogue, lang: str) -> Iterator[Entry]:
    """Yield every rule."""
    for rule in rulebook():
        yield _rule(rule, catalogue, lang)


def one(entries: Iterator[Entry], wanted: str) -> Entry:
    """Return the entry of that id or title.

    Raises:
        NoSuchEntry: there is none.
    """
    known = list(entries)
    for entry in known:
        if wanted.casefold() in {entry.id.casefold(), entry.title.casefold()}:
            return entry
    names = [name for entry in known for name in (entry.id, entry.title)]
    raise NoSuchEntry(wanted, get_close_matches(wanted, names, 3, 0.4))


def _indicator(indicator: Indicator, lang: str) -> Entry:
    zh = lang == "zh"
    labels = (
        ("编号", "code", indicator.code),
        ("英文名", "English", indicator.english),
        ("别名", "aliases", "、".join(indicator.aliases)),
        ("计量单位", "unit", indicator.unit_symbol),
        ("方向", "direction", indicator.direction.value),
        ("计算", "formula", indicator.formula),
        ("组成", "parts", "、".join(indicator.parts)),
        ("不得超过", "within", indicator.within),
        ("佐证材料", "evidence", "、".join(indicator.evidence)),
        ("汇总方式", "adds up", "；".join(_ways(indicator))),
        ("把握", "confidence", indicator.confidence),
        ("出处", "source", indicator.source),
    )
    details = tuple((a if zh else b, text) for a, b, text in labels if text)
    group = f"{indicator.level1} / {indicator.level2}"
    return Entry(indicator.id, indicator.name if zh else indicator.english, group, details)


def _ways(indicator: Indicator) -> Iterator[str]:
    for across in indicator.across:
        weight = f" × {across.weight}" if across.weight else ""
        yield f"{across.dimension.value}/{across.purpose.value}: {across.way.value}{weight}（{across.reason}）"


def _rule(rule: Rule, catalogue: Catalogue, lang: str) -> Entry:
    zh = lang == "zh"
    details = [
        ("级别" if zh else "severity", rule.severity.value),
        ("提示语" if zh else "message", rule.zh if zh else rule.en),
    ]
    if rule.aspect:
        details.append(("资金管理事项" if zh else "aspect", rule.aspect))
    for basis in rule.basis:
        cited = catalogue.law.cite(basis, lang)
        kind = (
            ("依据（法规）" if zh else "law")
            if cited.is_law
            else ("依据（惯例）" if zh else "practice")
        )
        details.append((kind, f"{cited.text}　{cited.says}".strip()))
    about = rule.about.partition("\n")[2].strip()
    if about and not zh:
        details.append(("about", about))
    title = rule.title if zh else rule.name.replace("_", " ")
    return Entry(rule.id, title, rule.area, tuple(details))
