"""Whatever is written, reading never fails, and every place leads back to its characters."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shanhe.catalogue.load import load_catalogue
from shanhe.documents.prose.folding import fold
from shanhe.documents.prose.lexer import lex
from shanhe.documents.prose.names import paper_names
from shanhe.documents.prose.read import read_prose
from shanhe.documents.script import Passage, Script, Spot

_CATALOGUE = load_catalogue()
_BITS = (
    "一、绩效目标下达情况",
    "二、绩效指标完成情况",
    "三、偏离绩效目标的原因",
    "（一）",
    "1.",
    "财政局",
    "甲县",
    "下达",
    "收回",
    "重新分配",
    "分别为",
    "2025年",
    "7月7日",
    "-",
    "10日",
    "前",
    "矿山生态修复面积",
    "绩效目标≥",
    "实际完成",
    "完成率",
    "增加",
    "合计",
    "其中：",
    "１２．５",
    "1,346",
    "3",
    "万元",
    "公顷",
    "%",
    "个子项目",
    "停工",
    "《关于",
    "》",
    "（财资环〔2025〕64号）",
    "〔",
    "，",
    "、",
    "和",
    "。",
    "；",
    "：",
    "\n",
    " ",
    "约",
    "余",
    "百分之",
    "五十",
    "㎡",
    "十",
    "月",
    "日",
)
_TEXTS = st.lists(st.one_of(st.sampled_from(_BITS), st.text(max_size=4)), max_size=30).map("".join)


@settings(deadline=None, max_examples=150)
@given(st.lists(_TEXTS, max_size=6))
def test_no_text_makes_reading_fail(lines: list[str]) -> None:
    texts = {Spot(paragraph=i + 1): line for i, line in enumerate(lines)}
    items = tuple(Passage(text, spot) for spot, text in texts.items())
    script = Script("x.txt", "txt", items)
    found = read_prose(script, paper_names(script, _CATALOGUE))
    for span in found.spans:
        assert 0 <= span.start <= span.end <= len(texts[span.spot])
    for records in found.records.values():
        for record in records:
            for place in record.source.at.values():
                line = texts[Spot(paragraph=place.paragraph)]
                assert line[place.start : place.end] == place.text


@given(st.text())
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(_TEXTS)
def test_tokens_do_not_overlap(text: str) -> None:
    lexed = lex(text)
    spans = [(one.start, one.end) for one in lexed.citations]
    spans += [(day.start, day.end) for day in lexed.days]
    spans += [(figure.start, figure.end) for figure in lexed.figures]
    last = 0
    for start, end in sorted(spans):
        assert last <= start < end <= len(text)
        last = end


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("2025年7月7日", date(2025, 7, 7), None),
        ("2025 年 7 月 7 日", date(2025, 7, 7), None),
        ("２０２５年７月７日", date(2025, 7, 7), None),
        ("2025-07-07", date(2025, 7, 7), None),
        ("2025.7.7", date(2025, 7, 7), None),
        ("二〇二五年七月七日", date(2025, 7, 7), None),
        ("2026年1月8日-10日", date(2026, 1, 8), date(2026, 1, 10)),
        ("2026年1月8日至2月10日", date(2026, 1, 8), date(2026, 2, 10)),
        ("2025年8月-11月", None, None),
        ("2025年底", None, None),
        ("2025年2月30日", None, None),
    ],
)
def test_days(printed: str, first: date | None, last: date | None) -> None:
    (day,) = lex(printed).days
    assert (day.start, day.end) == (0, len(printed))
    assert (day.first, day.last) == (first, last)


def test_days_share_a_year() -> None:
    days = lex("2025年7月7日、9月25日和12月1日").days
    assert [day.first for day in days] == [date(2025, 7, 7), date(2025, 9, 25), date(2025, 12, 1)]


@pytest.mark.parametrize(
    ("printed", "amount", "unit", "sign", "vague"),
    [
        ("≦28.83万元/公顷", "28.83", "万元/公顷", "≤", False),
        ("不低于17.55 %", "17.55", "%", "≥", False),
        ("约100余个", "100", "个", "", True),
        ("1个多月", "1", "个", "", True),
        ("百分之八十", "80", "%", "", False),
        ("1,922.26公顷", "1922.26", "公顷", "", False),
        ("1 922.26 公顷", "1922.26", "公顷", "", False),
        ("１２．９２ha", "12.92", "公顷", "", False),
        ("95%以上", "95", "%", "≥", False),
        ("30天以内", "30", "天", "≤", False),
        ("3个百分点", "3", "百分点", "", False),
        ("-36.00公顷", "-36.00", "公顷", "", False),
        ("5000平方米左右", "5000", "平方米", "", True),
        ("1.66万立方米/年", "1.66", "万立方米/年", "", False),
    ],
)
def test_figures(printed: str, amount: str, unit: str, sign: str, vague: bool) -> None:
    figure = lex(printed).figures[0]
    known = figure.unit.symbol if figure.unit else ""
    assert (str(figure.amount), known, str(figure.sign), figure.vague) == (
        amount,
        unit,
        sign,
        vague,
    )


def test_time_grows_with_the_length_only() -> None:
    line = "甲县：需完成矿山生态修复面积12.92公顷，修复废弃矿山8个，" * 20
    texts = ["一、绩效目标", *(f"{line}第{i}段。" for i in range(100))]
    script = Script(
        "x.txt", "txt", tuple(Passage(t, Spot(paragraph=i)) for i, t in enumerate(texts))
    )
    began = time.process_time()
    read_prose(script, paper_names(script, _CATALOGUE))
    assert time.process_time() - began < 5
