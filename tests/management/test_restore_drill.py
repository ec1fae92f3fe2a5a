"""Everything lost, a backup put back, and what changed since said again: who opens what."""

import json
import os
import subprocess
import sys
from pathlib import Path

from server import environment as environment_of

TESTS = Path(__file__).parent.parent


def drill(folder: Path, *arguments: str) -> dict:
    """Run the drill on real files, in a process of its own."""
    environment = os.environ | environment_of(folder) | {"PYTHONPATH": str(TESTS)}
    run = subprocess.run(
        [sys.executable, str(TESTS / "management" / "drill.py"), *arguments],
        env=environment, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]
    return json.loads(run.stdout.splitlines()[-1])


def test_everybody_may_open_after_a_restore_what_they_may_open_and_nothing_before(tmp_path):
    found = drill(tmp_path)
    assert found["locked"] == {"noor": [], "tomas": [], "ingrid": [], "kwame": []}
    assert found["opened"] == {
        "noor": ["old", "plain"], "tomas": [], "ingrid": ["conflict", "old", "plain"], "kwame": [],
    }  # fmt: skip
    assert found["opened"] == found["expected"]
    assert found["cases"] == 3
    assert found["old_account_destroyed"]
    assert found["journal_whole"]
    assert found["restores_in_journal"] == 1
