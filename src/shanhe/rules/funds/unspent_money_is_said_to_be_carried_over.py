"""年末未执行的资金说明结转情况.

What the budget left unspent is carried over for the same programme, and if it is not used by the
end of the period that the catalogue holds (from the first budget year; a new purpose does not
restart the clock) it becomes surplus. The report is asked to name the carry-over; any sentence that
speaks of 结转 or 结余, tells what was not spent (未执行资金735万元), or says that it was taken back, will do.
"""

from collections.abc import Iterator
from datetime import date

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.annual_money import CENTRAL, WHOLE, fund_row
from shanhe.measures.limit import days_allowed
from shanhe.measures.sentences import in_table
from shanhe.measures.statements import statements
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both
from shanhe.values.outcome import Outcome
from shanhe.values.regex import regex

_WORDS = regex(
    "结转|结余|(?:未执行|未支付|未支出|未使用|剩余)[^。]*?(?:收回|统筹|盘活|缴回|上缴|退回)"
    r"|\d[\d.,，]*[万亿]?元[^，。；\d]{0,4}未(?:执行|支付|支出|使用)"
    r"|剩余(?:资金)?(?:为|共)?\d[\d.,，]*[万亿]?元"
    r"|未(?:执行|支付|支出|使用)(?:完)?的?[^，。；\d]{0,10}\d[\d.,，]*[万亿]?元"
)


_NOTE = regex(r"\d[^（）()]*[（(][^（）()]*(?:结转|结余)")
"""A sum with a note in brackets on what is left of it."""


@rule(
    id="FUND-220",
    severity=NOTE,
    basis=["budget_law#42.1", "budget_law_regulation#50.1", "practice#X-07", "practice#X-10"],
    zh="全年预算数 {budget} 万元，执行 {executed} 万元，年末结转 {unspent} 万元，报告未作说明；至 {until} 仍未用完的转为结余资金",
    en="{unspent} of {budget} 万元 ({executed} executed) are carried over and nowhere mentioned; unused by {until} they become surplus",
    aspect="执行准确性",
)
def unspent_money_is_said_to_be_carried_over(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield the year's money once, if some is left and nobody says so."""
    row = fund_row(dossier, WHOLE) or fund_row(dossier, CENTRAL)
    if row is None or not row.budget:
        return
    at = (row.operand("budget", "万元"), row.operand("executed", "万元"))
    if row.executed is None:
        lacks = Both("全年执行数", "what was executed in the year")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    year = dossier.programme.year
    years = days_allowed(catalogue, "carry_years", date(year, 12, 31)) if year else None
    unspent = row.budget - row.executed
    told = [text.text for text in statements(dossier)] + _told(dossier)
    said = any(_WORDS.search(text) for text in told)
    if years is not None and unspent > 0 and not said:
        words = {
            "budget": row.budget,
            "executed": row.executed,
            "unspent": unspent,
            "until": date(year + years - 1, 12, 31),
        }
        yield Hit(at, words, recomputed=f"{row.budget} − {row.executed} = {unspent}")


def _told(dossier: Dossier) -> list[str]:
    """Return the sentences of a paper; short cells of its tables say nothing of what is left, but notes on sums do."""
    return [
        "".join(line.text.split())
        for line in dossier.texts
        if not in_table(line) or "。" in line.text or _NOTE.search(line.text)
    ]
