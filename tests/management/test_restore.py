"""Putting backups back: what is refused, what is done before anybody can open anything."""

import shutil
from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command

from cast import NOW, make_cast
from trivet.access import Denied, journal, runs, sign_in
from trivet.management.backup import putting_back
from trivet.management.practice.stage import migrate
from trivet.models import Case, Installation, Invitation, Membership, Restoration, Role, Unlock
from trivet.process import respond
from trivet.vault.installation import keep
from trivet.vault.models import Share

DAY = timedelta(days=1)
ID = b"this installation"


@pytest.fixture
def cast(transactional_db):
    """Both stores with a team in them, really written."""
    Installation.objects.create(identity=ID)
    keep("installation id", ID)
    return make_cast(NOW)


@pytest.fixture
def copies(cast, tmp_path):
    """A case, and backups of both stores from after it."""
    cast.report(what_happened="before")
    return back_up(cast, tmp_path / "backups")


def back_up(cast, to):
    with time_machine.travel(cast.later(minutes=1), tick=False):
        for store in runs.STORES:
            call_command("backup", store=store, to=to, verbosity=0)
    return {store: max(to.glob(f"{store}-*")) for store in runs.STORES}


def restore(cast, files, **more):
    with time_machine.travel(cast.later(hours=1), tick=False):
        call_command("restore", **files, **more)


def of_another_installation(cast, store, to):
    """A backup of a store, as another installation would have it."""
    set_identity = {
        "main": lambda value: Installation.objects.update(identity=value),
        "keys": lambda value: keep("installation id", value),
    }[store]
    set_identity(b"another installation")
    made = back_up(cast, to)[store]
    set_identity(ID)
    return made


def nothing_changed():
    return Case.objects.count() == 1 and not Restoration.objects.exists() and not putting_back.unfinished()


@pytest.mark.parametrize("store", runs.STORES)
@pytest.mark.parametrize("alone", [True, False])
def test_stores_of_two_installations_are_not_put_together(cast, copies, tmp_path, store, alone):
    other = of_another_installation(cast, store, tmp_path / "other")
    with pytest.raises(CommandError, match="do not belong together"):
        restore(cast, {store: other} if alone else {**copies, store: other}, replace=True)
    assert nothing_changed()


@pytest.mark.parametrize("store", runs.STORES)
def test_data_is_not_replaced_unless_somebody_says_so(cast, copies, store):
    with pytest.raises(CommandError, match="--replace"):
        restore(cast, {store: copies[store]})
    assert nothing_changed()


def test_a_server_at_work_is_not_pulled_away_from_under(cast, copies):
    runs.remember(runs.TICK, cast.now + timedelta(minutes=59))
    with pytest.raises(CommandError, match="Stop every server"):
        restore(cast, {"main": copies["main"]})
    assert not putting_back.unfinished()


@pytest.mark.parametrize("content", [b"", b"not a store at all", b"PGDMP and then nothing"])
def test_another_file_is_refused(cast, copies, content):
    copies["main"].write_bytes(content)
    with pytest.raises(CommandError, match=r"not a backup|failed"):
        restore(cast, copies, replace=True)
    assert nothing_changed()


def test_half_a_file_is_refused(cast, copies):
    copies["main"].write_bytes(copies["main"].read_bytes()[:-9000])
    with pytest.raises(CommandError):
        restore(cast, copies, replace=True)
    assert nothing_changed()


def test_the_two_stores_are_not_mistaken_for_each_other(cast, copies):
    with pytest.raises(CommandError, match=r"not a backup of the main store|does not say which"):
        restore(cast, {"main": copies["keys"], "keys": copies["main"]}, replace=True)
    assert nothing_changed()


def test_a_restore_that_did_not_end_keeps_servers_from_starting(cast, copies, monkeypatch):
    monkeypatch.setattr("trivet.process.restored.resume", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        restore(cast, copies, replace=True)
    for start in (migrate, lambda: call_command("tick")):
        with pytest.raises(CommandError, match="did not end"):
            start()
    monkeypatch.undo()
    restore(cast, copies, replace=True)
    migrate()
    assert Restoration.objects.count() == 1


def test_sessions_and_unused_links_of_the_backup_end(cast, tmp_path):
    with time_machine.travel(cast.now, tick=False):
        sign_in.sign_in(email="noor@conf.example", password=cast.password("noor"), at=cast.now)
    link = {"email": "a@conf.example", "event": cast.event, "role": Role.TEAM, "expires": cast.now + DAY}
    Invitation.objects.create(tag=b"open", **link)
    Invitation.objects.create(tag=b"used", used_at=cast.now, **link)
    restore(cast, back_up(cast, tmp_path / "backups"), replace=True)
    assert not Unlock.objects.exists()
    assert [bytes(left.tag) for left in Invitation.objects.all()] == [b"used"]


@pytest.mark.parametrize("stores", [("main", "keys"), ("main",), ("keys",)])
def test_the_journal_is_whole_afterwards_and_says_of_when_the_backup_was(cast, copies, stores):
    made = cast.now
    cast.later(days=1)
    cast.report(what_happened="after")
    restore(cast, {store: copies[store] for store in stores}, replace=True)
    journal.verify()
    assert journal.restored() == [(cast.now, made)]
    cast.report(what_happened="afterwards")
    journal.verify()


def test_what_was_reported_since_is_said_not_to_open_where_only_the_keys_are_old(cast, copies, capsys):
    cast.report(what_happened="after")
    restore(cast, {"keys": copies["keys"]}, replace=True)
    said = capsys.readouterr().out
    assert "2 cases" in said
    assert "1 of them do not open" in said


def test_a_case_turned_since_may_not_be_opened_by_the_old_main_store(cast, copies, capsys):
    case = Case.objects.get()
    respond.step_back(cast.read(case, "tomas"), stand_in=None, at=cast.later(minutes=1))
    restore(cast, {"main": copies["main"]}, replace=True)
    assert "1 of them do not open" in capsys.readouterr().out
    Case.objects.update(restoration=None)
    Restoration.objects.update(said_at=cast.now)
    for who in ("noor", "tomas", "ingrid"):
        with pytest.raises(Denied):
            cast.read(case, who)


def test_somebody_whom_the_operator_names_has_no_role_any_more(cast, copies):
    restore(cast, copies, replace=True, without=["ingrid@conf.example"])
    assert not Membership.objects.filter(Membership.lasting(cast.now), member=cast.ingrid.member).exists()
    with pytest.raises(CommandError, match="Nobody has a role"):
        restore(cast, copies, replace=True, without=["nobody@conf.example"])
    assert putting_back.unfinished()
    restore(cast, copies, replace=True)


def test_a_share_that_a_turn_left_behind_is_destroyed(cast, tmp_path):
    case = cast.report()
    old = list(Share.objects.all())
    respond.step_back(cast.read(case, "tomas"), stand_in=None, at=cast.later(minutes=1))
    Share.objects.bulk_create(old)
    restore(cast, back_up(cast, tmp_path / "backups"), replace=True)
    assert not Share.objects.filter(version=1).exists()


def test_the_file_that_was_put_back_stays_as_it_was(cast, copies, tmp_path):
    before = {store: file.read_bytes() for store, file in copies.items()}
    kept = {store: shutil.copy(file, tmp_path / store) for store, file in copies.items()}
    restore(cast, copies, replace=True)
    assert {store: file.read_bytes() for store, file in copies.items()} == before
    assert set(kept) == set(before)
