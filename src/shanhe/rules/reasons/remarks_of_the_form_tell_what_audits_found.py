"""自评表“说明”填“无”的，正文没有写审计、检查发现的问题.

The last line of the form asks for what audits and inspections found. 无 in it stands against a report that counts such problems; those
of another year, what was looked for and not found, and what another line of the form tells, are left alone.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import in_table, prose, sentences, table_cells
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import WARN, Only, rule
from shanhe.values.regex import regex

_FOUND = regex(
    r"(?:审计|督查|巡视|巡察|监督检查|专项检查|财政检查|监管局|纪检)[^。；]{0,30}?(?:指出|发现|查出|反映|提出)(?:了)?(?:存在)?(?:的)?(?:各类)?问题\s*(?:共)?(?:\d{1,3}|[一二三四五六七八九十]{1,2})\s*[个项条类]"
    r"|(?:审计|督查|巡视|巡察|监督检查|专项检查|财政检查|监管局|纪检)[^。；]{0,30}?(?:指出|发现|查出|反映|提出)(?:了)?(?:\d{1,3}|[一二三四五六七八九十]{1,2})\s*[个项条类](?:方面)?问题"
)
_OTHER = regex("上年|上一年|去年|以前年度|往年|历次")
_LABEL = regex(r"(?:其他)?说明[：:]?")
_NONE = regex(r"[无/]|没有|暂无|无其他说明|无。")


@rule(
    id="REASON-513",
    severity=WARN,
    basis=["practice#S-03", "practice#E-62"],
    zh="自评表“说明”填“{cell}”，而正文写明“{told}”",
    en="the remarks of the form say {cell}, while the report tells: {told}",
    only=Only.PAPER,
)
def remarks_of_the_form_tell_what_audits_found(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield the remarks that deny what the report says an audit found."""
    del catalogue
    for cell in _remarks(dossier.texts) if not _is_told_elsewhere(dossier) else ():
        for line in prose(dossier):
            if "问题" not in line.text:
                continue
            for sentence in sentences(line):
                found = _FOUND.search(sentence.own_words)
                before = (
                    re.split("[。；]", sentence.own_words[: found.start()])[-1] if found else ""
                )
                if found and not _OTHER.search(before + found[0]):
                    at = sentence.operand(*found.span())
                    words = {"cell": cell.text.strip(), "told": at.text}
                    yield Hit((cell.operand("text"), at), words)
                    return


def _is_told_elsewhere(dossier: Dossier) -> bool:
    """Return whether some cell counts the problems that were found: 审计发现5个问题，已整改4个."""
    return any("问题" in cell.text and _FOUND.search(cell.text) for cell in table_cells(dossier))


def _remarks(texts: tuple[TextLine, ...]) -> Iterator[TextLine]:
    """Yield the cells right of 说明 that say there is nothing."""
    label: TextLine | None = None
    for line in texts:
        if not in_table(line):
            label = None
        elif _LABEL.fullmatch(line.text.strip()):
            label = line
        elif label is not None:
            where, own = line.source.cell("text"), label.source.cell("text")
            if (where.table, where.row) == (own.table, own.row) and _NONE.fullmatch(
                line.text.strip()
            ):
                yield line
            label = None
