"""What several routes ask for in the same words, and files on their way out."""

from collections.abc import Iterator
from typing import Annotated, Literal

from django.http import StreamingHttpResponse
from pydantic import Field

Lang = Literal["zh", "en"]
Page = Annotated[int, Field(ge=1, le=1_000_000)]
Whole = Annotated[int, Field(ge=0, le=2**31 - 1)]
Word = Annotated[str, Field(max_length=100, pattern=r"^[^\x00]*$")]


def streamed(name: str, pieces: Iterator[str], kind: str) -> StreamingHttpResponse:
    """Return a large file piece by piece, to be kept and not shown."""
    response = StreamingHttpResponse(pieces, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
