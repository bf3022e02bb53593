"""Findings with their proofs → one HTML file."""

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from shanhe.catalogue.law import Law
from shanhe.documents.forms.findings_page.words import WORDS
from shanhe.records.evaluation import Evaluation

_LEVELS = ("error", "warning", "note")


@cache
def _template() -> Template:
    loader = PackageLoader("shanhe.documents.forms.findings_page", ".")
    own = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return own.get_template("page.html.j2")


def page(
    evaluation: Evaluation, law: Law, pictures: Mapping[str, tuple[str, str]], lang: str
) -> str:
    """Return the page.

    Args:
        evaluation: with its findings.
        law: for the words of each basis.
        pictures: name to SVG and to the words that replace it; drawn by us, so not escaped.
        lang: ``zh`` or ``en``.
    """
    words = WORDS[lang]
    return _template().render(
        lang="zh-CN" if lang == "zh" else "en",
        short=lang,
        words=words,
        programme=evaluation.dossier.programme,
        findings=sorted(evaluation.findings, key=lambda f: (_LEVELS.index(f.severity), f.rule)),
        counts={level: evaluation.count(level) for level in _LEVELS},
        levels=_LEVELS,
        cite=lambda basis: law.cite(basis, lang),
        pictures=[
            (words[name.partition(".")[0]], Markup(svg), alt)  # noqa: S704 - our own drawing
            for name, (svg, alt) in pictures.items()
        ],
        crashes=evaluation.crashes,
        made=words["made"].format(
            digest=evaluation.digest[:12],
            rules=evaluation.rules,
            judged=evaluation.judged,
            catalogue=evaluation.catalogue,
            version=evaluation.version,
        ),
    )
