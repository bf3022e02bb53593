"""The Django application of the store."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Models, migrations and accounts."""

    name = "shanhe.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
