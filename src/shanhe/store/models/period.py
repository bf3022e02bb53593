"""Closed periods, and who may still write in them."""

from django.db import models

from shanhe.store.models.account import Account
from shanhe.store.models.book import Book
from shanhe.store.models.organisation import Organisation


class Lock(models.Model):
    """A closed sheet of a book, or the whole book (锁定).

    Attributes:
        sheet: key of the sheet; empty for all.
        opened: when it was opened again; ``None`` while it is closed.
    """

    book = models.ForeignKey(Book, models.CASCADE, related_name="locks")
    sheet = models.CharField(max_length=30, blank=True)
    why = models.TextField()
    account = models.ForeignKey(Account, models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)
    opened = models.DateTimeField(null=True)


class Permit(models.Model):
    """A dated exception to a lock, for one organisation (延期)."""

    lock = models.ForeignKey(Lock, models.CASCADE, related_name="permits")
    organisation = models.ForeignKey(Organisation, models.PROTECT)
    until = models.DateField()
    why = models.TextField()
    account = models.ForeignKey(Account, models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)
