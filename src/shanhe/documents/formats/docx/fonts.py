"""The font table: what to take where the fonts of official papers are not installed."""

from html import escape

from shanhe.documents.formats.docx.markup import W
from shanhe.documents.formats.office import HEAD

# Name, other names to look for, form of the letters (PANOSE), family.
_FONTS = (
    ("仿宋_GB2312", "仿宋,FangSong,FangSong_GB2312,STFangsong", "02010609030101010101", "modern"),
    ("楷体_GB2312", "楷体,KaiTi,KaiTi_GB2312,STKaiti", "02010609030101010101", "modern"),
    (
        "方正小标宋简体",
        "FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体",
        "02010601030101010101",
        "auto",
    ),
    ("黑体", "SimHei,Noto Sans CJK SC,Source Han Sans SC", "02010609060101010101", "modern"),
    ("宋体", "SimSun,Noto Serif CJK SC,Source Han Serif SC", "02010600030101010101", "auto"),
)


def fonts_xml() -> bytes:
    """The part ``word/fontTable.xml``."""
    latin = (
        '<w:font w:name="Times New Roman"><w:altName w:val="Liberation Serif"/>'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    )
    chinese = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{escape(others)}"/>'
        f'<w:panose1 w:val="{panose}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="default"/></w:font>'
        for name, others, panose, family in _FONTS
    )
    return f'{HEAD}<w:fonts xmlns:w="{W}">{latin}{chinese}</w:fonts>'.encode()
