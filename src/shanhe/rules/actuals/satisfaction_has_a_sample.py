"""满意度写明有效样本数，样本不过少.

The denominator beside the actual is the number of valid answers; any statement of the year may
give it, and so may any sentence of a paper that counts answers to a survey. The least sample is a
dated setting, since no national number was found.
"""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from shanhe.catalogue.catalogue import Catalogue
from shanhe.measures.attainment import rates_over
from shanhe.measures.year_end import year_end
from shanhe.records.dossier import Dossier
from shanhe.records.finding import Hit
from shanhe.rules.declare import NOTE, rule
from shanhe.rules.words import Both, indicator_name
from shanhe.values.regex import regex


@rule(
    id="ACTUAL-407",
    severity=NOTE,
    basis=["practice#I-R5", "practice#E-12"],
    zh="{indicator}：填报 {stated}，{fact}",
    en="{indicator}: {stated} is stated, {fact}",
)
def satisfaction_has_a_sample(dossier: Dossier, catalogue: Catalogue) -> Iterator[Hit]:
    """Yield satisfaction that names no sample, or one too small."""
    least = catalogue.law.number("satisfaction_min_sample", year_end(dossier))
    told = list(_told(dossier))
    for actual in rates_over(dossier, catalogue, denominator="valid_answers"):
        stated = dossier.stated_actuals(actual.indicator)
        samples = [one.denominator for one in stated if one.denominator is not None]
        samples += told
        if actual.quantity is None or max(samples, default=least - 1) >= least:
            continue
        words = {
            "indicator": indicator_name(catalogue, actual.indicator),
            "stated": str(actual.quantity),
            "fact": Both("未写明有效样本数", "no number of valid answers is given"),
        }
        if samples:
            shown = f"{max(samples):f}"
            words["fact"] = Both(
                f"有效样本仅 {shown} 份，少于 {least} 份",
                f"with {shown} valid answers, fewer than {least}",
            )
        at = [one.operand(key) for one in stated for key in ("amount", "denominator")]
        yield Hit(tuple(at), words)


_ANSWERS = regex("有效|回收|收回")
_SAMPLE = regex(
    r"(?:有效(?:样本|问卷|答卷|问卷样本)|(?:回收|收回)(?:有效)?(?:问卷|答卷|样本))(?:量|数|共)?[为计]?\s*(\d+)\s*(?:份|人|户|名)"
    r"|(?:问卷|调查表|答卷|测评表)[^。；]{0,12}(?:回收|收回)(?:有效)?\s*(\d+)\s*份"
)


def _told(dossier: Dossier) -> Iterator[Decimal]:
    """Yield the numbers of answers that sentences of a paper tell."""
    for line in dossier.texts:
        for found in _SAMPLE.finditer(_plain(line.text)):
            yield Decimal(found[1] or found[2])


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text) if _ANSWERS.search(text) else ""
