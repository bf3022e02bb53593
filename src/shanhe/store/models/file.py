"""Files that people handed in."""

from django.db import models

from shanhe.store.models.account import Account
from shanhe.store.models.book import Book


class File(models.Model):
    """A file of a book; its bytes lie under its digest, outside every served folder (附件).

    Attributes:
        digest: sha256. name: as the person called it, shown but never used as a path.
        kind: as its content says: ``pdf``, ``jpg``, ``docx``, …
        taken_on, taken_at: when and where a photo was taken, as the person states it.
        recorded: what the camera wrote into it: ``on``, ``latitude``, ``longitude``, as text; see
            ``app.office.photos``.
    """

    book = models.ForeignKey(Book, models.PROTECT, null=True, related_name="files")
    digest = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    size = models.BigIntegerField()
    taken_on = models.DateField(null=True)
    taken_at = models.CharField(max_length=200, blank=True)
    recorded = models.JSONField(default=dict)
    account = models.ForeignKey(Account, models.PROTECT)
    at = models.DateTimeField(auto_now_add=True)
