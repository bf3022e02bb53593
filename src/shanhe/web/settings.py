"""Settings of the office's pages; the store's are below them.

Environment:
    SHANHE_HOSTS: names the office answers to, divided by commas; the own machine alone without it.
    SHANHE_TLS: ``1`` where a server in front speaks HTTPS; cookies then travel over HTTPS alone.
    SHANHE_DEBUG: ``1`` for developers.
"""

import os
from pathlib import Path

from csp.constants import SELF
from django.utils.translation import gettext_lazy as _

from shanhe.store.settings import *  # noqa: F403 - the store's settings hold here too
from shanhe.store.settings import INSTALLED_APPS as _STORE
from shanhe.store.settings import SILENCED_SYSTEM_CHECKS as _SILENCED

_HERE = Path(__file__).resolve().parent
_TLS = os.environ.get("SHANHE_TLS") == "1"

DEBUG = os.environ.get("SHANHE_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("SHANHE_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if _TLS and "*" not in host]
INSTALLED_APPS = [
    *_STORE,
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "ninja",
    "shanhe.web",
]
MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",  # first, so that what answers below it has its policy too
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "shanhe.web.limits.LimitsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "shanhe.web.asking.ActorMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "shanhe.web.urls"
WSGI_APPLICATION = "shanhe.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_HERE / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "shanhe.web.asking.around",
            ],
            "builtins": ["shanhe.web.templatetags.figures"],
        },
    }
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "shanhe.app.office.knowing.KnowingBackend",
]
SILENCED_SYSTEM_CHECKS = [*(one for one in _SILENCED if one != "axes.W002")]
CSRF_FAILURE_VIEW = "shanhe.web.pages.errors.stale_form"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5  # hours
AXES_RESET_ON_SUCCESS = True  # of this name at this address alone
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "locked_out.html"
AXES_USERNAME_FORM_FIELD = "username"
AXES_CLIENT_IP_CALLABLE = "shanhe.web.limits.address_of"
AXES_VERBOSE = False

CACHES = {  # pieces of pages, some 30 kB each, in every worker
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 2000},
    }
}
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("中文")), ("en", "English")]
LOCALE_PATHS = [_HERE / "locale"]
USE_I18N = True

STATIC_URL = "static/"
STATICFILES_DIRS = [_HERE / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_AUTOREFRESH = DEBUG

SESSION_ENGINE = "shanhe.store.sessions"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _TLS
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = _TLS
SECURE_HSTS_SECONDS = 31_536_000 if _TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _TLS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "style-src": [SELF],
        "script-src": [SELF],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
    }
}
BEHIND_SERVER = _TLS
UPLOAD_MOST = 100_000_000  # bytes in one request with files; nginx is told the same
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {  # whoever scans for names would fill the log with tracebacks
        "django.security.DisallowedHost": {"handlers": ["console"], "level": "CRITICAL"}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
