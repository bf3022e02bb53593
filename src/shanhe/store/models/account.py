"""Accounts, what each may do and where, and keys for machines."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from shanhe.store.models.organisation import Organisation


class Accounts(BaseUserManager["Account"]):
    """Accounts by their log-in name, each with its body: whoever asks for one needs both."""

    def get_queryset(self) -> models.QuerySet["Account"]:
        """Return all accounts."""
        return super().get_queryset().select_related("organisation")


class Account(AbstractBaseUser):
    """A person who can log in (账号).

    Attributes:
        login: the name typed at the door. name: the person's name, printed in the history.
        must_change: the password was given by somebody else and opens nothing but its own change.
        language: zh-hans or en.
        held: the rights as role, path, programme and last day, where they were read with the account.
    """

    held: "tuple[tuple[str, str, int | None, date | None], ...] | None" = None
    login = models.CharField(max_length=50, unique=True)
    name = models.CharField(max_length=50)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True)
    is_active = models.BooleanField(default=True)
    must_change = models.BooleanField(default=True)
    language = models.CharField(max_length=10, default="zh-hans")
    created = models.DateTimeField(auto_now_add=True)

    objects = Accounts()
    USERNAME_FIELD = "login"

    def __str__(self) -> str:
        return self.name


class Grant(models.Model):
    """A right: role × subtree of organisations × programme (授权).

    Attributes:
        role: a word of ``app.office.rights.Role``.
        organisation: the subtree in which it holds.
        book: the one programme it is limited to; ``None`` for all in the subtree.
        until: last day; ``None`` for no end.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="grants")
    role = models.CharField(max_length=30)
    organisation = models.ForeignKey(Organisation, models.PROTECT)
    book = models.ForeignKey("store.Book", models.CASCADE, null=True)
    until = models.DateField(null=True)


class Token(models.Model):
    """A key for a machine that speaks for an account; only its digest is kept (接口令牌).

    Attributes:
        digest: sha256 of the key.
        scopes: words such as ``read`` and ``report``, divided by blanks.
        used: when it was last used, to within a few minutes; ``None`` for never.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=50)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.CharField(max_length=100)
    created = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)
    revoked = models.BooleanField(default=False)
