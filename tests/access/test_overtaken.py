"""A destruction comes between reading and writing: nothing is written that nobody could read again."""

from datetime import timedelta

import pytest
from tests.access.test_destruction import DAY, ONCE, closed
from tests.web.visitor import hidden, signed_in

from trivet.access import ChangedMeanwhile, Denied, destruction
from trivet.access.cases import OpenCase
from trivet.access.threads import open_thread
from trivet.models import Case, Clock, Record
from trivet.process import receive, respond, retain
from trivet.vault import shares
from trivet.vault.models import Share


@pytest.fixture
def overdue(cast):
    """A closed case on the day on which its content goes; the sweep has not come yet."""
    case, moment = closed(cast)
    cast.now = moment + 90 * DAY
    return case


def note(held, at):
    respond.add_note(held, text="One more thing.", seen=None, at=at)


def message(held, at):
    respond.send_message(held, text="One more thing.", seen=None, at=at)


def reopen(held, at):
    retain.reopen_case(held, because="Somebody else came forward.", seen=None, at=at)


def turn(held, at):
    respond.step_back(held, stand_in=None, at=at)


@pytest.mark.parametrize("write", [note, message, reopen, turn])
def test_a_holder_may_not_write_what_a_destruction_overtook(cast, overdue, write):
    held = cast.read(overdue, "noor")
    assert destruction.sweep(cast.now) == 2
    with pytest.raises(ChangedMeanwhile):
        write(held, cast.now)
    assert set(Record.objects.values_list("scope", flat=True)) == {"outcome"}
    assert Case.objects.get(id=overdue.id).closed_month
    assert cast.read(overdue, "noor").destroyed
    assert cast.read(overdue, "noor").outcome


def test_a_holder_may_not_write_to_a_case_that_is_gone(cast):
    case, moment = closed(cast, "warning")
    held = cast.read(case, "noor")
    destruction.sweep(moment.replace(year=2028))
    with pytest.raises(ChangedMeanwhile):
        note(held, cast.now)
    assert not Record.objects.exists()


def test_a_reporter_may_not_write_what_a_destruction_overtook(cast, overdue):
    thread = open_thread(cast.receipts[0].code, event=cast.event)
    destruction.sweep(cast.now)
    with pytest.raises(Denied):
        receive.write_message(thread, text="Is anything left?", once=ONCE, at=cast.now)
    assert set(Record.objects.values_list("scope", flat=True)) == {"outcome"}
    assert not Clock.objects.exists()


def test_a_reporter_may_not_write_while_the_rest_of_the_case_goes(cast, overdue, monkeypatch):
    """Who would read it? The work goes with the conversations, or both stay."""
    thread, told, destroy = open_thread(cast.receipts[0].code, event=cast.event), [], shares.destroy

    def in_between(*scopes):
        if scopes:
            try:
                receive.write_message(thread, text="Is anything left?", once=ONCE, at=cast.now)
            except Denied:
                told.append("gone")
        destroy(*scopes)

    monkeypatch.setattr(shares, "destroy", in_between)
    assert destruction.sweep(cast.now) == 2
    assert told == ["gone"]
    assert set(Share.objects.values_list("scope", flat=True)) == {"outcome"}


def test_a_holder_who_was_overtaken_may_see_what_is_left(cast, overdue, monkeypatch):
    noor, page, commit = signed_in(cast, "noor"), f"/cases/{overdue.id}/note/", OpenCase.commit
    seen = hidden(noor.get(page), "seen")

    def overtaken(self, *entries, **more):
        destruction.sweep(cast.now)
        commit(self, *entries, **more)

    monkeypatch.setattr(OpenCase, "commit", overtaken)
    answer = noor.sends(page, {"seen": seen, "text": "One more thing."})
    assert (answer.status_code, answer["Location"]) == (302, f"/cases/{overdue.id}/")


def test_days_are_set_before_a_case_is_closed(cast, monkeypatch):
    """Closed, reopened and closed again: no day of the first time destroys anything after the second."""
    case, moment = closed(cast)
    with monkeypatch.context() as patched:
        patched.setattr(destruction, "keep_work_until", lambda *_: None)  # the process ended before it
        cast.do(retain.reopen_case, case, "noor", because="Somebody else came forward.")
    cast.now = moment + 100 * DAY
    swept, commit = [], OpenCase.commit

    def at_once(self, *entries, **more):
        commit(self, *entries, **more)
        Clock.objects.all().update(met_at=cast.now)
        swept.append(destruction.sweep(cast.now))

    cast.meet(case)
    cast.decide(case, "no-action")
    cast.tell(case, "reported", appeal="The board.")
    cast.tell(case, "affected")
    cast.tell(case, "reporter")
    monkeypatch.setattr(OpenCase, "commit", at_once)
    cast.close(case)
    assert swept == [0]
    assert destruction.sweep(cast.now + 89 * DAY) == 0
    assert destruction.sweep(cast.now + 90 * DAY + timedelta(minutes=1)) == 2
