"""What a sheet and a column of the workbook are."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from shanhe.records.source import Record
from shanhe.values.numerals import plain


class Kind(StrEnum):
    """What a cell may hold; the reader refuses everything else."""

    TEXT = "文字"
    CHOICE = "选项"
    YES_NO = "是/否"
    DAY = "日期"
    YEAR = "年份"
    PERIOD = "期间"
    WHOLE = "整数"
    MONEY = "金额（万元）"
    PERCENT = "百分数"
    NUMBER = "数值"
    AMOUNT = "指标值"  # with a sign and a unit, in columns of their own or in the cell itself
    SIGN = "符号"
    UNIT = "计量单位"
    PLACE = "区域或单位"
    INDICATOR = "指标名称"
    INDICATORS = "指标名称（可多个，用“、”隔开）"


@dataclass(frozen=True, slots=True)
class Column:
    """One column (or one line of a vertical sheet).

    Attributes:
        key: field of the record.
        zh: the heading; the one that the reader looks for.
        en: the heading in English, for the documentation.
        kind: what it holds.
        required: whether it may be empty.
        choices: what a ``CHOICE`` may be.
        note: what to fill in, for people.
        width: width on the sheet, in characters.
    """

    key: str
    zh: str
    en: str
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    note: str = ""
    width: int = 14


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes:
        key: attribute of the dossier.
        zh, en: its name; the reader looks for ``zh``.
        record: the record that a row becomes.
        columns: its columns, in order.
        note: what it is for.
        vertical: one record, its fields one below the other.
        required: whether a workbook without it is refused.
        keys: fields that tell two rows apart; where there are none, all cells together do.
    """

    key: str
    zh: str
    en: str
    record: type[Record]
    columns: tuple[Column, ...]
    note: str
    vertical: bool = False
    required: bool = False
    keys: tuple[str, ...] = ()

    def column(self, heading: str) -> Column | None:
        """Return the column with that heading, ``None`` if there is none.

        Blanks, line breaks and the width of brackets do not matter: ``金额 (万元)`` is
        ``金额（万元）``.
        """
        wanted = _folded(heading)
        return next((column for column in self.columns if _folded(column.zh) == wanted), None)


@lru_cache(maxsize=2000)
def _folded(heading: str) -> str:
    return re.sub(r"\s", "", plain(heading))
