"""Marks of a comment around characters of paragraphs; runs are cut where it begins or ends."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.trace import Trace

_PARAGRAPH, _RUN, _TEXT = (f"{{{W}}}{name}" for name in ("p", "r", "t"))
_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES = (f"{{{W}}}{name}" for name in ("pPr", "rPr"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HOLDERS = {
    f"{{{W}}}{name}"
    for name in ("p", "ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple")
}
"""Elements in which a run may be cut, and a mark may stand beside it."""


def mark_range(traces: Sequence[Trace], start: int, end: int, number: int) -> None:
    """Put the marks of comment ``number`` around characters of a passage or cell.

    Args:
        traces: its paragraphs that hold some of the characters, one at least.
        start: first character, in the passage or cell.
        end: after the last one.
        number: id of the comment.

    Where the characters cannot be told, or no mark may stand there (controls, formulas, text boxes),
    the mark goes around the smallest whole that can: run, control, paragraph.
    """
    first, last = traces[0], traces[-1]
    opened, closed = _mark("commentRangeStart", number), _mark("commentRangeEnd", number)
    _cut(first, start)
    _cut(last, end)
    begins = [one for one, at, own in first.letters if at < end and start < at + len(own)]
    ends = [one for one, at, own in last.letters if at < end and start < at + len(own)]
    before = _beside(first, begins[0]) if begins else None
    after = _beside(last, ends[-1]) if ends else None
    if before is None:
        _open_at_head(_host(first.node), opened)
    else:
        before.addprevious(opened)
    if after is None:
        _host(last.node).append(closed)
    else:
        after.addnext(closed)
    reference = etree.Element(_RUN)
    reference.append(_mark("commentReference", number))
    closed.addnext(reference)


def _mark(name: str, number: int) -> etree._Element:
    return etree.Element(f"{{{W}}}{name}", {f"{{{W}}}id": str(number)})


def _host(paragraph: etree._Element) -> etree._Element:
    """Return the paragraph, or the one that its text box hangs on: boxes hold no comments."""
    outer = list(paragraph.iterancestors(_PARAGRAPH))
    return outer[-1] if outer else paragraph


def _open_at_head(paragraph: etree._Element, opened: etree._Element) -> None:
    properties = paragraph.find(_PARAGRAPH_PROPERTIES)
    if properties is None:
        paragraph.insert(0, opened)
    else:
        properties.addnext(opened)


def _beside(trace: Trace, element: etree._Element) -> etree._Element | None:
    """Return the smallest whole around an element beside which a mark may stand."""
    if _host(trace.node) is not trace.node:
        return None
    node = element
    parent = node.getparent()
    while node is not trace.node and parent is not None:
        if parent.tag in _HOLDERS:
            return node
        node, parent = parent, parent.getparent()
    return None


def _cut(trace: Trace, place: int) -> None:
    """Let a run begin at character ``place``, where one can; the trace stays right."""
    places = (n for n, (_, at, own) in enumerate(trace.letters) if at + len(own) > place)
    index = next(places, None)
    if index is None:
        return
    element, at, own = trace.letters[index]
    run = element.getparent()
    holder = None if run is None else run.getparent()
    if run is None or run.tag != _RUN or holder is None or holder.tag not in _HOLDERS or place < at:
        return
    if place > at:
        if element.tag != _TEXT:
            return
        rest = _cut_text(element, place - at)
        trace.letters[index : index + 1] = [
            (element, at, own[: place - at]),
            (rest, place, own[place - at :]),
        ]
        element = rest
    _cut_run(run, element)


def _cut_text(element: etree._Element, length: int) -> etree._Element:
    text = element.text or ""
    rest = etree.Element(_TEXT)
    element.text, rest.text = text[:length], text[length:]
    for one in (element, rest):
        one.set(_SPACE, "preserve")
    element.addnext(rest)
    return rest


def _cut_run(run: etree._Element, element: etree._Element) -> None:
    """Move ``element`` and what follows it into a run of its own, with the same properties."""
    if all(one.tag == _RUN_PROPERTIES for one in element.itersiblings(preceding=True)):
        return
    rest = etree.Element(_RUN, {str(k): str(v) for k, v in run.attrib.items()})
    properties = run.find(_RUN_PROPERTIES)
    if properties is not None:
        rest.append(deepcopy(properties))
    rest.extend([element, *element.itersiblings()])
    run.addnext(rest)
