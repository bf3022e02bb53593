"""年末未支出资金结转到以后年度使用.

``截至2025年12月31日…已到位未支出的1450.80万元按规定结转2025年使用`` cannot be: what is left at the end of a year is carried to a later one. Only what is
told as unspent, or left, at the end of a year that its paragraph names is asked; 2024年结转2025年使用的资金 says from which year it comes.
"""

import re
from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.sentences import prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.values.regex import regex

_END = regex("(?:截至|截止|截止到|至|到)?(20\\d\\d)年(?:12月(?:31日|底|末)|年?[底末])")
_CARRIED = regex(
    "(?P<what>[^，。；]*?)(?:已?按(?:规定|程序|要求))?(?:全部|全额|继续|已)*结转(?:到|至|于|入)?(?P<year>20\\d\\d)年(?:度)?(?:继续)?(?:使用|支付|支出|安排|执行|列支|统筹)"
)
_LEFT = regex("未支[出付]|未执行|未使用|尚未|没有支出|结余|剩余|尾款|质保金|余额|余款")
_FROM = regex("20\\d\\d年|上年|往年|以前年度|历年")


@rule(
    id="FUND-238",
    severity=ERROR,
    basis=["practice#E-35", "practice#R-02"],
    zh="“{words}”：{end} 年末未支出的资金应结转以后年度，所写为 {year} 年",
    en="{words}: what is left at the end of {end} goes to a later year, {year} is written",
    only=Only.PAPER,
)
def what_is_carried_over_goes_to_a_later_year(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield each sum left at the end of a year that is carried over to that year, or one before."""
    del catalogue
    for line in prose(dossier):
        end = 0
        for sentence in sentences(line) if "结转" in line.text else ():
            text = sentence.own_words
            for found in _CARRIED.finditer(text):
                told = [int(one) for one in _END.findall(text[: found.start()])]
                end = told[-1] if told else end
                left = _LEFT.search(found["what"]) and not _FROM.search(found["what"])
                if left and end and int(found["year"]) <= end:
                    what = re.split("[，。；]", found[0])[-1]
                    at = sentence.operand(found.end() - len(what), found.end())
                    yield Hit((at,), {"words": at.text, "end": end, "year": found["year"]})
            told = [int(one) for one in _END.findall(text)]
            end = told[-1] if told else end
