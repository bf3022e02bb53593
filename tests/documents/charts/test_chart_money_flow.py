import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from shanhe.documents.charts.clean import texts
from shanhe.documents.charts.flow_labels import printed
from shanhe.documents.charts.flows import places
from shanhe.documents.charts.money_flow import Flow, MoneyFlow, money_flow_chart

# The published 2025 report of Baotou: what went to the city's bureau was taken back.
BAOTOU = [
    Flow(source, target, Decimal(amount))
    for source, target, amount in (
        ("财政部", "自治区财政厅", "10000"),
        ("自治区财政厅", "市财政局", "10000"),
        ("市财政局", "市自然资源局", "1346"),
        ("市财政局", "东河区", "682"),
        ("市财政局", "土默特右旗", "2555"),
        ("市财政局", "固阳县", "5417"),
        ("市自然资源局", "收回重新分配", "1346"),
        ("收回重新分配", "东河区", "106.12"),
        ("收回重新分配", "土默特右旗", "397.39"),
        ("收回重新分配", "固阳县", "842.49"),
        ("东河区", "未支付", "788.12"),
        ("土默特右旗", "未支付", "2952.39"),
        ("固阳县", "未支付", "6259.49"),
        ("固阳县", "已支付", "0"),
    )
]


def series(flows: Sequence[Flow]) -> Any:  # plain JSON
    return json.loads(json.dumps(money_flow_chart(MoneyFlow(flows)).option))["series"]


def words(flows: Sequence[Flow]) -> str:
    return texts(money_flow_chart(MoneyFlow(flows)).svg())


def test_columns_go_from_the_ministry_to_the_end() -> None:
    columns = {place.name: place.column for place in places(BAOTOU)}
    assert [columns[name] for name in ("财政部", "自治区财政厅", "市财政局")] == [0, 1, 2]
    assert columns["市自然资源局"] < columns["收回重新分配"] < columns["东河区"]
    assert columns["东河区"] == columns["固阳县"] < columns["未支付"]


def test_sums_are_exact() -> None:
    amounts = {place.name: place.amount for place in places(BAOTOU)}
    assert amounts["固阳县"] == Decimal("6259.49")
    assert amounts["未支付"] == Decimal("10000.00")
    assert not any(place.differs for place in places(BAOTOU))


def test_every_place_shows_its_sum() -> None:
    shown = words(BAOTOU)
    for word in ("固阳县", "6,259.49", "＝5,417", "＋842.49", "收回重新分配", "1,346", "未支付"):
        assert word in shown


def test_zero_flows_are_not_drawn_but_said() -> None:
    assert "已支付" not in {node["name"] for node in series(BAOTOU)["data"]}
    assert "单位：万元；已支付：0" in words(BAOTOU)


def test_long_flows_pass_beside_the_places_between() -> None:
    links = series(BAOTOU)["links"]
    depth = {node["name"]: node["depth"] for node in series(BAOTOU)["data"]}
    assert all(depth[link["target"]] == depth[link["source"]] + 1 for link in links)
    through = [node for node in series(BAOTOU)["data"] if not node["label"].get("show", True)]
    assert len(through) == 6, "three counties pass the bureau and what was taken back"


def test_what_is_returned_stands_on_top_like_its_giver() -> None:
    names = [node["name"] for node in series(BAOTOU)["data"] if node["depth"] == 4]
    assert names[0] == "收回重新分配"


def test_more_passed_on_than_received_is_said() -> None:
    flows = [Flow("财政部", "市财政局", Decimal(9990)), Flow("市财政局", "东河区", Decimal(10000))]
    assert "转出 10,000" in words(flows)
    assert "转出" not in words(BAOTOU)


def test_one_flow_is_enough() -> None:
    assert "东河区" in words([Flow("财政部", "东河区", Decimal("0.01"))])


def test_a_circle_is_refused() -> None:
    flows = [*BAOTOU, Flow("东河区", "市财政局", Decimal(1))]
    with pytest.raises(ValueError, match="goes round"):
        places(flows)
    with pytest.raises(ValueError, match="goes round"):
        places([Flow("东河区", "东河区", Decimal(1))])


def test_negative_money_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        places([Flow("财政部", "东河区", Decimal(-1))])


@pytest.mark.parametrize("flows", [[], [Flow("财政部", "东河区", Decimal(0))]])
def test_no_money_no_chart(flows: list[Flow]) -> None:
    with pytest.raises(ValueError, match="no money"):
        money_flow_chart(MoneyFlow(flows))


@pytest.mark.parametrize(
    ("amount", "text"),
    [("10000", "10,000"), ("1E+4", "10,000"), ("10000.00", "10,000"), ("6259.49", "6,259.49")],
)
def test_amounts_are_printed_with_separators(amount: str, text: str) -> None:
    assert printed(Decimal(amount)) == text


def test_alt_names_each_flow() -> None:
    alt = money_flow_chart(MoneyFlow(BAOTOU, "中央资金")).alt
    assert alt.startswith("中央资金流向图：财政部→自治区财政厅 10,000万元；")
    assert "收回重新分配→固阳县 842.49万元" in alt
    assert "已支付" not in alt


def test_many_units_and_long_names_are_wrapped() -> None:
    long = "内蒙古自治区包头市达尔罕茂明安联合旗自然资源和林业草原局"
    flows = [Flow("财政部", f"{long}{n}", Decimal(1)) for n in range(12)]
    flows += [Flow(f"{long}{n}", "未支付", Decimal(1)) for n in range(12)]
    chart = money_flow_chart(MoneyFlow(flows))
    assert texts(chart.svg()).count("达尔罕") == 12
    assert chart.height > 12 * 17
