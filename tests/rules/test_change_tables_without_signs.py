"""A change table that prints no signs does not make those of the form an addition."""

from shanhe.app.audit import audit_file
from shanhe.catalogue.load import load_catalogue
from shanhe.documents.blocks import Cell, Paper, Paragraph, Table, Title
from shanhe.documents.formats.docx.write import docx_bytes

_FORM = (
    ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
    ("产出指标", "数量指标", "治理崩岗数量", "≥86座", "86座", "25", "25"),
    ("产出指标", "数量指标", "谷坊数量", "≥64座", "64座", "25", "25"),
    ("产出指标", "质量指标", "苗木成活率", "≥85%", "91.20%", "25", "25"),
)
_CHANGES = (
    ("指标", "单位", "变更前", "变更后", "变更量"),
    ("治理崩岗数量", "座", "86", "86", "0"),
    ("谷坊数量", "座", "56", "64", "+8"),
)


def _told(changes: tuple[tuple[str, ...], ...]) -> set[str]:
    blocks = (
        Title(("某县2025年度项目支出绩效自评表",)),
        _table(_FORM),
        Paragraph(("表5 2025年度数量指标变更情况表",)),
        _table(changes),
    )
    data = docx_bytes(Paper(blocks, "自评表"))
    return {one.rule for one in audit_file("r.docx", data, load_catalogue()).findings}


def _table(rows: tuple[tuple[str, ...], ...]) -> Table:
    cells = tuple(tuple(Cell(((text,),)) for text in row) for row in rows)
    return Table(cells, tuple(20.0 for _ in rows[0]))


def test_a_table_without_signs_says_nothing_of_them() -> None:
    assert not {"ACTUAL-413", "TARGET-116"} & _told(_CHANGES)


def test_a_table_with_signs_does() -> None:
    signed = (*_CHANGES[:2], ("谷坊数量", "座", "≥56", "≥64", "+8"))
    assert {"ACTUAL-413", "TARGET-116"} <= _told(signed)
