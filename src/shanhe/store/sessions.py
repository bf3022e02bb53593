"""Sessions in the database, as the framework keeps them; each request reads one."""

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.db.models.functions import Now

from shanhe.store.asked import rows_of


class SessionStore(db.SessionStore):
    """The framework's own, but for the text of its query, which is written once."""

    def load(self) -> dict[str, Any]:
        """Return what a session holds; nothing where it has ended."""
        found = rows_of(_going_on, self.session_key)
        if not found:
            self._session_key = None
            return {}
        return dict(self.decode(found[0][0]))


def _going_on(key: str) -> QuerySet[Session, tuple[Any, ...]]:
    found = Session.objects.filter(session_key=key, expire_date__gt=Now())
    return found.values_list("session_data")
