"""What every benchmark stands on: a data folder of its own, with the tests' cast in it."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["TRIVET_DATA"] = tempfile.mkdtemp(prefix="trivet-benchmark-")
os.environ["DJANGO_SETTINGS_MODULE"] = "trivet.settings"
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import django

django.setup()

from django.core.management import call_command

from cast import Cast, make_cast


def prepared() -> Cast:
    """Both stores, empty but for an event and its people."""
    call_command("migrate", verbosity=0)
    call_command("migrate", database="keys", verbosity=0)
    return make_cast()


def seconds(work: Callable[[], object], *, times: int) -> float:
    """The median time of one run."""
    runs = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        runs.append(time.perf_counter() - start)
    return sorted(runs)[len(runs) // 2]


def show(what: str, ours: float, theirs: float, against: str) -> None:
    print(f"{what}: {ours * 1000:.2f} ms, {against}: {theirs * 1000:.2f} ms, ratio {ours / theirs:.2f}")
