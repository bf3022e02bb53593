"""各表题写法一致，自评表编号.

Marks after the number (表1. beside 表3) should be the same in one paper. That the form has no number
where the other tables have one is told along with it, not by itself: an annex may do without. Only of
captions whose printed text is known.
"""

from collections.abc import Iterator

from shanhe.catalogue.catalogue import Catalogue
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.records.paper import CaptionLine
from shanhe.records.source import Operand
from shanhe.rules.declare import NOTE, Only, rule
from shanhe.rules.words import Both, listed
from shanhe.values.regex import regex

_MARK = regex(r"\s*[表图]\s*[\d一二三四五六七八九十]+([.．、:：]?)")


@rule(
    id="STRUCT-814",
    severity=NOTE,
    basis=["practice#R-07"],
    zh="表题写法不一：{what}",
    en="captions are not written alike: {what}",
    only=Only.PAPER,
)
def captions_are_alike(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield once, with captions that are written otherwise, and a form without number."""
    del catalogue
    told: list[Both] = []
    at: list[Operand] = []
    marks: dict[str, list[CaptionLine]] = {}
    for caption in dossier.captions:
        found = _MARK.match(caption.source.cell("title").text)
        if found is not None:
            marks.setdefault("点号" if found[1] in ".．" and found[1] else found[1], []).append(
                caption
            )
    if len(marks) > 1:
        told.append(_marks(marks))
        at += [captions[0].operand("title") for captions in marks.values()]
    form = _form_table(dossier)
    if form is not None and told and form.where.table not in _numbered(dossier):
        told.append(Both("自评表没有编号", "the form has no number"))
        at.append(form)
    if told:
        yield Hit(tuple(at), {"what": listed(told)})


def _marks(marks: dict[str, list[CaptionLine]]) -> Both:
    shown = []
    for mark, captions in marks.items():
        names = "、".join(f"{one.kind}{one.number}" for one in captions)
        after = f"用“{mark}”" if mark and mark != "点号" else f"用{mark}" if mark else "无标点"
        shown.append(Both(f"{names}编号后{after}", f"{names} {mark or 'bare'}"))
    return Both("，".join(one.zh for one in shown), ", ".join(one.en for one in shown))


def _numbered(dossier: Dossier) -> set[int]:
    return {caption.table for caption in dossier.captions}


def _form_table(dossier: Dossier) -> Operand | None:
    """Return the first cell of the form, where it stands in a table."""
    cells = (one.operand("amount") for one in dossier.actuals if one.in_form)
    return next((cell for cell in cells if cell.where.table), None)
