"""Backups of a store: whole, for nobody else's eyes, and gone before they are seven days old."""

import stat
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command

from cast import make_cast
from trivet.access import runs
from trivet.management import tick
from trivet.management.backup import ring
from trivet.management.backup.kinds import kind_of
from trivet.models import Member
from trivet.process import respond
from trivet.vault.installation import keep

NOON = datetime(2026, 6, 4, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def stores(transactional_db):
    """Both stores with a team in them, really written."""
    from trivet.models import Installation

    Installation.objects.create(identity=b"this installation")
    keep("installation id", b"this installation")
    return make_cast(NOON)


def take(store, to, at, **more):
    with time_machine.travel(at, tick=False):
        call_command("backup", store=store, to=to, verbosity=0, **more)


@pytest.mark.parametrize("store", runs.STORES)
def test_a_backup_is_whole_and_for_this_account_alone(stores, tmp_path, store, capsys):
    to = tmp_path / "backups"
    take(store, to, NOON)
    [made] = to.iterdir()
    assert made.name == f"{store}-20260604T120000Z"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(to.stat().st_mode) == 0o700
    assert kind_of(store).identity(store, made) == b"this installation"
    assert runs.last(runs.TAKEN, store=store) == NOON
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_folder_that_others_may_look_into_is_refused(stores, tmp_path):
    tmp_path.chmod(0o755)
    with pytest.raises(CommandError, match="chmod 700"):
        take("main", tmp_path, NOON)
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_cannot_be_read_back_is_no_backup(stores, tmp_path, monkeypatch):
    tmp_path.chmod(0o700)
    kind = type(kind_of("main"))
    copy = kind.copy

    def damaged(self, store, to):
        copy(self, store, to)
        to.write_bytes(to.read_bytes()[: to.stat().st_size // 2])

    monkeypatch.setattr(kind, "copy", damaged)
    with pytest.raises(CommandError):
        take("main", tmp_path, NOON)
    assert list(tmp_path.iterdir()) == []
    assert runs.last(runs.TAKEN) is None


def test_no_backup_grows_seven_days_old_even_when_the_daily_one_is_late(stores, tmp_path):
    tmp_path.chmod(0o700)
    for day in range(20):
        at = NOON + day * DAY + timedelta(seconds=day % 3)
        take("keys", tmp_path, at)
        left = [ring.taken_at(file) for file in ring.backups(tmp_path, "keys")]
        assert all(at + DAY - made < timedelta(days=7, minutes=1) for made in left)
        assert len(left) in (min(day + 1, 6), min(day + 1, 7))


def test_old_ones_go_even_when_the_new_one_fails(stores, tmp_path, monkeypatch):
    tmp_path.chmod(0o700)
    take("keys", tmp_path, NOON)
    monkeypatch.setattr(type(kind_of("keys")), "check", lambda *_: (_ for _ in ()).throw(OSError))
    with pytest.raises(OSError):  # noqa: PT011
        take("keys", tmp_path, NOON + 6 * DAY)
    assert ring.backups(tmp_path, "keys") == []


def test_the_files_of_the_other_store_and_of_other_people_stay(stores, tmp_path):
    tmp_path.chmod(0o700)
    other = [tmp_path / name for name in ("main-20200101T000000Z", "keys-notes", "keys-20200101T000000Z.txt")]
    for file in other:
        file.touch()
    take("keys", tmp_path, NOON)
    assert all(file.exists() for file in other)
    take("main", tmp_path, NOON)
    assert not other[0].exists()


def test_what_a_killed_run_left_goes_an_hour_later(stores, tmp_path):
    tmp_path.chmod(0o700)
    part = tmp_path / "main-20260604T120000Z.part"
    part.touch()
    take("main", tmp_path, NOON + timedelta(minutes=30))
    assert part.exists()
    take("main", tmp_path, NOON + timedelta(minutes=61))
    assert not part.exists()


def test_a_backup_is_due_once_the_keys_of_a_case_were_turned(stores, tmp_path):
    tmp_path.chmod(0o700)
    case = stores.report()
    take("main", tmp_path, stores.later(minutes=1))
    take("main", tmp_path, stores.later(hours=1), if_due=24)
    assert len(ring.backups(tmp_path, "main")) == 1
    respond.step_back(stores.read(case, "ingrid"), stand_in=None, at=stores.later(minutes=1))
    take("main", tmp_path, stores.later(minutes=1), if_due=24)
    assert len(ring.backups(tmp_path, "main")) == 2
    take("main", tmp_path, stores.later(hours=23), if_due=24)
    assert len(ring.backups(tmp_path, "main")) == 2
    take("main", tmp_path, stores.later(hours=1), if_due=24)
    assert len(ring.backups(tmp_path, "main")) == 3


def test_the_log_asks_for_a_backup_that_is_due(stores, tmp_path, caplog):
    tmp_path.chmod(0o700)
    with time_machine.travel(NOON, tick=False):
        tick.tick()
    assert [record.getMessage() for record in caplog.records] == ["backup-due main", "backup-due keys"]
    caplog.clear()
    for store in runs.STORES:
        take(store, tmp_path, NOON)
    with time_machine.travel(NOON + timedelta(hours=1), tick=False):
        tick.tick()
    assert caplog.records == []
    assert Member.objects.exists()
