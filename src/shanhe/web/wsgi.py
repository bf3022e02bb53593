"""What the web server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from shanhe.web.serve import end_with_the_server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shanhe.web.settings")
end_with_the_server()
application = get_wsgi_application()


def _load_what_pages_share() -> None:
    """Load it before the first page asks, and never look at it for garbage: that takes 80 ms of a page."""
    from shanhe.app.office.books import catalogue_of  # noqa: PLC0415 - after the application is there
    from shanhe.rules.book import rulebook  # noqa: PLC0415 - likewise

    catalogue_of()
    rulebook()
    gc.collect()
    gc.freeze()


_load_what_pages_share()
