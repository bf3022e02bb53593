"""Reasons, measures and the management of the money, in words."""

from dataclasses import dataclass
from datetime import date

from shanhe.records.source import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation(Record):
    """Why something fell short, or what will be done about it (偏差原因与改进措施).

    Attributes:
        kind: 资金管理, 指标偏差, 项目实施 (reasons) or 改进措施 (a measure for the whole).
        indicators: ids it speaks of, comma-separated; empty for the whole programme.
        heading: its heading in the report.
        reason, measure: the words; in the form they share one cell.
        owner, due: who does it, until when.
        in_form: whether it is printed in the form's last column.
    """

    kind: str
    indicators: str = ""
    heading: str = ""
    reason: str = ""
    measure: str = ""
    owner: str = ""
    due: date | None = None
    in_form: bool | None = None

    @property
    def indicator_ids(self) -> tuple[str, ...]:
        """The indicators it speaks of."""
        return tuple(word for word in self.indicators.split(",") if word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Management(Record):
    """One of the eight aspects of managing the money (资金管理情况).

    Attributes:
        aspect: 分配科学性, 下达及时性 …
        situation: what the report says; ``form_situation`` is what the form says, if shorter.
        problem: the form's cell 存在问题和改进措施; ``无`` claims that there is none.
    """

    aspect: str
    situation: str = ""
    form_situation: str = ""
    problem: str = ""

    @property
    def claims_no_problem(self) -> bool:
        """Whether the cell says that there is no problem."""
        return self.problem.strip(" 。.") in {"无", "无问题", "暂无", "没有"}
