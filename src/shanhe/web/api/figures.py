"""What is computed of programmes: targets and their split, money on a day, all beside one another."""

from datetime import date
from typing import Any

from ninja import Query, Router, Schema

from shanhe.app.office import money as money_cases
from shanhe.app.office import province as province_cases
from shanhe.app.office import targets as target_cases
from shanhe.web.api.asked import Lang, Page, Whole, Word
from shanhe.web.asking import Request

router = Router(tags=["指标、资金和汇总 Figures"])


def _told(page: Any) -> list[str]:
    """Return in Chinese why nothing could be computed."""
    return [problem.text("zh") for problem in page.problems]


class TargetCell(Schema):
    """A target in one version; ``change`` is against the nearest earlier one that lists it."""

    text: str
    change: str
    is_changed: bool


class TargetRow(Schema):
    """One indicator, or one sum of money, in every version."""

    name: str
    level: str
    cells: list[TargetCell]


class TargetTable(Schema):
    """The versions of one period side by side; ``versions`` holds name and status."""

    period: str
    versions: list[tuple[str, str]]
    money: list[TargetRow]
    rows: list[TargetRow]


class SplitRow(Schema):
    """One indicator over its regions; ``kind`` is added, mean or other, ``outcome`` as judged."""

    name: str
    unit: str
    whole: str
    parts: list[str]
    total: str
    over: str
    kind: str
    outcome: str
    reason: str


class SplitTable(Schema):
    """The split of one version and period over the regions."""

    version: str
    period: str
    regions: list[str]
    rows: list[SplitRow]


class YearRow(Schema):
    """A year's target beside that of the term; ``share`` is empty for what does not accumulate."""

    name: str
    year: str
    term: str
    share: str
    is_over: bool
    adds: bool


class Targets(Schema):
    """Targets in all their versions; ``problems`` say why there are none."""

    may_change: bool
    problems: list[str]
    tables: list[TargetTable]
    splits: list[SplitTable]
    years: list[YearRow]

    @staticmethod
    def resolve_problems(page: Any) -> list[str]:
        """Return the problems in words."""
        return _told(page)


class StepRow(Schema):
    """One step of the money with the days it took; ``basis`` is what limits them."""

    limit: str
    document: str
    amount: str
    issued: str
    start: str
    by_receipt: bool
    days: int | None
    allowed: int | None
    over: int | None
    basis: str

    @staticmethod
    def resolve_basis(step: Any) -> str:
        """Return the citation as people read it; empty where nothing limits the step."""
        return step.basis.text if step.basis else ""


class BalanceRow(Schema):
    """What one body holds, in 万元; null where it cannot be told."""

    body: str
    came: str | None
    went: str | None
    taken: str | None
    given: str | None
    paid: str | None
    held: str | None


class FundRow(Schema):
    """One origin of money in the year, in 万元; empty where not stated."""

    origin: str
    planned: str
    in_place: str
    budget: str
    executed: str
    rate: str


class Moved(Schema):
    """A transfer, or a payment without a day."""

    when: str
    kind: str
    giver: str
    taker: str
    amount: str
    document: str
    purpose: str


class Money(Schema):
    """Money of a programme; balances are those of day ``on``, or of all that is recorded."""

    may_change: bool
    on: date | None
    problems: list[str]
    steps: list[StepRow]
    balances: list[BalanceRow]
    undated: list[Moved]
    funds: list[FundRow]
    moved: list[Moved]
    more: int

    @staticmethod
    def resolve_problems(page: Any) -> list[str]:
        """Return the problems in words."""
        return _told(page)


class ProvinceAsked(Schema):
    """What is compared; 0 and empty for all, the largest first where ``down``."""

    year: Whole = 0
    city: Whole = 0
    rule: Word = ""
    sort: Word = "errors"
    down: bool = True
    page: Page = 1


class ProgrammeCompared(Schema):
    """A programme in the comparison; shares in hundredths of a percent, null until computed."""

    key: int
    name: str
    year: int
    organisation: str
    is_computed: bool
    met: int
    indicators: int
    completion: int | None
    executed: int | None
    errors: int
    warnings: int
    overdue: int
    active: str


class Total(Schema):
    """All programmes that were asked for, together."""

    programmes: int
    completion: int | None
    executed: int | None
    errors: int
    overdue: int
    uncomputed: int


class RuleFound(Schema):
    """In how many programmes a rule found something; ``share`` in percent of them."""

    rule: str
    title: str
    severity: str
    programmes: int
    count: int
    share: int


class Province(Schema):
    """A page of the comparison, fifty programmes; ``bands``: words, count, length of the bar."""

    rows: list[ProgrammeCompared]
    page: int
    pages: int
    total: Total
    bands: list[tuple[str, int, int]]
    rules: list[RuleFound]
    years: list[int]
    cities: list[tuple[int, str]]
    columns: list[str]


@router.get("programmes/{int:book}/targets", response=Targets, summary="绩效目标")
def targets(request: Request, book: int) -> Any:
    """Return targets version by version, their split over regions, the year against the term."""
    return target_cases.targets_page(request.actor, book)


@router.get("programmes/{int:book}/money", response=Money, summary="资金")
def money(request: Request, book: int, on: date | None = None, lang: Lang = "zh") -> Any:
    """Return the steps of the money, and what each body holds on a day."""
    return money_cases.money_page(request.actor, book, on, lang)


@router.get("province", response=Province, summary="全省汇总")
def province(request: Request, asked: Query[ProvinceAsked], lang: Lang = "zh") -> Any:
    """Return a page of all programmes that one may compare, ranked and filtered."""
    return province_cases.province_page(
        request.actor, province_cases.Asked(**asked.model_dump()), lang
    )
