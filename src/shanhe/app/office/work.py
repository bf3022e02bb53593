"""Work that nobody waits for: summaries of programmes that changed, and reports to be checked.

What is to be done follows from the state of the database, so a process that is killed leaves
nothing half-done and nothing forgotten.
"""

import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections

from shanhe.app.office import checks
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


def check_off() -> int:
    """Check reports that wait, and return how many there were."""
    try:
        return checks.check_off()
    except Exception:
        _LOG.exception("checking reports")
        return 0


def work_until(stop: threading.Event, pause: float = 0.5) -> None:
    """Go on working, a look every ``pause`` seconds, until ``stop`` is set.

    Reports are checked beside it, so that a slow one keeps no summary waiting.
    """
    beside = threading.Thread(target=_go_on, args=(check_off, stop, pause), daemon=True)
    beside.start()
    _go_on(work_off, stop, pause)


def _go_on(work: Callable[[], int], stop: threading.Event, pause: float) -> None:
    while not stop.is_set():
        close_old_connections()
        if not work():
            stop.wait(pause)
