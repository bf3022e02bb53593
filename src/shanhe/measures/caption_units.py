"""The units that the line above a table names, and which of them a column has.

``单位：万元`` is of every column, as is ``表1 资金安排情况（万元）``; ``面积单位：公顷；投资单位：万元`` and ``单位：万元、公顷、个`` are each of those that
their headings fit.
"""

import re
from dataclasses import dataclass

from shanhe.values.regex import regex
from shanhe.values.unit import Unit, find_unit

_NAMED = regex(r"([\u4e00-\u9fff]{0,6}?)单位[:：]\s*([^\s。；;）)]{1,24})")
_AT_THE_END = regex(r"^[^。；，]{2,50}[（(]([^\s（）()]{1,12})[）)]\s*$")
"""The heading of a table whose unit stands in brackets at its end: 表1 资金安排情况（万元）."""
_KINDS = (
    (
        "money",
        regex(
            "资金|投资|预算|支付|支出|金额|经费|补助|中央|省级|[市盟州]级|[县旗区]级|社会资本|到位|结余|合同[额价款]|[结决]算|审定|送审|中标价?|造价|[额款费价]$"
        ),
    ),
    ("area", regex("面积|公顷|亩")),
    ("length", regex("长度|里程")),
)
"""What a heading speaks of → the dimension of its unit."""
_MONEY = frozenset({"金额", "货币", "资金"})
"""Words before 单位 that make it that of all money, whatever its columns are called."""


@dataclass(frozen=True, slots=True)
class CaptionUnits:
    """The units of a caption, each with the word before 单位."""

    named: tuple[tuple[str, Unit], ...]

    def of(self, head: str) -> Unit | None:
        """Return the unit of a column, ``None`` where the caption does not say.

        Example:
            Under ``金额单位：万元`` the column 合同额 is in 万元; under ``面积单位：公顷；投资单位：万元`` the column 计划投资 is in 万元.
        """
        if len(self.named) == 1 and not self.named[0][0]:
            return self.named[0][1]
        own = [unit for word, unit in self.named if word and word in head]
        kinds = [kind for kind, words in _KINDS if words.search(head)][:1]
        free = [unit for word, unit in self.named if not word or word in _MONEY]
        like = [one for one in free if (one.measures(*kinds) if kinds else one.is_count)]
        return next(iter([*own, *like]), None)


def caption_units(text: str) -> CaptionUnits:
    """Return what a caption says of units."""
    told = [(found[1], found[2]) for found in _NAMED.finditer(text)]
    ended = _AT_THE_END.match(text) if not told else None
    if ended is not None:
        told.append(("", ended[1]))
    named = []
    for word, symbols in told:
        for symbol in re.split("[、，,]", symbols):
            known = find_unit(symbol.strip())
            if known is not None and known.symbol:
                named.append((word, known))
    return CaptionUnits(tuple(named))
