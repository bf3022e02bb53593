"""What is handed out of a check: the report, its comments, its findings, the sheet of answers."""

import base64
import json
from collections.abc import Mapping
from typing import Any

from shanhe import __version__
from shanhe.app.answers import COMMENTED, ENDING, HEADINGS, answer_row
from shanhe.app.bounded import Stopped, bounded
from shanhe.app.office.check_page import answer_of, answers_of
from shanhe.app.office.checks import seen
from shanhe.app.office.rights import Actor, Refused
from shanhe.documents.formats.csv import grid_bytes
from shanhe.records.answer import Standing, standing
from shanhe.store import files
from shanhe.store.models import Audit, Reply

_TASK = "shanhe.app.checking:annotate"
_SECONDS = 60.0


def check_paper(actor: Actor, key: int, what: str, lang: str = "zh") -> tuple[str, bytes]:
    """Return a paper of a check, its name and bytes.

    Args:
        actor: who asks.
        key: of the check.
        what: ``file`` (the report as it was handed in), ``docx`` (with comments), ``json`` or
            ``csv`` (the sheet of answers).
        lang: of the words in it.

    Raises:
        Refused: the check is not theirs to see, is not done yet, or has no such paper.
    """
    audit = seen(actor, key)
    if what == "file":
        return audit.file.name, files.fetch(audit.file.digest)
    if not audit.result.get("state"):
        raise Refused("尚在核查，请稍候。", "It is still being checked.", 409)
    stem = audit.file.name.rpartition(".")[0] or audit.file.name
    if what == "json" and audit.result[lang]["data"]:
        return f"{stem}.核查结果.json", _json(audit, lang)
    if what == "csv" and audit.result["findings"]:
        return f"{stem}{ENDING}", _answers(audit, lang)
    if what == "docx" and audit.result["kind"] == "docx":
        return f"{stem}{COMMENTED}", _commented(audit, lang)
    raise Refused("没有该文件。", "There is no such paper.", 404)


def _json(audit: Audit, lang: str) -> bytes:
    document = audit.result[lang]["data"]
    made = {"shanhe": __version__, "rules": audit.result["rules"], "documents": [document]}
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


def _answers(audit: Audit, lang: str) -> bytes:
    answers = answers_of(audit)
    figures = {one["key"]: one["figures"] for one in audit.result["findings"]}
    rows = [_row(card, figures[card["key"]], answers) for card in audit.result[lang]["cards"]]
    return grid_bytes([HEADINGS, *rows])


def _row(card: Mapping[str, Any], figures: str, answers: Mapping[str, Reply]) -> tuple[str, ...]:
    given = answer_of(answers.get(card["key"]))
    return answer_row(card["key"], given, standing(given, figures), card["message"], figures)


def _commented(audit: Audit, lang: str) -> bytes:
    """Return the author's own file with the findings that are open as comments."""
    answers, texts = answers_of(audit), audit.result[lang]["notes"]
    open_ = [
        one
        for one in audit.result["findings"]
        if standing(answer_of(answers.get(one["key"])), one["figures"]) is not Standing.SETTLED
    ]
    asked = {
        "path": str(files.path_of(audit.file.digest)),
        "on": audit.at.astimezone().date().isoformat(),
        "notes": [[*texts[one["key"]], one["spans"]] for one in open_],
    }
    try:
        made: dict[str, str] = bounded(_TASK, asked, _SECONDS)
    except Stopped as stopped:
        made = {"refused": stopped.detail}
    if "refused" in made:
        raise Refused(
            f"该文件不能写入批注（{made['refused']}）。请另存为 .docx 后重新上传。",
            f"Comments cannot be written into it ({made['refused']}); save it as .docx.",
            422,
        )
    return base64.b64decode(made["docx"])
