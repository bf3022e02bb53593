"""How pages write figures."""

from decimal import Decimal

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def hundredths(value: int | None) -> str:
    """Return hundredths of a percent as printed: 9812 → ``98.12%``; ``—`` for none."""
    return "—" if value is None else f"{Decimal(value) / 100:.2f}%"


@register.filter
def our_svg(drawn: str) -> SafeString:
    """Return a picture that this program drew itself; never use it for what people hand in."""
    return mark_safe(drawn)  # noqa: S308 - every text in it was escaped when it was drawn
