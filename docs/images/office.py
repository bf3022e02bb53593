"""Make the pictures of the office from the story that the tests tell in a browser.

Run with the Python of the development environment; it wants Chromium. Each picture becomes
``office-*.png`` beside this file, with as few colours as its words need.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
STORIES = ("tests/browser/test_story_of_baotou.py", "tests/browser/test_phone.py")
COLOURS, MOST_BYTES = 96, 250_000


def photographed(folder: Path) -> list[Path]:
    """Tell the stories and return what was photographed on the way."""
    told = [sys.executable, "-m", "pytest", *STORIES]
    subprocess.run(  # noqa: S603 - our own tests
        told, check=True, cwd=HERE.parents[1], env={**os.environ, "SHANHE_PICTURES": str(folder)}
    )
    return sorted(folder.glob("office-*.png"))


def kept(picture: Path) -> int:
    """Write a picture beside this file and return its size in bytes."""
    target = HERE / picture.name
    with Image.open(picture) as shown:
        few = shown.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(target, optimize=True)
    return target.stat().st_size


def main() -> None:
    """Make all of them."""
    with tempfile.TemporaryDirectory() as folder:
        for picture in photographed(Path(folder)):
            size = kept(picture)
            if size > MOST_BYTES:
                raise SystemExit(f"{picture.name}: {size} bytes")


if __name__ == "__main__":
    main()
