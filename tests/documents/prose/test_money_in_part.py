"""What one line of a table spent is not what the year spent."""

import pytest

from shanhe.catalogue.load import load_catalogue
from shanhe.documents.prose.names import paper_names
from shanhe.documents.prose.read import read_prose
from shanhe.documents.script import Passage, Script, ScriptCell, ScriptTable, Spot
from shanhe.records.paper import PrintedFact

_LINES = ("支出内容", "地形地貌整治", "截排水工程", "道路及附属设施", "中央财政资金", "合计")


def _spent(sentence: str) -> list[str]:
    cells = tuple(
        ScriptCell(line, Spot(table=1, row=row, column=1)) for row, line in enumerate(_LINES, 1)
    )
    passages = (
        Passage("2025年度自评报告", Spot(paragraph=1)),
        Passage(sentence, Spot(paragraph=2)),
    )
    script = Script("r.docx", "docx", (*passages, ScriptTable(1, cells, len(_LINES), 1)))
    facts = read_prose(script, paper_names(script, load_catalogue())).records.get("facts", [])
    printed = [one for one in facts if isinstance(one, PrintedFact)]
    return [str(one.amount) for one in printed if one.aspect == "executed"]


@pytest.mark.parametrize(
    "words", ["截排水工程支出", "用于截排水工程的支出", "其中截排水工程已支出"]
)
def test_one_of_several_lines_is_no_whole(words: str) -> None:
    assert _spent(f"{words}2252.80万元。") == []


@pytest.mark.parametrize("words", ["当年支出", "中央财政资金支出", "示范工程累计支出"])
def test_sources_and_the_whole_are(words: str) -> None:
    assert _spent(f"{words}2252.80万元。") == ["2252.80"]
