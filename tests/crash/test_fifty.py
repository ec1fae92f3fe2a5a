"""Fifty people report at the same moment: everybody is served."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor

from server import practice
from trivet.vault.codes import new_form_secret


def test_fifty_at_once_are_all_served(tmp_path):
    with practice(tmp_path) as server:
        together = threading.Barrier(50)

        def report(number: int) -> tuple[int, str]:
            together.wait()
            return server.post("/practice/report/", {"what_happened": f"Shout {number}", "secret": new_form_secret()})

        with ThreadPoolExecutor(50) as people:
            answers = list(people.map(report, range(50)))
        assert [status for status, _ in answers] == [200] * 50
        codes = {re.search(r'id="return-code"[^>]*>(.*?)</p>', page, re.S).group(1) for _, page in answers}
        assert len(codes) == 50
        assert "Error" not in server.log.read_text()


def test_a_second_start_keeps_the_data_and_a_fresh_one_does_not(tmp_path):
    with practice(tmp_path) as first:
        accounts = first.accounts
        assert {role for role, _, _ in accounts} >= {"chair", "team", "staff", "desk"}
    with practice(tmp_path) as second:
        assert second.accounts == accounts
    with practice(tmp_path, "--fresh") as third:
        assert third.accounts != accounts


def test_a_taken_port_is_said_in_a_sentence(tmp_path):
    import subprocess
    import sys
    from pathlib import Path

    with practice(tmp_path) as running:
        port = running.url.rsplit(":", 1)[1]
        command = [str(Path(sys.executable).parent / "trivet"), "practice", "--port", port]
        said = subprocess.run(
            command, capture_output=True, text=True, timeout=60, env={"TRIVET_DATA": str(tmp_path / "o")}
        )
        assert said.returncode == 1
        assert f"Port {port} is taken" in said.stderr
        assert "Traceback" not in said.stderr
