"""The office of the tests keeps its data in a folder that goes away with them."""

import atexit
import os
import shutil
import tempfile

_DATA = tempfile.mkdtemp(prefix="shanhe-tests-")
os.environ["SHANHE_DATA"] = _DATA
atexit.register(shutil.rmtree, _DATA, ignore_errors=True)
