"""The author's own Word file with comments at the places that something is said of.

Nothing else of it changes: all other parts keep their bytes; the body gains the marks of the comments,
for which runs of text are cut where a comment begins or ends inside them.
"""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from lxml import etree

from shanhe.documents.formats.docx.comments import TYPES, Author, Comments, relations_of
from shanhe.documents.formats.docx.mark_range import mark_range
from shanhe.documents.formats.docx.markup import R, W
from shanhe.documents.formats.docx.trace import Trace, Traces, traced
from shanhe.documents.formats.docx.unpack import Parts
from shanhe.documents.formats.zipped import Zipped
from shanhe.documents.found import Span

_STRICT = {  # Parts reads the names of ISO 29500 Strict as the usual ones; they go back as they came
    W.encode(): b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    R.encode(): b"http://purl.oclc.org/ooxml/officeDocument/relationships",
}


@dataclass(frozen=True, slots=True)
class Note:
    """Something said of one or more places.

    Attributes:
        text: stands at the first place; ``brief`` at each other one.
        spans: the places; without any that can be found, the note stands at the document's head.
    """

    text: str
    brief: str
    spans: tuple[Span, ...]


def annotated(data: bytes, notes: Sequence[Note], on: date) -> bytes:
    """Return the file with a comment at each place of each note, by 山河, dated ``on``.

    Comments that there are stay. The same input gives the same bytes. Places in footnotes, where
    Word takes no comments, get theirs at the head of the document; text boxes, at the paragraph that
    they hang on.

    Raises:
        Unreadable: it is no Word file, is damaged, or beyond bounds.
    """
    parts = Parts(data)
    main, root = parts.main()
    traces = traced(parts, main, root)
    comments = Comments(parts, main, root, Author("山河", "SH", on))
    head = next((trace for found in traces.values() for trace in found), None)
    for note in notes:
        for text, found, span in _placed(note, traces, head):
            mark_range(found, span.start, span.end, comments.add(text))
    own = Zipped(data)
    relations = relations_of(main)
    trees = {main: root, comments.name: comments.root()}
    if comments.is_new:
        links = own.bytes_of(relations) if relations in own.names else None
        trees |= comments.announced(own.bytes_of(TYPES), links)
    is_strict = any(name in own.bytes_of(main) for name in _STRICT.values())
    changed = {name: _written(tree, is_strict=is_strict) for name, tree in trees.items()}
    return _packed(data, own, changed)


def _placed(
    note: Note, traces: Traces, head: Trace | None
) -> Iterator[tuple[str, list[Trace], Span]]:
    """Yield what is said where; the whole text once, at the first place that is found."""
    text = note.text
    for span in dict.fromkeys(note.spans):
        found = [
            trace
            for trace in traces.get(span.spot, [])
            if trace.start < span.end and span.start < trace.start + trace.length
        ]
        if found and found[0].node.getparent() is not None:
            yield text, found, span
            text = note.brief
    if text is note.text and head is not None:
        yield text, [head], Span(next(iter(traces)), head.start, head.start + head.length)


def _written(root: etree._Element, *, is_strict: bool) -> bytes:
    data = etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    for usual, strict in _STRICT.items() if is_strict else ():
        data = data.replace(usual, strict)
    return data


def _packed(data: bytes, own: Zipped, changed: Mapping[str, bytes]) -> bytes:
    """Return the same zip with some parts changed, and new ones at its end."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        infos = {info.filename: info for info in old.infolist()}
        for name, info in infos.items():
            new.writestr(info, changed.get(name) or own.bytes_of(name), info.compress_type)
        first = next(iter(infos.values()))
        for name in sorted(changed.keys() - infos.keys()):
            info = zipfile.ZipInfo(name, first.date_time)
            new.writestr(info, changed[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()
