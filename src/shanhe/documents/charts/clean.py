"""SVG as drawn for a browser becomes SVG for paper: no mouse, no style, ids from 0."""

from lxml import etree

from shanhe.values.regex import regex

_INTERACTIVE = {"class", "pointer-events", "cursor"}
_REFERENCE = regex(r"url\(#([^)]+)\)")


def cleaned(drawn: str) -> str:
    """Return the SVG without what only a mouse needs, its ids numbered.

    ECharts counts its ids on from picture to picture; renumbered in the order of the document
    they depend on the picture alone. Inline styles become attributes of their own, because pages
    forbid the former.

    Example:
        ``style="font-size:14px"`` becomes ``font-size="14px"``.
    """
    root = etree.fromstring(drawn.encode())
    etree.strip_elements(root, "{*}style", with_tail=False)
    nodes = list(root.iter("{*}*"))
    numbers: dict[str, str] = {}
    for node in nodes:
        identity = node.get("id")
        if identity is not None:
            node.set("id", numbers.setdefault(identity, f"shape-{len(numbers)}"))
    for node in nodes:
        _tidy(node, numbers)
    return etree.tostring(root, encoding="unicode")


def texts(svg_text: str) -> str:
    """Return all the words of a picture, joined.

    Raises:
        ValueError: this is not SVG.
    """
    try:
        root = etree.fromstring(svg_text.encode())
    except etree.XMLSyntaxError as error:
        raise ValueError(f"not SVG: {error}") from error
    return "".join(node.text or "" for node in root.iter("{*}text", "{*}tspan"))


def _tidy(node: etree._Element, numbers: dict[str, str]) -> None:
    for key, value in list(node.attrib.items()):
        name, words = str(key), str(value)
        if name in _INTERACTIVE or name.startswith("ecmeta_"):
            del node.attrib[name]
        elif name == "style":
            del node.attrib[name]
            _spread(node, words)
        elif "url(#" in words:
            node.set(name, _REFERENCE.sub(lambda found: f"url(#{numbers[found[1]]})", words))


def _spread(node: etree._Element, style: str) -> None:
    for declaration in filter(None, map(str.strip, style.split(";"))):
        name, _, value = declaration.partition(":")
        node.set(name.strip(), value.strip())
