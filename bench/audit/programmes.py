"""Consistent programmes made by code; Shanhe writes their reports, which must audit clean."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from shanhe.app.evaluate import evaluate
from shanhe.catalogue.catalogue import Catalogue
from shanhe.documents.blocks import PageBreak, Paper
from shanhe.documents.formats.docx.write import docx_bytes
from shanhe.documents.forms.self_evaluation_form.write import form
from shanhe.documents.forms.self_evaluation_report.write import report
from shanhe.documents.forms.workbook.read import Handed, read_dossier
from shanhe.documents.forms.workbook.tables import BY_NAME
from shanhe.records.source import Source

D = Decimal
Rows = list[tuple[str, ...]]


@dataclass(frozen=True)
class County:
    """A county: area and points of the term, of the year, done; people; its share of the money."""

    name: str
    term: str
    year: str
    done: str
    points: tuple[int, int, int]
    people: tuple[str, str, str]
    share: str
    code: str = ""


@dataclass(frozen=True)
class Programme:
    """What makes a programme; everything else is computed."""

    key: str
    name: str
    year: int
    province: str
    city: str
    fund: str
    counties: tuple[County, ...]
    main: str  # indicator of the area
    count: str  # indicator of the points
    count_unit: str
    area_unit: str
    cost: str  # 万元 for one unit of area
    central: str  # of the year
    executed: str  # of the year
    days: tuple[str, str, str]
    numbers: tuple[int, int, int]
    cover: tuple[str, str] = ("12.50", "6.2")  # target, actual of the year
    kind: str = ""
    total_places: int = 2
    changed: bool = False
    scored: bool = False
    term_central: str = ""
    rate_in_region: bool = False


def two(value: Decimal, places: int = 2) -> Decimal:
    return value.quantize(D(1).scaleb(-places), ROUND_HALF_UP)


def total(values: Sequence[Decimal]) -> Decimal:
    return sum(values, D(0))


@dataclass
class Book:
    """Sheets of a workbook by name: rows of texts by column heading."""

    sheets: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def add(self, sheet: str, **cells: str) -> None:
        self.sheets.setdefault(sheet, []).append(cells)

    def handed(self) -> dict[str, Handed]:
        found = {}
        for name, rows in self.sheets.items():
            sheet = BY_NAME[name]
            keys = [column.key for column in sheet.columns]
            if sheet.vertical:
                lines = [("填报项", "内容", "说明")]
                lines += [(c.zh, rows[0].get(c.key, ""), "") for c in sheet.columns]
                grid: Rows = list(lines)
            else:
                unknown = {key for row in rows for key in row} - set(keys)
                assert not unknown, (name, unknown)
                grid = [tuple(c.zh for c in sheet.columns)]
                grid += [tuple(row.get(key, "") for key in keys) for row in rows]
            found[name] = Handed(f"{name}.csv", "", grid)
        return found


def sheets(p: Programme) -> Book:
    """Return the workbook of a programme."""
    book, year = Book(), str(p.year)
    finance, office = f"{p.province}财政厅", f"{p.province}自然资源厅"
    city_finance, city_office = f"{p.city}财政局", f"{p.city}自然资源局"
    counties = p.counties
    unit, per = p.area_unit, f"万元/{p.area_unit}"
    area_term = total([D(c.term) for c in counties])
    area_year = total([D(c.year) for c in counties])
    area_done = total([D(c.done) for c in counties])
    points = [sum(c.points[n] for c in counties) for n in range(3)]
    people = [total([D(c.people[n]) for c in counties]) for n in range(3)]
    money_term = two(area_term * D(p.cost))
    cap = two(money_term / area_term)
    central = D(p.central)
    money_year = max(two(area_year * D(p.cost)) - D("0.50"), central)
    local_year = money_year - central
    term_central = D(p.term_central or "0") or two(money_term * D("0.6"), 0)
    executed = D(p.executed)
    local_done = two(local_year * D("0.95"))
    cost_done = two(cap * D("0.97"))

    book.add(
        "项目信息",
        name=p.name,
        year=year,
        province=p.province,
        city=p.city,
        fund=p.fund,
        kind=p.kind,
        central_authority="自然资源部",
        province_finance=finance,
        province_authority=office,
        local_authority=f"{city_office}、{city_finance}",
        implementing_body=f"{p.city}人民政府",
        using_units="、".join(c.name for c in counties),
        start=str(p.year - 1),
        end=str(p.year + 1),
        as_of=f"{year}-12-31",
        npc_approval=f"{year}-03-11",
        central_use="工程主体施工",
        subject="2200106-自然资源利用与保护",
    )
    for name, level, kind, full in [
        ("财政部", "部", "单位", ""),
        (finance, "省", "单位", ""),
        (city_finance, "市", "单位", ""),
        (city_office, "市", "单位", ""),
        *((c.name, "县", "区域", f"{p.city}{c.name}") for c in counties),
    ]:
        book.add("区域与单位", name=name, level=level, kind=kind, full_name=full, aliases="")
    own = [("产出指标", "数量指标", p.main, unit), ("产出指标", "数量指标", p.count, p.count_unit)]
    for level1, level2, name, own_unit in [
        *own,
        ("效益指标", "可持续影响指标", "新增管护岗位", "个"),
    ]:
        if name not in _KNOWN:
            book.add(
                "自有指标", name=name, level1=level1, level2=level2, unit=own_unit,
                direction="正向", evidence="竣工图",
            )  # fmt: skip
    upper = f"《关于下达{year}年{p.fund}绩效目标的通知》"
    goal_term = f"完成{p.main}{area_term}{unit}，{p.count}{points[0]}{p.count_unit}。"
    goal_year = f"完成{p.main}{area_year}{unit}，{p.count}{points[1]}{p.count_unit}。"
    book.add(
        "目标版本", version="下达", period="实施期", status="已下达", document=upper,
        issued=p.days[0], total=str(money_term), central=str(two(term_central)),
        local=str(money_term - term_central), goal=goal_term,
    )  # fmt: skip
    book.add(
        "目标版本", version="下达", period=year, status="已下达", document=upper,
        issued=p.days[0], total=str(money_year), central=str(two(central)),
        local=str(local_year), goal=goal_year,
    )  # fmt: skip
    common = [
        ("产出指标", "数量指标", p.main, "≥", str(area_term), str(area_year), unit, str(area_done)),
        ("产出指标", "数量指标", p.count, "≥", str(points[0]), str(points[1]), p.count_unit, str(points[2])),
        ("产出指标", "质量指标", "工程质量合格率", "≥", "95", "95", "%", "100"),
        ("产出指标", "质量指标", "植被成活率", "≥", "85", "85", "%", "88.5"),
        ("产出指标", "时效指标", "项目按时开工率", "=", "100", "100", "%", "100"),
        ("产出指标", "成本指标", "单位成本控制数", "≤", str(cap), str(cap), per, str(cost_done)),
        ("效益指标", "生态效益指标", "水土流失面积减少率", "≥", "62.50", p.cover[0], "%", p.cover[1]),
        ("效益指标", "社会效益指标", "人居环境改善", "≥", str(people[0]), str(people[1]), "万人", str(people[2])),
        ("效益指标", "经济效益指标", "发放劳务报酬", "≥", "3600.00", "1200.00", "万元", "1236.00"),
        ("效益指标", "可持续影响指标", "新增管护岗位", "≥", "60", "20", "个", "20"),
        ("满意度指标", "服务对象满意度指标", "项目实施区域群众满意度", "≥", "90", "90", "%", "93.4"),
    ]  # fmt: skip
    said = {
        "工程质量合格率": "检验单元80个，合格80个",
        "项目按时开工率": f"{len(counties)}个子项目均按计划开工",
        "项目实施区域群众满意度": "有效样本412份",
        "水土流失面积减少率": "由监测单位现场测定",
    }
    for level1, level2, name, sign, term, of_year, own_unit, done in common:
        for period, value in (("实施期", term), (year, of_year)):
            book.add(
                "指标目标", version="下达", period=period, level1=level1, level2=level2,
                indicator=name, sign=sign, amount=value, unit=own_unit,
                in_goal="是" if name in {p.main, p.count} else "否",
            )  # fmt: skip
        if name:
            for place in ("自评表", "报告正文"):
                rate = two(D(done) / D(of_year) * 100) if place == "报告正文" else None
                book.add(
                    "自评填报", indicator=name, period=year, place=place, quoted_sign=sign,
                    quoted_amount=of_year, quoted_unit=own_unit, amount=done, unit=own_unit,
                    completion="" if rate is None or name == "单位成本控制数" else str(rate),
                    statement=said.get(name, ""),
                    evidence="县级验收单", evidence_on=f"{year}-12-20",
                )  # fmt: skip
            kind = (D(done or "0") < D(of_year)) and sign == "≥"
            if kind:
                book.add(
                    "偏差原因与改进措施", kind="指标偏差", indicators=name,
                    reason=_REASONS[name][0] if name in _REASONS else _REASONS["面积"][0],
                    measure=_REASONS[name][1] if name in _REASONS else _REASONS["面积"][1],
                    owner=city_office, due=f"{p.year + 1}-06-30", in_form="是",
                )  # fmt: skip
    for c in counties:
        for period, values in (
            ("实施期", (c.term, str(c.points[0]), c.people[0])),
            (year, (c.year, str(c.points[1]), c.people[1])),
        ):
            for name, value, own_unit in (
                (p.main, values[0], unit),
                (p.count, values[1], p.count_unit),
                ("人居环境改善", values[2], "万人"),
            ):
                book.add(
                    "目标分解", version="下达", period=period, region=c.name, indicator=name,
                    sign="≥", amount=value, unit=own_unit,
                )  # fmt: skip
    marks = _marks(p)
    for (title, level, issuer), day, number in zip(
        [
            (f"财政部关于下达{year}年{p.fund}预算的通知", "部", "财政部"),
            (f"{finance}关于下达中央{year}年{p.fund}预算的通知", "省", finance),
            (f"{city_finance}关于下达中央{year}年{p.fund}预算的通知", "市", city_finance),
        ],
        p.days,
        marks,
        strict=True,
    ):
        book.add(
            "文件", title=title, number=number, issuer=issuer, level=level, category="资金下达",
            issued=day, formality="正式下达", amount=p.central, goals_attached="是",
            subject="2200106-自然资源利用与保护",
        )  # fmt: skip
    flow = [("财政部", finance), (finance, city_finance)]
    for (giver, taker), day, number in zip(flow, p.days, marks, strict=False):
        book.add(
            "资金流转", when=day, kind="下达", giver=giver, taker=taker, origin="中央",
            amount=p.central, document=number, status="已完成",
        )  # fmt: skip
    for c in counties:
        book.add(
            "资金流转", when=p.days[2], kind="下达", giver=city_finance, taker=c.name,
            origin="中央", amount=str(two(central * D(c.share) / 100)), document=marks[2],
            purpose="工程施工", share=c.share, status="已完成",
        )  # fmt: skip
    for origin, planned, budget, done in [
        ("合计", money_year, money_year, executed + local_done),
        ("中央", central, central, executed),
        ("地方", local_year, local_year, local_done),
    ]:
        book.add(
            "年度资金", origin=origin, planned=str(two(planned)), in_place=str(two(budget)),
            budget=str(two(budget)), executed=str(two(done)),
            rate=str(two(done / budget * 100)) if budget else "",
        )  # fmt: skip
    book.add("年度资金", origin="其他")
    for c in counties:
        whole = two(executed * D(c.share) / 100)
        parts = [two(whole * D("0.3")), two(whole * D("0.4"))]
        for when, amount in zip(("08-15", "10-16"), parts, strict=True):
            _paid(book, f"{year}-{when}", c.name, "中央", amount)
        _paid(book, f"{year}-11-20", c.name, "中央", whole - total(parts))
    for when, part in (("09-12", "0.5"), ("11-25", "0.5")):
        _paid(book, f"{year}-{when}", counties[0].name, "地方", local_done * D(part))
    for n, c in enumerate(counties):
        book.add(
            "子项目", name=f"{c.name}子项目", unit=c.name, count="1", state="在建",
            due_start=f"{year}-07-{10 + n:02}", started=f"{year}-07-{10 + n:02}",
            due_finish=f"{p.year + 1}-09-30", inspected="20" if n else str(80 - 20 * (len(counties) - 1)),
            accepted="20" if n else str(80 - 20 * (len(counties) - 1)),
        )  # fmt: skip
    for n, (event, due, done) in enumerate(
        [
            ("实施方案报财政部、自然资源部备案", f"{year}-06-30", f"{year}-06-20"),
            ("完成工程施工招标", f"{year}-07-10", f"{year}-07-04"),
            ("完成县级自查验收", f"{year}-12-25", f"{year}-12-20"),
        ],
        1,
    ):
        book.add(
            "进度节点", event=event, due=due, done=done, basis=marks[0],
            responsible=city_office, result="已完成", order=str(n),
        )  # fmt: skip
    for aspect, words in _ASPECTS:
        book.add("资金管理情况", aspect=aspect, situation=words, problem="无")
    book.add(
        "偏差原因与改进措施", kind="资金管理", heading="尾款支付偏晚",
        reason="部分标段结算审核至年底方结束，尾款当年未付", in_form="否",
        measure="结算审核完成后即支付", owner=city_finance, due=f"{p.year + 1}-04-30",
    )  # fmt: skip
    book.add(
        "偏差原因与改进措施", kind="指标偏差", heading="末批图斑受冻土影响",
        reason="高海拔片区封冻早，末批图斑当年未能覆土", in_form="否",
    )  # fmt: skip
    for heading, measure in _MEASURES:
        book.add(
            "偏差原因与改进措施", kind="改进措施", heading=heading, measure=measure,
            owner=city_office, due=f"{p.year + 1}-05-31", in_form="否",
        )  # fmt: skip
    done_words = f"完成{p.main}{area_done}{unit}，{p.count}{points[2]}{p.count_unit}。"
    book.add(
        "自评综述", goal=goal_year, result=done_words,
        progress=f"{year}年度各县均已开工，面上施工进展平稳",
        change_summary=_summary(p, area_term) if p.changed else "",
        remarks=f"年末未执行的资金{two(money_year - executed - local_done)}万元结转{p.year + 1}年继续使用",
        result_use="自评结果作为安排以后年度资金、调整支出结构的依据，对进度滞后的标段约谈施工单位",
        public_site=f"{p.city}人民政府门户网站",
        public_url=f"https://www.{p.key}.example.cn/jxzp/{p.year}",
        public_on=f"{p.year + 1}-03-18", public_scope="向社会公开",
    )  # fmt: skip
    if p.changed:
        _changed(book, p, common, counties)
    return book


def _paid(book: Book, when: str, payer: str, origin: str, amount: Decimal) -> None:
    book.add(
        "支付明细", when=when, payer=payer, origin=origin, amount=str(amount), purpose="工程施工"
    )


def _marks(p: Programme) -> tuple[str, str, str]:
    short = {"内蒙古自治区": "内", "青海省": "青", "江西省": "赣", "云南省": "云", "四川省": "川"}
    first = short.get(p.province, p.province[0])
    return (
        f"财资环〔{p.year}〕{p.numbers[0]}号",
        f"{first}财资环〔{p.year}〕{p.numbers[1]}号",
        f"{p.city[0]}财资环〔{p.year}〕{p.numbers[2]}号",
    )


def _summary(p: Programme, area: Decimal) -> str:
    old, new = two(area * D(p.cost)), two(two(area * D("1.03")) * D(p.cost))
    return f"项目投资总额由{old}万元增加到{new}万元，增加{new - old}万元，全部由地方资金承担"


def _changed(
    book: Book,
    p: Programme,
    common: Sequence[tuple[str, ...]],
    counties: Sequence[County],
) -> None:
    """Add an approved design in which the area grows with the investment."""
    more = D("1.03")
    area = total([D(c.term) for c in counties])
    new_area = two(area * more)
    money = two(new_area * D(p.cost))
    book.add(
        "目标版本", version="工程设计", period="实施期", status="已批复",
        document=f"{p.province}自然资源厅关于工程设计的批复", issued=f"{p.year}-11-21",
        total=str(money), central=str(two(D(p.term_central or "0") or two(two(area * D(p.cost)) * D("0.6"), 0))),
        local=str(money - (D(p.term_central or "0") or two(two(area * D(p.cost)) * D("0.6"), 0))),
        goal=f"完成{p.main}{new_area}{p.area_unit}。",
    )  # fmt: skip
    for level1, level2, name, sign, term, _, unit, _ in common:
        value = str(new_area) if name == p.main else term
        book.add(
            "指标目标", version="工程设计", period="实施期", level1=level1, level2=level2,
            indicator=name, sign=sign, amount=value, unit=unit,
            in_goal="是" if name == p.main else "否",
        )  # fmt: skip
    book.add(
        "指标调整", indicator=p.main, period="实施期", old_version="下达", new_version="工程设计",
        old=str(area), new=str(new_area), delta=str(new_area - area), unit=p.area_unit,
    )  # fmt: skip
    book.add(
        "调整说明", item=p.main, role="分项", indicators=p.main, amount=str(new_area - area),
        unit=p.area_unit, reason="勘查发现相邻图斑连片，一并纳入治理，投资总额相应增加，由地方资金承担",
    )  # fmt: skip


_KNOWN = {"矿山生态修复面积", "废弃矿山（矿点）数量", "生态修复总面积", "修复图斑数量"}
_REASONS = {
    "面积": ("高海拔片区十月即封冻，末批图斑未能覆土", "解冻后先行安排末批图斑覆土种草"),
    "人居环境改善": ("进村道路两侧的复绿尚未移交村组", "与村组签订移交书后计入受益人数"),
    "水土流失面积减少率": (
        "当年种植的草灌盖度尚低，拦沙作用未充分发挥",
        "补播一次，并在汛后复测侵蚀模数",
    ),
}
_ASPECTS = (
    ("分配科学性", "按各县当年治理任务和前期成熟度测算分配"),
    ("下达及时性", "各级均在收到资金后三十日内下达"),
    ("拨付合规性", "按工程进度和监理签证，经国库集中支付拨付"),
    ("使用规范性", "专款专用，用于工程主体施工"),
    ("执行准确性", "按下达的科目和项目执行"),
    ("预算绩效管理情况", "绩效目标随资金下达，年中开展了运行监控"),
    ("支出责任履行情况", "地方资金按计划列入预算并到位"),
    ("制度建立情况", "制定了项目管理和资金管理细则"),
)
_MEASURES = (
    ("加快剩余标段施工", "三月底前完成复工准备，按周调度工程量"),
    ("做好补植和监测", "雨季前补植，并委托监测单位逐季复测"),
)


def paper(p: Programme, catalogue: Catalogue) -> Paper:
    """Return report and form of a programme as one paper.

    Raises:
        ValueError: the programme is not consistent.
    """
    dossier, problems = read_dossier(sheets(p).handed(), catalogue, Source(p.key, ""))
    if dossier is None:
        raise ValueError(p.key, [problem.text("zh") for problem in problems])
    evaluation = evaluate(dossier, catalogue, "0" * 64, scored=p.scored)
    text, table = report(evaluation, {}), form(evaluation)
    return Paper((*text.blocks, PageBreak(), *table.blocks), text.subject)


def made(p: Programme, catalogue: Catalogue) -> bytes:
    """Return the paper as docx."""
    return docx_bytes(paper(p, catalogue))


C = County
PROGRAMMES = (
    Programme(
        "haidong", "青海湟水谷地（海东市）历史遗留废弃矿山生态修复示范工程项目", 2024, "青海省", "海东市",
        "重点生态保护修复治理资金",
        (
            C("乐都区", "640.15", "210.35", "198.20", (96, 30, 30), ("6.40", "2.10", "1.95"), "40.00"),
            C("民和县", "1033.62", "315.20", "301.44", (151, 47, 45), ("9.85", "3.05", "2.80"), "60.00"),
        ),
        "矿山生态修复面积", "废弃矿山（矿点）数量", "个", "公顷", "30.25", "9800", "9310.00",
        ("2024-05-10", "2024-05-30", "2024-06-20"), (41, 288, 116),
        kind="历史遗留废弃矿山生态修复示范工程", term_central="30000", changed=True,
    ),
    Programme(
        "ganzhou", "赣州市水土流失综合治理项目", 2023, "江西省", "赣州市", "水土保持补助资金",
        (
            C("兴国县", "12600", "4200", "4200", (60, 20, 20), ("3.6", "1.2", "1.2"), "28.00"),
            C("宁都县", "15000", "5000", "4900", (75, 25, 24), ("4.2", "1.4", "1.3"), "34.00"),
            C("于都县", "17100", "5700", "5560", (90, 30, 28), ("5.4", "1.8", "1.7"), "38.00"),
        ),
        "坡耕地治理面积", "小流域数量", "处", "亩", "0.32", "4500", "4455.50",
        ("2023-05-12", "2023-06-02", "2023-06-21"), (37, 152, 88), cover=("8.00", "7.10"),
    ),
    Programme(
        "chuxiong", "云南金沙江干热河谷（楚雄州）山水林田湖草沙一体化保护和修复工程项目", 2025,
        "云南省", "楚雄彝族自治州", "重点生态保护修复治理资金",
        tuple(
            C(name, f"{term}", f"{year}", f"{done}", points, people, share)
            for name, term, year, done, points, people, share in (
                ("元谋县", "86.4", "28.8", "28.1", (24, 8, 8), ("2.7", "0.9", "0.9"), "12.50"),
                ("永仁县", "72.3", "24.1", "23.4", (21, 7, 7), ("2.1", "0.7", "0.7"), "10.50"),
                ("大姚县", "90.6", "30.2", "29.9", (27, 9, 8), ("3.0", "1.0", "0.9"), "13.10"),
                ("武定县", "75.9", "25.3", "25.3", (18, 6, 6), ("2.4", "0.8", "0.8"), "11.00"),
                ("姚安县", "60.0", "20.0", "19.2", (15, 5, 5), ("1.8", "0.6", "0.6"), "8.70"),
                ("南华县", "66.9", "22.3", "21.8", (15, 5, 4), ("1.8", "0.6", "0.5"), "9.70"),
                ("牟定县", "57.6", "19.2", "19.2", (12, 4, 4), ("1.5", "0.5", "0.5"), "8.30"),
                ("双柏县", "99.0", "33.0", "31.7", (27, 9, 9), ("3.0", "1.0", "1.0"), "14.30"),
                ("禄丰市", "82.2", "27.4", "27.0", (21, 7, 7), ("2.4", "0.8", "0.8"), "11.90"),
            )
        ),
        "生态修复总面积", "修复图斑数量", "个", "平方公里", "410", "64000", "60160.00",
        ("2025-05-16", "2025-06-06", "2025-06-27"), (52, 410, 203), scored=True, term_central="100000",
    ),
    Programme(
        "guangan", "广安市嘉陵江岸线生态修复项目", 2024, "四川省", "广安市", "水污染防治资金",
        (
            C("岳池县", "210.5", "84.2", "82.0", (12, 5, 5), ("4.5", "1.5", "1.4"), "45.50"),
            C("武胜县", "246.8", "98.7", "98.7", (15, 6, 6), ("5.1", "1.7", "1.7"), "54.50"),
        ),
        "岸线生态修复面积", "排口整治数量", "处", "公顷", "18.60", "2600", "2470.00",
        ("2024-05-10", "2024-05-31", "2024-06-21"), (33, 301, 97), scored=True,
    ),
    Programme(
        "ulanqab", "内蒙古阴山北麓（乌兰察布市）历史遗留废弃矿山生态修复示范工程项目", 2024,
        "内蒙古自治区", "乌兰察布市", "重点生态保护修复治理资金",
        (
            C("四子王旗", "702.40", "236.10", "236.10", (120, 40, 40), ("5.10", "1.70", "1.70"), "38.00"),
            C("察右中旗", "524.73", "174.90", "170.02", (84, 28, 26), ("3.90", "1.30", "1.20"), "29.00"),
            C("商都县", "388.20", "129.40", "125.66", (66, 22, 21), ("3.00", "1.00", "0.90"), "21.00"),
            C("化德县", "221.95", "74.00", "74.00", (30, 10, 10), ("1.80", "0.60", "0.60"), "12.00"),
        ),
        "矿山生态修复面积", "废弃矿山（矿点）数量", "个", "公顷", "28.40", "10500", "9870.00",
        ("2024-05-10", "2024-05-31", "2024-06-21"), (41, 512, 230),
        kind="历史遗留废弃矿山生态修复示范工程", term_central="30000", changed=True, scored=True,
    ),
    Programme(
        "jinan", "济南市泉域湿地保护修复项目", 2022, "山东省", "济南市", "林业草原生态保护恢复资金",
        (
            C("历城区", "1260", "420", "416", (9, 3, 3), ("12.0", "4.0", "4.0"), "30.00"),
            C("章丘区", "1500", "500", "490", (12, 4, 4), ("9.0", "3.0", "2.8"), "36.00"),
            C("平阴县", "1440", "480", "480", (9, 3, 3), ("6.0", "2.0", "2.0"), "34.00"),
        ),
        "湿地修复面积", "湿地监测点数量", "个", "亩", "1.25", "1600", "1568.00",
        ("2022-05-13", "2022-06-02", "2022-06-23"), (29, 77, 61), cover=("10.00", "9.40"),
    ),
)  # fmt: skip
