"""The journal: who said what, when, why, and what it takes the place of."""

from django.db import models

from shanhe.store.models.account import Account
from shanhe.store.models.book import Book


class Entry(models.Model):
    """One line of the journal; never changed, never removed (the database refuses both).

    Attributes:
        book: ``None`` for what concerns the office itself: accounts, rights, organisations.
        number: counted from 1 within the book.
        at: when, UTC. who, organisation: names as they were then.
        action: a word of ``store.journal.Act``.
        sheet, row: the line that it speaks of, empty for none.
        texts: what it says now; ``None`` where the line is removed.
        was: number of the entry it takes the place of; 0 for none.
        why: the reason given. evidence: digests of files.
        previous, hash: the chain.
    """

    book = models.ForeignKey(Book, models.PROTECT, null=True, related_name="entries")
    number = models.IntegerField()
    at = models.DateTimeField()
    account = models.ForeignKey(Account, models.PROTECT, null=True)
    who = models.CharField(max_length=50)
    organisation = models.CharField(max_length=100)
    action = models.CharField(max_length=20)
    sheet = models.CharField(max_length=30, blank=True)
    row = models.CharField(max_length=16, blank=True)
    texts = models.JSONField(null=True)
    was = models.IntegerField(default=0)
    why = models.TextField(blank=True)
    evidence = models.JSONField(default=list)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["book_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="one_entry_a_number"),
            models.UniqueConstraint(
                fields=["number"],
                condition=models.Q(book=None),
                name="one_office_entry_a_number",
            ),
        ]
        indexes = [
            models.Index(fields=["book", "sheet", "row", "number"], name="entry_by_line"),
            models.Index(fields=["book", "sheet", "number"], name="entry_by_sheet"),
            models.Index(fields=["book", "account", "number"], name="entry_by_person"),
            models.Index(fields=["book", "at"], name="entry_by_day"),
        ]


class Office(models.Model):
    """The end of the office's own journal; one row."""

    revision = models.IntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)
