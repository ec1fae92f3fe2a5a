"""A closing or a sweep that a crash interrupts is brought to its end by the next sweep."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.access.killed import killed
from tests.access.test_destruction import DAY, closed, told_committee

from trivet.access import Denied, destruction, journal
from trivet.models import Case, Record, ReturnBox
from trivet.process import respond
from trivet.vault.models import Share

FIRST = datetime(2026, 6, 1, tzinfo=UTC)
LATEST = FIRST + destruction.UNDATED


def days():
    return {share.scope: share.purge_at for share in Share.objects.all()}


@pytest.fixture
def undated(cast):
    """A case that was closed, and a keys store put back from before that: it knows of no day."""
    case = cast.report()
    cast.walk_to_closed(case)
    Share.objects.update(purge_at=None)
    assert Case.objects.get(id=case.id).closed_month == FIRST.date()
    assert set(days().values()) == {None}
    return case


def test_a_closed_case_without_a_day_gets_one_that_is_not_too_early(cast, undated):
    destruction.sweep(cast.now)
    assert days() == {"work": LATEST, "thread": LATEST, "outcome": None}
    assert destruction.UNDATED >= 31 * DAY + 90 * DAY


def test_a_closed_case_without_a_day_goes_in_the_end(cast, undated):
    told_committee(cast, undated)
    assert destruction.sweep(cast.now) == 0  # it gets its day
    assert destruction.sweep(LATEST - timedelta(seconds=1)) == 0
    assert destruction.sweep(LATEST) == 2
    assert cast.read(undated, "noor").outcome


def test_a_day_that_was_set_is_left_alone(cast):
    _, moment = closed(cast)
    destruction.sweep(cast.now)
    assert days() == {"work": moment + 90 * DAY, "thread": moment + 90 * DAY, "outcome": None}


def test_an_open_case_gets_no_day(cast):
    cast.report()
    destruction.sweep(cast.now + 3650 * DAY)
    assert set(days().values()) == {None}


@pytest.mark.parametrize("where", ["trivet.access.destruction._delete_rows", "trivet.vault.shares.destroy"])
def test_rows_go_although_a_crash_came_after_their_share(cast, monkeypatch, where):
    case, moment = closed(cast)
    late = moment + 90 * DAY
    with killed(monkeypatch, where):
        destruction.sweep(late)
    assert cast.read(case, "noor").outcome  # whatever is half gone, the rest opens
    destruction.sweep(late)
    assert set(Record.objects.values_list("scope", flat=True)) == {"outcome"}
    assert not ReturnBox.objects.exists()
    assert set(days()) == {"outcome"}
    assert cast.read(case, "noor").outcome
    assert journal.verify()


def test_a_case_goes_although_a_crash_came_after_its_last_share(cast, monkeypatch):
    case, moment = closed(cast, "warning")
    destruction.sweep(moment + 90 * DAY)
    with killed(monkeypatch, "trivet.access.destruction._delete_rows"):
        destruction.sweep(moment.replace(year=2028))
    with pytest.raises(Denied):
        cast.read(case, "noor")
    destruction.sweep(moment.replace(year=2028))
    assert not Case.objects.exists()
    assert not Share.objects.exists()


def test_a_conversation_that_is_half_destroyed_does_not_stop_a_turn_of_keys(cast, monkeypatch):
    case, _ = closed(cast)
    Share.objects.filter(scope="thread").update(value=bytes(32))
    respond.step_back(cast.read(case, "tomas"), stand_in=None, at=cast.now)
    assert cast.read(case, "noor").file.report
    assert not ReturnBox.objects.exists()
    assert set(Record.objects.values_list("scope", flat=True)) == {"work", "outcome"}


def test_a_month_changed_by_hand_shreds_nothing_at_once(cast, undated):
    told_committee(cast, undated)
    Case.objects.filter(id=undated.id).update(closed_month="2020-01-01")
    assert destruction.sweep(cast.now) == 0
    assert days()["work"] == cast.now + destruction.AT_LEAST
