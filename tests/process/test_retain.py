"""What stays after closing: a brief record until its day, and months instead of moments."""

from datetime import UTC, datetime

import pytest

from trivet.access import ChangedMeanwhile
from trivet.models import Case, Clock, Record
from trivet.models.outcome import NOTED
from trivet.process import respond, retain
from trivet.process.retain import purge_date
from trivet.vault.models import Share

DAY = {"hour": 23, "minute": 59, "tzinfo": UTC}


@pytest.mark.parametrize(
    ("closed", "purged"),
    [
        ((2026, 6, 4), (2028, 6, 4)),
        ((2027, 12, 31), (2029, 12, 31)),
        ((2028, 2, 28), (2030, 2, 28)),
        ((2028, 2, 29), (2030, 2, 28)),
        ((2026, 2, 28), (2028, 2, 28)),
    ],
)
def test_a_warning_is_kept_for_two_years(closed, purged):
    assert purge_date("warning", datetime(*closed, **DAY)) == datetime(*purged, **DAY)


@pytest.mark.parametrize("outcome", ["no-violation", "no-action", NOTED])
def test_everything_else_is_kept(outcome):
    assert purge_date(outcome, datetime(2028, 2, 29, **DAY)) is None


@pytest.mark.parametrize(("outcome", "dated"), [("warning", True), ("no-action", False)])
def test_the_shares_know_their_days(cast, outcome, dated):
    case = cast.report()
    cast.walk_to_closed(case, outcome)
    held = cast.read(case, "noor")
    assert Share.objects.get(scope="outcome").purge_at == held.outcome.purge_at
    assert held.outcome.purge_at == (purge_date(outcome, held.outcome.at) if dated else None)
    for share in Share.objects.exclude(scope="outcome"):
        assert (share.purge_at - held.outcome.at).days == 90
    assert Case.objects.get().closed_month == held.outcome.at.date().replace(day=1)


def test_an_outcome_record_says_what_was_typed_and_nothing_of_the_account(cast):
    case = cast.report(what_happened="CANARY-ONE", who="CANARY-TWO", contact="CANARY-THREE")
    cast.walk_to_closed(case)
    outcome = cast.read(case, "noor").outcome
    typed = {
        "reporter": "gave no name", "handled_by": ["two of the team"], "when_and_where": "at the party",
        "what_happened": "a loud joke", "action": "talked to", "who_knows": "nobody",
    }  # fmt: skip
    assert {name: getattr(outcome, name) for name in typed} == typed
    assert "CANARY" not in repr(outcome)
    assert len(repr(outcome)) < 700


def test_closing_leaves_months_instead_of_moments(cast):
    case = cast.report()
    cast.walk_to_closed(case)
    met = list(Clock.objects.exclude(met_at=None))
    assert len(met) > 5
    moments = [moment for clock in met for moment in (clock.due, clock.met_at)]
    assert {f"{moment:%d %H:%M:%S.%f}" for moment in moments} == {"01 00:00:00.000000"}
    [committee] = Clock.objects.filter(met_at=None)
    assert committee.due.minute


def test_reopening_brings_the_moments_back_and_lifts_the_days(cast):
    case = cast.report()
    cast.walk_to_closed(case, "warning")
    cast.do(retain.reopen_case, case, "tomas", because="There is more.")
    assert Case.objects.get().closed_month is None
    assert not Share.objects.exclude(purge_at=None).exists()
    assert {clock.met_at.minute for clock in Clock.objects.exclude(met_at=None)} != {0}


def test_a_case_on_hold_is_closed_as_noted(cast):
    case = cast.report()
    cast.open(case, "noor")
    cast.do(respond.claim, case, "noor")
    cast.do(respond.send_message, case, "noor", text="We wait for you.")
    cast.do(respond.agree_safety_plan, case, "noor", answer="declined", steps="")
    cast.do(respond.put_on_hold, case, "noor", because="They want nothing of it now.")
    cast.close(case)
    assert cast.read(case, "noor").outcome.outcome == NOTED


def test_what_came_too_late_writes_nothing(cast):
    case = cast.report()
    cast.open(case, "noor")
    held = cast.read(case, "noor")
    cast.do(respond.put_on_hold, case, "tomas", because="They want nothing of it now.")
    records = Record.objects.count()
    with pytest.raises(ChangedMeanwhile):
        respond.add_note(held, text="Late.", seen=held.case.revision, at=cast.now)
    assert Record.objects.count() == records
