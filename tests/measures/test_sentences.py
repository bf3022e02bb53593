from shanhe.measures.sentences import in_table, sentences, without_quotations
from shanhe.records.paper import TextLine
from shanhe.records.source import RowSource, Source


def line(text: str, table: int = 0) -> TextLine:
    where = Source("报告.docx", "正文", text=text, table=table, paragraph=7, start=10)
    source = RowSource("报告.docx", "正文", 0, at={"text": where})
    return TextLine(source=source, text=text)


def test_a_sentence_keeps_its_full_stop_and_place() -> None:
    found = list(sentences(line("资金已下达。 尚未支付；进度缓慢。")))
    assert [one.text for one in found] == ["资金已下达。", "尚未支付；进度缓慢。"]
    where = found[1].operand(0, 4).where
    assert (where.text, where.paragraph, where.start, where.end) == ("尚未支付", 7, 17, 21)


def test_quotations_are_blanked_without_moving_anything() -> None:
    text = "按照《管理办法》和“优先用于施工”执行"
    assert without_quotations(text) == "按照" + "\u3000" * 6 + "和" + "\u3000" * 8 + "执行"


def test_cells_are_told_from_paragraphs() -> None:
    assert in_table(line("无", table=5))
    assert not in_table(line("无"))
