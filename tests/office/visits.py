"""A browser of somebody in the office, without the door."""

from django.test import Client

from shanhe.store.models import Account


def browser(login: str) -> Client:
    """Return a client in which that person is logged in; a stranger for no name."""
    client = Client()
    if login:
        account = Account.objects.get(login=login)
        client.force_login(account, "django.contrib.auth.backends.ModelBackend")
    return client
