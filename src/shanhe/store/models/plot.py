"""Plots (图斑) with their outlines."""

from django.db import models

from shanhe.store.models.book import Book
from shanhe.store.models.file import File


class Layer(models.Model):
    """One upload of plots (图斑图层); the newest one of a book counts.

    Attributes:
        crs: the reference system that the file declares, such as ``EPSG:4490``.
        about: what ``app.plot_reading`` said of it: columns, problems, restored areas.
    """

    book = models.ForeignKey(Book, models.PROTECT, related_name="layers")
    file = models.ForeignKey(File, models.PROTECT)
    crs = models.CharField(max_length=50)
    count = models.IntegerField()
    about = models.JSONField(default=dict)
    is_current = models.BooleanField(default=True)
    at = models.DateTimeField(auto_now_add=True)


class Plot(models.Model):
    """One plot.

    Attributes:
        row: number of its record in the layer, from 1; the one thing that tells two plots of the same
            code apart.
        code: 图斑编号. region: name as on 区域与单位.
        state: 未开工, 施工中, 已完工, 已验收.
        square_metres: ellipsoidal area in hundredths of a square metre, rounded half up.
        stated: area as the attribute table states it, with its unit, as text.
        outline: GeoJSON geometry in CGCS2000 longitude and latitude.
    """

    layer = models.ForeignKey(Layer, models.CASCADE, related_name="plots")
    row = models.IntegerField(default=0)
    code = models.CharField(max_length=50)
    region = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=10, blank=True)
    square_metres = models.BigIntegerField()
    stated = models.CharField(max_length=50, blank=True)
    outline = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["layer", "code"], name="plot_by_code")]
