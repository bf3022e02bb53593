"""Empty pages of the framework, to hold ours against.

``/`` is the smallest page that Django answers: no session, no template, no database. ``/known`` is an
empty page of somebody who is logged in: the middleware that a new project is made with, the session and
the account from the office's own database, a template with a name and the way out.
"""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from shanhe.store import settings as store

PAGE = """<!doctype html><title>empty</title>
<p>{{ request.user }}<form method="post" action="/out">{% csrf_token %}<button>out</button></form>"""
STARTED_WITH = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
if not settings.configured:
    settings.configure(
        ROOT_URLCONF=__name__,
        ALLOWED_HOSTS=["127.0.0.1"],
        SECRET_KEY=store.SECRET_KEY,
        DATABASES=store.DATABASES,
        INSTALLED_APPS=[*store.INSTALLED_APPS, "django.contrib.messages"],
        AUTH_USER_MODEL=store.AUTH_USER_MODEL,
        USE_TZ=True,
        MIDDLEWARE=STARTED_WITH,
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "loaders": [("django.template.loaders.locmem.Loader", {"empty.html": PAGE})],
                    "context_processors": ["django.template.context_processors.request"],
                },
            }
        ],
    )


def empty(_: HttpRequest) -> HttpResponse:
    return HttpResponse("")


def known(request: HttpRequest) -> HttpResponse:
    return render(request, "empty.html", status=200 if request.user.is_authenticated else 403)


urlpatterns = [path("", empty), path("known", known)]
application = get_wsgi_application()
