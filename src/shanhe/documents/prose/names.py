"""Regions and bodies of a paper, found in its own words, with their spellings."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.naming import PaperNames
from shanhe.documents.prose.bodies import HEAD, ISSUER, NO_HEAD, NOT_A_REGION, REGION, UNIT
from shanhe.documents.prose.folding import fold
from shanhe.documents.script import Passage, Script
from shanhe.values.regex import regex

_LABEL = regex(r"^ *([\u4e00-\u9fff]{2,12})：")
_SHARE = regex(
    r"([\u4e00-\u9fff]{2,20}) ?\d[\d., ]*(?:万元|亿元|千元|元|公顷|亩|万亩)(?=[、，。；和及等]|$)"
)
_PERCENT = regex(r"([\u4e00-\u9fff]{2,20}) ?\d[\d.]*%(?=[、，。；和及的])")
_TO = regex(r"(?:下达|拨付|分配|分解|安排)(?:到|至|给|于)?([\u4e00-\u9fff、]{2,80})")
_SPLIT = regex("[、，]|以及|和|及|与")
_LEAD = regex(
    r"^.*(?:(?:分配|下达|拨付|安排|分解)(?:到|至|给|于)?|工作的|任务的|施工的|金额为|其中|为|给|：)"
)
_GOVERNMENT = regex("(?:人民)?政府$")
_ALIKE = 0.8
_MINISTRY = ("中央财政下达", "中央财政安排", "中央财政拨付", "中央财政共下达")


def paper_names(script: Script, catalogue: Catalogue) -> PaperNames:
    """Return the regions and bodies of this paper: every spelling to its short name.

    Found are the catalogue's regions, what stands before an amount in a list, what money is passed
    on to, labels of paragraphs, and departments. A region is called as the paper mostly calls it.

    Example:
        ``东河区人民政府`` is 东河区, ``市自然资源局`` 包头市自然资源局; where the paper writes
        土右旗, 土默特右旗 is that too.
    """
    texts = [fold(text) for text in _texts(script)]
    whole = "\n".join(texts)
    regions = _catalogued(whole, catalogue)
    bodies = _offices(whole, catalogue)
    for name in _listed(texts, catalogue):
        base = _GOVERNMENT.sub("", name)
        if REGION.fullmatch(base):
            regions.setdefault(base, base)
        elif UNIT.fullmatch(name):
            bodies.setdefault(name, 1)
    spellings = dict(regions)
    for name in dict.fromkeys(regions.values()):
        spellings[f"{name}人民政府"] = spellings[f"{name}政府"] = name
    for alias, name in regions.items():
        spellings.setdefault(f"{alias}人民政府", name)
    spellings |= {body: full for body, full in _bodies(bodies).items() if body not in spellings}
    spellings |= {word: "财政部" for word in _MINISTRY if word in whole}
    return PaperNames(catalogue, spellings)


def _texts(script: Script) -> Iterator[str]:
    for item in script.items:
        if isinstance(item, Passage):
            yield item.text
        else:
            yield from (cell.text for cell in item.cells)


def _catalogued(whole: str, catalogue: Catalogue) -> dict[str, str]:
    """Return the catalogue's counties that the paper names, by their spellings in it."""
    found: dict[str, str] = {}
    for region in catalogue.regions:
        if region.level != "county":
            continue
        spellings = (region.name, *region.aliases)
        used = [name for name in spellings if len(name) > 2 and name in whole]
        if used:
            short = max(used, key=lambda name: (whole.count(name), -len(name)))
            short = min((one for one in used if one in short), key=len)
            found |= dict.fromkeys((*used, region.name, *spellings), short)
    return found


def _offices(whole: str, catalogue: Catalogue) -> Counter[str]:
    """Return departments and governments, with how often they are named."""
    heads = {match["head"] for match in HEAD.finditer(whole) if not NO_HEAD.search(match["head"])}
    above = (region.name for region in catalogue.regions if region.level in {"province", "city"})
    heads |= {name for name in above if name in whole}
    heads -= {"自治区"}
    found: Counter[str] = Counter()
    for match in ISSUER.finditer(whole):
        head = match["head"] or ""
        office = match[0][len(head) :]
        ends = [head[-n:] for n in range(1, len(head) + 1)]
        own = next((end for end in ends if end in heads or end in catalogue.divisions), "")
        short = head[-3:] if head.endswith("自治区") else head[-1:]
        found[(own or short) + office] += 1
    return found


def _listed(texts: Iterable[str], catalogue: Catalogue) -> Iterator[str]:
    """Yield names that stand where regions and using units stand."""
    for text in texts:
        if _is_county(cell := text.strip(), catalogue):
            yield cell
        label = _LABEL.match(text)
        if label and REGION.fullmatch(label[1]) and not NOT_A_REGION.search(label[1]):
            yield label[1]
        shares = [_LEAD.sub("", match[1]) for match in _SHARE.finditer(text)]
        for words in _PERCENT.findall(text):
            yield from (words[n:] for n in range(len(words)) if _is_county(words[n:], catalogue))
        for chain in _TO.findall(text):
            shares += _SPLIT.split(_cut(chain))
        whole = [one for one in shares if len(one) <= 4 and REGION.fullmatch(one.lstrip("和及与"))]
        whole = [one for one in whole if one[0] not in "和及与"]  # 民和县 is one name
        for name in (*whole, *(word for share in shares for word in _SPLIT.split(share))):
            shaped = REGION.fullmatch(name) or UNIT.fullmatch(name)
            known = name in catalogue.divisions
            if shaped and (known or not NOT_A_REGION.search(name)):
                yield name


def _is_county(name: str, catalogue: Catalogue) -> bool:
    """Return whether a cell is the name of a county: 宣威市, where 曲靖市 is a prefecture and 全市 none."""
    return any(not one.code.endswith("00") for one in catalogue.divisions.get(name, ()))


def _cut(chain: str) -> str:
    return re.split("主要|用于|的|并|承担|支出|资金|分别|预算", chain)[0]


def _bodies(bodies: Counter[str]) -> dict[str, str]:
    """Return every body to its fullest spelling: 市财政局 → 包头市财政局.

    A body that is very like another, and much rarer, is a slip of the pen for it.
    """
    found = {}
    for name in bodies:
        fuller = [
            one for one in bodies if one != name and one.endswith(name) and _is_head(one, name)
        ]
        found[name] = min(fuller, key=len) if len(set(fuller)) == 1 else name
    for name in list(found):
        close = [one for one in bodies if bodies[one] > 2 * bodies[name] and _alike(one, name)]
        if len(close) == 1 and found[name] == name:
            found[name] = found[close[0]]
    return found


def _is_head(full: str, name: str) -> bool:
    """Return whether what ``full`` has before ``name`` is the head of a place name."""
    head = full[: -len(name)]
    return (name[0] in "省市县区旗州盟自" and len(head) <= 8) or head.endswith(("省", "市", "区"))


def _alike(one: str, other: str) -> bool:
    if len(other) < 6 or abs(len(one) - len(other)) > 1 or one[:2] != other[:2]:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
