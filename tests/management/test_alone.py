"""Any number of servers tick at the same moment: what they do is done once."""

import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

import stores
from cast import make_cast
from trivet.management.alone import alone
from trivet.models import Clock
from trivet.vault.models import Share

HERE = Path(__file__).parent
SERVERS = 5


@pytest.fixture
def cast(transactional_db):
    return make_cast()


def all_tick(folder, at):
    """What the servers wrote while they ticked at one moment, and which mails they sent."""
    environment = os.environ | stores.here() | {
        "TRIVET_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "trivet.settings",
        "PYTHONPATH": f"{HERE.parent}:{os.environ.get('PYTHONPATH', '')}",
    }  # fmt: skip
    environment.pop("EMAIL_URL", None)
    servers = [
        subprocess.Popen(
            [sys.executable, str(HERE / "ticking.py"), at.isoformat()], env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for _ in range(SERVERS)
    ]  # fmt: skip
    assert [server.stdout.readline() for server in servers] == ["ready\n"] * SERVERS
    for server in servers:
        server.stdin.write("\n")
        server.stdin.flush()
    said = [server.communicate(timeout=120) for server in servers]
    assert [server.returncode for server in servers] == [0] * SERVERS
    mails = [file.read_text().count("\nTo: ") for file in (folder / "outbox").glob("*")]
    return "".join(out + err for out, err in said), sum(mails)


def test_several_servers_may_send_each_notice_only_once(cast, tmp_path):
    cast.report()
    said, mails = all_tick(tmp_path, cast.later(seconds=30))
    assert mails == 2  # the pair on duty
    assert "tick-failed" not in said
    assert not Clock.objects.filter(noticed=0).exists()


def test_several_servers_may_destroy_each_share_only_once(cast, tmp_path):
    case = cast.report()
    cast.walk_to_closed(case)
    Clock.objects.filter(case=case).update(met_at=cast.now)
    said, _ = all_tick(tmp_path, cast.now + timedelta(days=91))
    assert sum(int(line.split()[1]) for line in said.splitlines() if line.startswith("destroyed")) == 2
    assert "tick-failed" not in said
    assert set(Share.objects.values_list("scope", flat=True)) == {"outcome"}


def test_a_server_that_is_killed_may_not_keep_the_others_out(cast):
    program = (
        "import django, os, signal; django.setup()\nfrom trivet.management.alone import alone\n"
        "with alone('tick') as mine:\n print(mine, flush=True)\n os.kill(os.getpid(), signal.SIGKILL)"
    )
    environment = os.environ | stores.here() | {
        "TRIVET_DATA": os.environ["TRIVET_DATA"], "DJANGO_SETTINGS_MODULE": "trivet.settings",
    }  # fmt: skip
    run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)
    assert run.stdout == "True\n", run.stderr
    assert _let_in()


def _let_in() -> bool:
    """PostgreSQL hears of a death from the socket, a moment later."""
    for _ in range(50):
        with alone("tick") as mine:
            if mine:
                return True
        time.sleep(0.1)
    return False


def test_whoever_is_at_one_job_may_not_keep_others_from_another(cast):
    with alone("tick") as mine, alone("vacuum") as another:
        assert (mine, another) == (True, True)
