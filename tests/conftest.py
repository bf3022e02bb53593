"""The office of the tests keeps its data in a folder that goes away with them; no timing decides a test."""

import atexit
import os
import shutil
import tempfile

from hypothesis import settings

_DATA = tempfile.mkdtemp(prefix="shanhe-tests-")
os.environ["SHANHE_DATA"] = _DATA
atexit.register(shutil.rmtree, _DATA, ignore_errors=True)

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
