"""What stands in a Word file: the figures in their content controls, and the words around."""

from collections.abc import Iterator

from lxml import etree

from shanhe.documents.formats.docx.marks import FALLBACK, GONE, MARKS, SYMBOL, WORDS, is_on
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.unpack import Parts

_P, _R, _SDT, _TBL = (f"{{{W}}}{name}" for name in ("p", "r", "sdt", "tbl"))
_VAL = f"{{{W}}}val"
_NAME_PATHS = (f"{{{W}}}sdtPr/{{{W}}}tag", f"{{{W}}}sdtPr/{{{W}}}alias")
_CONTENT_PATH = f"{{{W}}}sdtContent"
_UNSEEN = {*GONE, FALLBACK, f"{{{W}}}pPr", f"{{{W}}}sdtPr"}
_VANISH_PATH = f"{{{W}}}rPr/{{{W}}}vanish"


def read_figures(data: bytes) -> list[tuple[str, str]]:
    """Id and text of every figure, in the order of the file; ids may come more than once.

    A figure is a content control that has a tag (or an alias) and holds words, not whole blocks. Its text
    is what stands there now, which may be something else than what was written.

    Raises:
        Unreadable: no Word file, damaged, or absurdly large.
    """
    return [
        (tag, _text(control))
        for root in _stories(data)
        for control in root.iter(_SDT)
        if (tag := _figure_id(control)) and not _hidden_by_parents(control)
    ]


def read_text(data: bytes) -> str:
    """All visible text of the body and its notes, one line a paragraph.

    Headers and footers are left out: they carry page numbers, not statements.

    Raises:
        Unreadable: no Word file, damaged, or absurdly large.
    """
    return "".join(_text(root) for root in _stories(data))


def read_loose_text(data: bytes) -> str:
    """The visible text outside the figures; a number in it has no known origin.

    Each figure leaves a U+FFFC, so that digits before and after it do not run together.

    Raises:
        Unreadable: no Word file, damaged, or absurdly large.
    """
    return "".join(_text(root, figures=False) for root in _stories(data))


def _stories(data: bytes) -> Iterator[etree._Element]:
    """The roots of the body and of its notes."""
    parts = Parts(data)
    main, root = parts.main()
    yield root
    for kind in ("footnotes", "endnotes"):
        for name in parts.related(main, kind):
            yield parts.xml(name)


def _figure_id(control: etree._Element) -> str:
    """The tag of a figure, or its alias; empty for other content controls."""
    # LibreOffice 7.4 keeps the alias when it saves a file, but drops the tag.
    nodes = (control.find(path) for path in _NAME_PATHS)
    name = next((found for node in nodes if node is not None and (found := node.get(_VAL))), "")
    content = control.find(_CONTENT_PATH)
    if content is None:
        return ""
    # A control around paragraphs is a form or a table of contents, unless Word has made
    # it of a figure that stands alone.
    blocks = sum(1 for _ in content.iter(_P, _TBL))
    inner = any(True for _ in content.iter(_SDT))
    return name if blocks <= 1 and not inner else ""


def _hidden_by_parents(control: etree._Element) -> bool:
    return any(parent.tag in _UNSEEN for parent in control.iterancestors())


def _text(root: etree._Element, figures: bool = True) -> str:
    """The visible text below a node, its end of paragraphs as line ends."""
    pieces: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            if node.tag == _P and not _alone_in(root, node):
                pieces.append("\n")
        elif _unseen(node):
            walk.skip_subtree()
        elif node is not root and not figures and node.tag == _SDT and _figure_id(node):
            pieces.append("\ufffc")
            walk.skip_subtree()
        else:
            pieces.append(_own_text(node))
    return "".join(pieces)


def _alone_in(root: etree._Element, node: etree._Element) -> bool:
    """The paragraph is the whole content of a control: its end is not part of the value."""
    parent = node.getparent()
    return root.tag == _SDT and parent is not None and parent.getparent() is root


def _unseen(node: etree._Element) -> bool:
    if node.tag in _UNSEEN:
        return True
    hidden = node.find(_VANISH_PATH) if node.tag == _R else None
    return hidden is not None and is_on(hidden.get(_VAL))


def _own_text(node: etree._Element) -> str:
    tag = node.tag
    if tag in WORDS:
        return node.text or ""
    if tag == SYMBOL:
        return "\ufffd"  # a letter of a symbol font: seen, but not known
    return MARKS.get(str(tag), "")
