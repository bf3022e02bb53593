"""文件中的数据与项目数据一致.

Only where a paper is checked against a programme's own data: the same indicator, region, period and
version. A figure at another precision is the same one; what only one of the two states is not told.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.programme_figures import by_coordinates, figures_of
from shanhe.measures.stated import agree
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.source import Fact
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import Both, amount, indicator_name

_MONEY = {
    "investment": Both("投资总额", "investment"),
    "investment_central": Both("中央财政资金", "central money"),
    "investment_local": Both("地方资金", "local money"),
    "investment_social": Both("社会资本", "private money"),
    "funds": Both("年度资金", "money of the year"),
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


def _subject(fact: Fact, catalogue: Catalogue) -> Both:
    name = _MONEY.get(fact.concept) or indicator_name(catalogue, fact.concept)
    period = {"": "", "term": "实施期"}.get(fact.period, f"{fact.period}年度")
    return Both(
        f"{fact.version}{period}{fact.region}{name.zh}",
        " ".join(filter(None, (name.en, fact.region, fact.period, fact.version))),
    )
