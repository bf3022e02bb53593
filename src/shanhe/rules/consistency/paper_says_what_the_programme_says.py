"""文件中的数据与项目数据一致.

Only where a paper is checked against a programme's own data: the same indicator, region, period and
version. A figure at another precision is the same one; what only one of the two states is not told.
Money may have gone to one body several times: what the paper says has to be one of the sums, or all
of them.
"""

from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.programme_figures import by_coordinates, figures_of, flows_of
from shanhe.measures.stated import agree
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Fact, Operand
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, amount, indicator_name
from shanhe.values.quantity import Quantity

_MONEY = {
    "investment": Both("投资总额", "investment"),
    "investment_central": Both("中央财政资金", "central money"),
    "investment_local": Both("地方资金", "local money"),
    "investment_social": Both("社会资本", "private money"),
    "funds": Both("年度资金", "money of the year"),
}

_FLOWS = {
    "passed_on": Both("收到的资金", "money passed on to"),
    "taken_back": Both("被收回的资金", "money taken back from"),
    "reallocated": Both("重新分配到的资金", "money re-allocated to"),
}


@rule(
    id="SAME-951",
    severity=ERROR,
    basis=["practice#S-04", "arithmetic#same"],
    zh="{subject}：文件为 {paper}，项目数据为 {data}，不一致",
    en="{subject}: the paper says {paper}, the programme's data {data}",
    only=Only.PAPER,
)
def paper_says_what_the_programme_says(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield each figure of the paper that differs from the programme's."""
    if dossier.against is None:
        return
    known = by_coordinates(dossier.against)
    told: set[Fact] = set()
    for fact, stated, operand in figures_of(dossier):
        if fact not in known or fact in told:
            continue
        own, source = known[fact]
        if agree(stated, own) is not True:
            told.add(fact)
            words = {
                "subject": _subject(fact, catalogue),
                "paper": amount(stated),
                "data": amount(own),
            }
            yield Hit((operand, source), words)
    yield from _flows(dossier, dossier.against)


def _flows(dossier: Dossier, against: Dossier) -> Iterator[Hit]:
    """Yield each sum that the paper says went to a body, and that the programme did not send it."""
    known: dict[Fact, list[tuple[Quantity, Operand]]] = {}
    for fact, sent, operand in flows_of(against):
        known.setdefault(fact, []).append((sent, operand))
    told: set[Fact] = set()
    for fact, stated, operand in flows_of(dossier):
        own = known.get(fact, [])
        whole = sum((sent.amount for sent, _ in own), Decimal(0))
        fits = stated.amount in {whole, *(sent.amount for sent, _ in own)}
        if own and not fits and fact not in told:
            told.add(fact)
            said = _FLOWS[fact.aspect]
            words = {
                "subject": Both(f"{fact.region}{said.zh}", f"{said.en} {fact.region}"),
                "paper": amount(stated),
                "data": "、".join(amount(sent) for sent, _ in own),
            }
            yield Hit((operand, *(source for _, source in own)), words)


def _subject(fact: Fact, catalogue: Catalogue) -> Both:
    name = _MONEY.get(fact.concept) or indicator_name(catalogue, fact.concept)
    period = {"": "", "term": "实施期"}.get(fact.period, f"{fact.period}年度")
    return Both(
        f"{fact.version}{period}{fact.region}{name.zh}",
        " ".join(filter(None, (name.en, fact.region, fact.period, fact.version))),
    )
