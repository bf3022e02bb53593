"""A browser without a screen, for one person of the office."""

from django.test import Client

from shanhe.store.models import Account


def visitor(login: str) -> Client:
    """Return a client that is logged in."""
    client = Client()
    client.force_login(Account.objects.get(login=login), "shanhe.app.office.knowing.KnowingBackend")
    return client
