"""Killed at any moment of a removal, no case is lost; whoever goes on finds everything as it must be."""

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path

import stores

TESTS = Path(__file__).parent.parent
KILLS = 25


def test_a_removal_that_is_killed_loses_no_case_and_is_mended_by_the_next_start(tmp_path):
    seed = secrets.randbelow(10**9)
    environment = os.environ | {
        "TRIVET_DATA": str(tmp_path), "PYTHONPATH": str(TESTS), "DJANGO_SETTINGS_MODULE": "trivet.settings",
        **stores.pair(tmp_path),
    }  # fmt: skip
    run = subprocess.run(
        [sys.executable, str(TESTS / "crash" / "removals.py"), str(KILLS), str(seed)],
        env=environment, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]
    left = json.loads(run.stdout.splitlines()[-1])
    print(left, "seed", seed)
    assert left.pop("kills") == KILLS
    assert left.pop("links")
    assert left.pop("finished") < KILLS
    assert not any(left.values()), left
