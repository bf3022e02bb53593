"""Subprojects in sentences: how many there are, and how far they came."""

import re

from shanhe.documents.found import Found
from shanhe.documents.prose.headings import Paragraph
from shanhe.documents.prose.paper import Paper, Span, note
from shanhe.documents.prose.receivers import Names
from shanhe.documents.prose.sentences import clauses, sentences
from shanhe.records.progress import Subproject
from shanhe.values.regex import regex
from shanhe.values.whole_number import WORDS, whole_number

_N = rf"\d{{1,3}}|[{WORDS}]{{1,4}}"
_TOTAL = regex(rf"(?P<count>{_N}) ?个(?:子项目|单项工程|项目区|标段|工程子项目)")
_ONE = regex(r"(?P<name>[\u4e00-\u9fffA-Za-z0-9]{1,14}?)(?:子项目|标段)")
_REST = regex(rf"其[余他](?:(?P<count>{_N}) ?个)?(?:子项目|项目|标段)?")
_COUNTED = regex(
    rf"(?:(?P<left>(?<!提前)(?<!延期)(?<!逾期)(?<!超期)(?<!按期)(?<!如期)(?<!公开)(?<!邀请)(?<!月)已?(?:完工|竣工|完成|在建|开工|验收|招标|停工)|未(?:开工|招标)|正在(?:施工|招标))(?:的)? ?(?P<n1>{_N}) ?个"
    rf"|(?P<n2>{_N}) ?个(?:子项目)?(?P<right>已?(?:完工|竣工|在建|通过验收|验收|停工)|(?:尚?未|没有)(?:开工|招标|实施)|正在施工|已开工))"
)
"""How many are in a state; 提前完工3个、延期完工2个 are parts of those that are finished, 公开招标7个 is a way to tender, 3月开工2个 a day."""
_STATES = (
    ("停工", regex("停工|停建|停滞|暂停施工")),
    ("未招标", regex("(?:尚未|未|没有|未能|未曾)[^，；。已]{0,12}招(?:投)?标|待招标|未招")),
    ("已验收", regex("(?:已|通过|完成)(?:竣工|交工|项目)?验收")),
    ("完工", regex("(?:已|全部|均已?)(?:完工|竣工)|主体完工|已完成(?:施工|建设)")),
    ("在建", regex("在建|正在施工|已开工|开工建设|先行开工|施工中|全面施工|正在实施")),
    ("已招标", regex("(?:已|完成)[^，；。]{0,6}招(?:投)?标|已中标")),
)
_HALT = regex(
    r"(?:因|由于|受)(?P<why>[^，；。因]{2,24}?)(?:原因|影响|导致|造成|而|，)*(?:停工|停建|暂停)"
)
_FILLER = regex(r"^.*(?:仅|只有|其中|除|我市|我县|的|了|中|，)")


def read_subprojects(paper: Paper) -> Found:
    """Return the subprojects, each state once.

    Example:
        ``10个子项目中仅东河区子项目少量施工又因设计调整停工，其余子项目尚未招标`` are 东河区子项目
        (停工) and nine others (未招标).
    """
    found = Found()
    known = Names(paper.names)
    seen: dict[str, Subproject] = {}
    for paragraph in paper.paragraphs:
        for sentence in sentences(paragraph):
            if (
                "项目" in paragraph.text[slice(*sentence)]
                or "标段" in paragraph.text[slice(*sentence)]
            ):
                for one in _read(paper, found, known, paragraph, sentence):
                    before = seen.get(one.name)
                    if before is None or (not before.halt_reason and one.halt_reason):
                        seen[one.name] = one
    counted = any(one.count > 1 for one in seen.values())
    kept = [
        one for one in seen.values() if not counted or one.name != "其余子项目" or one.count > 1
    ]
    found.add("subprojects", *kept)
    return found


def _read(
    paper: Paper, found: Found, known: Names, paragraph: Paragraph, sentence: Span
) -> list[Subproject]:
    text = paragraph.text
    total = _TOTAL.search(text, *sentence)
    for match in _TOTAL.finditer(text, *sentence):
        note(found, paragraph, match.span())
    whole = whole_number(total["count"]) if total else None
    rows: list[Subproject] = []
    if whole is None and _REST.search(text, *sentence) is None:
        return rows
    rows += _apart(_counts(paper, found, paragraph, sentence), whole)
    if len(rows) > 1:
        return rows
    rows = []
    start = total.end() if total else sentence[0]
    for span in clauses(text, start, sentence[1]):
        row = _clause(paper, known, paragraph, span, (whole, len(rows)))
        if row is not None and row.name not in {one.name for one in rows}:
            rows.append(row)
    return rows if any(row.state for row in rows) else []


def _clause(
    paper: Paper, known: Names, paragraph: Paragraph, span: Span, counts: tuple[int | None, int]
) -> Subproject | None:
    text = paragraph.text
    state = next((name for name, shape in _STATES if shape.search(text, *span)), "")
    rest = _REST.search(text, *span)
    if rest and state:
        told = whole_number(rest["count"]) if rest["count"] else None
        left = counts[0] - counts[1] if counts[0] and not told else None
        count = told or (left if left and left > 0 else 1)
        return _make(paper, paragraph, span, "其余子项目", state=state, count=count)
    one = _ONE.search(text, *span)
    if one is None or not state:
        return None
    name = _FILLER.sub("", one["name"]) or one["name"]
    place = known.last(text, one.start(), one.end())
    halt = _HALT.search(text, *span) if state == "停工" else None
    return _make(
        paper,
        paragraph,
        span,
        f"{place[0] if place else name}子项目",
        state=state,
        unit=place[0] if place else "",
        halt_reason=halt["why"] if halt else "",
    )


def _counts(paper: Paper, found: Found, paragraph: Paragraph, sentence: Span) -> list[Subproject]:
    """Read ``已完工5个、在建4个``: a row for each state."""
    rows = []
    for match in _COUNTED.finditer(paragraph.text, *sentence):
        words = match["left"] or match["right"]
        count = whole_number(match["n1"] or match["n2"])
        state = _state_of(words)
        if count is None or not state:
            continue
        note(found, paragraph, match.span())
        rows.append(
            _make(paper, paragraph, match.span(), f"{words}子项目", state=state, count=count)
        )
    return rows if len(rows) > 1 else []


def _apart(rows: list[Subproject], whole: int | None) -> list[Subproject]:
    """Return the rows without those accepted where they are told to be among those finished.

    Example:
        ``42个子项目中完工40个；竣工验收36个`` are 40 and not 76.
    """
    finished = any(one.state == "完工" for one in rows)
    more = whole is not None and sum(one.count for one in rows) > whole
    return [one for one in rows if not (finished and more and one.state == "已验收")]


def _state_of(words: str) -> str:
    if "未" in words or "没有" in words:
        return "未招标" if "招标" in words else "未开工"
    for state, shape in (
        ("停工", "停工"),
        ("已验收", "验收"),
        ("完工", "完工|竣工|完成"),
        ("已招标", "招标"),
        ("在建", "在建|开工|施工"),
    ):
        if re.search(shape, words):
            return state
    return ""


def _make(
    paper: Paper, paragraph: Paragraph, span: Span, name: str, **values: object
) -> Subproject:
    values = {"unit": "", "count": 1, "state": "", "halt_reason": ""} | values
    return paper.make(Subproject, paragraph, span, {}, name=name, **values)
