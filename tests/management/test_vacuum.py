"""What was destroyed is in no file of either store: not in tables, not in what a database keeps to start again."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connections

import stores
from cast import make_cast
from trivet.access import destruction, runs
from trivet.management.tick import tick
from trivet.management.vacuum import take_no_samples, vacuum
from trivet.models import Clock, Grant, Record
from trivet.process import respond
from trivet.vault import shares
from trivet.vault.models import Share

DAY = timedelta(days=1)


@pytest.fixture
def cast(transactional_db):
    """Both stores with a team in them, really written; nothing of it is sampled, as with ``trivet serve``."""
    for alias in connections:
        take_no_samples(alias)
    return make_cast()


def sealed(case, scope):
    """The very bytes: of one share, and of one record that it helps to open."""
    share = Share.objects.get(subject=case.id, scope=scope)
    return [bytes(share.value), bytes(Record.objects.filter(case=case, scope=scope).first().sealed)]


def ticked(at):
    with time_machine.travel(at, tick=False):
        tick()


def ticked_until_written_anew(cast):
    """The next tick, and more where a table was busy at its minute: it is left until the next one."""
    for _ in range(5):
        ticked(cast.later(minutes=1))
        if shares.left_traces() is None:
            return
    raise AssertionError("the tables were busy for five minutes")


def test_a_purged_account_is_in_no_file_and_the_outcome_record_still_is(cast):
    case = cast.report(what_happened="A shout. " * 30)
    cast.walk_to_closed(case)
    Clock.objects.filter(case=case).update(met_at=cast.now)
    gone, kept = sealed(case, "work"), sealed(case, "outcome")
    assert all(stores.files_with(piece) for piece in (*gone, *kept))
    ticked(cast.now + 89 * DAY)
    assert all(stores.files_with(piece) for piece in (*gone, *kept))
    cast.later(days=91)
    ticked_until_written_anew(cast)
    assert [stores.files_with(piece) for piece in gone] == [[], []]
    assert all(stores.files_with(piece) for piece in kept)


def test_what_opened_a_case_before_somebody_stepped_back_is_in_no_file(cast):
    case = cast.report()
    gone = [*sealed(case, "work"), bytes(Grant.objects.get(case=case, member=cast.noor.member).sealed)]
    ticked(cast.now)
    assert all(stores.files_with(piece) for piece in gone)
    respond.step_back(cast.read(case, "noor"), stand_in=None, at=cast.later(seconds=1))
    ticked_until_written_anew(cast)
    assert [stores.files_with(piece) for piece in gone] == [[], [], []]
    assert cast.read(case, "tomas").file.report


def test_no_sample_of_sealed_bytes_is_kept_to_plan_queries_by(cast):
    if not stores.ON_POSTGRESQL:
        assert "sqlite_stat4" not in connections["keys"].introspection.table_names()
        return
    for _ in range(3):
        cast.report()
    with connections["keys"].cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("SELECT attname FROM pg_stats WHERE tablename = 'vault_share'")
        assert {name for (name,) in cursor.fetchall()} == {"id", "subject", "scope", "version", "purge_at"}


def test_tables_are_written_anew_only_when_something_was_destroyed_and_once_a_day(cast):
    vacuum(cast.now)
    first = cast.now
    vacuum(cast.later(minutes=1))
    assert runs.last(runs.VACUUMED) == first
    shares.destroy(shares.Scope("work", cast.report().id, 1))
    vacuum(cast.later(minutes=1))
    second = cast.now
    assert runs.last(runs.VACUUMED) == second
    vacuum(cast.later(minutes=1))
    assert runs.last(runs.VACUUMED) == second
    vacuum(cast.later(days=1))
    assert runs.last(runs.VACUUMED) == cast.now
    assert destruction.sweep(cast.now) == 0


def test_what_was_destroyed_meanwhile_is_left_to_the_next_minute(cast, monkeypatch):
    shares.destroy(shares.Scope("work", cast.report().id, 1))
    mark = shares.left_traces()
    other = cast.report()
    monkeypatch.setattr(
        "trivet.management.vacuum._write_anew", lambda alias: not shares.destroy(shares.Scope("work", other.id, 1))
    )
    for connection in connections.all():
        monkeypatch.setattr(type(connection), "vendor", "postgresql")
    vacuum(cast.now)
    assert shares.left_traces() not in (None, mark)


@stores.only_postgresql("SQLite overwrites what it deletes at once, and writes no table anew")
def test_people_at_work_may_not_be_kept_waiting_for_long(cast):
    shares.destroy(shares.Scope("work", cast.report().id, 1))
    with stores.connected(stores.here()["DATABASE_URL"]) as reading, reading.transaction():
        reading.execute("SELECT 1 FROM trivet_record")
        vacuum(cast.now)
        assert shares.left_traces()
    vacuum(cast.now)
    assert shares.left_traces() is None


@stores.only_postgresql("SQLite overwrites what it deletes at once, and writes no table anew")
def test_what_a_transaction_could_still_see_is_left_to_the_next_minute(cast):
    case = cast.report()
    gone = sealed(case, "work")
    with stores.connected(stores.here()["KEYS_DATABASE_URL"]) as other, other.transaction():
        other.execute("SELECT pg_current_xact_id()")  # it looks at none of our tables, so no lock is in the way
        shares.destroy(shares.Scope("work", case.id, 1))
        vacuum(cast.now)
        assert shares.left_traces()
    vacuum(cast.now)
    assert shares.left_traces() is None
    assert stores.files_with(gone[0]) == []
