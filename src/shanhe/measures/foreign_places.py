"""Places that a paper speaks of as its own, though they are none of the programme's.

A place is the programme's own if the paper's head, its regions or its form name it, or if it lies in, or
around, one that they name. Any other is only held against the paper where it acts: at the beginning of a
clause, as a government or office or before a verb, and not beside words of comparison or neighbourhood.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.division import Division
from shanhe.measures.sentences import Sentence, sentences, table_cells
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_ENDS = "省市区县旗州盟"
_LONGEST = 11
_HEAD = 8
_PROVINCE = 2
_CHARGED = r"(?<=[\u4e00-\u9fff])(?<![理缘自事])(?=由[\u4e00-\u9fff]{2,8}(?:省|自治区)(?:人民政府|[\u4e00-\u9fff]{1,9}厅))"
"""Within a clause before a department of a province: 上述5项措施由陕西省自然资源厅按月调度."""
_START = rf"(?:{_CHARGED}|^|[，。；：、（(“\u3000]|(?<=[0-9个项处户条亩里顷米])(?=由))(?:并|再|另|现|由|经|为此|同时|下一步|20\d\d年(?:度)?|按照?要求|(?:本|该)(?:项目|工程)由)*[，]?"
_OFFICE = r"(?:人民政府|政府(?!采购)|[\u4e00-\u9fff]{0,9}?(?:局|厅|委员会|管委会|林草局|财政|住建委|中心|管理站|推广站)(?!长))"
_ACTS = (
    r"(?:将|已|共|均|各|按照|按|严格|积极|高度|认真|结合|坚持|加强|组织|全面|充分|及时|根据|财政|本级|实际|累计|完成|实施|建立|制定|成立"
    r"|于|在|对|针对|作为|从|通过|采取|印发|出台|年度|未|尚|还|全年|依托|聚焦|围绕|落实|统筹|项目|治理|修复)"
)
_ELSEWHERE = regex(
    "参照|借鉴|学习|考察|调研|交流|经验|做法|相邻|毗邻|接壤|邻近|周边|交界|对岸|上游|下游|来自|调运|调来|采购|购自|引进|产自|运自|对口"
    "|协作|流经|流入|汇入|发源|注入|相比|类似|联合|会同|跨界|跨省|跨市|共建|横向|补偿|联防|比邻|邻|支援|援|委托"
)
_BODY = regex(
    rf"{_START}(?P<place>[\u4e00-\u9fff]{{1,{_LONGEST}}}?[{_ENDS}])(?![市县])(?=(?P<act>{_OFFICE}|{_ACTS}))"
)
_SITE = regex(
    rf"(?:在|通过|于)(?P<place>[\u4e00-\u9fff]{{1,{_LONGEST}}}?[{_ENDS}])(?![市县])(?={_OFFICE}[^，。；]{{0,8}}(?:网站|门户|网页|公众号|公示栏))"
)
_OWNS = regex("由|责成")
_DOES = regex("负责|牵头|完成|整改|落实|组织|督促|补齐|拨付|实施")


@dataclass(frozen=True, slots=True)
class ForeignPlace:
    """A place with the sentence that it stands in, from ``start`` to ``end``."""

    name: str
    sentence: Sentence
    start: int
    end: int


def foreign_places(dossier: Dossier, catalogue: Catalogue) -> Iterator[ForeignPlace]:
    """Yield the places that act in a paper and are not its own; none where its own are unknown."""
    known = catalogue.divisions
    own = own_divisions(dossier, known)
    words = _own_words(dossier)
    county, counties = _own_county(dossier, known), _own_counties(dossier, known)
    if not own:
        return
    everything = "".join(line.text for line in dossier.texts) if county or counties else ""
    for line in dossier.texts:
        for sentence in sentences(line):
            text = sentence.own_words
            sites = _SITE.finditer(text) if "网" in text or "公" in text else ()
            for found in (*_BODY.finditer(text), *sites):
                name = _named(found["place"], known)
                beside = _clauses(text, found.start("place"))
                if not name or name in words or _ELSEWHERE.search(beside):
                    continue
                alone = _is_county(known[name]) and everything.count(name) == 1
                other = bool(county) and name != county
                left = bool(counties) and name not in counties and _is_charged(text, found)
                if not _is_own(known[name], own) or (alone and (other or left)):
                    start = found.start("place") + found["place"].rindex(name)
                    yield ForeignPlace(name, sentence, start, found.end("place"))


def _own_counties(dossier: Dossier, known: Mapping[str, tuple[Division, ...]]) -> frozenset[str]:
    """Return the counties that the money or the targets of a programme are split onto, if several.

    Example:
        Of a city that gave to 建昌县 and 南票区 these two; its 连山区 has no part in the programme.
    """
    names = {name for name in dossier.regions if name in known and _is_county(known[name])}
    return frozenset(names) if len(names) > 1 else frozenset()


def _is_charged(text: str, found: re.Match[str]) -> bool:
    """Return whether something is to be done by an office: ``由连山区自然资源局负责``."""
    before = re.split("[，。；：]", text[: found.start("place")])[-1] + found[0]
    after = re.split("[。；]", text[found.end() :])[0]
    return _OWNS.search(before) is not None and _DOES.search(after) is not None


def _clauses(text: str, at: int) -> str:
    """Return the clause at a place with the one before it."""
    ends = [found.start() for found in re.finditer("[，。；：]", text[:at])]
    stop = re.search("[，。；]", text[at:])
    first = ends[-2] + 1 if len(ends) > 1 else 0
    return text[first : at + stop.start() if stop else len(text)]


def own_divisions(dossier: Dossier, known: Mapping[str, tuple[Division, ...]]) -> set[str]:
    """Return the codes of prefectures that a programme is in, of its province where none is named.

    Example:
        ``江西省赣州市…项目`` with 兴国县 among its regions: 3607.
    """
    one = dossier.programme
    head = [line.text for line in dossier.texts[:_HEAD] if "。" not in line.text]
    head += [one.name, one.city, one.province, one.local_authority, one.implementing_body]
    found = _prefectures(head, known)
    if any(len(code) > _PROVINCE for code in found):
        return found
    body = [
        word
        for place in dossier.places
        if place.is_region
        for word in (place.name, place.full_name)
    ]
    body += [line.text for line in table_cells(dossier) if "局" in line.text]
    inside = _prefectures([*head, *body], known)
    return inside or _prefectures([line.text for line in dossier.texts[:_HEAD]], known)


def _prefectures(texts: list[str], known: Mapping[str, tuple[Division, ...]]) -> set[str]:
    """Return the prefectures that texts name, else those of the counties in the provinces named."""
    named = [d for text in texts for name in names_in(text, known) for d in known[name]]
    exact = {d.prefecture for d in named if d.code[2:4] != "00" and d.code[4:] == "00"}
    provinces = {d.province for d in named if d.code[2:] == "0000"}
    counties = {d.prefecture for d in named if d.code[4:] != "00"}
    inside = {code for code in counties if not provinces or code[:2] in provinces}
    return exact or inside or provinces


def names_in(text: str, known: Mapping[str, object]) -> Iterator[str]:
    """Yield the names of the map in a text, each the longest that ends there."""
    for end in (found.end() for found in re.finditer(f"[{_ENDS}]", text)):
        for start in range(max(0, end - _LONGEST), end - 1):
            if text[start:end] in known:
                yield text[start:end]
                break


def _own_county(dossier: Dossier, known: Mapping[str, tuple[Division, ...]]) -> str:
    """Return the only county that the head of a paper names, else nothing.

    Example:
        ``洱源县2023年…自评表``: 洱源县. A report on a prefecture names several, or none.
    """
    one = dossier.programme
    head = [line.text for line in dossier.texts[:_HEAD] if "。" not in line.text]
    head += [one.name, one.local_authority, one.implementing_body, one.using_units]
    named = {name for text in head for name in names_in(text, known) if _is_county(known[name])}
    split = any(region in known and region not in named for region in dossier.regions)
    return named.pop() if len(named) == 1 and not split else ""


def _is_county(named: tuple[Division, ...]) -> bool:
    return all(d.code[4:] != "00" for d in named)


def _named(words: str, known: Mapping[str, object]) -> str:
    """Return the name that words are, or that follows the name of its province in them."""
    starts = (n for n in range(len(words) - 1) if words[n:] in known)
    start = next((n for n in starts if not n or words[:n] in known), None)
    return "" if start is None else words[start:]


def _is_own(named: tuple[Division, ...], own: set[str]) -> bool:
    """Return whether one that bears the name lies in, or around, a place of the programme."""
    return any(
        d.prefecture in own
        or d.province in own
        or (d.code[2:] == "0000" and any(code.startswith(d.province) for code in own))
        for d in named
    )


def _own_words(dossier: Dossier) -> str:
    """Return every name that the programme goes by, in one string."""
    one = dossier.programme
    names = [one.name, one.province, one.city, one.province_finance, one.province_authority]
    names += [one.local_authority, one.implementing_body, one.using_units]
    takers = [transfer.taker for transfer in dossier.transfers if transfer.amount is not None]
    names += [taker for taker in takers if not re.search("[局厅部]", taker)]
    names += [part.region for part in dossier.regional_targets]
    return "，".join(names)
