"""All addresses of the office."""

from django.urls import URLPattern, URLResolver

from shanhe.web.pages import door, home, programme

urlpatterns: list[URLPattern | URLResolver] = [
    *door.addresses,
    *home.addresses,
    *programme.addresses,
]
