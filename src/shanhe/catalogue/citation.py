"""How a basis is shown: as law only where the article was read, else as practice."""

from collections.abc import Mapping
from dataclasses import dataclass

from shanhe.catalogue.error import CatalogueError
from shanhe.catalogue.model import Act, Article
from shanhe.values.regex import regex

READ = frozenset({"V", "V~"})
"""Marks of what was read at its source."""

_BINDING = frozenset({"law", "regulation", "measure", "notice", "standard"})
"""Kinds of act that bind; what was seen elsewhere in the country is practice."""

_WORDS: Mapping[str, tuple[str, str]] = {
    "V": ("来源已核", "source read"),
    "V~": ("来源主旨已核", "core of the source read"),
    "S": ("见于实际报告", "seen in a real report"),
    "CFG": ("财政系统通行设置", "a usual setting of finance systems"),
    "MH": ("把握较高，条文待核", "rather certain; article not verified"),
    "MM": ("把握中等，条文待核", "fairly certain; article not verified"),
    "ML": ("把握较低，仅供参考", "uncertain; for information only"),
    "-": ("由定义推出", "follows from the definition"),
}
_BODIES: Mapping[str, tuple[str, str]] = {
    "arithmetic": ("算术关系", "arithmetic"),
    "practice": ("审核惯例", "review practice"),
    "form": ("填报说明", "note of the form"),
}
_REF = regex(r"(\d+)(?:\.(\d+))?(?:\((\d+)\))?")
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Citation:
    """A basis as people read it.

    Attributes:
        text: title with article, or what kind of practice it is.
        is_law: the text of the document was read and carries this.
        confidence_words: how sure it is.
        says: what the article or practice says, in our words; empty for a whole act.
    """

    text: str
    is_law: bool
    confidence_words: str
    says: str = ""


def cite(acts: Mapping[str, Act], basis: str, lang: str) -> Citation:
    """Return how ``basis`` is shown; see ``Law.cite``."""
    name, _, ref = basis.partition("#")
    act = acts.get(name)
    if act is None:
        raise CatalogueError(f"basis {basis!r}: no act {name!r}", f"add acts/{name}.toml")
    article = act.article(ref)
    if ref and article is None:
        file = f"acts/{name}.toml"
        raise CatalogueError(f"basis {basis!r}: no article {ref!r}", "add an [[article]]", file)
    confidence = article.confidence if article else act.confidence
    words = confidence_words(confidence, lang)
    says = "" if article is None else article.zh if lang == "zh" else article.en
    if act.kind in _BINDING and confidence in READ:
        return Citation(_law_text(act, article, lang), True, words, says)
    return Citation(_practice_text(act, words, lang), False, words, says)


def confidence_words(confidence: str, lang: str) -> str:
    """Return in words how sure a mark such as ``S/MM`` is."""
    column, joint = (0, "；") if lang == "zh" else (1, "; ")
    return joint.join(_WORDS[mark][column] for mark in confidence.split("/"))


def known_marks() -> frozenset[str]:
    """Return all confidence marks."""
    return frozenset(_WORDS)


def known_kinds() -> frozenset[str]:
    """Return all kinds of act."""
    return _BINDING | _BODIES.keys() | {"local", "case"}


def article_words(ref: str, lang: str) -> str:
    """Return an article's number as it is written out.

    Example:
        ``52.3`` is 第五十二条第三款 and ``6(2)`` is 第六条第二项. A ref without a number, such as
        ``award``, names a rule whose article was not read, and nothing is written for it.
    """
    found = _REF.fullmatch(ref)
    if found is None:
        return ""
    article, paragraph, item = found.groups()
    if lang != "zh":
        tail = f"({paragraph})" if paragraph else ""
        return f", art. {article}{tail}" + (f" item ({item})" if item else "")
    parts = ((article, "条"), (paragraph, "款"), (item, "项"))
    return "".join(f"第{numeral(int(number))}{word}" for number, word in parts if number)


def numeral(number: int) -> str:
    """Return a number from 1 to 199 in Chinese numerals: 52 is 五十二, 101 is 一百零一."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    head = "一百" if hundreds else ""
    middle = f"{_DIGITS[tens]}十" if tens > 1 or (tens and hundreds) else "十" if tens else ""
    gap = "零" if hundreds and ones and not tens else ""
    return head + middle + gap + (_DIGITS[ones] if ones else "")


def _law_text(act: Act, article: Article | None, lang: str) -> str:
    zh_title = act.title if act.title_is_ours else f"《{act.title}》"
    title = zh_title if lang == "zh" else act.title_en
    number = ""
    if act.number:
        number = f"（{act.number}）" if lang == "zh" else f" ({act.number})"
    return title + number + (article_words(article.ref, lang) if article else "")


def _practice_text(act: Act, words: str, lang: str) -> str:
    zh, en = _BODIES.get(act.kind, _BODIES["practice"])
    if act.kind == "arithmetic":
        return zh if lang == "zh" else en
    return f"{zh}（{words}）" if lang == "zh" else f"{en} ({words})"
