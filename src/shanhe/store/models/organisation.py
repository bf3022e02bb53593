"""Organisations: the tree ministry – province – city – county – unit."""

from typing import Any

from django.db import models


class Organisation(models.Model):
    """A body with accounts (机构).

    Attributes:
        name: official name. level: 部, 省, 市, 县 or 单位.
        place: its name on the sheet 区域与单位, such as 石拐区; empty for bodies above the city.
        path: keys from the root down, ``/1/4/9/``; a subtree is all paths with one beginning.
    """

    name = models.CharField(max_length=100)
    level = models.CharField(max_length=4)
    place = models.CharField(max_length=100, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    path = models.CharField(max_length=200, db_index=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["parent", "name"], name="one_name_a_parent")]

    def save(self, **options: Any) -> None:
        """Keep the path, which needs the key that the database gives."""
        super().save(**options)
        path = f"{self.parent.path if self.parent else '/'}{self.pk}/"
        if path != self.path:
            self.path = path
            super().save(update_fields=["path"])

    def __str__(self) -> str:
        return self.name
