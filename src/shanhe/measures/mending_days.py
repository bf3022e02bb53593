"""Headings of tables of problems: until when each is to be mended, and when it was."""

from shanhe.values.regex import regex

DUE = regex(
    "(?:计划|要求|拟)?(?:整改|销号|办结|完成)?(?:完成)?(?:期限|时限|截止(?:日期|时间|日))|(?:计划|拟|要求)(?:整改)?(?:完成|办结|销号)(?:日期|时间|日)"
)
"""``整改期限``, ``计划完成时间``."""
DONE = regex("(?:实际)?(?:整改)?(?:完成|办结|销号)(?:整改)?(?:日期|时间|日)|整改(?:日期|时间|日)")
"""``完成日期``, ``整改销号时间``."""
