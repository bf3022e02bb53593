"""The page: its section, its numbers at the foot, its settings."""

from shanhe.documents.formats.docx.looks import PAGE_HEIGHT, PAGE_WIDTH, Look
from shanhe.documents.formats.docx.markup import R, W, twips
from shanhe.documents.formats.office import HEAD


def section_xml(look: Look, odd: str, even: str) -> str:
    """Size, margins and feet of all pages; ``odd`` and ``even`` are ids of relationships."""
    margins = {
        "top": look.top,
        "right": look.right,
        "bottom": look.bottom,
        "left": look.left,
        "header": 15,
        "footer": look.footer,
        "gutter": 0,
    }
    edges = "".join(f' w:{name}="{twips(size)}"' for name, size in margins.items())
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{odd}"/>'
        f'<w:footerReference w:type="even" r:id="{even}"/>'
        f'<w:pgSz w:w="{twips(PAGE_WIDTH)}" w:h="{twips(PAGE_HEIGHT)}"/><w:pgMar{edges}/>'
        '<w:docGrid w:linePitch="312"/></w:sectPr>'
    )


def footer_xml(look: Look, even: bool) -> bytes:
    """The page number between dashes, outside at the foot, one character in."""
    side = "left" if even else "right"
    place = f'<w:ind w:{side}Chars="100" w:{side}="{round(look.number.size * 20)}"/>'
    dash = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    return (
        f'{HEAD}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/>{place}'
        f'<w:jc w:val="{side}"/></w:pPr>'
        f'<w:r>{dash}<w:t xml:space="preserve">— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        f'<w:r>{dash}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    ).encode()


def settings_xml() -> bytes:
    """The part ``word/settings.xml``; without ``compat`` Word opens in its mode for old files."""
    return (
        f'{HEAD}<w:settings xmlns:w="{W}" xmlns:r="{R}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    ).encode()
