"""Word files → paragraphs and tables.

Read are: the body, then the footnotes and endnotes that it refers to; text boxes after the paragraph
or table they hang on. Tracked changes count as accepted. Automatic numbers of paragraphs are worked
out and stand before the words. Headers, footers, comments, hidden text and generated tables of
contents are left out. Nothing is fetched and no macro is run.
"""

from lxml import etree

from shanhe.documents.formats.compose import Composer
from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.docx.numbering import Numbering
from shanhe.documents.formats.docx.style_sheet import StyleSheet
from shanhe.documents.formats.docx.unpack import Parts
from shanhe.documents.formats.docx.walk import Walk
from shanhe.documents.formats.notes import Notes
from shanhe.documents.script import Script

_NOTES_PARTS = (("footnotes", "脚注", "footnote"), ("endnotes", "尾注", "endnote"))


def read_docx(name: str, data: bytes, notes: Notes | None = None) -> Script:
    """Return the words of a Word file; ``notes`` are those that there are already.

    Raises:
        Unreadable: it is no Word file, is damaged, or beyond bounds.
    """
    parts = Parts(data)
    main, root = parts.main()
    notes = notes or Notes()
    if any(part.endswith("vbaProject.bin") for part in parts.names):
        notes.add("macros")
    if parts.related(main, "comments"):
        notes.add("comments")
    composer = Composer()
    styles = StyleSheet(_optional(parts, main, "styles"))
    numbering = Numbering(_optional(parts, main, "numbering"))
    walk = Walk(composer, styles, numbering, notes)
    walk.read(root)
    _read_notes(parts, main, walk, composer)
    items = composer.finished()
    if composer.covered:
        notes.add("covered")
    return Script(name, "docx", items, notes.texts())


def _optional(parts: Parts, main: str, kind: str) -> etree._Element | None:
    found = next((name for name in parts.related(main, kind) if name in parts.names), None)
    return None if found is None else parts.xml(found)


def _read_notes(parts: Parts, main: str, walk: Walk, composer: Composer) -> None:
    """Read the footnotes and endnotes that the visible text refers to."""
    asked = list(dict.fromkeys(walk.references))
    for kind, part, tag in _NOTES_PARTS:
        wanted = [number for of, number in asked if of == kind]
        root = _optional(parts, main, kind) if wanted else None
        if root is None:
            continue
        notes = {node.get(f"{{{W}}}id"): node for node in root.iterchildren(f"{{{W}}}{tag}")}
        composer.open_box(part)
        for number in wanted:
            if number in notes:
                walk.read(notes[number])
        composer.close_box()
