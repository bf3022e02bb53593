"""问题涉及金额等于已整改金额与未整改金额之和.

What was found is told in one sentence, what is mended and what is not in the next: ``共210.00万元。…整改金额174.80万元；…尚未整改，涉及35.20万元``.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.computed import add
from shanhe.measures.frame import AMOUNT, skeleton
from shanhe.measures.sentences import Sentence, prose
from shanhe.measures.stated import judge_stated
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import TextLine
from shanhe.rules.declare import ERROR, Only, rule
from shanhe.rules.words import amount, result
from shanhe.values.regex import regex

_WORDS = r"[^。；\ue000-\uf8ff]"
_FOUND = regex(
    rf"(?:共|合计|总计|涉及(?:金额|资金)?)计?为?(?P<whole>{AMOUNT})[。，；]{_WORDS}{{0,16}}(?:整改{_WORDS}{{0,6}}{AMOUNT}[个项，]*)?(?:已?整改(?:到位|完成)?|完成整改)的?(?:涉及)?(?:金额|资金)(?:为|共)?(?P<done>{AMOUNT})"
    rf"[；，。][^。]{{0,30}}?(?:尚未|未|正在|仍在)(?:完成)?整改[^。；]{{0,8}}?(?P<left>{AMOUNT})"
)


@rule(
    id="SAME-942",
    severity=ERROR,
    basis=["arithmetic#sum", "practice#R-07"],
    zh="已整改与未整改金额合计 {computed}（{steps}），问题涉及金额写为 {whole}",
    en="mended and unmended money make {computed} ({steps}), the problems are told to be of {whole}",
    only=Only.PAPER,
)
def mended_and_unmended_money_make_the_whole(
    dossier: Dossier, catalogue: Catalogue
) -> Iterator[Hit]:
    """Yield the money of problems that what is mended and what is not do not make."""
    del catalogue
    for line in prose(dossier):
        if "整改" in line.text:
            yield from _in_paragraph(line)


def _in_paragraph(line: TextLine) -> Iterator[Hit]:
    bones = skeleton(line.text)
    for found in _FOUND.finditer(bones.text):
        whole, done, left = (bones.amount(found[key]) for key in ("whole", "done", "left"))
        if not (whole.is_money and whole.is_like(done) and whole.is_like(left)):
            continue
        made = add([done.quantity, left.quantity], whole.quantity.unit)
        if not judge_stated(whole.quantity, made).is_kept:
            first, last = bones.at[found.start()], bones.at[found.end() - 1]
            at = Sentence(line.text, line, 0).operand(first, max(last + 1, left.end))
            words = {"computed": result(made, 2), "steps": made.steps}
            words |= {"whole": amount(whole.quantity)}
            yield Hit((at,), words, recomputed=made.equation)
