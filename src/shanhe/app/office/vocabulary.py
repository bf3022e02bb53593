"""Words that pages show from a closed list: names of sheets and columns, choices, roles, rights.

They stand in Chinese where they are declared, because the workbook and the journal hold them so.
The pages translate them as they translate their own words, and a test asks that none is missing.
"""

from collections.abc import Iterator

from shanhe.app.office.account_import import COLUMNS
from shanhe.app.office.books import catalogue_of
from shanhe.app.office.evaluation import LABELS
from shanhe.app.office.money import PAID
from shanhe.app.office.organisations import LEVELS
from shanhe.app.office.plot_actuals import STATED
from shanhe.app.office.rights import Action, Role
from shanhe.app.office.targets import MONEY
from shanhe.app.plot_columns import UNITS
from shanhe.documents.forms.workbook.tables import SHEETS
from shanhe.records.answer import Reply
from shanhe.records.plot import STATES
from shanhe.values.period import TERM_NAME

_PARTS = ("正文", "脚注", "尾注", "文本框")
"""What the readers of papers call the parts of one."""


def vocabulary() -> tuple[str, ...]:
    """Return every such word once, in the order of its declaration.

    Example:
        ``绩效年度`` (a column), ``在建`` (a choice), ``市级审核`` (a right) are among them.
    """
    return tuple(dict.fromkeys(word for word in _words() if word))


def _words() -> Iterator[str]:
    yield from (one.value for one in (*Role, *Action, *Reply))
    yield from (*LEVELS, *COLUMNS, *LABELS, *UNITS, *STATES, STATED, PAID, TERM_NAME, *_PARTS)
    yield from (name for _, name in MONEY)
    for indicator in catalogue_of().indicators:
        yield from (indicator.level1, indicator.level2)
    for sheet in SHEETS:
        yield from (sheet.zh, sheet.note)
        for column in sheet.columns:
            yield from (column.zh, column.note, *column.choices)
