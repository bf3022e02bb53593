"""Whose session it is."""

from django.contrib.auth.backends import ModelBackend

from shanhe.app.office.people import known
from shanhe.store.models import Account


class KnowingBackend(ModelBackend):
    """The framework's own log-in; who is in already is read together with what they may do."""

    def get_user(self, user_id: int) -> Account | None:
        """Return the account of a session, or ``None`` where it is closed; one query."""
        account = known(user_id)
        return account if account and self.user_can_authenticate(account) else None
