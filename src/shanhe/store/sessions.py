"""Sessions in the database, as the framework keeps them; each request reads one."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from shanhe.store.asked import rows_of


class SessionStore(db.SessionStore):
    """The framework's own, but for the text of its query, which is written once."""

    def load(self) -> dict[str, Any]:
        """Return what a session holds; nothing where it has ended."""
        found = rows_of(_kept, self.session_key)
        if not found or _moment(found[0][1]) <= timezone.now():
            self._session_key = None
            return {}
        return dict(self.decode(found[0][0]))


def _kept(key: str) -> QuerySet[Session, tuple[Any, ...]]:
    return Session.objects.filter(session_key=key).values_list("session_data", "expire_date")


def _moment(kept: datetime) -> datetime:
    """Return a moment as the database gave it; SQLite leaves out its zone, which is that of all."""
    return kept if kept.tzinfo else kept.replace(tzinfo=UTC)
