"""What is published names no person, no number of a person, and no exact place; figures stay."""

import pytest

from shanhe.documents.blocks import Cell, Figure, Heading, Missing, Paper, Paragraph, Table, Title
from shanhe.documents.redaction.paper import figure_text, redacted, secrets_in
from shanhe.documents.redaction.surnames import may_be_person
from shanhe.documents.redaction.words import Redaction, secret_marks

OURS = Redaction(names={"刘建国", "张伟"}, bodies=frozenset({"高新区", "石拐区"}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # persons
        ("联系人：李明，", "联系人：＊＊＊，"),
        ("联系人王小二 电话", "联系人＊＊＊ 电话"),
        ("项目负责人：欧阳明；", "项目负责人：＊＊＊；"),
        ("法定代表人：赵刚（签字）", "法定代表人：＊＊＊（签字）"),
        ("由刘建国组织实施", "由＊＊＊组织实施"),
        ("由李明同志牵头", "由＊＊＊同志牵头"),
        # phones
        ("13812345678", "＊＊＊"),
        ("手机138-1234-5678", "手机＊＊＊"),
        ("+86 13812345678", "＊＊＊"),
        ("0472-5151234", "＊＊＊"),
        ("（0472）5151234", "＊＊＊"),
        ("监督电话：12345678", "监督电话：＊＊＊"),
        # identity
        ("身份证号150204198001011234", "身份证号＊＊＊"),
        ("15020419800101123X", "＊＊＊"),
        ("身份证：150204800101123", "身份证：＊＊＊"),
        # bank accounts
        ("6222021301001234567", "＊＊＊"),
        ("6222 0213 0100 1234 567", "＊＊＊"),
        ("账号：0603014170001234", "账号：＊＊＊"),
        ("专户账号 12345678-9", "专户账号 ＊＊＊"),
        # mail, address
        ("wang.er@btgov.cn", "＊＊＊"),
        ("家庭住址：青山区自由路8号3栋", "家庭住址：＊＊＊"),
        # coordinates keep the decimals that are set
        ("东经110.123456°", "东经110.12°"),
        ("北纬40.656°", "北纬40.66°"),
        ("E110.123456，N40.654321", "E110.12，N40.65"),
        ("中心点110.123456,40.654321", "中心点110.12,40.65"),
        ("110°12′34.5″E", "110.21°E"),
        ("40°39′N", "40.65°N"),
        ("X=4501234.12，Y=37512345.6", "X=＊＊＊，Y=＊＊＊"),
    ],
)
def test_it_is_taken_out(text: str, expected: str) -> None:
    assert OURS.text(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "修复面积1922.26公顷，涉及图斑357个",
        "财资环〔2025〕64号、内财资环〔2025〕771号",
        "2025年6月8日下达，2025-12-31截止",
        "下达资金13983.09万元，执行13812345678元",
        "支出列“2200199-其他自然资源事务支出”",
        "项目代码2020-150207-77-03-012345",
        "行政区划代码150207000000",
        "边坡坡度由38.5°降至25°",
        "植被覆盖度由17.55%提高到22.21%",
        "责任单位：高新区、石拐区",
        "负责人负责制，主任办公会研究",
        "局长安排，负责人高度重视，",
        "联系人制度、审核人职责",
        "1:10000地形图，东经110度附近",
        "东经110.12°，北纬40.65°",
        "单位造价28.83万元/公顷，完成3.06%",
    ],
)
def test_figures_and_bodies_stay(text: str) -> None:
    assert OURS.text(text) == text


def test_the_decimals_are_those_that_are_set() -> None:
    assert Redaction(decimals=1).text("东经110.156°") == "东经110.2°"
    assert Redaction(decimals=3).text("东经110.1236°") == "东经110.124°"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("张伟", True),
        ("欧阳明", True),
        ("高新区", False),
        ("白云矿", False),
        ("市自然", False),
        ("王", False),
    ],
)
def test_who_may_be_a_person(word: str, expected: bool) -> None:
    assert may_be_person(word) is expected


def paper_of(*words: str) -> Paper:
    cell = Cell((("联系人：李明", Figure("fund.central.budget", "10000")),))
    return Paper(
        (
            Title(("张伟项目",)),
            Heading(1, "一、张伟"),
            Paragraph((*words, Missing("（未填报13812345678）"))),
            Table(((cell,),), (100.0,), caption="表1 刘建国"),
        ),
        "张伟的报告",
    )


def test_every_block_of_a_paper_is_redacted_and_its_figures_stay() -> None:
    said = repr(redacted(paper_of("电话13912345678"), OURS))
    for hidden in ("张伟", "李明", "刘建国", "13812345678", "13912345678"):
        assert hidden not in said
    assert "10000" in said


def test_a_figure_that_is_a_number_is_the_same_for_the_public() -> None:
    for text in ("13983.09", "≥95%", "≤28.83万元/公顷", "138,123.45678"):
        assert figure_text(text, OURS) == text
    assert figure_text("完成，联系人：李明", OURS) == "完成，联系人：＊＊＊"


def test_a_mark_of_secrecy_is_noticed_and_the_word_alone_is_not() -> None:
    assert secrets_in(paper_of("机密★5年")) == ["机密★"]
    assert secret_marks("保守国家秘密，机密文件另报") == []
