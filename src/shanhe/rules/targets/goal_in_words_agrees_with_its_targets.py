"""总体目标文字中的数字与指标目标一致.

Each number with a unit is held against the target of the indicator that its words name; where they
name none that can be told, any target of the table with a like unit may be meant. Money in the
text is the head's business and is passed over. Numbers of a paper that are facts of their own are
looked at by SAME-901.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.names import plain_name
from shanhe.measures.goal_table import GoalTable, goal_tables, printed_name
from shanhe.measures.mention import Mention, mentions
from shanhe.measures.stated import agree
from shanhe.measures.told import is_told
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Operand
from shanhe.records.targets import Target, TargetVersion
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, amount, indicator_name, listed


@rule(
    id="TARGET-123",
    severity=ERROR,
    basis=["practice#G-18", "arithmetic#same"],
    zh="{version}的{period}总体目标写“{quote}”，目标表中{targets}",
    en="version {version}, {period}: the overall goal says “{quote}”; in its table: {targets}",
)
def goal_in_words_agrees_with_its_targets(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each number of a goal in words that its table does not have."""
    for table in goal_tables(dossier):
        if table.head is not None and table.head.goal and table.rows:
            units = {row.unit.symbol: row.unit for row in table.rows if row.unit is not None}
            for mention in mentions(table.head.goal, units):
                yield from _judge((dossier, catalogue), table, table.head, mention)


def _judge(
    known: tuple[Dossier, Catalogue], table: GoalTable, head: TargetVersion, mention: Mention
) -> Iterator[Hit]:
    dossier, catalogue = known
    if mention.quantity.unit.measures("money"):
        return
    like = [row for row in table.rows if _compared(row, mention) is not None]
    named = _named(catalogue, like, mention)
    meant = [named] if named else like
    told = named is not None and is_told(dossier, named.indicator, mention.quantity.amount)
    if not told and not any(_compared(row, mention) for row in meant):
        words = {
            "version": table.version,
            "period": table.period,
            "quote": mention.quote,
            "targets": _targets(catalogue, meant),
        }
        yield Hit((_quoted(head, mention), *(row.operand("amount") for row in meant)), words)


def _compared(row: Target, mention: Mention) -> bool | None:
    return agree(mention.quantity, row.quantity) if row.quantity else None


def _named(catalogue: Catalogue, rows: list[Target], mention: Mention) -> Target | None:
    """Return the row whose longest name stands in the words before the number."""
    before = plain_name(mention.before)
    found: list[tuple[int, Target]] = []
    for row in rows:
        names = [row.name, printed_name(row)]
        if catalogue.has_indicator(row.indicator):
            indicator = catalogue.indicator(row.indicator)
            names += [indicator.name, *indicator.aliases]
        sizes = [len(name) for name in names if name and plain_name(name) in before]
        found += [(max(sizes), row)] if sizes else []
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _targets(catalogue: Catalogue, rows: list[Target]) -> Both:
    if not rows:
        return Both("没有同类单位的指标", "no indicator of a like unit")
    names = [(indicator_name(catalogue, r.indicator, printed_name(r)), r.quantity) for r in rows]
    said = listed(Both(f"{n.zh} {amount(q)}", f"{n.en} {amount(q)}") for n, q in names if q)
    return Both(f"为{said.zh}", said.en)


def _quoted(head: TargetVersion, mention: Mention) -> Operand:
    whole = head.operand("goal")
    quantity = mention.quantity
    return Operand(mention.quote, quantity.amount, quantity.unit.symbol, whole.where)
