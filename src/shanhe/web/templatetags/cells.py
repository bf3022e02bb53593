"""How pages write cells of sheets, what is wrong with them, and bars beside numbers."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from shanhe.records.problem import Problem

register = template.Library()


@register.filter
def under(mapping: Mapping[str, Any] | str, key: str) -> Any:
    """Return what stands under a key, empty for nothing; also where there is no mapping."""
    return mapping.get(key, "") if isinstance(mapping, Mapping) else ""


@register.filter
def told(problem: Problem, lang: str) -> str:
    """Return what is wrong and how to mend it, without the place, which the page shows itself."""
    zh = lang.startswith("zh")
    said = problem.as_dict("zh" if zh else "en")
    return f"{said['says']}。{said['mend']}。" if zh else f"{said['says']}. {said['mend']}."


_FULL = Decimal(120)
"""Where a bar ends, in percent; a longer one is cut there."""


@register.simple_tag
def bar(percent: str, mark: str, look: str) -> SafeString:
    """Return a bar of up to 120 % with a line at 100 % and a notch where an even plan would be.

    It is a picture of the number beside it, so it is hidden from those who hear the page.
    """
    length = min(max(Decimal(percent or 0), Decimal(0)), _FULL)
    notch = format_html('<path class="plan" d="M{} 0v18"/>', mark) if mark else ""
    return format_html(
        '<svg class="bar {}" viewBox="0 0 120 18" preserveAspectRatio="none" aria-hidden="true">'
        '<path class="ground" d="M0 4h100v10H0z"/><path class="done" d="M0 4h{}v10H0z"/>'
        '<path class="target" d="M100 2v14"/>{}</svg>',
        look,
        length,
        notch,
    )
