"""What the web server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from shanhe.app.office.first_start import load_shared
from shanhe.web.serve import end_with_the_server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shanhe.web.settings")
end_with_the_server()
application = get_wsgi_application()
load_shared()
gc.collect()
gc.freeze()  # a full collection of what every page shares would take 80 ms of somebody's page
