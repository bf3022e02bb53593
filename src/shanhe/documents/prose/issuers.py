"""Who issued a document that a text names: 某厅于某日以《…》, 某日，印发《…》."""

from shanhe.documents.prose.bodies import FINANCE, ISSUER
from shanhe.documents.prose.citations import Citation
from shanhe.documents.prose.headings import Paragraph
from shanhe.values.regex import regex

_BEFORE_NAME = regex("^.*(?:[，。；、日由经于]|资金|月底)")
_NO_SUBJECT = regex(r"[，、 ]*(?:20\d\d年)?\d{1,2}月\d{1,2}日，?(?:又|再次?|以|印发|下发|下达|了)*")


def issuer_of(title: str) -> str:
    """Return the body that a title begins with."""
    head, about, _ = title.partition("关于")
    if not about:
        return ""
    found = [match[0] for match in ISSUER.finditer(head)]
    return found[0] if found else ""


def words_before(paragraph: Paragraph, one: Citation) -> int:
    """Return where the words before a document begin: after a stop, or after another document."""
    stop = max(paragraph.text.rfind(mark, 0, one.start) for mark in "。；") + 1
    return max((other.end for other in paragraph.lexed.citations_in(stop, one.start)), default=stop)


def issuer_beside(paragraph: Paragraph, one: Citation) -> str:
    """Return the finance department that the words before a document name: 某厅于某日以（印发）《…》."""
    text, stop = paragraph.text, words_before(paragraph, one)
    found = [match[0] for match in ISSUER.finditer(text, max(stop, one.start - 45), one.start)]
    return _BEFORE_NAME.sub("", found[-1]) if found and FINANCE.search(found[-1]) else ""


def names_nobody(paragraph: Paragraph, one: Citation) -> bool:
    """Return whether a day alone stands before a document: 2024年4月19日，印发《…》 is of who issued the one before."""
    stop = max(paragraph.text.rfind(mark, 0, one.start) for mark in "。；") + 1
    return _NO_SUBJECT.fullmatch(paragraph.text[stop : one.start]) is not None
