"""Pages in the browser have the measures of the Word file."""

import re
from pathlib import Path

import pytest

import shanhe
from shanhe.documents.formats.docx.looks import PAGE_HEIGHT, PAGE_WIDTH, look_of

_STYLES = (Path(shanhe.__file__).parent / "web" / "static" / "shanhe" / "paper.css").read_text()


def said(style: str) -> dict[str, str]:
    found = re.search(rf"^\.paged\.{style} {{(.*)}}$", _STYLES, re.MULTILINE)
    assert found
    return dict(re.findall(r"--([a-z-]+): ([^;]+);", found[1]))


def _points(size: float) -> str:
    return f"{size:g}pt".replace("0.", ".") if abs(size) < 1 and size else f"{size:g}pt"


@pytest.mark.parametrize("style", ["official", "form"])
def test_margins_and_type_are_those_of_the_word_file(style: str) -> None:
    look, own = look_of(style), said(style)  # type: ignore[arg-type]  # one of the two styles
    edges = {side: f"{getattr(look, side):g}mm" for side in ("top", "right", "bottom", "left")}
    assert {side: own[side] for side in edges} == edges
    assert own["foot"] == f"{look.footer:g}mm"
    assert own["leading"] == ("normal" if look.leading is None else _points(look.leading))
    assert own["pitch"] == _points(look.pitch)
    faces = {"title": look.title, "body": look.body, "number": look.number}
    faces |= {"narrow": look.narrow, "wide": look.wide}
    assert {name: own[name] for name in faces} == {
        name: _points(face.size) for name, face in faces.items()
    }
    assert f"width: {PAGE_WIDTH:g}mm; height: {PAGE_HEIGHT:g}mm" in _STYLES
