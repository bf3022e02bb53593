"""Papers: reports that were checked, answers to findings, self-evaluations that were signed."""

from django.db import models

from shanhe.store.models.account import Account
from shanhe.store.models.book import Book
from shanhe.store.models.file import File
from shanhe.store.models.period import Lock


class Audit(models.Model):
    """One report that was checked (核查).

    Attributes:
        book: the programme it belongs to; ``None`` for a report on its own.
        series: versions of one report share it; the first one's key.
        result: what was found, as plain data.
    """

    book = models.ForeignKey(Book, models.PROTECT, null=True, related_name="audits")
    file = models.ForeignKey(File, models.PROTECT)
    account = models.ForeignKey(Account, models.PROTECT, related_name="audits")
    series = models.IntegerField(default=0, db_index=True)
    result = models.JSONField()
    errors = models.IntegerField(default=0)
    warnings = models.IntegerField(default=0)
    notes = models.IntegerField(default=0)
    at = models.DateTimeField(auto_now_add=True)


class Reply(models.Model):
    """The last answer to a finding of a book's own data, or of a checked report (答复).

    Attributes:
        series: of the report; 0 for the book's own data.
        finding: key of the finding. figures: the figures it was given for.
        reply: 接受, 说明 or 更正.
    """

    book = models.ForeignKey(Book, models.PROTECT, null=True, related_name="replies")
    series = models.IntegerField(default=0)
    finding = models.CharField(max_length=60)
    reply = models.CharField(max_length=4)
    reason = models.TextField(blank=True)
    figures = models.TextField(blank=True)
    account = models.ForeignKey(Account, models.PROTECT)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["book", "series", "finding"], name="one_reply_a_finding"
            ),
            models.UniqueConstraint(
                fields=["series", "finding"],
                condition=models.Q(book=None),
                name="one_reply_a_finding_alone",
            ),
        ]


class Edition(models.Model):
    """A self-evaluation that was frozen, then signed, then published (定稿).

    Attributes:
        number: counted from 1 within the book; a correction is a new one.
        revision: of the book, whose figures it holds.
        digest: sha256 over the list of its papers, shown to whoever compares.
        papers: file name → digest of its bytes; those for the public are among them.
        public: what the public pages show, already redacted, as plain data.
        lock: closes the figures; opened again only for a later edition.
        why: what a later edition corrects.
    """

    book = models.ForeignKey(Book, models.PROTECT, related_name="editions")
    number = models.IntegerField()
    revision = models.IntegerField()
    digest = models.CharField(max_length=64)
    papers = models.JSONField()
    public = models.JSONField()
    why = models.TextField(blank=True)
    lock = models.ForeignKey(Lock, models.PROTECT, null=True, related_name="editions")
    frozen_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    frozen_at = models.DateTimeField(auto_now_add=True)
    signed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["book", "number"], name="one_edition")]
