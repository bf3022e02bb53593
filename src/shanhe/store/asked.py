"""Queries that every page asks: the framework writes their text once, and the database answers each time."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


def rows_of(
    query: Callable[..., QuerySet[Any, tuple[Any, ...]]], *asked: Hashable
) -> list[tuple[Any, ...]]:
    """Return the rows of a query, with values as the database gives them.

    Writing the text of a query takes the framework longer than its answer takes the database.

    Args:
        query: makes the query from what is asked, and from nothing else.
        asked: what it is made from; the text is written once for the same.
    """
    try:
        text, values = _text(query, connection.vendor, *asked)
    except EmptyResultSet:  # such as a key that is larger than any
        return []
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        return list(cursor.fetchall())


@lru_cache(maxsize=5000)
def _text(
    query: Callable[..., QuerySet[Any, tuple[Any, ...]]], vendor: str, *asked: Hashable
) -> tuple[str, tuple[Any, ...]]:
    del vendor
    text, values = query(*asked).query.sql_with_params()
    return text, tuple(values)
