"""Every check of ``trivet doctor``, well and unwell."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections
from django.utils import timezone
from tests.management.smtp import mail_server

from cast import NOW
from trivet.access import restored, runs
from trivet.management.backup import ring
from trivet.management.doctor import BAD, GOOD, LOOK, backups, machine, mail, stores
from trivet.models import Clock, Event, Installation, JournalEntry, Membership, Restoration
from trivet.vault.installation import keep

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def states(findings):
    return [finding.state for finding in findings]


@pytest.fixture
def pair(cast):
    Installation.objects.create(identity=b"here")
    keep("installation id", b"here")
    return cast


@pytest.fixture
def folder(tmp_path):
    tmp_path.chmod(0o700)
    return tmp_path


def test_stores_of_an_older_version_are_bad(cast):
    assert states(stores.migrations(NOW)) == [GOOD, GOOD]
    with connections["keys"].cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'vault'")
    assert states(stores.migrations(NOW)) == [GOOD, BAD]


def test_stores_of_two_installations_are_bad(pair):
    assert states(stores.together(NOW)) == [GOOD]
    keep("installation id", b"there")
    assert states(stores.together(NOW)) == [BAD]


def test_half_a_restore_is_bad(pair, data_folder):
    (data_folder / "restoring").touch()
    try:
        assert states(stores.together(NOW)) == [BAD]
    finally:
        (data_folder / "restoring").unlink()


def test_a_journal_that_was_changed_is_bad(cast):
    cast.report()
    assert states(stores.whole_journal(NOW)) == [GOOD]
    JournalEntry.objects.update(salt=b"another")
    assert states(stores.whole_journal(NOW)) == [BAD]


def test_a_restore_after_which_nobody_spoke_is_worth_a_look(cast):
    assert states(stores.after_a_restore(NOW)) == []
    restored.close_everything(since=NOW - DAY, at=NOW)
    assert states(stores.after_a_restore(NOW)) == [LOOK]
    Restoration.objects.update(said_at=NOW)
    assert states(stores.after_a_restore(NOW)) == []


@pytest.mark.parametrize(("for_real", "worse"), [(True, BAD), (False, LOOK)])
def test_a_store_without_a_backup_or_with_an_old_one_is_bad_for_a_real_event(db, for_real, worse):
    assert states(backups.taken(NOW, for_real=for_real)) == [worse, worse]
    runs.remember(runs.TAKEN, NOW - 25 * HOUR)
    runs.remember(runs.TAKEN, NOW - 26 * HOUR, store="keys")
    assert states(backups.taken(NOW, for_real=for_real)) == [GOOD, worse]


def test_a_backup_from_before_keys_were_turned_is_worth_a_look(db):
    for store in runs.STORES:
        runs.remember(runs.TAKEN, NOW - HOUR, store=store)
    runs.remember(runs.TURNED, NOW - 2 * HOUR)
    assert states(backups.taken(NOW, for_real=True)) == [GOOD, GOOD]
    runs.remember(runs.TURNED, NOW)
    assert states(backups.taken(NOW, for_real=True)) == [LOOK, LOOK]


@pytest.mark.parametrize(
    ("ages", "state"), [([], BAD), ([HOUR, 7 * DAY], GOOD), ([HOUR, 7 * DAY + HOUR], BAD), ([27 * HOUR], BAD)]
)
def test_a_folder_without_backups_or_with_old_ones_is_bad(folder, ages, state):
    for age in ages:
        (folder / ring.name_of("keys", NOW - age)).touch()
    assert states(backups.folders(NOW, places=[folder])) == [state]


def test_a_folder_for_others_or_that_is_not_there_is_bad(folder):
    (folder / ring.name_of("keys", NOW)).touch()
    folder.chmod(0o750)
    assert states(backups.folders(NOW, places=[folder, folder / "nowhere"])) == [BAD, GOOD, BAD]


def test_a_mail_server_is_good_when_it_answers_and_bad_when_it_does_not(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    with mail_server() as server:
        settings.EMAIL_PORT = server.port
        assert states(mail.server(NOW, for_real=True)) == [GOOD]
        assert server.mails == []
    assert states(mail.server(NOW, for_real=True)) == [BAD]
    with mail_server("421 go away") as server:
        settings.EMAIL_PORT = server.port
        assert states(mail.server(NOW, for_real=True)) == [BAD]


def test_a_trial_mail_is_sent_only_when_somebody_asks_for_it(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    with mail_server() as server:
        settings.EMAIL_PORT = server.port
        assert states(mail.trial(NOW, address="operator@conf.example")) == [GOOD]
        [sent] = server.mails
        assert "To: operator@conf.example" in sent
    assert states(mail.trial(NOW, address="operator@conf.example")) == [BAD]


@pytest.mark.parametrize(("for_real", "worse"), [(True, BAD), (False, LOOK)])
def test_no_mail_is_bad_for_a_real_event(settings, for_real, worse):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    assert states(mail.server(NOW, for_real=for_real)) == [worse]
    settings.DEFAULT_FROM_EMAIL = "trivet@localhost"
    assert states(mail.sender(NOW, for_real=for_real)) == [worse]
    settings.DEFAULT_FROM_EMAIL = "trivet@conf.example"
    assert states(mail.sender(NOW, for_real=for_real)) == []


@pytest.mark.parametrize("store", runs.STORES)
def test_a_clock_behind_what_was_done_already_is_bad(db, store):
    now = timezone.now()
    runs.remember(runs.TAKEN, now, store=store)
    assert states(machine.clock(now)) == [GOOD]
    assert states(machine.clock(now - timedelta(minutes=1))) == [BAD]


def test_a_clock_that_differs_from_a_database_server_is_bad(db, monkeypatch):
    now = timezone.now()
    assert states(machine.clock(now)) == [GOOD]
    monkeypatch.setattr(machine, "_time_of", lambda alias: now - timedelta(seconds=6) if alias == "keys" else now)
    assert states(machine.clock(now)) == [BAD]


def test_a_file_that_others_may_read_is_bad(settings, folder, monkeypatch):
    settings.DATA = folder
    secret = folder / "form-secret"
    secret.touch(mode=0o600)
    (folder / "static").mkdir(mode=0o755)
    monkeypatch.setattr(machine, "_stores", lambda: [])
    assert states(machine.files(NOW)) == [GOOD]
    secret.chmod(0o640)
    assert states(machine.files(NOW)) == [BAD]
    secret.chmod(0o600)
    folder.chmod(0o755)
    assert states(machine.files(NOW)) == [BAD]


def test_a_store_outside_the_data_folder_that_others_may_read_is_bad(settings, folder, tmp_path_factory):
    settings.DATA = folder
    store = tmp_path_factory.mktemp("elsewhere") / "main.sqlite3"
    store.touch()
    store.chmod(0o644)
    before = connections["default"].settings_dict["NAME"]
    connections["default"].settings_dict["NAME"] = str(store)
    try:
        assert states(machine.files(NOW)) == [BAD]
        store.chmod(0o600)
        assert states(machine.files(NOW)) == [GOOD]
    finally:
        connections["default"].settings_dict["NAME"] = before


@pytest.mark.parametrize(("for_real", "worse"), [(True, BAD), (False, LOOK)])
def test_an_address_without_encryption_is_bad_for_a_real_event(settings, monkeypatch, for_real, worse):
    settings.PUBLIC_URL = "http://coc.conf.example"
    assert states(machine.address(NOW, for_real=for_real)) == [worse]
    settings.PUBLIC_URL = "https://coc.conf.example"
    monkeypatch.delenv("TRIVET_PROXIES", raising=False)
    assert states(machine.address(NOW, for_real=for_real)) == [GOOD, LOOK]
    monkeypatch.setenv("TRIVET_PROXIES", "127.0.0.1")
    assert states(machine.address(NOW, for_real=for_real)) == [GOOD]


def test_a_machine_that_swaps_is_worth_a_look(monkeypatch, tmp_path):
    swaps = tmp_path / "swaps"
    monkeypatch.setattr(machine, "SWAPS", swaps)
    monkeypatch.setattr(machine, "GROUPS", tmp_path)
    swaps.write_text("Filename Type\n")
    assert states(machine.swapping(NOW)) == [GOOD]
    swaps.write_text("Filename Type\n/swapfile file\n")
    assert states(machine.swapping(NOW)) == [LOOK]
    group = tmp_path / Path("/proc/self/cgroup").read_text().strip().splitlines()[-1].rpartition(":")[2].lstrip("/")
    group.mkdir(parents=True, exist_ok=True)
    (group / "memory.swap.max").write_text("0\n")
    assert states(machine.swapping(NOW)) == [GOOD]


@pytest.mark.parametrize(("for_real", "worse"), [(True, BAD), (False, LOOK)])
def test_a_tick_that_does_not_come_is_bad_for_a_real_event(db, for_real, worse):
    assert states(machine.ticks(NOW, for_real=for_real)) == [worse]
    runs.remember(runs.TICK, NOW - timedelta(minutes=3))
    assert states(machine.ticks(NOW, for_real=for_real)) == [GOOD]
    assert states(machine.ticks(NOW + timedelta(seconds=1), for_real=for_real)) == [worse]


def test_a_notice_that_did_not_go_out_is_bad(cast):
    cast.report()
    runs.remember(runs.TICK, NOW)
    Clock.objects.update(due=NOW - timedelta(minutes=9))
    assert states(machine.ticks(NOW, for_real=True)) == [GOOD]
    Clock.objects.update(due=NOW - timedelta(minutes=10))
    assert states(machine.ticks(NOW, for_real=True)) == [GOOD, BAD]
    Membership.objects.update(until=NOW)  # nobody is left whom a notice could reach
    assert states(machine.ticks(NOW, for_real=True)) == [GOOD]


def test_something_bad_is_told_by_the_exit_code(pair, capsys, settings, monkeypatch):
    monkeypatch.delenv("TRIVET_BACKUPS", raising=False)
    now = timezone.now()
    Event.objects.update(practice=True)
    for store in runs.STORES:
        runs.remember(runs.TAKEN, now, store=store)
    runs.remember(runs.TICK, now)
    settings.DATA.chmod(0o700)
    monkeypatch.setattr(machine, "files", lambda at: iter(()))  # test workers keep caches in theirs
    call_command("doctor")
    said = capsys.readouterr().out
    assert "\nbad" not in said
    assert ("SQLite, for practice only" in said) == (connections["keys"].vendor == "sqlite")
    keep("installation id", b"there")
    with pytest.raises(SystemExit) as left:
        call_command("doctor")
    assert left.value.code == 1
    assert "\nbad   The two stores do not belong together. →" in capsys.readouterr().out
