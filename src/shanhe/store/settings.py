"""Where the office keeps its data, and how it talks to the database.

Environment:
    SHANHE_DATA: folder of the database, the files and the secret key; ``~/shanhe-data``.
    SHANHE_DATABASE_URL: ``postgresql://user:password@host/name``; without it SQLite in the folder.
    SHANHE_FILE_MB: the largest file that is taken as evidence; 20 without it.
"""

import os
import secrets
from pathlib import Path

import dj_database_url


def _secret(folder: Path) -> str:
    """Return the key that signs sessions, made at the first start and readable by its owner alone."""
    path = folder / "secret.key"
    try:
        return path.read_text()
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # two processes start at once
        return path.read_text()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text()


DATA = Path(os.environ.get("SHANHE_DATA") or Path.home() / "shanhe-data")
FILES = DATA / "files"
EVIDENCE_BYTES = int(os.environ.get("SHANHE_FILE_MB", "20")) * 2**20
SECRET_KEY = _secret(DATA)
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("SHANHE_DATABASE_URL") or f"sqlite:///{DATA / 'shanhe.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",  # writers wait at the door, so none is turned away half-way
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "axes",
    "shanhe.store",
]
AUTH_USER_MODEL = "store.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("login", "name")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
SILENCED_SYSTEM_CHECKS = ["axes.W002"]  # the log-in backends are set where the pages are
