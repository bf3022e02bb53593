"""All addresses of the office."""

from django.urls import URLPattern, URLResolver

from shanhe.web.api import interface
from shanhe.web.pages import (
    check,
    door,
    editions,
    evaluation,
    files,
    filling,
    findings,
    history,
    home,
    keys,
    load,
    locks,
    money,
    people,
    plots,
    programme,
    progress,
    province,
    public,
    sheet,
    targets,
)

urlpatterns: list[URLPattern | URLResolver] = [
    *door.addresses,
    *home.addresses,
    *load.addresses,
    *programme.addresses,
    *targets.addresses,
    *money.addresses,
    *sheet.addresses,
    *progress.addresses,
    *filling.addresses,
    *files.addresses,
    *locks.addresses,
    *history.addresses,
    *people.addresses,
    *plots.addresses,
    *check.addresses,
    *findings.addresses,
    *evaluation.addresses,
    *editions.addresses,
    *public.addresses,
    *province.addresses,
    *keys.addresses,
    *interface.addresses,
]
handler400 = "shanhe.web.pages.errors.unreadable"
handler403 = "shanhe.web.pages.errors.forbidden"
handler404 = "shanhe.web.pages.errors.missing"
handler500 = "shanhe.web.pages.errors.broken"
