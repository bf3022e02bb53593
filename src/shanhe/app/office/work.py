"""Work that nobody waits for: summaries of programmes that changed.

What is to be done follows from the state of the database, so a process that is killed leaves
nothing half-done and nothing forgotten.
"""

import logging
import threading

from django.db import close_old_connections

from shanhe.app.office.summary import refresh, stale

_LOG = logging.getLogger(__name__)


def work_off() -> int:
    """Do what is to be done now, and return how many programmes were computed anew."""
    done = 0
    for key in stale():
        try:
            done += refresh(key)
        except Exception:
            _LOG.exception("summary of programme %s", key)
    return done


def work_until(stop: threading.Event, pause: float = 0.5) -> None:
    """Go on working, a look every ``pause`` seconds, until ``stop`` is set."""
    while not stop.is_set():
        close_old_connections()
        if not work_off():
            stop.wait(pause)
