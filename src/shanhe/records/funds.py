"""Money: documents, what was passed on, taken back and re-allocated, what was paid."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shanhe.records.source import Fact, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class FundDocument(Record):
    """A document that passes money or targets on (文件).

    Attributes:
        level: level of the issuer: 部, 省, 市, 县.
        category: 资金下达, 管理制度, 方案, 通知 …
        issued, received: day of the document, and of its arrival at the next level down.
        formality: 正式下达 or 预下达.
        amount: 万元.
        goals_attached: whether targets went along with it.
    """

    title: str
    number: str = ""
    issuer: str = ""
    level: str = ""
    category: str = ""
    issued: date | None = None
    received: date | None = None
    formality: str = ""
    amount: Decimal | None = None
    goals_attached: bool | None = None
    subject: str = ""

    @property
    def passes_money(self) -> bool:
        """Whether it is one of the chain from the ministry to the counties."""
        return self.category == "资金下达"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(Record):
    """Money that went from one body to another (资金流转).

    Attributes:
        kind: 下达, 收回 or 重新分配.
        giver, taker: names as on sheet 区域与单位, or the finance departments above.
        origin: 中央, 地方 or 其他.
        amount: 万元.
        share: stated share of the whole, in %.
        purpose: what it is meant for.
        status: 已完成 or 进行中.
    """

    kind: str
    giver: str
    taker: str
    amount: Decimal | None = None
    when: date | None = None
    origin: str = ""
    document: str = ""
    purpose: str = ""
    share: Decimal | None = None
    status: str = ""

    def fact(self, key: str) -> Fact:
        """Return the coordinates of the amount or share."""
        aspect = (
            "share"
            if key == "share"
            else {"收回": "taken_back", "重新分配": "reallocated"}.get(self.kind, "passed_on")
        )
        return Fact("funds", aspect, self.taker if self.kind != "收回" else self.giver)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualFund(Record):
    """One money row of the form, with the plan beside it (年度资金).

    Attributes:
        origin: 合计, 中央, 地方 or 其他.
        planned: money of the year by the goal table, 万元.
        budget: 全年预算数 (A); executed: 全年执行数 (B); in_place: what arrived.
        rate: stated execution rate, %; words where no number stands there.
    """

    origin: str
    planned: Decimal | None = None
    in_place: Decimal | None = None
    budget: Decimal | None = None
    executed: Decimal | None = None
    rate: Decimal | None = None
    rate_words: str = ""

    def fact(self, key: str) -> Fact:
        """Return the coordinates of a sum or rate."""
        return Fact("funds", key, version=self.origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment(Record):
    """Money paid out of the treasury single account (支付明细); 万元."""

    payer: str
    when: date | None = None
    origin: str = ""
    amount: Decimal | None = None
    purpose: str = ""
    subproject: str = ""
    voucher: str = ""

    def fact(self, key: str) -> Fact:
        """Return the coordinates of the amount."""
        del key
        return Fact("funds", "payment", self.payer)
