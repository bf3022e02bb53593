"""One planted error each: where, of what kind, and which rules ought to see it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docx_edit import Doc, Edit, Line, both, replacing, running

NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Mutant:
    """A document with one error, or with a harmless edit (then no rules).

    Attributes:
        kind: of the error. source: which document it was made of.
        note: what was done. rules: any of these is the right finding.
        data: the document.
    """

    kind: str
    source: str
    note: str
    rules: tuple[str, ...]
    data: bytes


@dataclass(frozen=True)
class Planted:
    """An edit waiting to be made."""

    kind: str
    note: str
    rules: tuple[str, ...]
    edit: Edit


Make = Callable[[Doc], Iterator[Planted]]
WORDS = (
    "SAME-903", "SAME-904", "SAME-911", "SAME-912", "SAME-921", "SAME-922", "SAME-923", "SAME-924", "SAME-925",
    "SAME-926", "SAME-928",
)  # fmt: skip
SUM = (
    *WORDS,
    "SAME-913",
    "TARGET-101",
    "TARGET-105",
    "TARGET-106",
    "SAME-901",
    "ACTUAL-412",
    "TARGET-123",
    "FORM-705",
)
TARGETS = (
    "SAME-901", "TARGET-101", "TARGET-106", "TARGET-109", "TARGET-110", "TARGET-111", "TARGET-123",
    "ACTUAL-412", "ACTUAL-402", "CHANGE-602", "CHANGE-603", "CHANGE-609", "TARGET-112", "TARGET-113",
    "FORM-704", "FORM-705", "CHANGE-610", "CHANGE-601", "TARGET-102",
)  # fmt: skip
MONEY = (*WORDS, "SAME-913", "FUND-233",
    "FUND-206", "FUND-207", "FUND-208", "FUND-211", "FUND-214", "FUND-215", "FUND-216", "FUND-217",
    "FUND-218", "FUND-219", "SAME-901", "SAME-904", "SAME-903", "TARGET-114", "TARGET-122", "FUND-224",
    "TARGET-109", "TARGET-110", "CHANGE-608", "FUND-209", "FUND-210", "FUND-213",
)  # fmt: skip
ACTUALS = (
    *WORDS,
    "ACTUAL-402",
    "ACTUAL-403",
    "SAME-901",
    "FORM-705",
    "SAME-903",
    "ACTUAL-419",
    "ACTUAL-405",
)


def changed(number: str) -> str:
    """Return a number with its first digit but one (or only one) changed: 62.37 → 65.37."""
    digits = [n for n, sign in enumerate(number) if sign.isdigit()]
    place = digits[1] if len(digits) > 1 else digits[0]
    new = (int(number[place]) + 3) % 10
    if place == 0 and new == 0:
        new = 4
    return f"{number[:place]}{new}{number[place + 1 :]}"


def _digit(kind: str, line: Line, nth: int, rules: Sequence[str]) -> Iterator[Planted]:
    found = list(NUMBER.finditer(line.text))
    if not found or abs(nth) > len(found) - (nth >= 0):
        return
    one = found[nth]
    new = changed(one[0])
    yield Planted(
        kind, f"{one[0]}→{new}：{line.text[:30]}", tuple(rules),
        lambda doc: doc.replace(line.number, one.start(), one.end(), new),
    )  # fmt: skip


def _swap(
    kind: str, line: Line, old: str, new: str, rules: Sequence[str], nth: int = 0
) -> Iterator[Planted]:
    if line.text.count(old) > nth:
        note = f"{old}→{new}：{line.text[:30]}"
        yield Planted(kind, note, tuple(rules), replacing(line, old, new, nth))


def _table(doc: Doc, *words: str, nth: int = 0) -> int:
    """Return the nth table one of whose first six rows holds all the words."""
    found = [
        t
        for t in range(len(doc.tables))
        if any(all(w in "|".join(row) for w in words) for row in doc.rows(t)[:12])
    ]
    return found[nth] if len(found) > nth else -1


def ours(doc: Doc) -> Iterator[Planted]:
    """Yield mutants of a report and form that Shanhe wrote."""
    yield from _splits(doc)
    yield from _goal_tables(doc)
    yield from _money(doc)
    yield from _sentences(doc)
    yield from _form(doc)
    yield from _changes(doc)
    yield from _papers(doc)
    yield from _structure(doc)


def _splits(doc: Doc) -> Iterator[Planted]:
    for nth in range(2):
        t = _split_table(doc, nth)
        rows = doc.rows(t)
        across = "分解合计" in rows[0]  # else one region a row
        for n in range(1, 4):
            place = (n, 1 + n % (len(rows[0]) - 3)) if across else (1 + n * 2, n)
            yield from _digit("split cell", doc.line(t, *place), 0, SUM)
        total = (1, len(rows[0]) - 2) if across else (len(rows) - 2, 1)
        yield from _digit("split total", doc.line(t, *total), 0, SUM)
    year, term = _split_table(doc, 1), _split_table(doc, 0)
    whole = NUMBER.search(doc.line(term, 1, 1).text)
    own = doc.line(year, 1, 1)
    part = NUMBER.search(own.text)
    if whole and part:
        bigger = f"{float(whole[0]) + 7:.2f}"
        yield Planted(
            "year above term", f"{part[0]}→{bigger}", ("TARGET-105", "TARGET-106", "TARGET-101"),
            replacing(own, part[0], bigger),
        )  # fmt: skip


def _split_table(doc: Doc, nth: int) -> int:
    found = [t for t in range(len(doc.tables)) if "分解合计" in str(doc.rows(t))]
    return found[nth]


def _goal_tables(doc: Doc) -> Iterator[Planted]:
    for nth in range(2):
        t = _table(doc, "二级指标", "三级指标", "指标值", nth=nth)
        rows = doc.rows(t)
        for r, row in enumerate(rows):
            line = doc.line(t, r, -1)
            if (r and row[-2] in {"单位成本控制数", "人居环境改善"}) or r in {1, 2}:
                yield from _digit("goal table value", line, 0, TARGETS)
            yield from _swap("unit swapped", line, "公顷", "亩", (*TARGETS, *UNITS))
            yield from _swap("unit swapped", line, "万元/", "元/", (*TARGETS, *UNITS))
            if r == 2:
                yield from _swap("unit swapped", line, "个", "处", (*TARGETS, *UNITS))
                yield from _swap(
                    "sign lost",
                    line,
                    "≥",
                    "",
                    ("TARGET-115", "TARGET-116", "ACTUAL-413", "SAME-901"),
                )
                for old in NUMBER.findall(line.text)[:1]:
                    yield from _swap(
                        "fractional count", line, old, f"{old}.5", ("TARGET-120", *TARGETS)
                    )
        yield from _swap(
            "level-1 dropped",
            _line_with(doc, t, "效益指标"),
            "效益指标",
            "",
            ("TARGET-119", "TARGET-126"),
        )
        money = t - 1
        for r in range(3):
            yield from _digit("investment and its sources", doc.line(money, r, -1), 0, MONEY)
        yield from _digit("goal in words", doc.line(money, 3, -1), 0, TARGETS)
        yield from _digit("goal in words", doc.line(money, 3, -1), 1, TARGETS)


CHANGE = (
    "CHANGE-601", "CHANGE-602", "CHANGE-603", "CHANGE-605", "CHANGE-609", "CHANGE-615", "SAME-901",
    "SAME-903", "ACTUAL-412",
)  # fmt: skip
UNITS = (
    "SAME-914",
    "TARGET-127",
    "TARGET-117",
    "TARGET-118",
    "ACTUAL-411",
    "ACTUAL-412",
    "SAME-901",
    "CHANGE-602",
)


def _line_with(doc: Doc, table: int, text: str) -> Line:
    return next(one for one in doc.lines if one.table == table and one.text == text)


def _money(doc: Doc) -> Iterator[Planted]:
    t = _table(doc, "接收单位", "所占比例")
    yield from _digit("allocation", doc.line(t, 1, 1), 0, MONEY)
    yield from _digit("allocation", doc.line(t, 2, 1), 0, MONEY)
    yield from _digit("allocation total", doc.line(t, -1 + len(doc.rows(t)), 1), 0, MONEY)
    yield from _digit("share", doc.line(t, 1, 2), 0, MONEY)
    yield from _digit("share", doc.line(t, 2, 2), 0, MONEY)
    t = _table(doc, "资金来源", "目标表安排")
    for r in (1, 2, 3):
        for c in (1, 2, 3):
            yield from _digit("money of the year", doc.line(t, r, c), 0, MONEY)
        yield from _digit("execution %", doc.line(t, r, 4), 0, MONEY)
    budget, done = doc.line(t, 2, 2), doc.line(t, 2, 3)
    more = f"{float(budget.text) * 1.2:.2f}"
    yield from _swap("executed above budget", done, done.text, more, MONEY)
    t = _table(doc, "全年预算数", "预算执行率")
    if t >= 0:
        base = next(r for r, row in enumerate(doc.rows(t)) if "年度资金总额" in "|".join(row))
        for r in (base, base + 1, base + 2):
            yield from _digit("money in the form", doc.line(t, r, -3), 0, MONEY)
            yield from _digit("money in the form", doc.line(t, r, -2), 0, MONEY)
            yield from _digit("execution %", doc.line(t, r, -1), 0, MONEY)
    for line in running(doc):
        if line.text.startswith("中央财政资金分配") or "资金分配情况为" in line.text:
            yield from _digit("allocation in words", line, 0, MONEY)
            yield from _digit("allocation in words", line, 1, MONEY)
            yield from _swap("万元/元", line, "万元", "元", MONEY)
        if "年度全年预算数" in line.text:
            for nth in (1, 2, 4, 5):
                yield from _digit("money in words", line, nth, MONEY)
            yield from _swap("万元/元", line, "万元", "元", MONEY)


def _sentences(doc: Doc) -> Iterator[Planted]:
    """Yield errors in the sentences of section （四）: target, actual, completion."""
    found = [
        line
        for line in running(doc)
        if re.match(r"[^，。]+：年度目标", line.text) and "完成率" in line.text
    ]
    for n, line in enumerate(found):
        words = line.text
        target = re.search(r"年度目标[≥≤=]?([\d.]+)", words)
        actual = re.search(r"完成(?:值)?([\d.]+)", words)
        rate = re.search(r"完成率([\d.]+)", words)
        for kind, one, rules in (
            ("target quoted in words", target, TARGETS),
            ("actual in words", actual, ACTUALS),
            ("completion %", rate, ACTUALS),
        ):
            if one and not ("单位成本" in words and kind == "completion %") and n < 7:
                new = changed(one[1])
                start, end = one.start(1), one.end(1)
                yield Planted(
                    kind, f"{one[1]}→{new}：{words[:30]}", rules,
                    lambda doc, line=line, start=start, end=end, new=new: doc.replace(line.number, start, end, new),
                )  # fmt: skip
        if "公顷" in words and n == 0:
            yield from _swap("unit swapped", line, "公顷", "亩", (*UNITS, *ACTUALS, *TARGETS), 1)
            yield from _swap("sign lost", line, "≥", "≤", ("ACTUAL-413", "SAME-901", "ACTUAL-412"))
        if n == 1:
            yield from _swap("unit swapped", line, "个", "处", (*UNITS, *ACTUALS), 1)
            yield from _swap("conclusion wrong", line, "未达到年度目标", "达到年度目标", WORDS)
        if "满意度" in words:
            yield from _swap(
                "over 100 %",
                line,
                "完成93.4%",
                "完成193.4%",
                ("SAME-910", "ACTUAL-414", "ACTUAL-403"),
            )
            yield from _swap("sample left out", line, "；有效样本412份", "", ("ACTUAL-407",))


def _form(doc: Doc) -> Iterator[Planted]:
    t = _table(doc, "转移支付（项目）名称")
    rows = doc.rows(t)
    first = next(r for r, row in enumerate(rows) if "三级指标" in "|".join(row)) + 1
    last = next(r for r, row in enumerate(rows) if row[0] == "说明")
    reasons = []
    for r in range(first, last):
        actual, target, reason = doc.line(t, r, -2), doc.line(t, r, -3), doc.line(t, r, -1)
        name = rows[r][-4]
        if r - first < 6:
            yield from _digit("form against text", actual, 0, ACTUALS)
            yield from _digit("target in the form", target, 0, TARGETS)
        if target.text[:1] in "≥≤" and r - first in {0, 1, 4, 7}:
            yield from _swap(
                "actual is an inequality", actual, actual.text, target.text, ("ACTUAL-401",)
            )
        yield from _swap("unit swapped", actual, "公顷", "亩", (*UNITS, *ACTUALS))
        yield from _swap("unit swapped", actual, "万人", "人", (*UNITS, *ACTUALS))
        if reason.text not in {"无", ""}:
            reasons.append(reason)
            yield from _swap("reason removed", reason, reason.text, "", ("REASON-501",))
        if r - first == 1:
            number = NUMBER.search(actual.text)
            if number:
                yield from _swap(
                    "fractional count",
                    actual,
                    number[0],
                    f"{number[0]}.5",
                    ("ACTUAL-414", *ACTUALS),
                )
        if "率" in name or "度" in name:
            number = NUMBER.search(actual.text)
            if number:
                yield from _swap(
                    "over 100 %", actual, number[0], "124.6", ("ACTUAL-414", "SAME-910", *ACTUALS)
                )
    if len(reasons) > 2:
        word = "受客观条件影响，下一步将加快推进"
        edits = [replacing(one, one.text, word) for one in reasons]
        yield Planted("one reason for all", word, ("REASON-502", "REASON-506"), both(*edits))
    yield from _swap(
        "reason is empty words",
        reasons[0],
        reasons[0].text,
        "由于客观原因，未完成；加强管理",
        ("REASON-506", "REASON-502"),
    )
    for line in doc.lines:
        if (
            line.table == t
            and line.row < first - 1
            and line.text.startswith("完成")
            and len(line.text) < 120
        ):
            yield from _digit("goal in words", line, 0, (*TARGETS, *ACTUALS))
            yield from _digit("goal in words", line, 1, (*TARGETS, *ACTUALS))
    drop = first + 2
    yield Planted(
        "row of the form dropped",
        rows[drop][-4],
        ("ACTUAL-418",),
        lambda doc: doc.drop_row(t, drop),
    )


def _changes(doc: Doc) -> Iterator[Planted]:
    t = _table(doc, "变幅", "三级指标")
    if t < 0:
        return
    yield from _digit("old+delta≠new", doc.line(t, 1, -2), 0, CHANGE)
    yield from _digit("old+delta≠new", doc.line(t, 1, -3), 0, CHANGE)
    yield from _digit("old+delta≠new", doc.line(t, 1, -4), 0, CHANGE)
    yield from _digit("change %", doc.line(t, 1, -1), 0, CHANGE)
    yield from _swap("delta sign", doc.line(t, 1, -2), "+", "-", CHANGE)
    yield from _digit("old+delta≠new", doc.line(t, 2, -3), 0, CHANGE)
    yield Planted(
        "change row dropped",
        "first row",
        ("CHANGE-603", "CHANGE-607", "CHANGE-605"),
        lambda doc: doc.drop_row(t, 1),
    )
    for line in running(doc):
        if "主要变动为" in line.text or "申报说明的变动为" in line.text:
            yield from _digit(
                "narrative against change table", line, -1, ("CHANGE-605", "CHANGE-606", "SAME-901")
            )
            yield from _swap(
                "narrative against change table", line, "增加", "减少", ("CHANGE-605", "CHANGE-606")
            )
        if line.text.startswith("项目投资总额由"):
            for nth in range(3):
                yield from _digit("change in words", line, nth, (*WORDS, "SAME-901", "CHANGE-608"))


def _papers(doc: Doc) -> Iterator[Planted]:
    same = (
        "FUND-241",
        "TIME-311",
        "TIME-312",
        "SAME-902",
        "FUND-229",
        "FUND-226",
        "FUND-201",
        "FUND-203",
        "FUND-232",
        "FUND-231",
    )
    issued = [line for line in running(doc) if "印发《关于" in line.text][:3]
    for line in issued:
        mark = re.search(r"〔(\d{4})〕(\d+)号", line.text)
        if mark:
            yield from _swap("document number", line, f"{mark[2]}号", f"{int(mark[2]) + 1}号", same)
            yield from _swap(
                "year of the number", line, f"〔{mark[1]}〕", f"〔{int(mark[1]) - 1}〕", same
            )
            yield from _swap(
                "bracket lost",
                line,
                f"〔{mark[1]}〕",
                f"{mark[1]}〕",
                ("FUND-226", "SAME-902", "STRUCT-810"),
            )
        day = re.match(r"(\d{4})年(\d+)月(\d+)日", line.text)
        if day:
            other = f"{day[1]}年{day[2]}月{(int(day[3]) + 8) % 28 + 1}日"
            yield from _swap("date differs", line, day[0], other, same)
    if len(issued) == 3:
        day = re.match(r"\d{4}年\d+月\d+日", issued[1].text)
        if day:
            late = re.sub(r"年\d+月", "年8月", day[0])
            yield from _swap(
                "passed on too late",
                issued[1],
                day[0],
                late,
                ("FUND-201", "FUND-203", "SAME-902", "FUND-232"),
            )
            early = re.sub(r"年\d+月", "年3月", day[0])
            yield from _swap(
                "dates out of order", issued[1], day[0], early, ("FUND-232", "SAME-902", "TIME-312")
            )
    t = _table(doc, "期限", "完成日期", "节点")
    if t >= 0:
        done = doc.line(t, 1, 3)
        late = re.sub(r"月\d+日", "月29日", done.text.replace("年6月", "年8月"))
        yield from _swap("deadline missed", done, done.text, late, ("TIME-301", "TIME-302"))
    t = _table(doc, "层级", "文号", "发文日期")
    if t >= 0:
        for r in (1, 2, 3):
            line = doc.line(t, r, 1)
            yield from _swap("document number", line, "号", "9号", same)
        line = doc.line(t, 2, 2)
        yield from _swap("date differs", line, "月", "月1", same)


def _structure(doc: Doc) -> Iterator[Planted]:
    lines = list(running(doc))
    county = doc.line(_table(doc, "接收单位", "所占比例"), 1, 0).text
    for line in lines:
        text = line.text
        if re.match(r"[三四]、", text):
            yield from _swap(
                "chapter misnumbered",
                line,
                text[0],
                {"三": "四", "四": "五"}[text[0]],
                ("STRUCT-801",),
            )
        if text.startswith("（三）") and len(text) < 30:
            yield from _swap("section misnumbered", line, "（三）", "（四）", ("STRUCT-802",))
        if re.match(r"[45]\.[^\d]{3,12}$", text):
            yield from _swap(
                "item misnumbered", line, text[0], str(int(text[0]) + 1), ("STRUCT-803",)
            )
        if re.match(r"表[35] ", text):
            yield from _swap(
                "table misnumbered", line, text[:2], f"表{int(text[1]) + 1}", ("STRUCT-804",)
            )
        if text.startswith("公开载体"):
            site = text.partition("，")[0]
            yield from _swap("publication left out", line, text, f"{site}。", ("FORM-703",))
        if text.startswith("专款专用") and any("2025年度" in one.text for one in lines):
            yield Planted(
                "outdated act", "财资环〔2021〕100号", ("TIME-307",),
                replacing(line, "专款专用", "按照《重点生态保护修复治理资金管理办法》（财资环〔2021〕100号）专款专用"),
            )  # fmt: skip
        if text.startswith("专款专用"):
            yield Planted(
                "another place left in",
                "漠河市",
                ("STRUCT-809",),
                replacing(line, "专款专用", "漠河市财政局严格做到专款专用"),
            )
            yield Planted(
                "problem kept quiet",
                "使用规范性",
                ("REASON-504", "REASON-510", "FUND-209", "FUND-212"),
                replacing(
                    line, "专款专用", f"{county}挪用的资金已由市财政局收回120万元，其余专款专用"
                ),
            )
            yield Planted(
                "bracket lost",
                "（",
                ("STRUCT-810",),
                replacing(line, "专款专用", "专款（含利息专用"),
            )
        if "各县均已开工" in text:
            other = str(int(text[:4]) - 2)
            yield from _swap("another year left in", line, text[:4], other, ("STRUCT-809",))
            yield Planted(
                "until now",
                "截至目前",
                ("STRUCT-813",),
                replacing(line, text, "截至目前，各县已完成投资120万元。"),
            )
        if text.startswith("绩效目标随资金下达"):
            yield from _swap("misspelt term", line, "绩效目标", "年年度绩效目标", ("FORM-706",))
            yield Planted(
                "sentence twice",
                text,
                ("STRUCT-807",),
                lambda doc, line=line: doc.add_after(
                    line.number,
                    "绩效目标随资金下达，年中开展了运行监控，并将监控结果反馈给各县。绩效目标随资金下达，年中开展了运行监控，并将监控结果反馈给各县。",
                ),
            )
        if text.startswith("自评结果作为安排"):
            yield Planted(
                "instruction left in",
                "（此处填写…）",
                ("STRUCT-811",),
                replacing(line, "自评结果", "（此处填写自评结果应用情况，不超过500字）自评结果"),
            )
            yield Planted(
                "count of items",
                "3 of 2",
                ("STRUCT-808",),
                replacing(line, text, "将从三个方面加以应用：一是调整支出结构，二是约谈施工单位。"),
            )
    for level, text in (("chapter dropped", "四、"), ("chapter dropped", "二、")):
        heading = next((line for line in lines if line.text.startswith(text)), None)
        if heading:
            yield Planted(
                level,
                heading.text,
                ("STRUCT-801", "STRUCT-805"),
                lambda doc, heading=heading: doc.drop(heading.number),
            )


def planted(doc: Doc, *plans: tuple[str, str, str, str, Sequence[str]]) -> Iterator[Planted]:
    """Yield what is said as kind, words of the row or paragraph, old, new, rules."""
    for kind, where, old, new, rules in plans:
        rows = {(one.table, one.row) for one in doc.lines if where in one.text}
        near = [
            one
            for one in doc.lines
            if old in one.text
            and (where in one.text or (one.table >= 0 and (one.table, one.row) in rows))
        ]
        if not near:
            raise LookupError(where, old)
        line = next((one for one in near if one.text == old), near[0])
        yield Planted(kind, f"{where}：{old}→{new}", tuple(rules), replacing(line, old, new))


def old_outline(doc: Doc) -> Iterator[Planted]:
    yield from planted(
        doc,
        ("completion %", "2023年完成治理面积", "96.50%", "98.50%", ACTUALS),
        ("completion %", "2023年完成治理面积", "103.13%", "101.13%", ACTUALS),
        ("completion %", "治理面积目标值", "96.50%", "91.50%", ACTUALS),
        ("actual in words", "治理面积目标值", "210.85公顷", "214.85公顷", ACTUALS),
        ("target quoted in words", "治理面积目标值", "218.50公顷", "228.50公顷", (*TARGETS, *ACTUALS)),
        ("execution %", "累计支付7640", "95.50%", "93.50%", MONEY),
        ("execution %", "累计支付7640", "97.00%", "92.00%", MONEY),
        ("money in words", "累计支付7640", "6208万元", "6408万元", MONEY),
        ("money in words", "预算资金8000", "1600万元", "1700万元", MONEY),
        ("allocation in words", "其中七星关区1920", "七星关区1920万元", "七星关区1820万元", MONEY),
        ("share", "其中七星关区1920", "40.00%", "45.00%", MONEY),
        ("split cell", "威宁县治理面积", "威宁县治理面积65.60", "威宁县治理面积75.60", (*SUM, "SAME-904")),
        ("percent from parts", "满意280份", "95.24%", "97.24%", (*ACTUALS, "ACTUAL-419")),
        ("percent from parts", "合格48个", "合格率100%", "合格率96%", (*ACTUALS, "ACTUAL-419")),
        ("change in words", "46.8%", "5.6个百分点", "6.6个百分点", WORDS),
        ("万元/元", "累计支付7640", "支付7640万元", "支付7640元", MONEY),
        ("shortfall in words", "少完成7.65", "7.65公顷", "9.65公顷", WORDS),
        ("unit swapped", "2023年完成治理面积210", "210.85公顷", "210.85亩", (*UNITS, *ACTUALS)),
        ("chapter misnumbered", "四、绩效自评结果", "四、", "五、", ("STRUCT-801",)),
        ("dates out of order", "贵州省财政厅", "2023年6月2日", "2023年4月28日", ("FUND-232", "TIME-312")),
        ("passed on too late", "贵州省财政厅", "2023年6月2日", "2023年6月30日", ("FUND-201", "FUND-203", "FUND-232")),
    )  # fmt: skip


def scored_form(doc: Doc) -> Iterator[Planted]:
    points = ("SAME-905", "SAME-906", "SAME-907", "SAME-908", "SAME-909")
    yield from planted(
        doc,
        ("points", "新建监测断面", "8", "10", points),
        ("points", "治理河道长度", "10", "12", points),
        ("points", "总分", "97.5", "98.5", points),
        ("weights", "水质达标率", "10", "15", points),
        ("weights", "任务完成及时率", "5", "6", points),
        ("grade", "综合得分97.5", "“优”", "“良”", points),
        ("points", "综合得分97.5", "97.5分", "95.5分", points),
        ("execution %", "其中：当年财政拨款", "95.00%", "91.00%", MONEY),
        ("execution %", "年度资金总额", "95.00%", "98.00%", MONEY),
        ("executed above budget", "年度资金总额", "817.00", "917.00", MONEY),
        ("fractional count", "新建监测断面", "4处", "4.5处", ("ACTUAL-414", *ACTUALS)),
        ("actual is an inequality", "工程验收合格率", "100%", "≥95%", ("ACTUAL-401",)),
        ("over 100 %", "沿河居民满意度", "94%", "194%", ("ACTUAL-414", "SAME-910")),
        ("reason removed", "新建监测断面", "第五处断面的取水口与航道标志冲突，航道管理部门要求移位；2025年4月底前由河道管理所完成移位建设", "", ("REASON-501",)),
        ("goal in words", "新建监测断面4处。", "监测断面4处", "监测断面6处", (*ACTUALS, *TARGETS)),
        ("goal in words", "新建监测断面5处。", "清淤3.8万", "清淤4.8万", (*ACTUALS, *TARGETS)),
        ("unit swapped", "河道清淤量", "3.8万立方米", "3.8立方米", (*UNITS, *ACTUALS)),
        ("unit swapped", "受益人口", "4.5万人", "4.5人", (*UNITS, *ACTUALS)),
        ("sample left out", "有效样本251", "发放问卷260份，有效样本251份", "入户完成", ("ACTUAL-407",)),
    )  # fmt: skip


def department(doc: Doc) -> Iterator[Planted]:
    yield from planted(
        doc,
        ("money in words", "全年预算3486.20", "基本支出1286.20", "基本支出1386.20", MONEY),
        ("money in words", "全年预算3486.20", "全年支出3381.61", "全年支出3281.61", MONEY),
        ("execution %", "全年预算3486.20", "97.00%", "95.00%", MONEY),
        ("execution %", "年度资金总额", "97.00%", "92.00%", MONEY),
        ("execution %", "基本支出", "99.64%", "97.64%", MONEY),
        ("money in the form", "项目支出", "2100.00", "2150.00", MONEY),
        ("people in words", "在职人员86人", "64人", "62人", WORDS),
        ("completion %", "全年完成造林", "105.00%", "103.00%", ACTUALS),
        ("completion %", "全年完成造林", "104.69%", "109.69%", ACTUALS),
        ("form against text", "造林面积", "1.26万亩", "1.36万亩", ACTUALS),
        ("form against text", "带动务工人次", "3350人次", "3250人次", ACTUALS),
        ("unit swapped", "造林面积", "1.26万亩", "1.26亩", (*UNITS, *ACTUALS)),
        ("actual is an inequality", "造林补助标准", "980元/亩", "≤1000元/亩", ("ACTUAL-401",)),
        ("over 100 %", "林农满意度", "92.5%", "192.5%", ("ACTUAL-414", "SAME-910")),
        ("chapter misnumbered", "四、存在的问题", "四、", "五、", ("STRUCT-801",)),
        ("below target, no reason", "森林抚育面积", "2.50万亩", "2.10万亩", ("REASON-501", *ACTUALS)),
    )  # fmt: skip


def online_form(doc: Doc) -> Iterator[Planted]:
    points = ("SAME-905", "SAME-906", "SAME-907", "SAME-908", "SAME-909")
    yield from planted(
        doc,
        ("execution %", "年度资金总额", "98%", "96%", MONEY),
        ("execution %", "其中：中央财政资金", "98.75%", "89.75%", MONEY),
        ("money of the year", "地方财政资金", "1000", "1100", MONEY),
        ("money of the year", "年度资金总额", "4900", "4800", MONEY),
        ("money of the year", "年度资金总额", "5200", "5300", MONEY),
        ("points", "新增机耕路长度", "9.5", "10", points),
        ("points", "合计", "99.3", "98.3", points),
        ("points", "年度资金总额", "9.8", "9.1", points),
        ("weights", "农户满意度", "10", "12", points),
        ("actual is an inequality", "亩均投资", "1960", "≤2000", ("ACTUAL-401",)),
        ("over 100 %", "管护责任落实率", "97", "197", ("ACTUAL-414", "SAME-910")),
        ("fractional count", "配套机井数量", "180", "180.5", ("ACTUAL-414", "TARGET-120")),
        ("goal in words", "全年实际完成情况", "全年实际完成情况", "全年完成情况", ()),
        ("goal in words", "机耕路40公里", "机耕路40公里", "机耕路42公里", (*ACTUALS, *TARGETS)),
        ("goal in words", "机耕路42公里", "2.50万亩", "2.80万亩", (*ACTUALS, *TARGETS)),
        ("reason removed", "新增机耕路长度", "两公里路基与在建灌区支渠交叉，须等支渠过水后浇筑；2025年3月31日前由鹿邑县农业农村局组织完工", "", ("REASON-501",)),
    )  # fmt: skip


def prose(doc: Doc) -> Iterator[Planted]:
    yield from planted(
        doc,
        ("money in words", "年度投资1860", "省级资金360", "省级资金380", MONEY),
        ("completion %", "全年补水3640", "104.00%", "106.00%", ACTUALS),
        ("change in words", "全年补水3640", "440万立方米", "420万立方米", WORDS),
        ("change in words", "全年补水3640", "13.75%", "15.75%", WORDS),
        ("completion %", "修复芦苇湿地817", "95.00%", "93.00%", ACTUALS),
        ("parts and whole", "修复芦苇湿地817", "420亩", "440亩", WORDS),
        ("parts and whole", "合计支付1767", "合计支付1767", "合计支付1757", (*MONEY,)),
        ("execution %", "全年支付资金1767", "95.00%", "92.00%", MONEY),
        ("change in words", "28.1平方公里", "1.5平方公里", "2.5平方公里", WORDS),
        ("shortfall in words", "少完成43亩", "43亩", "53亩", WORDS),
        ("conclusion wrong", "芦苇成活率91.5%", "91.5%，高于", "81.5%，高于", WORDS),
        ("completion %", "设置监测井24眼，完成", "100%", "96%", ACTUALS),
        ("publication left out", "本说明已于", "本说明已于2025年2月28日在民勤县人民政府网站（https://www.minqin.example.cn/jx）公开。", "本说明按规定公开。", ("FORM-703",)),
    )  # fmt: skip


def baotou(doc: Doc) -> Iterator[Planted]:
    """Yield mutants of the real report, on top of its own findings."""
    yield from planted(
        doc,
        ("split cell", "东河区：需完成生态修复总面积62.37公顷，修复废弃矿山（矿点）数量26个；消除矿山地质环境隐患点5处，工程实施后产生的效益包括实施区域人居环境改善惠及2.8万人，水土", "隐患点5处", "隐患点7处", SUM),
        ("split cell", "固阳县：需完成生态修复总面积292.65公顷", "292.65公顷", "282.65公顷", SUM),
        ("allocation in words", "按比例分配包头市自然资源局1346万元", "东河区682万元", "东河区782万元", MONEY),
        ("share", "在2025年度投资占比分别为", "25.55%", "24.55%", MONEY),
        ("completion %", "边坡治理面积：绩效目标", "1.37%", "1.73%", ACTUALS),
        ("completion %", "采坑治理面积：绩效目标", "3.85%", "8.35%", ACTUALS),
        ("completion %", "水土流失面积减少率：绩效目标", "3.00%", "5.00%", ACTUALS),
        ("actual in words", "边坡治理面积：绩效目标", "完成5.28", "完成5.82", ACTUALS),
        ("target quoted in words", "采坑治理面积：绩效目标", "11.18", "11.81", TARGETS),
        ("old+delta≠new", "平台治理面积（ha）", "+6.67", "+7.67", ("CHANGE-601", "SAME-901")),
        ("old+delta≠new", "新增林地面积（ha）", "-212.53", "-213.53", ("CHANGE-601", "CHANGE-605", "SAME-901")),
        ("old+delta≠new", "新增草地面积（ha）", "425.99", "452.99", ("CHANGE-601", "SAME-901")),
        ("delta sign", "退化草地修复面积（ha）", "-25.10", "+25.10", ("CHANGE-601", "CHANGE-605")),
        ("narrative against change table", "其中新增内陆滩涂面积增加124.62公顷", "111.34", "113.34", ("CHANGE-605", "CHANGE-614", "SAME-904")),
        ("narrative against change table", "其中新增内陆滩涂面积增加124.62公顷", "288.58", "298.58", ("CHANGE-614", "SAME-904")),
        ("narrative against change table", "其中新增内陆滩涂面积增加124.62公顷", "272.73", "262.73", ("CHANGE-605",)),
        ("money in the form", "其中：中央财政资金", "10000.00", "11000.00", MONEY),
        ("investment and its sources", "项目投资总额", "55422.20", "55242.20", MONEY),
        ("document number", "内蒙古自治区财政厅以《关于下达中央2025年重点生态保护修复治理资金预算的通知》（内财资环〔2025〕771号）将资金下达我市。2025年9月25日，包头市财政局以", "771号", "717号", ("SAME-902", "FUND-229")),
        ("date differs", "2.下达及时性", "2.下达及时性", "3.下达及时性", ("STRUCT-803",)),
        ("date differs", "中央转移支付资金已按照预算法", "2025年7月7日", "2025年7月17日", ("SAME-902", "FUND-201")),
        ("form against text", "采坑治理面积", "0.43公顷", "0.34公顷", ACTUALS),
        ("unit swapped", "边坡治理面积", "5.28公顷", "5.28亩", (*UNITS, *ACTUALS)),
        ("table misnumbered", "表3 绩效目标指标变动情况表", "表3", "表5", ("STRUCT-804",)),
        ("misspelt term", "我市将按照财政事权", "支出责任", "年年度支出责任", ("FORM-706",)),
        ("reallocation", "按程序重新分配给承担施工工作的东河区106.12万元", "842.49万元", "824.49万元", ("FUND-209", "FUND-210", "SAME-901")),
        ("goal in words", "完成治理修复面积12.92公顷", "12.92公顷", "19.22公顷", ACTUALS),
        ("investment and its sources", "地方财政资金", "25722.19", "25272.19", MONEY),
        ("deadline missed", "2026年2月14日，修改完善后的工程设计", "2026年2月14日", "2026年3月14日", ("TIME-301",)),
        ("another place left in", "我市将按照财政事权", "我市", "呼和浩特市", ("STRUCT-809",)),
    )  # fmt: skip


HAND: dict[str, Make] = {
    "old-outline": old_outline,
    "scored-form": scored_form,
    "department": department,
    "online-form": online_form,
    "prose": prose,
    "baotou": baotou,
}


def mutants(source: str, data: bytes, make: Make | None = None) -> Iterator[Mutant]:
    """Yield all mutants of one document."""
    doc = Doc.open(data)
    for plan in (make or HAND.get(source, ours))(doc):
        if not plan.rules:
            continue
        own = Doc.open(data)
        plan.edit(own)
        yield Mutant(plan.kind, source, plan.note, plan.rules, own.save())
