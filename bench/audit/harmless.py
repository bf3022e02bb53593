"""Edits after which a report says the same; nothing new may be found."""

import re
from collections.abc import Iterator, Sequence

from docx_edit import Doc, Edit, Line, both, replacing, running
from mutants import Mutant, Planted

NBSP, THIN, IDEOGRAPHIC = "\u00a0", "\u2009", "\u3000"
FULL = str.maketrans("0123456789", "０１２３４５６７８９")
AREA = (
    ("公顷", "ha"),
    ("公顷", "hm²"),
    ("公顷", "hm2"),
    ("平方公里", "km²"),
    ("平方公里", "平方千米"),
)


def harmless(doc: Doc) -> Iterator[Planted]:
    yield from _numbers(doc)
    yield from _words(doc)
    yield from _tables(doc)
    yield from _shape(doc)
    yield from _additions(doc)


def _plan(kind: str, note: str, edit: Edit) -> Planted:
    return Planted(kind, note, (), edit)


def _each(lines: Sequence[Line], pattern: str, new: str) -> Edit:
    """Return the edit that substitutes in every line."""

    def apply(doc: Doc) -> None:
        for line in lines:
            for found in reversed(list(re.finditer(pattern, line.text))):
                doc.replace(line.number, found.start(), found.end(), found.expand(new))

    return apply


def _some(doc: Doc, pattern: str, most: int = 3) -> list[Line]:
    return [line for line in doc.lines if re.search(pattern, line.text)][:most]


def _grouped(number: str, mark: str) -> str:
    whole, dot, rest = number.partition(".")
    return f"{int(whole):,}".replace(",", mark) + dot + rest


def _numbers(doc: Doc) -> Iterator[Planted]:
    money = [line for line in doc.lines if re.fullmatch(r"\d{4,}(\.\d+)?", line.text)]
    for mark, name in ((",", "comma"), (THIN, "thin blank"), (NBSP, "NBSP")):
        edits = [replacing(one, one.text, _grouped(one.text, mark)) for one in money[:6]]
        if edits:
            yield _plan("thousands separators", name, both(*edits))
    figures = [
        line
        for line in doc.lines
        if re.fullmatch(r"[≥≤]?\d+(\.\d+)?(%|公顷|亩|个|处|万人)?", line.text)
    ]
    for n, line in enumerate(figures[:: max(1, len(figures) // 4)][:4]):
        yield _plan(
            "full-width digits", line.text, replacing(line, line.text, line.text.translate(FULL))
        )
        number = re.search(r"\d+(\.\d+)?", line.text)
        if number and "." in number[0] and n < 3:
            yield _plan("more decimals", line.text, replacing(line, number[0], f"{number[0]}0"))
    bare = [line for line in figures if re.search(r"^[≥≤]?\d{2,}(%|公顷|个|万人)?$", line.text)]
    for line in bare[:2]:
        number = re.search(r"\d+", line.text)
        if number and line.text.endswith(("%", "公顷", "万人")):
            yield _plan("more decimals", line.text, replacing(line, number[0], f"{number[0]}.00"))
    for old, new in AREA:
        every = [line for line in doc.lines if old in line.text and "元/" not in line.text]
        if every:
            yield _plan(
                "unit alias", f"{old}→{new}, everywhere", _each(every, f"(?<!元/){old}", new)
            )
            one = next((line for line in every if line.table >= 0), every[0])
            yield _plan("unit alias", f"{old}→{new}, once", replacing(one, old, new))
    for line in _some(doc, r"\d+(?:\.\d+)?万元", 2):
        yield _plan("blank before unit", line.text[:20], _each([line], r"(\d)(万元)", r"\1 \2"))
        yield _plan(
            "NBSP before unit", line.text[:20], _each([line], r"(\d)(万元)", rf"\1{NBSP}\2")
        )
    for line in _some(doc, r"\d(?:\.\d+)?%", 2):
        yield _plan("full-width %", line.text[:20], _each([line], "%", "％"))
        yield _plan("blank before %", line.text[:20], _each([line], r"(\d)%", r"\1 %"))
    for line in _some(doc, "≥", 2):
        yield _plan("sign glyph", line.text[:20], _each([line], "≥", "≧"))
        yield _plan("sign glyph", line.text[:20], _each([line], "≥", "≥ "))
        yield _plan("sign in words", line.text[:20], _each([line], "≥", "不低于"))


def _words(doc: Doc) -> Iterator[Planted]:
    pairs = (
        ("万元、", "万元，"), ("全年实际完成", "实际完成"), ("预算执行率", "资金执行率"),
        ("全部由", "均由"), ("年度总体目标：", "本年度总体目标为："),
        ("有效样本", "有效问卷"), ("网址：", "链接："), ("专款专用", "做到专款专用"),
        ("已全部到位", "全额到位"), ("截至", "截止到"), ("占投资的", "占总投资的"), ("目标值", "年度指标值"),
        ("均在收到资金后三十日内下达", "均于收到资金后30日内下达"), ("其中中央", "其中：中央"),
    )  # fmt: skip
    for old, new in pairs:
        line = next((one for one in running(doc) if old in one.text), None)
        if line is not None:
            yield _plan("rewording", f"{old}→{new}", replacing(line, old, new))
    for line in [one for one in running(doc) if re.search(r"\d{4}年\d+月\d+日", one.text)][:2]:
        yield _plan("date padded", line.text[:20], _each([line], r"年(\d)月", r"年0\1月"))
        yield _plan(
            "brackets half-width",
            line.text[:20],
            both(_each([line], "（", "("), _each([line], "）", ")")),
        )


def _head_row(doc: Doc, table: int) -> int:
    rows = doc.rows(table)
    return next((r for r, row in enumerate(rows) if any("三级指标" in cell for cell in row)), -1)


def _plain(doc: Doc, table: int, row: int) -> bool:
    """Return whether no merged cell begins in a row and it has a number, as a row of the form."""
    begins = any(
        str(one.tag).endswith("}vMerge") and any("restart" in v for v in one.attrib.values())
        for one in doc.row(table, row).iter()
    )
    cells = doc.rows(table)[row]
    return not begins and sum(bool(re.search(r"\d", cell)) for cell in cells) > 1


def _tables(doc: Doc) -> Iterator[Planted]:
    for t in range(len(doc.tables)):
        rows = doc.rows(t)
        if len(rows) < 4:
            continue
        if any("vMerge" in str(one.tag) for one in doc.tables[t].iter()):
            yield _plan("merged cells undone", f"table {t}", lambda doc, t=t: doc.unmerge(t))
            yield _plan(
                "merged cells repeated", f"table {t}", lambda doc, t=t: doc.repeat_merged(t)
            )
        head = _head_row(doc, t)
        if head == 0 or "资金来源" in rows[0]:
            yield _plan(
                "column of remarks", f"table {t}", lambda doc, t=t: doc.add_column(t, "备注", "")
            )
        if rows[0][0] in {"接收单位", "三级指标", "单位"} and len(rows) > 3:
            yield _plan(
                "rows in other order", f"table {t}", lambda doc, t=t: doc.swap_rows(t, 1, 2)
            )
        if head >= 0:
            yield _plan("blank row", f"table {t}", lambda doc, t=t: doc.add_blank_row(t))
            same = [r for r in range(head + 1, len(rows) - 1) if _plain(doc, t, r)]
            pair = next((r for r in same if r + 1 in same), -1)
            if pair > 0:
                yield _plan(
                    "indicators in other order", f"table {t}",
                    lambda doc, t=t, pair=pair: doc.swap_rows(t, pair, pair + 1),
                )  # fmt: skip
        for r in range(1, len(rows)):
            if rows[r][-1] == "无":
                line = doc.line(t, r, -1)
                yield _plan("none in another word", f"table {t}", replacing(line, "无", "/"))
                yield _plan("none in another word", f"table {t}", replacing(line, "无", "—"))
                break


def _shape(doc: Doc) -> Iterator[Planted]:
    long = [line for line in doc.lines if len(re.findall(r"\d", line.text)) > 4]
    for line in long[:: max(1, len(long) // 4)][:4]:
        yield _plan(
            "runs split", line.text[:20], lambda doc, line=line: doc.split_runs(line.number)
        )
    everywhere = [line.number for line in doc.lines if line.text]
    yield _plan(
        "runs split", "everywhere", lambda doc: [doc.split_runs(n) for n in everywhere] and None
    )
    heads = [
        one for one in running(doc) if re.match(r"[一二三四五六]、|（[一二三四五]）", one.text)
    ]
    if heads:
        yield _plan(
            "heading styles",
            "all plain",
            lambda doc: [doc.plain_style(one.number) for one in heads] and None,
        )
        edits = [replacing(one, one.text[0], f"{IDEOGRAPHIC}{one.text[0]}") for one in heads]
        yield _plan("heading styles", "indented by blanks", both(*edits))
    for line in [one for one in doc.lines if re.search(r"\d{3}", one.text)][
        :: max(1, len(doc.lines) // 9)
    ][:3]:
        number = re.search(r"\d+(\.\d+)?", line.text)
        if number:
            yield _plan(
                "tracked change accepted", line.text[:20],
                lambda doc, line=line, number=number: doc.track(line.number, number.start(), number.end(), "123.45"),
            )  # fmt: skip


ADDED = (
    "联系人：王工，电话：0471-6921234，手机13800138000，传真0471-6925678。",
    "施工执行《土地整治工程质量检验与评定规程》（TD/T 1041—2013）和GB/T 15776-2023，表层覆土按GB 50433-2018第5.3.2条办理。",
    "项目区位于东经109°50′—110°25′、北纬40°15′—42°40′，海拔1050—1850米，年均降水量310毫米，无霜期120天。",
    "邮政编码014030，统一社会信用代码12150200461234567X，档案号2024-JX-0083。",
    "会议于上午9:30开始，在三楼301会议室召开，18人参加。",
    "本报告一式5份，共32页。",
    "第 3 页 共 32 页",
    "—12—",
)


def _additions(doc: Doc) -> Iterator[Planted]:
    bodies = [
        one for one in running(doc) if len(one.text) > 15 and not re.match(r"表\d|附件", one.text)
    ]
    places = bodies[:: max(1, len(bodies) // len(ADDED))]
    for text, line in zip(
        ADDED, [*places, *bodies, *bodies, *bodies, *bodies, *bodies], strict=False
    ):
        yield _plan(
            "unrelated paragraph",
            text[:16],
            lambda doc, line=line, text=text: doc.add_after(line.number, text),
        )


def harmless_edits(source: str, data: bytes) -> Iterator[Mutant]:
    """Yield all harmless edits of one document."""
    doc = Doc.open(data)
    for planted in harmless(doc):
        own = Doc.open(data)
        planted.edit(own)
        made = own.save()
        yield Mutant(planted.kind, source, planted.note, (), made)
