"""每个未完成的指标在自评表写明原因和改进措施.

Below target by recomputation. Reason and measure may stand in different rows, but both must be
meant for the form. Indicators whose actual is no value are left to ACTUAL-401. In a paper the chapter on
measures serves all indicators, and so do its reasons where there is no form; problems that it says who will mend,
and by when, have their measure. A reason that goes on to say what is done by which day has its measure in it.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import Attainment, attainments
from shanhe.measures.goal_table import printed_name
from shanhe.measures.sentences import prose, table_cells
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.narrative import Explanation
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, indicator_name, listed
from shanhe.values.regex import regex

_LONGEST_HEAD = 20
_NAME, _STEM = 4, 3
_SHORT = regex("少|剩余|未|缺|欠|滞后|差|低|逾期|不合格|不达标")
_WHY = regex(
    r"因|由于|受|主要是|原因|月(?:\d{1,2}日)?[之以]?前|月底前|(?<=[，,；])系|所致|导致|集中在|逾期|不合格(?:的)?(?:为|是|系|均?在)"
)
_PROMISE = regex(
    r"(?:\d{1,2}月(?:\d{1,2}日|份|底)?|年底|[上中下]旬|季度末?)(?:之|以)?前(?!未|已)[^。；，]{0,16}?(?:完成|完工|竣工|建成|补[造种植齐足栽]|支付|拨付|整改|到位|验收|落实|交付|解决)"
)
"""Says within a reason what is done, and by when: ``某镇2025年5月31日前组织完工``."""
_NO_REASON = {"", "无", "略", "/", "—", "-"}


@rule(
    id="REASON-501",
    severity=ERROR,
    basis=["practice#P-14", "practice#S-02", "form#indicators"],
    zh="{below} 项指标低于目标，其中 {count} 项在自评表没有写全原因和改进措施：{indicators}",
    en="{below} indicators are below target; in the form {count} lack reason or measure: {indicators}",
)
def shortfalls_have_reason_and_measure(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every indicator below target that is not explained."""
    below = [one for one in attainments(dossier, catalogue) if one.completion.met is False]
    lacking = [(one, lack) for one in below if (lack := _lacks(dossier, one)) is not None]
    if lacking:
        shown = [
            Both(f"{name.zh}（缺{lack.zh}）", f"{name.en} ({lack.en})")
            for one, lack in lacking
            for name in [indicator_name(catalogue, one.target.indicator)]
        ]
        words = {"below": len(below), "count": len(lacking), "indicators": listed(shown)}
        yield Hit(tuple(operand for one, _ in lacking for operand in one.operands), words)


def _lacks(dossier: Dossier, one: Attainment) -> Both | None:
    rows = [
        row
        for row in dossier.explanations
        if one.target.indicator in row.indicator_ids and row.in_form is not False
    ]
    own = any(_tells_why(row) for row in rows) or not _asks(dossier)
    promised = any(_PROMISE.search(row.reason) for row in rows)
    if not _asks(dossier) and _is_told(dossier, one):
        return None
    if dossier.paper:
        rows += _in_text(dossier)
    reason = any(_tells_why(row) for row in rows)
    measure = promised or any(row.measure.strip() for row in rows)
    measure = measure or (own and _is_promised(dossier))
    if reason and measure:
        return None
    if reason:
        return Both("改进措施", "measure")
    return Both("原因", "reason") if measure else Both("原因和改进措施", "reason and measure")


def _is_told(dossier: Dossier, one: Attainment) -> bool:
    """Return whether a sentence of a paper without such a column tells what is short, and why or until when.

    Example:
        ``红树林种植少完成6.0公顷，主要是潮位偏高，由某局于2026年4月30日前补种``.
    """
    name = printed_name(one.target)
    texts = [line.text for line in prose(dossier)]
    told = [part for text in texts for part in text.split("。")]
    return bool(name) and any(
        _SHORT.search(part) and _WHY.search(part) and (name[:_NAME] in part or _names(part, name))
        for part in told
    )


def _names(words: str, name: str) -> bool:
    """Return whether a part of a sentence speaks of what an indicator measures, in other words, and of a shortfall.

    Example:
        ``验收分部工程40个，合格39个，1个不合格为移植分部工程`` of 工程验收合格率; ``6个标段按期完工5个，标段4逾期`` of 标段按期完工率.
    """
    short = re.compile(rf"{re.escape(name[:_STEM])}[^，。；\d]{{0,4}}(?:缺口|短少|少|欠|差|未)")
    pairs = {name[n : n + 2] for n in range(len(name) - 1)}
    return any(
        (short.search(part) or 2 * sum(pair in part for pair in pairs) >= len(pairs))
        and _SHORT.search(part)
        and _WHY.search(part)
        for part in re.split("[；：]", words)
    )


def _tells_why(row: Explanation) -> bool:
    return row.reason.strip(" 。") not in _NO_REASON


def _asks(dossier: Dossier) -> bool:
    """Return whether a table of the paper has a column for reasons."""
    cells = (line.text for line in table_cells(dossier))
    return any("原因" in cell and len(cell) < _LONGEST_HEAD for cell in cells)


def _is_promised(dossier: Dossier) -> bool:
    """Return whether a paper's chapter on problems says who will mend them, and by when."""
    return any(not row.in_form and row.owner and row.due for row in dossier.explanations)


def _in_text(dossier: Dossier) -> list[Explanation]:
    """Return what the text explains for the whole, reasons only where no form has any."""
    has_form = any(row.in_form for row in dossier.explanations)
    return [
        row
        for row in dossier.explanations
        if not row.in_form and (row.kind == "改进措施" or not has_form)
    ]
