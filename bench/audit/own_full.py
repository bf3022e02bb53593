"""Full reports as third parties write them: goal tables, split, changes and form, all reckoned here.

Nobody tuned to them. Each error is one replacement in the text; ``scope`` words that must stand once.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from written import Written

D = Decimal
Edits = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Own:
    """A report with its errors (kind, old, new) and harmless edits (old, new), as lines of text."""

    key: str
    text: str
    wrong: Edits
    harmless: tuple[tuple[str, str], ...]

    def edited(self, old: str, new: str) -> bytes:
        if self.text.count(old) != 1:
            raise LookupError(self.key, old, self.text.count(old))
        return Written(self.key, self.text.replace(old, new)).data()


@dataclass(frozen=True)
class Item:
    """An indicator of quantity: unit, the year's shares of the counties, done, factor of the term."""

    name: str
    unit: str
    split: tuple[str, str, str]
    done: str
    factor: int
    reason: str = "无"

    @property
    def year(self) -> Decimal:
        return sum(map(D, self.split), D(0))

    @property
    def term(self) -> Decimal:
        return self.year * self.factor

    @property
    def rate(self) -> str:
        return percent(D(self.done), self.year)


@dataclass(frozen=True)
class Spec:
    key: str
    fund: str
    ministry: str
    province: str
    short: str
    city: str
    letter: str
    project: str
    office: str
    year: int
    counties: tuple[str, str, str]
    shares: tuple[str, str, str]
    money: tuple[str, str, str]
    local: str
    spent: tuple[str, str]
    items: tuple[Item, Item, Item, Item]
    cost: tuple[str, str, str, str]
    rate: tuple[str, str, str, str]
    people: tuple[str, str, str]
    days: tuple[str, str, str]
    numbers: tuple[int, int, int]
    change: tuple[str, str]
    style: int
    other_place: str
    act: tuple[str, str]
    checked: tuple[int, int]
    asked: tuple[int, int]


def percent(part: Decimal, whole: Decimal) -> str:
    return f"{(part * 100 / whole).quantize(D('0.01'), ROUND_HALF_UP)}%"


def _cn(day: str) -> str:
    year, month, date = day.split("-")
    return f"{year}年{int(month)}月{int(date)}日"


def full(s: Spec) -> Own:
    """Return the report of a programme, in one of two ways of writing."""
    y, (a, b, c), (i, j, k, m) = s.year, s.counties, s.items
    central = sum(map(D, s.money), D(0))
    local = D(s.local)
    total = central + local
    spent = D(s.spent[0]) + D(s.spent[1])
    left = central - D(s.spent[0])
    old, new = D(s.change[0]), D(s.change[1])
    delta = new - old
    sign = f"{delta:+}"
    notice = (
        f"《关于下达{y}年{s.fund}预算的通知》",
        f"《关于下达{y}年中央{s.fund}预算的通知》",
        f"《关于分解下达{y}年中央{s.fund}的通知》",
    )
    paper = (
        f"财资环〔{y}〕{s.numbers[0]}号",
        f"{s.short}财资环〔{y}〕{s.numbers[1]}号",
        f"{s.letter}财资环〔{y}〕{s.numbers[2]}号",
    )
    day = tuple(map(_cn, s.days))
    shared = "、".join(f"{n}{v}万元" for n, v in zip(s.counties, s.money, strict=True))
    rates = [percent(D(v), central) for v in s.money]
    goals = f"完成{i.name}{i.year}{i.unit}，{j.name}{j.year}{j.unit}，{k.name}{k.year}{k.unit}"
    dones = f"完成{i.name}{i.done}{i.unit}，{j.name}{j.done}{j.unit}，{k.name}{k.done}{k.unit}"
    splits = "".join(
        f"{n}：{i.name}{i.split[x]}{i.unit}，{j.name}{j.split[x]}{j.unit}，{k.name}{k.split[x]}{k.unit}。\n"
        for x, n in enumerate(s.counties)
    )
    done_lines = (
        "".join(
            f"{q.name}：绩效目标≥{q.year}{q.unit}，实际完成{q.done}{q.unit}，完成绩效目标的{q.rate}。\n"
            for q in s.items
        )
        if s.style == 0
        else "".join(
            f"{q.name}的年度目标值为{q.year}{q.unit}，全年实际完成{q.done}{q.unit}，完成率为{q.rate}。\n"
            for q in s.items
        )
    )
    short = next(q for q in s.items if D(q.done) < q.year)
    lack = short.year - D(short.done)
    cost_name, cost_unit, cost_goal, cost_done = s.cost
    rate_name, rate_goal, rate_done, rate_term = s.rate
    people_name, people_goal, people_done = s.people
    checked, good = s.checked
    asked, pleased = s.asked
    glad = percent(D(pleased), D(asked))
    quality = percent(D(good), D(checked))
    table = lambda head, money, goal, pick: (  # noqa: E731 - two tables of one layout, each used once
        f"""项目名称 | {s.project} | < | <
所属专项 | {s.fund} | < | <
中央主管部门 | {s.ministry} | < | <
省级财政部门 | {s.province}财政厅 | < | <
具体实施单位 | {s.city}人民政府 | < | <
资金情况\\n（万元） | 项目投资总额 | < | {money[0]}
^ | 其中：中央财政资金 | < | {money[1]}
^ | 地方筹措资金 | < | {money[2]}
总体目标 | {goal} | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | {i.name} | ≥{pick(i)}{i.unit}
^ | ^ | {j.name} | ≥{pick(j)}{j.unit}
^ | ^ | {k.name} | ≥{pick(k)}{k.unit}
^ | ^ | {m.name} | ≥{pick(m)}{m.unit}
^ | 质量指标 | 工程验收合格率 | ≥90%
^ | 时效指标 | 年度任务按期完成率 | ≥90%
^ | 成本指标 | {cost_name} | ≤{cost_goal}{cost_unit}
效益指标 | 生态效益指标 | {rate_name} | ≥{rate_goal if head else rate_term}%
^ | 社会效益指标 | {people_name} | ≥{people_goal if head else D(people_goal) * 3}万人
^ | 经济效益指标 | 带动当地务工人次 | ≥{1200 if head else 3600}人次
^ | 可持续影响指标 | 后期管护年限 | ≥3年
满意度指标 | 服务对象满意度指标 | 项目区群众满意度 | ≥90%"""
    )
    term_goals = f"完成{i.name}{i.term}{i.unit}，{j.name}{j.term}{j.unit}，{k.name}{k.term}{k.unit}"
    head1 = "一、绩效目标下达情况" if s.style == 0 else "一、绩效目标分解下达情况"
    head3 = (
        "三、偏离绩效目标的原因和下一步改进措施"
        if s.style == 0
        else "三、绩效目标偏离原因及改进措施"
    )
    use = "结转" if s.style == 0 else "按规定结转"
    text = (
        f"""
# {s.project}{y}年度绩效自评报告
{head1}
（一）转移支付预算下达情况
{day[0]}，财政部印发{notice[0]}（{paper[0]}），下达{s.province}本项目中央资金{central}万元。{day[1]}，{s.province}财政厅印发{notice[1]}（{paper[1]}），将资金全部下达{s.city}。{day[2]}，{s.city}财政局印发{notice[2]}（{paper[2]}），将资金下达至{a}、{b}和{c}，其中{shared}。
（二）绩效目标下达情况
1.项目整体绩效目标
根据{notice[1]}（{paper[1]}），项目整体绩效目标为：{term_goals}。
表1 项目整体绩效目标表
{table(0, (total * 3, central * 3, local * 3), term_goals + "。", lambda q: q.term)}
2.{y}年绩效目标
{y}年需{goals}，{people_name}{people_goal}万人。
表2 {y}年度绩效目标表
{table(1, (total, central, local), goals + "。", lambda q: q.year)}
{s.city}财政局以{paper[2]}文件将年度绩效目标同步分解下达至{a}、{b}和{c}，具体为：
{splits}表3 {y}年度绩效目标分解表
指标名称 | 计量单位 | {a} | {b} | {c} | 合计
"""
        + "".join(f"{q.name} | {q.unit} | {' | '.join(q.split)} | {q.year}\n" for q in s.items)
        + f"""二、绩效情况分析
（一）资金投入情况分析
{y}年度项目投资{total}万元，其中中央财政资金{central}万元、地方筹措资金{local}万元，已全部到位。中央资金按{a}{rates[0]}、{b}{rates[1]}、{c}{rates[2]}的比例分配，分别为{s.money[0]}万元、{s.money[1]}万元和{s.money[2]}万元。
截至{y}年12月31日，中央资金支付{s.spent[0]}万元，执行率{percent(D(s.spent[0]), central)}；地方资金支付{s.spent[1]}万元，执行率{percent(D(s.spent[1]), local)}。全部资金支付{spent}万元，执行率{percent(spent, total)}。未支付的中央资金{left}万元{use}{y + 1}年继续使用。
（二）资金管理情况分析
1.分配科学性
依据《{s.act[0]}》（{s.act[1]}）和项目实施方案，按各地工程量分配资金。
2.下达及时性
{s.province}财政厅{day[1]}下达，{s.city}财政局{day[2]}下达，均在收到上级文件后三十日内完成。
3.拨付合规性
由各县（市、区）财政部门按监理签认的工程量，通过国库集中支付。
4.使用规范性
资金用于工程施工。{y}年10月市财政局检查发现，{b}有两笔支出的附件不完整，已要求补齐。
5.执行准确性
中央资金执行率{percent(D(s.spent[0]), central)}，结余部分对应未完工程。
6.预算绩效管理情况
随资金同步下达绩效目标，{y}年8月开展了绩效运行监控。
7.支出责任履行情况
地方筹措资金{local}万元已列入预算并到位。
8.制度建立情况
{s.city}印发了项目和资金管理办法。
（三）总体绩效目标完成情况分析
全年{dones}，分别完成年度目标的{i.rate}、{j.rate}和{k.rate}。
（四）绩效指标完成情况分析
1.产出指标完成情况分析
（1）数量指标完成情况
{done_lines}（2）质量指标完成情况
验收单位工程{checked}个，其中合格{good}个，工程验收合格率{quality}，高于90%的目标。
（3）时效指标完成情况
年度任务按期完成率：绩效目标≥90%，实际完成94%。
（4）成本指标完成情况
{cost_name}：绩效目标≤{cost_goal}{cost_unit}，实际为{cost_done}{cost_unit}。
2.效益指标完成情况分析
（1）生态效益
{rate_name}：绩效目标≥{rate_goal}%，经监测实际为{rate_done}%。
（2）社会效益
{people_name}：绩效目标≥{people_goal}万人，实际完成{people_done}万人，完成率为{percent(D(people_done), D(people_goal))}。
（3）经济效益
带动当地务工人次：绩效目标≥1200人次，实际完成1260人次，完成率为105.00%。
（4）可持续影响
后期管护年限：管护协议约定3年。
3.满意度指标完成情况分析
{y}年11月向项目区群众发放问卷，收回有效问卷{asked}份，其中满意{pleased}份，项目区群众满意度{glad}。
{head3}
（一）资金管理存在的问题
{b}有两笔支出的附件不完整，由{b}{s.office}于{y + 1}年3月31日前补齐附件。
（二）绩效指标未完成原因
{short.name}比年度目标少完成{lack}{short.unit}，{short.reason}。
（三）绩效指标调整情况
经{s.province}主管部门批准，{m.name}（项目整体）由{old}{m.unit}调整为{new}{m.unit}，{"增加" if delta > 0 else "减少"}{abs(delta)}{m.unit}，调整后的目标自{y + 1}年起执行。
表4 绩效目标调整情况表
三级指标（单位） | 调整前 | 调整后 | 增减 | 变幅
{i.name}（{i.unit}） | {i.term} | {i.term} | 0 | 0.00%
{k.name}（{k.unit}） | {k.term} | {k.term} | 0 | 0.00%
{m.name}（{m.unit}） | {old} | {new} | {sign} | {delta * 100 / old:+.2f}%
四、绩效自评结果拟应用和公开情况
自评结果作为{y + 1}年安排{s.fund}的依据，{y + 1}年3月{12 if y != 2024 else 13}日在{s.city}人民政府网站（https://www.{s.key}.example.cn/jx/1）公开。
五、其他需要说明的问题
无。
附件：转移支付区域（项目）绩效自评表
（{y}年度）
转移支付（项目）名称 | < | {s.project} | < | < | <
中央主管部门 | < | {s.ministry} | < | < | <
地方主管部门 | < | {s.city}{s.office} | 资金使用单位 | {a}、{b}、{c}人民政府 | <
资金投入情况（万元） |  | < | 全年预算数（A） | 全年执行数（B） | 预算执行率（B/A×100%）
^ | 年度资金总额： | < | {total} | {spent} | {percent(spent, total)}
^ | 其中：中央财政资金 | < | {central} | {s.spent[0]} | {percent(D(s.spent[0]), central)}
^ | 地方财政资金 | < | {local} | {s.spent[1]} | {percent(D(s.spent[1]), local)}
^ | 其他资金 | < | 0 | 0 | /
资金管理情况 |  | < | 情况说明 | < | 存在问题和改进措施
^ | 分配科学性 | < | 按各地工程量分配资金 | < | 无
^ | 下达及时性 | < | 省、市均在三十日内下达 | < | 无
^ | 拨付合规性 | < | 通过国库集中支付 | < | 无
^ | 使用规范性 | < | 资金用于工程施工 | < | {b}有两笔支出的附件不完整，由{b}{s.office}于{y + 1}年3月31日前补齐附件
^ | 执行准确性 | < | 中央资金执行率{percent(D(s.spent[0]), central)} | < | 无
^ | 预算绩效管理情况 | < | 随资金同步下达绩效目标并开展监控 | < | 无
^ | 支出责任履行情况 | < | 地方资金已列入预算并到位 | < | 无
^ | 制度建立情况 | < | 印发了项目和资金管理办法 | < | 无
总体目标完成情况 | 总体目标 | < | 全年实际完成情况 | < | <
^ | {goals}。 | < | {dones}。 | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 全年实际完成值 | 未完成原因和改进措施
产出指标 | 数量指标 | {i.name} | ≥{i.year}{i.unit} | {i.done}{i.unit} | {i.reason}
^ | ^ | {j.name} | ≥{j.year}{j.unit} | {j.done}{j.unit} | {j.reason}
^ | ^ | {k.name} | ≥{k.year}{k.unit} | {k.done}{k.unit} | {k.reason}
^ | ^ | {m.name} | ≥{m.year}{m.unit} | {m.done}{m.unit} | {m.reason}
^ | 质量指标 | 工程验收合格率 | ≥90% | {quality} | 无
^ | 时效指标 | 年度任务按期完成率 | ≥90% | 94% | 无
^ | 成本指标 | {cost_name} | ≤{cost_goal}{cost_unit} | {cost_done}{cost_unit} | 无
效益指标 | 生态效益指标 | {rate_name} | ≥{rate_goal}% | {rate_done}% | 无
^ | 社会效益指标 | {people_name} | ≥{people_goal}万人 | {people_done}万人 | 无
^ | 经济效益指标 | 带动当地务工人次 | ≥1200人次 | 1260人次 | 无
^ | 可持续影响指标 | 后期管护年限 | ≥3年 | 3年 | 无
满意度指标 | 服务对象满意度指标 | 项目区群众满意度 | ≥90% | {glad} | 无
说明 | 无 | < | < | < | <
"""
    )
    tail = lambda v: str(D(v) + D("10"))  # noqa: E731 - a wrong neighbour of a figure
    row = f"| {i.name} | ≥{i.year}{i.unit} | {i.done}{i.unit}"
    wrong: Edits = (
        ("actual: prose against form", f"完成{i.name}{i.done}{i.unit}，{j.name}{j.done}{j.unit}，{k.name}{k.done}{k.unit}，分别", f"完成{i.name}{i.done}{i.unit}，{j.name}{tail(j.done)}{j.unit}，{k.name}{k.done}{k.unit}，分别"),
        ("actual: form against prose", row, f"| {i.name} | ≥{i.year}{i.unit} | {D(i.done) - 1}{i.unit}"),
        ("target: form against table", f"| {j.name} | ≥{j.year}{j.unit} | {j.done}", f"| {j.name} | ≥{tail(j.year)}{j.unit} | {j.done}"),
        ("target: prose against table", f"{y}年需完成{i.name}{i.year}", f"{y}年需完成{i.name}{tail(i.year)}"),
        ("split cell", f"{i.name} | {i.unit} | {i.split[0]} |", f"{i.name} | {i.unit} | {tail(i.split[0])} |"),
        ("split in prose", f"{b}：{i.name}{i.split[1]}", f"{b}：{i.name}{tail(i.split[1])}"),
        ("split total", f"| {k.split[2]} | {k.year}\n", f"| {k.split[2]} | {tail(k.year)}\n"),
        ("allocation in prose", f"其中{a}{s.money[0]}万元", f"其中{a}{tail(s.money[0])}万元"),
        ("share", f"按{a}{rates[0]}", f"按{a}{D(rates[0][:-1]) + 2}%"),
        ("execution % in form", f"{s.spent[0]} | {percent(D(s.spent[0]), central)}", f"{s.spent[0]} | {percent(D(s.spent[0]) - 50, central)}"),
        ("execution % in prose", f"全部资金支付{spent}万元，执行率{percent(spent, total)}", f"全部资金支付{spent}万元，执行率{percent(spent - 60, total)}"),
        ("executed above budget", f"| {central} | {s.spent[0]} |", f"| {central} | {central + 10} |"),
        ("sum of money", f"全部资金支付{spent}万元", f"全部资金支付{spent + 9}万元"),
        ("sum of sources", f"其中中央财政资金{central}万元、地方筹措资金{local}万元", f"其中中央财政资金{central}万元、地方筹措资金{local + 20}万元"),
        ("carried over", f"未支付的中央资金{left}万元", f"未支付的中央资金{left + 18}万元"),
        ("completion %", f"分别完成年度目标的{i.rate}", f"分别完成年度目标的{D(i.rate[:-1]) - 3}%"),
        ("shortfall in words", f"少完成{lack}{short.unit}", f"少完成{lack + 1}{short.unit}"),
        ("old+change=new", f"| {sign} |", f"| {'-' if delta < 0 else '+'}{abs(delta) + 1} |"),
        ("narrative against change table", f"{abs(delta)}{m.unit}，调整后", f"{abs(delta) + 2}{m.unit}，调整后"),
        ("change %", f"{delta * 100 / old:+.2f}%", f"{delta * 100 / old - 1:+.2f}%"),
        ("change table incomplete", f"{m.name}（{m.unit}） | {old} | {new} | {sign} | {delta * 100 / old:+.2f}%\n", ""),
        ("year above term", f"{m.name} | ≥{m.year}{m.unit}\n", f"{m.name} | ≥{m.term + 20}{m.unit}\n"),
        ("rate above 100", f"≥90% | {glad} | 无", "≥90% | 194.6% | 无"),
        ("fractional count", "≥1200人次 | 1260人次", "≥1200人次 | 1260.5人次"),
        ("actual that is no value", f"≥{rate_goal}% | {rate_done}%", f"≥{rate_goal}% | ≥{rate_goal}%"),
        ("no reason", f"{short.done}{short.unit} | {short.reason}\n", f"{short.done}{short.unit} | 无\n"),
        ("empty reason", f"{short.done}{short.unit} | {short.reason}\n", f"{short.done}{short.unit} | 加强管理，继续推进\n"),
        ("无 though admitted", f"| 资金用于工程施工 | < | {b}有两笔支出的附件不完整，由{b}{s.office}于{y + 1}年3月31日前补齐附件", "| 资金用于工程施工 | < | 无"),
        ("no base: satisfaction", f"{y}年11月向项目区群众发放问卷，收回有效问卷{asked}份，其中满意{pleased}份，项目区", "经走访，项目区"),
        ("no base: quality", f"验收单位工程{checked}个，其中合格{good}个，工程", "经现场查看，工程"),
        ("dates out of order", f"{day[2]}，{s.city}财政局印发", f"{_cn(f'{y}-03-0{6 if y != 2025 else 5}')}，{s.city}财政局印发"),
        ("date differs", f"{s.province}财政厅{day[1]}下达", f"{s.province}财政厅{y}年{int(s.days[1][5:7])}月{int(s.days[1][8:]) + 1}日下达"),
        ("document number", f"根据{notice[1]}（{paper[1]}）", f"根据{notice[1]}（{s.short}财资环〔{y}〕{s.numbers[1] + 9}号）"),
        ("document title", f"根据{notice[1]}", f"根据《关于下达{y}年省级{s.fund}预算的通知》"),
        ("unit changed", f"{s.counties[2]}：{i.name}{i.split[2]}{i.unit}", f"{s.counties[2]}：{i.name}{i.split[2]}{'平方公里' if i.unit != '平方公里' else '亩'}"),
        ("unit changed in form", f"| {i.done}{i.unit} |", f"| {i.done}{'亩' if i.unit != '亩' else '公顷'} |"),
        ("operator changed", f"| {cost_name} | ≤{cost_goal}{cost_unit} | {cost_done}", f"| {cost_name} | ≥{cost_goal}{cost_unit} | {cost_done}"),
        ("chapter misnumbered", "四、绩效自评结果", "五、绩效自评结果"),
        ("section misnumbered", "（三）绩效指标调整情况", "（四）绩效指标调整情况"),
        ("table misnumbered", "表3 ", "表5 "),
        ("item misnumbered", "5.执行准确性", "6.执行准确性"),
        ("level-1 missing", f"{cost_done}{cost_unit} | 无\n效益指标 |", f"{cost_done}{cost_unit} | 无\n |"),
        ("impossible %", f"≥{rate_goal}%，经监测实际为{rate_done}%", f"≥{rate_goal}%，经监测实际为{D(rate_done) + 100}%"),
        ("unit cost", f"实际为{cost_done}{cost_unit}", f"实际为{D(cost_done) + D(cost_goal)}{cost_unit}"),
        ("misspelt", "总体目标完成情况 | 总体目标", "总休目标完成情况 | 总体目标"),
        ("misspelt", "由各县（市、区）财政部门按监理", "由各县（市、区）才政部门按监理"),
        ("other place left", f"{s.city}印发了项目", f"{s.other_place}印发了项目"),
        ("other year left", f"截至{y}年12月31日，中央", f"截至{y - 2}年12月31日，中央"),
        ("other fund left", f"自评结果作为{y + 1}年安排{s.fund}的依据", f"自评结果作为{y + 1}年安排{'水污染防治资金' if '水污染' not in s.fund else '土壤污染防治资金'}的依据"),
        ("act not in force", f"《{s.act[0]}》（{s.act[1]}）", "《重点生态保护修复治理资金管理办法》（财资环〔2021〕100号）" if s.year >= 2024 else "《财政支出绩效评价管理暂行办法》（财预〔2011〕285号）"),
    )  # fmt: skip
    harmless = (
        (f"（二）绩效指标未完成原因\n{short.name}比年度目标少完成", f"（二）绩效指标未完成原因\n与年度目标相比，{short.name}少完成"),
        ("由各县（市、区）财政部门按监理签认的工程量，通过国库集中支付", "各县（市、区）财政部门依据监理签认的工程量实行国库集中支付"),
        (f"年度资金总额： | < | {total} | {spent}", f"年度资金总额： | < | {total:,} | {spent:,}"),
        (f"其中合格{good}个，工程验收合格率{quality}，高于90%的目标", f"合格{good}个，合格率为{quality}，超过90%的目标值"),
        (f"全部资金支付{spent}万元，执行率{percent(spent, total)}。", f"全部资金支付{spent:,}万元，总执行率为{percent(spent, total)}。"),
        (f"{s.city}印发了项目和资金管理办法。", f"{s.city}印发了项目和资金管理办法。{s.other_place}有关部门曾来交流学习。"),
        ("8月开展了绩效运行监控。", "8月委托北京中环联合咨询有限公司开展了绩效运行监控。"),
        (f"，{people_name}{people_goal}万人。\n表2", f"，{people_name}不少于{people_goal}万人。\n表2"),
        ("管护协议约定3年。", f"管护协议约定3年，自{y + 1}年1月起算。"),
        ("说明 | 无", " | | | | |\n说明 | 无".replace(" | | | | |", " |  |  |  |  | ")),
        ("均在收到上级文件后三十日内完成", "均在收到上级文件后30日内完成"),
        (f"执行率{percent(D(s.spent[0]), central)}，结余部分对应", f"执行率为{percent(D(s.spent[0]), central)}，其余部分对应"),
        ("五、其他需要说明的问题\n无。", "五、其他需要说明的问题\n没有其他需要说明的问题。"),
        (f"{y}年11月向项目区群众发放问卷，收回", f"于{y}年11月组织入户问卷调查，收回"),
    )  # fmt: skip
    return Own(s.key, text, wrong, harmless)
