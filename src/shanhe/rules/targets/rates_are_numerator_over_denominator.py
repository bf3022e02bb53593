"""比率指标的目标等于同一版本分子、分母目标之比.

Only rates whose numerator and denominator are targets of the same table, such as the share of land
reclaimed. A target with ≥ or ≤ before it has to be kept by the quotient of the two targets.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.model import Indicator
from shanhe.measures.computed import percent
from shanhe.measures.goal_table import GoalTable, goal_tables, known_rows
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.targets import Target
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, indicator_name, result
from shanhe.values.outcome import Outcome


@rule(
    id="TARGET-113",
    severity=ERROR,
    basis=["arithmetic#ratio"],
    zh="{version}的{period}绩效目标：{top} {part} ÷ {bottom} {base} = {rate}，{indicator}填为 {stated}",
    en="version {version}, {period}: {top} {part} / {bottom} {base} = {rate}, but {indicator} is stated as {stated}",
)
def rates_are_numerator_over_denominator(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each rate that its own two targets contradict."""
    for table in goal_tables(dossier):
        for rate, indicator in known_rows(table, catalogue):
            top, bottom = table.target(indicator.numerator), table.target(indicator.denominator)
            if indicator.unit_symbol == "%" and top is not None and bottom is not None:
                yield from _judge(catalogue, table, (rate, top, bottom), indicator)


def _judge(
    catalogue: Catalogue,
    table: GoalTable,
    rows: tuple[Target, Target, Target],
    indicator: Indicator,
) -> Iterator[Hit]:
    at = tuple(row.operand("amount") for row in rows)
    stated, part, base = (row.quantity for row in rows)
    name = indicator_name(catalogue, indicator.id)
    above, below = (indicator_name(catalogue, row.indicator) for row in rows[1:])
    if stated is None or part is None or base is None or not part.unit.like(base.unit):
        zh = f"{name.zh}、{above.zh}或{below.zh}的数值、单位"
        lacks = Both(zh, f"a value or unit of {name.en}, {above.en} or {below.en}")
        yield Hit(at, {"lacks": lacks}, Outcome.UNDECIDED)
        return
    quotient = percent(part, base) if base.value else None
    if quotient is not None and judge_stated(stated, quotient) is Outcome.FAILS:
        words = {
            "version": table.version,
            "period": table.period,
            "top": above,
            "part": amount(part),
            "bottom": below,
            "base": amount(base),
            "rate": result(quotient, stated.places),
            "indicator": name,
            "stated": f"{stated.sign}{amount(stated)}",
        }
        yield Hit(at, words, recomputed=quotient.equation)
