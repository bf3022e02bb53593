"""Documents that the paper names: each mention, and each document once."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from shanhe.documents.found import Found
from shanhe.documents.prose.bodies import FINANCE, level_of
from shanhe.documents.prose.citations import Citation
from shanhe.documents.prose.days import Day
from shanhe.documents.prose.funds import Move, of_another_source
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.issuers import issuer_beside, issuer_of, names_nobody, words_before
from shanhe.documents.prose.paper import Paper, note
from shanhe.documents.prose.sentences import Span, sentences
from shanhe.records.funds import FundDocument
from shanhe.records.paper import Reference
from shanhe.values.regex import regex

_CATEGORIES = (
    (
        "资金下达",
        regex("(?:下达|拨付|分配|安排).*(?:资金|预算|经费)|(?:资金|预算).*(?:下达|拨付)"),
    ),
    ("管理制度", regex("印发")),
    ("通知", regex("通知$|函$|批复$|公告$")),
    ("管理制度", regex("办法|意见|制度|细则|工作实施方案|规定|规程|指南")),
    ("方案", regex("方案$|规划$|设计$")),
    ("法规", regex("条例$|法$|法〉?$")),
)
_ADVANCE = regex("预下达|提前下达|预拨")
_ALONG = regex("一并下达|同步下达|随(?:资金|预算|文).{0,6}下达|同时下达")
_SUBJECT = regex(r"科目[“\"]?(?P<subject>\d{5,7}[^”\"，。；]{0,30}|“[^”]{4,40}”)")
_IN_FULL = regex("[^。；]{0,16}(?:全额|如数|等额|足额|全部|悉数)")
_BY = regex("[，,]?[^，。；]{0,8}(?:[由经]|于|以|通过|20\\d\\d年)[^。；]{0,45}$")
_CAME = regex(
    "号?(?:文件?)?(?:正式|一次性|全额|分解|直接)*(?:下达|拨付|下拨|分配|安排|转下|转拨|切块)(?:到位|完毕)?"
)
"""Between a sum and the document that it came by, and after that document."""
_CENTRAL = regex(
    r"中央(?:财政)?(?:专项|补助|奖补)?资金(?:全部|只能|仅|必须|专项|应当?)+用于(?P<what>[^，；。”]{2,40})"
)


@dataclass(slots=True)
class _Named:
    """A document with all that is told of it."""

    values: dict[str, Any]
    paragraph: Paragraph
    at: dict[str, Span]
    whole: Span
    day: date | None = None

    def may_be(self, core: str, number: str, day: date | None) -> bool:
        """Return whether a document of this title is the same; other number and day make another."""
        if _core(self.values["title"]) != core:
            return False
        numbered = bool(number and self.values["number"]) and number != self.values["number"]
        return not (numbered and day and self.day and day != self.day)


def read_documents(paper: Paper, moves: list[Move]) -> Found:
    """Return references, documents, the budget subject and the plan's rule on central money.

    Example:
        ``《…预下达…预算的通知》（包财资环〔2025〕652号）`` passes money, in advance (预下达).
    """
    found = Found()
    known: dict[str, _Named] = {}
    for paragraph in (*paper.paragraphs, *paper.cells):
        for one in paragraph.lexed.citations:
            _mention(paper, found, paragraph, one)
            _keep(known, paragraph, one)
        _said(known, paragraph)
        _words(paper, found, paragraph)
    _from_moves(known, moves)
    for named in known.values():
        found.add("documents", _record(paper, named))
    return found


def _mention(paper: Paper, found: Found, paragraph: Paragraph, one: Citation) -> None:
    """Add one mention, and mark its digits as those of a reference."""
    text = paragraph.lexed.text
    day = _day_of(paragraph, one)
    found.understood(paragraph.passage.spot, one.start, one.end, "reference")
    found.add(
        "references",
        paper.make(
            Reference,
            paragraph,
            (one.start, one.end),
            {
                "title": one.title,
                "number": one.number,
                "day": (day.start, day.end) if day else None,
            },
            day=day.first if day else None,
            title=text[slice(*one.title)],
            number=text[slice(*one.number)],
        ),
    )


def _day_of(paragraph: Paragraph, one: Citation) -> Day | None:
    """Return the day told for a document: ``2025年7月7日，某厅以《…》``."""
    stop = words_before(paragraph, one)
    before = [day for day in paragraph.lexed.days_in(stop, one.start) if day.first]
    if len(before) != 1 or one.start - before[0].end > 40:
        return None
    words = paragraph.text[before[0].end : one.start]
    return (
        before[0]
        if re.fullmatch(r"[，、 ]*[^，。；]{0,30}(?:以|印发|下发|下达|通过|的)[（(]?", words)
        else None
    )


def _core(title: str) -> str:
    _, about, rest = title.partition("关于")
    return re.sub(r"[《》<>〈〉()\s]", "", about + rest if about else title)


def _key(paragraph: Paragraph, one: Citation) -> str:
    number = paragraph.text[slice(*one.number)]
    digits = re.findall(r"\d+", number)
    word = re.match("[\u4e00-\u9fff]+", number)
    if len(digits) == 2 and word:
        return f"{word[0]}{digits[0]}-{digits[1]}"
    return _core(paragraph.text[slice(*one.title)])


def _keep(known: dict[str, _Named], paragraph: Paragraph, one: Citation) -> None:
    key = _key(paragraph, one)
    text = paragraph.lexed.text
    title = text[slice(*one.title)]
    core = _core(paragraph.text[slice(*one.title)])
    short = core in {"实施方案", "方案", "办法", "通知", "工程设计"} or not (key and (title or key))
    said = _day_of(paragraph, one)
    day, number = said.first if said else None, text[slice(*one.number)]
    titled = [o for o in known.values() if title and o.values["title"]]
    twin = next((o for o in titled if o.may_be(core, number, day)), None)
    if short or twin is not None:
        if twin is not None and not twin.values["number"] and one.number[0] < one.number[1]:
            twin.values["number"], twin.at["number"] = number, one.number
        return
    if key in known:
        return
    issuer = _issuer(known, paragraph, one)
    values: dict[str, Any] = {"title": title, "number": number, "issuer": issuer}
    values["category"] = next((name for name, words in _CATEGORIES if words.search(title)), "其他")
    if not title:
        values["category"] = "资金下达" if issuer and _passes_on(paragraph, one) else "其他"
    if values["category"] == "资金下达" and FINANCE.search(issuer):
        beside = _amount_beside(paragraph, one)
        if beside is None and _IN_FULL.match(paragraph.text, one.end):
            above = [o.values["amount"] for o in known.values() if o.values.get("amount")]
            beside = above[-1] if above else None
        values |= {"amount": beside} if beside is not None else {}
    if values["category"] == "资金下达" and day and FINANCE.search(issuer):
        values["issued"] = day
    named = _Named(
        values, paragraph, {"title": one.title, "number": one.number}, (one.start, one.end), day
    )
    _formality(named)
    known[key] = named


def _issuer(known: dict[str, _Named], paragraph: Paragraph, one: Citation) -> str:
    """Return who issued a document: by its title, by the words before it, else as the one before it."""
    own = issuer_of(paragraph.lexed.text[slice(*one.title)]) or issuer_beside(paragraph, one)
    if own or not names_nobody(paragraph, one):
        return own
    above = [o.values["issuer"] for o in known.values() if o.paragraph is paragraph]
    return above[-1] if above else ""


def _amount_beside(paragraph: Paragraph, one: Citation) -> Decimal | None:
    """Return the only sum that the sentence tells between a document and the next one."""
    stop = min((end for _, end in sentences(paragraph) if end > one.end), default=one.end)
    later = paragraph.lexed.citations_in(one.end, stop)
    stop = later[0].start if later else stop
    start = paragraph.text.rfind("。", 0, one.start) + 1
    sums = [
        figure
        for figure in paragraph.lexed.figures_in(one.end, stop)
        if figure.is_money
        and not figure.vague
        and not of_another_source(paragraph.text[start : figure.start])
    ]
    told = len(sums) == 1 and not re.search("其中|分别", paragraph.text[one.end : stop])
    return sums[0].wan if told else None if sums else _amount_ahead(paragraph, one)


def _amount_ahead(paragraph: Paragraph, one: Citation) -> Decimal | None:
    """Return the sum that is said to have come by a document: 省级资金3200万元由某厅以《…》下达."""
    start = words_before(paragraph, one)
    sums = [each for each in paragraph.lexed.figures_in(start, one.start) if each.is_money]
    if len(sums) != 1 or sums[0].vague:
        return None
    between = paragraph.text[sums[0].end : one.start]
    after = paragraph.text[one.end : one.end + 12]
    came = _BY.match(between) and _CAME.match(after)
    return sums[0].wan if came else None


def _passes_on(paragraph: Paragraph, one: Citation) -> bool:
    """Return whether a document named by its number alone passed money on."""
    after = re.split("[。；]", paragraph.text[one.end :])[0][:24]
    number = paragraph.text[slice(*one.number)]
    return (
        "财" in number
        and re.search("下达|分解|分配|拨付|转发|安排|转拨|下拨|转下|切块", after) is not None
    )


def _formality(named: _Named) -> None:
    if named.values["category"] == "资金下达":
        advance = _ADVANCE.search(named.values["title"]) is not None
        named.values["formality"] = "预下达" if advance else "正式下达"


def _said(known: dict[str, _Named], paragraph: Paragraph) -> None:
    """Note which documents took the targets along, and the budget subject."""
    for start, end in sentences(paragraph):
        along = _ALONG.search(paragraph.text, start, end)
        subject = _SUBJECT.search(paragraph.text, start, end)
        for one in paragraph.lexed.citations_in(start, end):
            named = known.get(_key(paragraph, one))
            if named is None or named.values["category"] != "资金下达":
                continue
            if along and "绩效目标" in paragraph.text[start:end]:
                named.values["goals_attached"] = True
            if subject:
                printed = paragraph.lexed.text[slice(*subject.span("subject"))]
                named.values["subject"] = printed.strip("“” ")


def _words(paper: Paper, found: Found, paragraph: Paragraph) -> None:
    """Note the budget subject and what central money is for, as words of the programme."""
    subject = _SUBJECT.search(paragraph.text)
    if subject:
        note(found, paragraph, subject.span("subject"))
        found.words.setdefault("programme.subject", paper.said(paragraph, subject.span("subject")))
    central = _CENTRAL.search(paragraph.text)
    if central:
        found.words.setdefault("programme.central_use", paper.said(paragraph, central.span("what")))


def _from_moves(known: dict[str, _Named], moves: list[Move]) -> None:
    """Give the documents that passed money their issuer, day and amount."""
    by_giver = {(m.giver, _key(m.paragraph, m.document)) for m in moves if m.document and m.giver}
    keys = {key: giver for giver, key in by_giver}
    givers = dict(by_giver)
    for move in moves:
        key = _key(move.paragraph, move.document) if move.document else givers.get(move.giver, "")
        named = known.get(key)
        if named is None or move.kind != "下达" or not move.giver or keys.get(key) != move.giver:
            continue
        named.values["category"] = "资金下达"
        named.values.setdefault("formality", "预下达" if _ADVANCE.search(move.verb) else "正式下达")
        named.values["issuer"] = named.values["issuer"] or move.giver
        day: date | None = move.day.day if move.day else None
        if day and not named.values.get("issued"):
            named.values["issued"] = day
        if move.amount is not None and not move.taker:
            named.values.setdefault("amount", move.amount.wan)
    _sums(known, moves)


def _sums(known: dict[str, _Named], moves: list[Move]) -> None:
    """Give a document that only names the parts their sum: a closed list states the whole."""
    parts: dict[str, dict[str, Decimal]] = {}
    for move in moves:
        if move.document and move.giver and move.taker and move.amount and not move.open:
            key = _key(move.paragraph, move.document)
            parts.setdefault(key, {})[move.taker] = move.amount.wan or Decimal(0)
    for key, amounts in parts.items():
        if key in known and len(amounts) > 1:
            known[key].values.setdefault("amount", sum(amounts.values(), Decimal(0)))


def _record(paper: Paper, named: _Named) -> FundDocument:
    values = named.values
    values["level"] = level_of(values["issuer"]) if values["issuer"] else ""
    return paper.make(FundDocument, named.paragraph, named.whole, named.at, **values)
