"""What the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from shanhe.web.serve import end_with_the_server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shanhe.web.settings")
end_with_the_server()
application = get_wsgi_application()
