"""Days of destruction: nothing goes before its day, everything goes after it, and duties come first."""

from datetime import timedelta

import pytest

from cast import NOW
from trivet.access import Denied, cases, destruction, journal
from trivet.access.threads import open_thread
from trivet.models import Case, Clock, Grant, JournalEntry, Record, ReturnBox
from trivet.process import publish, receive, retain
from trivet.vault.models import Share

DAY = timedelta(days=1)
TEXT = "A short report."
ONCE = "2f1a8c62-9d0f-4c63-8d6a-3b8a4a1e7f10"


def told_committee(cast, case):
    cast.do(publish.write_committee_report, case, "noor", text=TEXT)
    cast.do(publish.read_second, case, "tomas", clears=True, words="")
    cast.do(publish.send_committee_report, case, "noor")


def closed(cast, outcome="no-action"):
    """A case with nothing owed any more, and the moment it was closed."""
    case = cast.report(who="Somebody")
    cast.walk_to_closed(case, outcome)
    moment = cast.now
    told_committee(cast, case)
    return case, moment


def scopes():
    return set(Share.objects.values_list("scope", flat=True))


def test_closing_sets_the_days(cast):
    _, moment = closed(cast, "warning")
    days = dict(Share.objects.values_list("scope", "purge_at"))
    assert days == {"work": moment + 90 * DAY, "thread": moment + 90 * DAY, "outcome": moment.replace(year=2028)}


@pytest.mark.parametrize("outcome", ["no-violation", "no-action"])
def test_an_outcome_other_than_a_warning_has_no_day(cast, outcome):
    closed(cast, outcome)
    assert Share.objects.get(scope="outcome").purge_at is None


def test_nothing_goes_before_its_day(cast):
    case, moment = closed(cast)
    assert destruction.sweep(moment + 90 * DAY - timedelta(seconds=1)) == 0
    assert cast.read(case, "noor").file.report.who == "Somebody"
    assert open_thread(cast.receipts[0].code, event=cast.event).entries


def test_after_its_day_only_the_outcome_record_is_left(cast):
    case, moment = closed(cast)
    other = cast.report()
    assert destruction.sweep(moment + 90 * DAY) == 2
    held = cast.read(case, "noor")
    assert held.destroyed
    assert held.file.entries == ()
    assert held.outcome.what_happened == "a loud joke"
    assert [item.summary is None for item in cases.list_cases(cast.noor, at=NOW)] == [False, False]
    with pytest.raises(Denied):
        open_thread(cast.receipts[0].code, event=cast.event)
    assert set(Record.objects.filter(case=case).values_list("scope", flat=True)) == {"outcome"}
    assert not ReturnBox.objects.filter(case=case).exists()
    assert not Clock.objects.filter(case=case).exists()
    assert set(Share.objects.filter(subject=case.id).values_list("scope", flat=True)) == {"outcome"}
    assert cast.read(other, "noor").file.report


def test_an_outcome_without_a_day_stays(cast):
    case, moment = closed(cast)
    destruction.sweep(moment + 3650 * DAY)
    assert cast.read(case, "ingrid").outcome.outcome == "no-action"


def test_a_warning_goes_after_two_years_and_leaves_no_row(cast):
    case, moment = closed(cast, "warning")
    other = cast.report()
    destruction.sweep(moment.replace(year=2028) - DAY)
    assert cast.read(case, "noor").outcome.outcome == "warning"
    destruction.sweep(moment.replace(year=2028))
    with pytest.raises(Denied):
        cast.read(case, "noor")
    assert not any(model.objects.filter(case=case).exists() for model in (Record, Grant, Clock, ReturnBox))
    assert list(Case.objects.all()) == [other]
    assert not Share.objects.filter(subject=case.id).exists()


def test_the_journal_stays_whole_and_forgets_what_was_destroyed(cast):
    case, moment = closed(cast, "warning")
    before = journal.verify()
    destruction.sweep(moment + 90 * DAY)
    lines = JournalEntry.objects.filter(case=case.id)
    assert {(bytes(line.body), bytes(line.salt)) for line in lines} == {(b"", b"")}
    assert journal.verify() == before
    held = cast.read(case, "noor")
    assert [(line.member, line.what) for line in held.journal()] == [(held.by, "read")]
    destruction.sweep(moment.replace(year=2028))
    assert {bytes(line.body) for line in lines.all()} == {b""}
    assert journal.verify() == before + 1


def test_nothing_of_an_open_case_goes(cast):
    case = cast.report()
    Share.objects.update(purge_at=cast.now)
    Clock.objects.all().delete()
    assert destruction.sweep(cast.now + 3650 * DAY) == 0
    assert cast.read(case, "noor").file.report


def test_nothing_of_a_reopened_case_goes(cast):
    case, moment = closed(cast, "warning")
    cast.do(retain.reopen_case, case, "noor", because="Somebody else came forward.")
    assert set(Share.objects.values_list("purge_at", flat=True)) == {None}
    assert destruction.sweep(moment + 3650 * DAY) == 0
    assert cast.read(case, "noor").file.report


def test_nothing_goes_while_something_is_owed(cast):
    case = cast.report()
    cast.walk_to_closed(case)
    late = cast.now + 400 * DAY
    assert destruction.sweep(late) == 0  # the committee has heard nothing
    assert cast.read(case, "noor").file.report
    told_committee(cast, case)
    assert destruction.sweep(late) == 2


def test_what_a_reporter_writes_after_closing_is_answered_before_it_goes(cast):
    case, moment = closed(cast)
    thread = open_thread(cast.receipts[0].code, event=cast.event)
    receive.write_message(thread, text="Is anything left?", once=ONCE, at=moment + 89 * DAY)
    assert destruction.sweep(moment + 90 * DAY) == 0
    Clock.objects.filter(case=case).update(met_at=moment)
    assert destruction.sweep(moment + 90 * DAY) == 2


def test_a_second_sweep_finds_nothing(cast):
    _, moment = closed(cast, "warning")
    assert destruction.sweep(moment + 90 * DAY) == 2
    assert destruction.sweep(moment + 91 * DAY) == 0
    assert scopes() == {"outcome"}
