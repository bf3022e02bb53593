"""Steps of money told at several places, brought together into one record each."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from shanhe.documents.found import Found
from shanhe.documents.prose.bodies import FINANCE, level_of
from shanhe.documents.prose.funds import Move
from shanhe.documents.prose.paper import Paper, Span, note
from shanhe.documents.prose.receivers import Names
from shanhe.records.funds import Transfer
from shanhe.records.paper import PrintedFact
from shanhe.records.source import RowSource, Source
from shanhe.values.regex import regex
from shanhe.values.unit import unit

_USE = regex(
    r"(?:拨付|下达|安排|分配)(?:到|至|给)?(?P<who>[^，；。]{2,60}?)(?:的资金)?主?要?用于"
    r"(?P<what>[^，；。]{2,60}?)(?:等)?(?:工作|方面|支出|建设)?(?=[，；。]|$)"
)
_TASK = regex(r"承担(?P<what>[^，；。的]{2,20}?)(?:工作|任务)的")
_BELOW = {"部": ("省", "市", "县"), "省": ("市", "县"), "市": ("县",)}
_ASPECT = {"收回": "taken_back", "重新分配": "reallocated"}


@dataclass(slots=True)
class Draft:
    """One step of money with all that was told of it.

    Attributes:
        values: fields of the record. at: where each was first told.
        again: later sentences that told the same amount.
    """

    values: dict[str, Any]
    at: dict[str, Source] = field(default_factory=dict)
    again: list[Move] = field(default_factory=list)

    def takes(self, move: Move) -> bool:
        """Return whether ``move`` can be the same step."""
        values = self.values
        if values["kind"] != move.kind or not _same(values["giver"], move.giver):
            return False
        amount = move.amount.wan if move.amount else None
        if values["taker"] != move.taker and (move.giver or move.taker):
            return False
        return values["amount"] is None or amount is None or values["amount"] == amount


def _same(one: str, other: str) -> bool:
    return not one or not other or one == other


def read_transfers(paper: Paper, moves: list[Move]) -> Found:
    """Return transfers, and facts for what is told again.

    Example:
        市财政局下达甲县682万元, told in two sections, is one transfer and one fact.
    """
    found = Found()
    drafts: list[Draft] = []
    for move in moves:
        _take(paper, drafts, move, found)
    _link(drafts, moves, _told(paper, moves))
    _purposes(paper, drafts)
    for draft in drafts:
        if draft.values["taker"] and (draft.values["giver"] or draft.values["amount"] is not None):
            found.add("transfers", _record(paper, draft))
    return found


def _take(paper: Paper, drafts: list[Draft], move: Move, found: Found) -> None:
    figures = [one for one in (move.amount, move.share) if one is not None]
    note(found, move.paragraph, *((one.start, one.end) for one in figures))
    if move.open:
        _again(paper, found, move)
        return
    draft = next((one for one in drafts if one.takes(move)), None)
    known = draft is not None and draft.values["amount"] is not None
    if draft is None:
        if not move.giver and not move.taker:
            _again(paper, found, move)
            return
        draft = Draft({"kind": move.kind, "giver": "", "taker": move.taker, "amount": None})
        drafts.append(draft)
    if known and move.amount is not None:
        _again(paper, found, move)
    _fill(paper, draft, move)


def _fill(paper: Paper, draft: Draft, move: Move) -> None:
    paragraph, lexed = move.paragraph, move.paragraph.lexed
    cited, day = move.document, move.day
    number = lexed.text[slice(*cited.number)] if cited and cited.number[0] < cited.number[1] else ""
    told: dict[str, tuple[Any, Span | None]] = {
        "giver": (move.giver, move.names.get("giver")),
        "taker": (move.taker, move.names.get("taker")),
        "amount": (move.amount.wan if move.amount else None, _span(move.amount)),
        "share": (move.share.amount if move.share else None, _span(move.share)),
        "when": (day.day if day else None, (day.start, day.end) if day else None),
        "document": (number, cited.number if cited else None),
        "kind": (move.kind, move.sentence),
    }
    for key, (value, span) in told.items():
        if value not in {None, ""} and (not draft.values.get(key) or key not in draft.at):
            draft.values[key] = value
            draft.at[key] = paper.place(paragraph, span or move.sentence)
    if move.kind == "重新分配" and move.going:
        draft.values["status"] = "进行中"
    elif move.verb or not move.going:
        draft.values.setdefault("status", "已完成")


def _span(figure: Any) -> Span | None:
    return (figure.start, figure.end) if figure is not None else None


def _again(paper: Paper, found: Found, move: Move) -> None:
    if move.amount is None or move.amount.wan is None:
        return
    taker = move.taker if move.kind != "收回" else move.giver
    fact = paper.make(
        PrintedFact,
        move.paragraph,
        (move.amount.start, move.amount.end),
        {},
        concept="funds",
        aspect=_ASPECT.get(move.kind, "passed_on"),
        region=taker,
        period=paper.period,
        amount=move.amount.wan,
        unit=unit("万元"),
        in_form=bool(move.paragraph.passage.spot.table),
    )
    found.add("facts", fact)


def _told(paper: Paper, moves: list[Move]) -> set[str]:
    """Return the bodies of the paper; one that is named once and gives nothing may be left from another text."""
    givers = {move.giver for move in moves}
    names = set(paper.names.regions.values())
    return {name for name in names if name in givers or paper.whole.count(name) > 1}


def _link(drafts: list[Draft], moves: list[Move], known: set[str]) -> None:
    """Give a step without a taker the finance department that passed the money on next.

    Where the paper names several of a level, none of them is the one.
    """
    levels = Counter(level_of(name) for name in known if FINANCE.search(name))
    issuers = {
        level: move.giver
        for move in moves
        if FINANCE.search(move.giver) and levels[level := level_of(move.giver)] < 2
    }
    named = {draft.values["giver"] for draft in drafts if draft.values["taker"]}
    for draft in drafts:
        giver = draft.values["giver"]
        if draft.values["kind"] == "下达" and not draft.values["taker"] and giver not in named:
            below = (issuers[one] for one in _BELOW.get(level_of(giver), ()) if one in issuers)
            draft.values["taker"] = next(below, "")
    shares = [one for one in drafts if one.values["kind"] == "下达" and not one.values["giver"]]
    last = _ended(drafts) or {one.values["giver"] for one in drafts if one.values["taker"]} - {""}
    for draft in shares:
        draft.values["giver"] = next(iter(last)) if len(last) == 1 else ""


def _ended(drafts: list[Draft]) -> set[str]:
    """Return who passed money on without anybody being named that it went to."""
    steps = [one.values for one in drafts if one.values["kind"] == "下达" and one.values["giver"]]
    known = {values["giver"] for values in steps if values["taker"]}
    return {values["giver"] for values in steps if not values["taker"]} - known


def _purposes(paper: Paper, drafts: list[Draft]) -> None:
    known = Names(paper.names)
    for paragraph in paper.paragraphs:
        for match in _USE.finditer(paragraph.text):
            who = {name for name, _ in known.all(paragraph.text, *match.span("who"))}
            place = paper.place(paragraph, match.span("what"))
            _attach(drafts, "下达", who, place)
        for match in _TASK.finditer(paragraph.text):
            stop = paragraph.text.find("。", match.end())
            end = stop if stop >= 0 else len(paragraph.text)
            who = {name for name, _ in known.all(paragraph.text, match.end(), end)}
            if "分配" in paragraph.text[max(0, match.start() - 12) : match.start()]:
                _attach(drafts, "重新分配", who, paper.place(paragraph, match.span("what")))


def _attach(drafts: list[Draft], kind: str, who: set[str], place: Source) -> None:
    for draft in drafts:
        if draft.values["kind"] == kind and draft.values["taker"] in who:
            draft.values.setdefault("purpose", place.text)
            draft.at.setdefault("purpose", place)


def _record(paper: Paper, draft: Draft) -> Transfer:
    first = next(iter(draft.at.values()))
    at = {key: draft.at.get(key, draft.at.get("kind", first)) for key in _FIELDS}
    return Transfer(
        source=RowSource(paper.script.file, first.part, 0, at=at),
        origin="中央",
        **draft.values,
    )


_FIELDS = [
    "kind",
    "giver",
    "taker",
    "amount",
    "when",
    "origin",
    "document",
    "purpose",
    "share",
    "status",
]
