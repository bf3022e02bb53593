"""Captions below their tables belong to the table above them."""

from shanhe.documents.captions_below import with_captions_above
from shanhe.documents.script import Passage, Script, ScriptCell, ScriptTable, Spot


def _read(shape: str) -> str:
    """Return what a shape becomes: T is a table, c a caption, p a line of text."""
    items = tuple(
        ScriptTable(n, (ScriptCell("甲", Spot("", table=n, row=1)),), 1, 1)
        if kind == "T"
        else Passage(
            "表1 资金下达情况" if kind == "c" else "各级下达情况如下。", Spot("", paragraph=n)
        )
        for n, kind in enumerate(shape, 1)
    )
    names = {True: "T", False: "p"}
    return "".join(
        "c"
        if isinstance(one, Passage) and one.text.startswith("表")
        else names[isinstance(one, ScriptTable)]
        for one in with_captions_above(Script("r.docx", "docx", items))
    )


def test_captions_below_are_brought_above() -> None:
    assert _read("pTcpTcpTcTcpT") == "pcTpcTpcTcTpT"


def test_captions_above_stay() -> None:
    assert _read("pcTpcTpcT") == "pcTpcTpcT"
    assert _read("cTcTcTp") == "cTcTcTp"


def test_one_caption_below_shows_nothing() -> None:
    assert _read("pTcpTpT") == "pTcpTpT"
