"""What a county hands in: figures with evidence, on their way up."""

from django.db import models

from shanhe.store.models.account import Account
from shanhe.store.models.book import Book
from shanhe.store.models.organisation import Organisation


class Submission(models.Model):
    """Figures of one organisation, drafted, submitted, reviewed (填报单).

    Attributes:
        sheet: key of the sheet its rows belong to.
        title: what it reports, such as 2025年12月进展.
        state: a word of ``app.office.submissions.State``.
        rows: list of ``{"row", "texts", "evidence", "seen"}``; ``seen`` is the journal entry
            that the person had before them, 0 for a new row.
        version: each save adds one; who saves an older one is told.
        editors: keys of the accounts that entered something; none of them may approve it.
        comment: the last word of who returned it.
    """

    book = models.ForeignKey(Book, models.PROTECT, related_name="submissions")
    organisation = models.ForeignKey(Organisation, models.PROTECT)
    sheet = models.CharField(max_length=30)
    title = models.CharField(max_length=100)
    state = models.CharField(max_length=10, default="draft")
    rows = models.JSONField(default=list)
    version = models.IntegerField(default=1)
    editors = models.JSONField(default=list)
    comment = models.TextField(blank=True)
    account = models.ForeignKey(Account, models.PROTECT)
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-changed"]
        indexes = [models.Index(fields=["book", "state"], name="submission_by_state")]
