"""The programme itself, its regions and using units, and what is said of it in words."""

from dataclasses import dataclass
from datetime import date

from shanhe.records.source import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Record):
    """A programme in one budget year (项目信息).

    Attributes:
        name: 转移支付（项目）名称.
        year: budget year that is evaluated.
        fund: 所属专项.
        kind: 项目类型.
        central_authority, province_finance, province_authority, local_authority: the departments.
        implementing_body: 具体实施单位.
        using_units: 资金使用单位, in the order of the form.
        start, end: implementation term, first and last year.
        as_of: day on which the actuals were taken.
        npc_approval: day on which the National People's Congress approved the year's budget.
        central_use: what the filed plan allows central money for (comma-separated purposes).
        subject: budget subject (预算支出科目).
    """

    name: str
    year: int
    province: str = ""
    city: str = ""
    fund: str = ""
    kind: str = ""
    central_authority: str = ""
    province_finance: str = ""
    province_authority: str = ""
    local_authority: str = ""
    implementing_body: str = ""
    using_units: str = ""
    start: int | None = None
    end: int | None = None
    as_of: date | None = None
    npc_approval: date | None = None
    central_use: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """A region or a using unit (区域与单位).

    Attributes:
        name: short name, used on the other sheets.
        level: 部, 省, 市, 县 or 单位.
        kind: ``区域`` has a share of the targets; ``单位`` only receives money.
        full_name, code, aliases: official name, division code, other spellings.
    """

    name: str
    level: str
    kind: str
    full_name: str = ""
    code: str = ""
    aliases: str = ""

    @property
    def is_region(self) -> bool:
        """Whether targets are split onto it."""
        return self.kind == "区域"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnIndicator(Record):
    """An indicator of this programme alone, which the catalogue does not have (自有指标)."""

    name: str
    level1: str
    level2: str
    unit: str = ""
    direction: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview(Record):
    """What the self-evaluation says in sentences (自评综述).

    Attributes:
        goal: the year's overall goal as the self-evaluation restates it.
        result: what was achieved on the whole.
        quality_claim: a statement about a goal without a number.
        quality_met: whether that goal is declared met (是, 否, 部分).
        progress: how the preparation and works went.
        change_summary: why the targets are to change, in general.
        result_use: what the result is to be used for.
        public_site, public_url, public_on, public_scope: publication (公开).
        remarks: other explanations.
    """

    goal: str = ""
    result: str = ""
    quality_claim: str = ""
    quality_met: str = ""
    progress: str = ""
    change_summary: str = ""
    result_use: str = ""
    public_site: str = ""
    public_url: str = ""
    public_on: date | None = None
    public_scope: str = ""
    remarks: str = ""
