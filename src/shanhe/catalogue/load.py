"""The way in: the packaged catalogue, with a bureau's own folder laid over it."""

from pathlib import Path

from shanhe.catalogue.catalogue import Catalogue
from shanhe.catalogue.check import check
from shanhe.catalogue.files import Shelf


def load_catalogue(overlay: Path | None = None) -> Catalogue:
    """Return the catalogue.

    Args:
        overlay: a folder with the same subfolders (``indicators``, ``acts``, …); a file in it is
            added, or stands in for the packaged file of the same relative path.

    Returns:
        The catalogue. Without an overlay each kind of file is parsed when first asked for, since
        a test holds the packaged data to ``check``; with one, everything is checked at once.

    Raises:
        CatalogueError: a file is broken, or a reference in it leads nowhere.
    """
    catalogue = Catalogue(Shelf(overlay))
    if overlay is not None:
        check(catalogue)
    return catalogue
