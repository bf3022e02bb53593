"""自评表必填栏目齐全.

The head of the form and its money rows, other money excepted. The finding lists what is blank. Of a
paper only what it prints can be blank: a label beside an empty cell, or one half of a money row.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.names import plain_name
from shanhe.measures.sentences import table_cells
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.records.source import Operand
from shanhe.rules.declare import ERROR, rule
from shanhe.rules.words import Both, listed

_HEAD = (
    ("name", Both("转移支付（项目）名称", "name of the transfer")),
    ("central_authority", Both("中央主管部门", "central department")),
    ("local_authority", Both("地方主管部门", "local department")),
    ("using_units", Both("资金使用单位", "using units")),
)
_ROWS = (
    ("合计", Both("年度资金总额", "total money")),
    ("中央", Both("中央财政资金", "central money")),
    ("地方", Both("地方财政资金", "local money")),
)
_COLUMNS = (
    ("budget", Both("全年预算数", "budget")),
    ("executed", Both("全年执行数", "executed")),
)


@rule(
    id="FORM-701",
    severity=ERROR,
    basis=["form#head", "form#money"],
    zh="自评表有 {count} 个必填栏目空白：{fields}",
    en="{count} required fields of the form are blank: {fields}",
)
def form_is_filled(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with every required field that is blank."""
    del catalogue
    blank = [*_blank_head(dossier), *_blank_money(dossier)]
    if blank:
        words = {"count": len(blank), "fields": listed(label for label, _ in blank)}
        yield Hit(tuple(operand for _, operand in blank), words)


def _blank_head(dossier: Dossier) -> Iterator[tuple[Both, Operand]]:
    for key, label in _HEAD:
        printed = not dossier.paper or any(
            _is_label(line, label.zh) for line in table_cells(dossier)
        )
        if printed and not getattr(dossier.programme, key).strip():
            yield label, dossier.programme.operand(key)


def _is_label(line: TextLine, label: str) -> bool:
    return plain_name(line.text) == plain_name(label)


def _blank_money(dossier: Dossier) -> Iterator[tuple[Both, Operand]]:
    rows = {row.origin: row for row in dossier.annual_funds}
    for origin, label in _ROWS:
        row = rows.get(origin)
        for key, column in _COLUMNS:
            if dossier.paper and (row is None or row.budget is row.executed is None):
                continue
            if row is None or getattr(row, key) is None:
                place = row.operand(key) if row is not None else dossier.programme.operand("name")
                yield Both(f"{label.zh}的{column.zh}", f"{column.en} of {label.en}"), place
