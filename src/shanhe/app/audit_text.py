"""Audited documents as lines of text, and which findings are shown."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from shanhe.documents.audited import Audited, State, Told
from shanhe.records.answer import Standing
from shanhe.records.finding import Severity

LEVELS = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}
_MOST_PLACES = 4
_WORDS = {
    "zh": {
        "error": "错误",
        "warning": "警告",
        "note": "提示",
        "cannot_be_judged": "无法判断",
        "summary": "错误 {error} 项，警告 {warning} 项，提示 {note} 项",
        "coverage": "数字 {numbers} 个：已核对 {checked}，孤立 {alone}，未读懂 {not_understood}",
        "unreadable": "未能审核",
        "none": "没有发现问题",
        "cause": "可能原因：",
        "recomputed": "重算：",
        "more": "……另有 {count} 处",
        "settled": "已答复（{reply}，{who}，{on}）：{reason}",
        "stale": "曾答复“{reply}”（{who}，{on}），此后数据已变，请重新答复",
        "still_there": "{who}于 {on} 称已更正，但仍然存在",
        "colon": "：",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "note": "note",
        "cannot_be_judged": "cannot be judged",
        "summary": "{error} errors, {warning} warnings, {note} notes",
        "coverage": "{numbers} numbers: {checked} checked, {alone} alone, {not_understood} not understood",
        "unreadable": "not audited",
        "none": "nothing found",
        "cause": "Likely cause: ",
        "recomputed": "Recomputed: ",
        "more": "… and {count} more",
        "settled": "Answered ({reply}, {who}, {on}): {reason}",
        "stale": "Answered {reply} ({who}, {on}) for other figures; answer it again",
        "still_there": "{who} said on {on} that it was corrected, but it is still there",
        "colon": ": ",
    },
}


def at_least(told: Iterable[Told], least: str) -> tuple[Told, ...]:
    """Return the findings of a severity or a graver one, the gravest first, else by rule."""
    kept = LEVELS[: LEVELS.index(Severity(least)) + 1]
    chosen = [one for one in told if one.finding.severity in kept]
    return tuple(
        sorted(chosen, key=lambda one: (LEVELS.index(one.finding.severity), one.finding.rule))
    )


def limited(document: Audited, least: str) -> Audited:
    """Return a document with only the findings of a severity or a graver one."""
    return replace(document, told=at_least(document.told, least))


def audit_lines(document: Audited, lang: str, least: str = "note") -> Iterator[tuple[str, str]]:
    """Yield the lines of one document, each with its style.

    Styles are ``head``, ``problem``, ``error``, ``warning``, ``note``, ``detail`` and ``place``, for
    colours; the text alone says everything.
    """
    words = _WORDS[lang]
    yield "head", document.name
    for problem in document.problems:
        yield "problem", f"  {problem.text(lang)}"
    if document.state is State.UNREADABLE:
        yield "problem", f"  {words['unreadable']}"
        return
    shown = at_least(document.told, least)
    for one in shown:
        yield from _told(one, lang)
    if document.state is State.AUDITED:
        if not shown:
            yield "detail", f"  {words['none']}"
        yield "detail", f"  {_counted(document, words)}"


def _counted(document: Audited, words: dict[str, str]) -> str:
    counted = document.coverage
    found = words["summary"].format(**{one.value: document.count(one.value) for one in LEVELS})
    covered = words["coverage"].format(
        numbers=counted.numbers,
        checked=counted.checked,
        alone=counted.alone,
        not_understood=counted.not_understood,
    )
    return f"{found}{'；' if words is _WORDS['zh'] else '; '}{covered}"


def _told(told: Told, lang: str) -> Iterator[tuple[str, str]]:
    words, finding = _WORDS[lang], told.finding
    level = finding.severity
    open_ = f" [{words['cannot_be_judged']}]" if finding.outcome == "cannot_be_judged" else ""
    label = f"{_MARKS[level]} {words[level.value]} {told.key}{open_}"
    yield level.value, f"  {label}  {finding.message(lang)}"
    if finding.causes:
        yield "detail", f"      {words['cause']}{finding.causes[lang]}"
    if finding.recomputed:
        yield "detail", f"      {words['recomputed']}{finding.recomputed}"
    places = list(dict.fromkeys(place_of(told, lang)))
    for place in places[:_MOST_PLACES]:
        yield "place", f"      {place}"
    if len(places) > _MOST_PLACES:
        yield "place", f"      {words['more'].format(count=len(places) - _MOST_PLACES)}"
    if told.answer is not None and told.standing is not Standing.OPEN:
        yield "detail", f"      {answer_text(told, lang)}"


def place_of(told: Told, lang: str) -> Iterator[str]:
    """Yield the place of each operand without the file's name: ``表 2 › 第 7 行 › 指标值``."""
    for operand in told.finding.operands:
        where = operand.where._replace(file="")
        short = operand.text if len(operand.text) <= 24 else f"{operand.text[:23]}…"
        colon = _WORDS[lang]["colon"]
        place = where.place(lang)
        if place:
            yield f"{place}{colon}{short}" if short else place


def answer_text(told: Told, lang: str) -> str:
    """Return in words what was answered; empty where nobody answered."""
    answer = told.answer
    if answer is None:
        return ""
    words = _WORDS[lang][told.standing.value]
    said = {"reply": answer.reply.value, "who": answer.who, "on": answer.on.isoformat()}
    return words.format(reason=answer.reason or "—", **said)
