"""The records that only a paper has, out of a case; keys are refused unless listed here."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.paper import CaptionLine, HeadingLine, PrintedFact, Reference, TextLine
from shanhe.records.source import Record, RowSource, Source
from shanhe.values.numerals import read_date, read_sign
from shanhe.values.period import read_period
from shanhe.values.quantity import Sign
from shanhe.values.unit import find_unit

Row = Mapping[str, str]
PAPER = "来源"
_DIGITS = "一二三四五六七八九"


def paper_records(given: Mapping[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    """Return dossier attributes; ``来源: docx`` alone makes a paper."""
    found: dict[str, Any] = {"paper": given.get(PAPER, "")}
    for name, (attribute, keys, make) in _KINDS.items():
        rows = given.get(name, [])
        for row in rows:
            assert set(row) <= keys, (name, set(row) - keys)
        found[attribute] = tuple(make(row, n, catalogue) for n, row in enumerate(rows, 1))
    return found


def _source(row: Row, number: int, /, **texts: str) -> RowSource:
    """Each text has its place; ``段`` or ``表``, ``行`` and ``列`` say where it stands."""
    table = int(row.get("表", 0))
    paragraph = 0 if table else int(row.get("段", number))
    line = int(row.get("行", number)) if table else 0
    part = row.get("章节", "正文")
    places = {
        key: Source("示例.docx", part, line, row.get("列", ""), text, table, paragraph)
        for key, text in texts.items()
    }
    return RowSource("示例.docx", part, number, at=places)


def _order(number: str) -> int:
    if number.isdigit():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    return (10 * (_DIGITS.find(tens) + 1 or 1) if ten else 0) + _DIGITS.find(ones or "?") + 1


def _heading(row: Row, number: int, _: Catalogue) -> HeadingLine:
    title = row.get("标题", "")
    return HeadingLine(
        source=_source(row, number, title=title, number=row["编号"]),
        level=int(row["级别"]),
        number=row["编号"],
        order=_order(row["编号"]),
        title=title,
    )


def _caption(row: Row, number: int, _: Catalogue) -> CaptionLine:
    printed = row.get("原文", f"{row['类别']}{row['编号']} {row.get('题名', '')}")
    return CaptionLine(
        source=_source({}, number, title=printed, number=row["编号"]),
        kind=row["类别"],
        number=row["编号"],
        title=row.get("题名", ""),
        table=int(row.get("表", 0)),
    )


def _reference(row: Row, number: int, _: Catalogue) -> Reference:
    texts = {
        "title": row.get("题名", ""),
        "number": row.get("文号", ""),
        "day": row.get("日期", ""),
    }
    return Reference(
        source=_source(row, number, **texts),
        title=texts["title"],
        number=texts["number"],
        day=read_date(texts["day"]),
    )


def _text(row: Row, number: int, _: Catalogue) -> TextLine:
    source = _source(row, number, text=row["文字"])
    return TextLine(source=source, text=row["文字"], section=row.get("章节", ""))


def _fact(row: Row, number: int, catalogue: Catalogue) -> PrintedFact:
    known = catalogue.indicator_named(row["事项"])
    value, unit = row.get("数值", ""), row.get("计量单位", "")
    return PrintedFact(
        source=_source(row, number, amount=f"{value}{unit}"),
        concept=known.id if known else row["事项"],
        aspect=row["方面"],
        region=row.get("区域", ""),
        period=read_period(row["期间"]) if row.get("期间") else None,
        version=row.get("版本", ""),
        sign=read_sign(row.get("符号", "")) or Sign.NONE,
        amount=Decimal(value) if value else None,
        unit=find_unit(unit) if unit else None,
        in_form=row.get("出处") == "自评表",
    )


_Make = Callable[[Row, int, Catalogue], Record]
_KINDS: Mapping[str, tuple[str, frozenset[str], _Make]] = {
    "标题行": ("headings", frozenset({"级别", "编号", "标题"}), _heading),
    "表题": ("captions", frozenset({"类别", "编号", "题名", "表", "原文"}), _caption),
    "引用": ("references", frozenset({"题名", "文号", "日期"}), _reference),
    "正文": ("texts", frozenset({"文字", "章节", "表", "段", "行", "列"}), _text),
    "事实": (
        "facts",
        frozenset(
            "事项 方面 区域 期间 版本 符号 数值 计量单位 出处 表 段".split()  # noqa: SIM905 - short
        ),
        _fact,
    ),
}
PAPER_KEYS = frozenset({PAPER, *_KINDS})
