"""Killed without warning in the middle of anything, the next start finds it undone or done; it can be done again."""

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from tests.crash.deeds import DEEDS

import stores

TESTS = Path(__file__).parent.parent


@pytest.mark.parametrize("deed", list(DEEDS))
def test_nothing_that_was_cut_off_stays_half_done(tmp_path, deed):
    seed = secrets.randbelow(10**9)
    environment = os.environ | {
        "TRIVET_DATA": str(tmp_path), "PYTHONPATH": f"{TESTS.parent}:{TESTS}",
        "DJANGO_SETTINGS_MODULE": "trivet.settings",
        **stores.pair(tmp_path),
    }  # fmt: skip
    run = subprocess.run(
        [sys.executable, str(TESTS / "crash" / "cuts.py"), deed, str(seed)],
        env=environment, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]
    found = json.loads(run.stdout.splitlines()[-1])
    print(deed, found["points"], "of", found["moments"], "seed", seed)
    assert found["changed"]
    assert found["points"] >= 2
    assert found["wrong"] == []
