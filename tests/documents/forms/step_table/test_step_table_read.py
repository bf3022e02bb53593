"""Tables of documents and steps."""

from collections.abc import Callable

from shanhe.documents.found import Found

Read = Callable[..., Found]
Show = Callable[..., list[str]]


def test_a_line_holds_the_document_of_each_level(read: Read, shown: Show) -> None:
    rows = (
        ("批次", "财政部", "<", "某省财政厅", "<", "金额（万元）"),
        ("^", "文号", "下达日期", "文号", "下达日期", "^"),
        (
            "第一批",
            "财资环〔2024〕39号",
            "2024年4月22日",
            "某财指〔2024〕318号",
            "2024年5月17日",
            "100",
        ),
    )
    found = read("表1 资金下达情况", rows)
    assert shown(found, "references", "number", "day") == [
        "财资环〔2024〕39号 2024-04-22",
        "某财指〔2024〕318号 2024-05-17",
    ]
