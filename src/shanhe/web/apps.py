"""The Django application of the pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, static files, template filters."""

    name = "shanhe.web"
    label = "web"
