"""How pages write figures, and words of closed lists."""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from shanhe.records.problem import Problem
from shanhe.values.regex import regex

register = template.Library()


@register.filter
def hundredths(value: int | None) -> str:
    """Return hundredths of a percent as printed: 9812 → ``98.12%``; ``—`` for none."""
    return "—" if value is None else f"{Decimal(value) / 100:.2f}%"


@register.filter
def our_svg(drawn: str) -> SafeString:
    """Return a picture that this program drew itself; never use it for what people hand in."""
    return mark_safe(drawn)  # noqa: S308 - every text in it was escaped when it was drawn


@register.filter
def at(mapping: Mapping[str, Any] | str, key: str) -> Any:
    """Return what stands under a key, empty for nothing; also where there is no mapping."""
    return mapping.get(key, "") if isinstance(mapping, Mapping) else ""


@register.filter
def told(problem: Problem, lang: str) -> str:
    """Return what is wrong and how to mend it, without the place, which the page shows itself."""
    zh = lang.startswith("zh")
    said = problem.as_dict("zh" if zh else "en")
    return f"{said['says']}。{said['mend']}。" if zh else f"{said['says']}. {said['mend']}."


_YEAR = regex(r"(\d{4})年度")
_JOINTS = regex(r"(、| · | › | )")


@register.filter
def worded(words: object) -> str:
    """Return words of closed lists, alone or joined, in the language of the page.

    What is in no list, such as a name that somebody typed, stays as it is.

    Example:
        In English ``查看项目、填报进展`` reads ``See programmes, Report progress``.
    """
    whole = str(words)
    if not whole or gettext(whole) != whole:
        return whole and gettext(whole)
    return "".join(_word(one) for one in _JOINTS.split(whole))


def _word(one: str) -> str:
    year = _YEAR.fullmatch(one)
    if year:
        return gettext("%(year)s年度") % {"year": year[1]}
    return gettext(one) if one.strip() else one


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


@register.filter
def our_html(written: str) -> SafeString:
    """Return a paper that this program wrote as a piece of a page; never use it for anything else."""
    return mark_safe(written)  # noqa: S308 - every text in it was escaped when it was written


@register.simple_tag
def share_bar(value: int | None) -> SafeString:
    """Return hundredths of a percent as printed, after a bar of that length; ``—`` for none."""
    if value is None:
        return mark_safe("—")
    return mark_safe(f"{count_bar(min(max(value, 0) // 100, 100))} {hundredths(value)}")  # noqa: S308 - numbers alone


@register.simple_tag
def count_bar(share: int, width: int = 60, height: int = 10) -> SafeString:
    """Return a bar of that share of its whole, in percent; a picture of the number beside it."""
    return mark_safe(  # noqa: S308 - numbers alone
        f'<svg class="bar" width="{width}" height="{height}" aria-hidden="true" focusable="false">'
        f'<rect width="{share:d}%" height="{height}"/></svg>'
    )


@register.simple_tag
@lru_cache(maxsize=5000)
def path_to(name: str, key: int) -> str:
    """Return the address of a page of one thing, found once: a list has a hundred of them."""
    return reverse(name, args=[key])
