"""The product's own settings over a data folder of this test worker's own."""

import os
import tempfile

os.environ["TRIVET_DATA"] = tempfile.mkdtemp(prefix="trivet-test-")

from trivet.settings import *  # noqa: F403
