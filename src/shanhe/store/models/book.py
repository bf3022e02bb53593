"""A programme in one year as it is kept: its lines, and what was computed of them."""

from django.db import models

from shanhe.store.models.organisation import Organisation


class Book(models.Model):
    """A programme in one budget year (项目台账).

    Attributes:
        organisation: who runs it, a city as a rule.
        name, year: as on the sheet 项目信息.
        revision: number of its last journal entry; each change adds one.
        head: hash of that entry, the end of the chain.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT)
    name = models.CharField(max_length=200)
    year = models.IntegerField()
    revision = models.IntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name", "year"], name="one_book_a_programme_and_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.year}年度）"


class Line(models.Model):
    """The present state of one row of one sheet; a view of the journal.

    Attributes:
        sheet: key of the sheet, such as ``targets``.
        row: key of the row, never reused.
        position: order on the sheet.
        texts: field → text as typed; empty fields are left out.
        number: the journal entry that made it what it is.
    """

    book = models.ForeignKey(Book, models.CASCADE, related_name="lines")
    sheet = models.CharField(max_length=30)
    row = models.CharField(max_length=16)
    position = models.IntegerField()
    texts = models.JSONField()
    number = models.IntegerField()

    class Meta:
        ordering = ["sheet", "position"]
        constraints = [
            models.UniqueConstraint(fields=["book", "sheet", "row"], name="one_line_a_row")
        ]


class Summary(models.Model):
    """What was computed of a book, for pages that many people open.

    Attributes:
        revision: of the book that it was computed from; an older one is on its way to be renewed.
        problems: why it could not be computed, as text a person reads; empty where it could.
        made_by: fingerprint of the program that computed it; another one computes it anew.
        page: what the programme page shows, as plain data. findings: all that was found, likewise.
        met, indicators, errors, warnings: counts, to sort and compare programmes by.
        completion, executed: in hundredths of a percent, rounded half up; ``None`` where not known.
        overdue: steps and subprojects that are late on the day of the data.
        active: when anything was last entered.
    """

    book = models.OneToOneField(Book, models.CASCADE, related_name="summary")
    revision = models.IntegerField()
    problems = models.JSONField(default=list)
    met = models.IntegerField(default=0)
    indicators = models.IntegerField(default=0)
    errors = models.IntegerField(default=0)
    warnings = models.IntegerField(default=0)
    completion = models.IntegerField(null=True)
    executed = models.IntegerField(null=True)
    overdue = models.IntegerField(default=0)
    active = models.DateTimeField(null=True)
    computed = models.DateTimeField(auto_now=True)
    made_by = models.CharField(max_length=12, default="")
    page = models.JSONField(default=dict)
    findings = models.JSONField(default=list)


class Found(models.Model):
    """How often one rule found something in a book; a part of its summary (问题统计).

    Attributes:
        rule: its id. severity: ``error``, ``warning`` or ``note``.
    """

    summary = models.ForeignKey(Summary, models.CASCADE, related_name="found")
    rule = models.CharField(max_length=20, db_index=True)
    severity = models.CharField(max_length=10)
    count = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["summary", "rule", "severity"], name="one_count_a_rule")
        ]
