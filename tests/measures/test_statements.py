"""What the self-evaluation says in sentences."""

from case_file import dossier_from

from shanhe.measures.statements import statements


def test_every_sentence_has_its_place_and_blanks_are_left_out() -> None:
    given = {
        "偏差原因与改进措施": [{"类型": "资金管理", "原因": "甲"}],
        "资金管理情况": [{"管理事项": "执行准确性", "情况说明": "乙", "存在问题和改进措施": "丙"}],
        "自评综述": {"其他需要说明的问题": "丁"},
    }
    found = [(one.where.part, one.text) for one in statements(dossier_from(given))]
    assert found == [
        ("偏差原因与改进措施", "甲"),
        ("资金管理情况", "乙"),
        ("资金管理情况", "丙"),
        ("自评综述", "丁"),
    ]
