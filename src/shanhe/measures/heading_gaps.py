"""Headings that tell a sum of what is short or left, over paragraphs that tell its parts: 3.资金少到位344.00万元."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from shanhe.measures.computed import Computed, add
from shanhe.measures.frame import AMOUNT, Frame, prose_frames, skeleton
from shanhe.measures.printed_amount import PrintedAmount
from shanhe.measures.sentences import Sentence, prose, sentences
from shanhe.records.dossier import Dossier
from shanhe.values.regex import regex

_HEADING = regex(
    rf"^(?:[（(]?[一二三四五六七八九十\d]{{1,3}}[）)]?[、.．]?)?[^，。；：\ue000-\uf8ff]{{2,16}}?(?P<way>少到位|未到位|未完成|少完成|未支出|未执行|缺口|欠付|结余|结转)(?:资金)?(?:为|共)?(?P<mark>{AMOUNT})$"
)
_IS_HEAD = regex(r"^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
_MOST = 8


@dataclass(frozen=True, slots=True)
class HeadingGap:
    """The sum of a heading with what its paragraph tells of the same, ``made`` of all of it."""

    sentence: Sentence
    told: PrintedAmount
    frame: Frame
    made: Computed


def heading_gaps(dossier: Dossier) -> Iterator[HeadingGap]:
    """Yield the sums of headings that neither an amount of their paragraph nor any of its amounts together make.

    Example:
        ``3.资金少到位434.00万元`` over ``市县财政资金少到位224.00万元；…社会资本少到位120.00万元``: 344.00.
    """
    lines = prose(dossier)
    frames = prose_frames(dossier)
    for n, line in enumerate(lines[:-1]):
        for sentence in sentences(line):
            bones = skeleton(sentence.text)
            found = _HEADING.match(bones.text)
            body = lines[n + 1]
            if found is None or sentence.text != line.text.strip() or _IS_HEAD.match(body.text):
                continue
            told = bones.amount(found["mark"])
            own = [frame for frame in frames if frame.sentence.line is body]
            parts = [
                frame.bones.amount(mark)
                for frame in own
                for mark in frame.bones.marks()
                if re.search(f"{found['way']}(?:资金)?(?:为|共|的)?$", frame.bones.lead(mark))
            ]
            yield from _judge(sentence, told, own, parts)


def _judge(
    sentence: Sentence,
    told: PrintedAmount,
    own: list[Frame],
    parts: list[PrintedAmount],
) -> Iterator[HeadingGap]:
    like = all(one.is_like(told) and not one.is_percent for one in parts)
    if not like or not 1 < len(parts) <= _MOST:
        return
    unit = told.quantity.unit
    every = [
        add([one.quantity for one in some], unit)
        for count in range(1, len(parts) + 1)
        for some in combinations(parts, count)
    ]
    if told.quantity.value not in {one.value for one in every}:
        yield HeadingGap(sentence, told, own[0], every[-1])
