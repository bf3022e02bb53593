"""年度资金合计行等于中央、地方、其他之和.

Plan, arrival, budget and execution each by themselves. A blank row of other money is nothing; where
another row is blank and the rest does not make the total already, the blank is what is lacking. A
paper may have other rows instead, so it is judged only where it prints central and local money.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.annual_money import CENTRAL, LOCAL, OTHER, WHOLE, fund_row
from shanhe.measures.computed import add, money
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.funds import AnnualFund
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, listed
from shanhe.values.interval import decimal_text
from shanhe.values.outcome import Outcome

_COLUMNS = {
    "planned": Both("目标表安排数", "plan"),
    "in_place": Both("实际到位数", "arrival"),
    "budget": Both("全年预算数", "budget"),
    "executed": Both("全年执行数", "execution"),
}


@rule(
    id="FUND-216",
    severity=ERROR,
    basis=["practice#X-04", "form#money", "arithmetic#sum"],
    zh="{column}合计填 {whole} 万元，各行相加为 {total} 万元，相差 {gap} 万元",
    en="{column}: the row of totals says {whole}, the rows add up to {total} (万元), {gap} apart",
    aspect="执行准确性",
)
def rows_of_money_add_up(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each column whose total is not the sum of its rows."""
    del catalogue
    whole = fund_row(dossier, WHOLE)
    rows = {origin: fund_row(dossier, origin) for origin in (CENTRAL, LOCAL, OTHER)}
    for key in _COLUMNS:
        is_asked = not dossier.paper or _is_printed(rows, key)
        if whole is not None and getattr(whole, key) is not None and is_asked:
            yield from _judge(whole, rows, key)


def _is_printed(rows: dict[str, AnnualFund | None], key: str) -> bool:
    return all(getattr(rows[origin], key, None) is not None for origin in (CENTRAL, LOCAL))


def _judge(whole: AnnualFund, rows: dict[str, AnnualFund | None], key: str) -> Iterator[Hit]:
    stated = money(getattr(whole, key))
    amounts = {origin: getattr(row, key, None) for origin, row in rows.items()}
    known = [money(amount) for amount in amounts.values() if amount is not None]
    if not known:
        return
    total = add(known)
    if total.value == stated.value:
        return
    at: tuple[Operand, ...] = tuple(
        row.operand(key, "万元") for row in (whole, *rows.values()) if row is not None
    )
    blank = [o for o, amount in amounts.items() if amount is None and o != OTHER]
    if blank:
        names = listed(blank)
        lacks = Both(f"{names.zh}行的{_COLUMNS[key].zh}", f"{_COLUMNS[key].en} of {names.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
    else:
        words = {
            "column": _COLUMNS[key],
            "whole": stated.amount,
            "total": total.value,
            "gap": decimal_text(abs(total.value - stated.value)),
        }
        yield Hit(at, words, recomputed=total.equation)
