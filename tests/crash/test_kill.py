"""Killed at any moment, the server loses no report that it acknowledged."""

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path

import stores

TESTS = Path(__file__).parent.parent


def test_two_hundred_kills_lose_nothing(tmp_path):
    seed = secrets.randbelow(10**9)
    environment = os.environ | {
        "TRIVET_DATA": str(tmp_path), "PYTHONPATH": str(TESTS), "DJANGO_SETTINGS_MODULE": "trivet.settings",
        **stores.pair(tmp_path),
    }  # fmt: skip
    run = subprocess.run(
        [sys.executable, str(TESTS / "crash" / "harness.py"), "200", str(seed)],
        env=environment, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]
    left = json.loads(run.stdout.splitlines()[-1])
    print(left, "seed", seed)
    assert left["kills"] == 200
    assert left["acknowledged"] >= 20  # otherwise nothing was tried
    assert left["cases"] >= left["acknowledged"]
    assert left["lost"] == []
    assert left["without_share"] == 0
