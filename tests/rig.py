"""The product's own settings over a data folder of this test worker's own."""

import os
import tempfile

import clusters

os.environ["TRIVET_DATA"] = tempfile.mkdtemp(prefix="trivet-test-")
for variable in clusters.NAMES:
    if variable in os.environ:
        os.environ[variable] = clusters.of_worker(os.environ[variable], os.environ.get("PYTEST_XDIST_WORKER", "gw0"))

from trivet.settings import *  # noqa: F403
