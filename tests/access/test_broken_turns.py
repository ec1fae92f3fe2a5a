"""A turn of keys that is refused, interrupted or overtaken: nothing is lost, and it can be repeated."""

from uuid import uuid4

import pytest
from tests.access.killed import killed

from trivet.access import ChangedMeanwhile, Denied, destruction, journal
from trivet.access.threads import open_thread
from trivet.models import Record
from trivet.models.response import Message
from trivet.process import receive, respond
from trivet.vault import shares
from trivet.vault.models import Share

ONCE = "2f1a8c62-9d0f-4c63-8d6a-3b8a4a1e7f10"


def step_back(cast, case, who):
    respond.step_back(cast.read(case, who), stand_in=None, at=cast.later(seconds=1))


def versions():
    return sorted(set(Share.objects.values_list("version", flat=True)))


def test_a_holder_who_was_overtaken_may_try_again(cast):
    case = cast.report()
    late = cast.read(case, "tomas")
    cast.do(respond.add_note, case, "noor", text="Faster.")
    with pytest.raises(ChangedMeanwhile):
        respond.step_back(late, stand_in=None, at=cast.now)
    assert cast.read(case, "tomas").file.entries[-1].text == "Faster."
    step_back(cast, case, "tomas")
    assert cast.read(case, "noor").file.report
    with pytest.raises(Denied):
        cast.read(case, "tomas")


def test_a_holder_is_told_when_somebody_else_takes_the_next_version_first(cast, monkeypatch):
    case = cast.report()
    with monkeypatch.context() as patched:
        patched.setattr(shares, "next_version", lambda *_: 1)
        with pytest.raises(ChangedMeanwhile):
            step_back(cast, case, "tomas")
    step_back(cast, case, "tomas")
    assert cast.read(case, "noor").file.report


@pytest.mark.parametrize("where", ["trivet.access.rotation.seal_summary", "trivet.access.journal.seal_anew"])
def test_a_turn_that_crashed_changed_nothing_and_may_be_repeated(cast, monkeypatch, where):
    case = cast.report()
    with killed(monkeypatch, where):
        step_back(cast, case, "tomas")
    assert versions() == [1, 2]  # the new shares were committed first
    assert cast.read(case, "tomas").file.report
    assert destruction.sweep(cast.now) == 0
    step_back(cast, case, "tomas")
    assert cast.read(case, "noor").case.key_version == 3
    assert destruction.sweep(cast.now) == 3  # what the crash had left
    assert versions() == [3]
    assert cast.read(case, "noor").file.report
    assert journal.verify()


def test_a_crash_before_the_old_shares_are_destroyed_is_mended_by_the_sweep(cast, monkeypatch):
    case, other = cast.report(), cast.report()
    with killed(monkeypatch, "trivet.vault.shares.destroy"):
        step_back(cast, case, "tomas")
    old = shares.find([case.scope("work"), case.scope("outcome")])
    assert len(old) == 2
    assert destruction.sweep(cast.now) == 3
    assert shares.find(old) == {}
    assert cast.read(case, "noor").file.report
    assert cast.read(other, "tomas").file.report
    assert open_thread(cast.receipts[0].code, event=cast.event).entries
    assert destruction.sweep(cast.now) == 0


def test_the_sweep_destroys_nothing_that_an_older_copy_of_main_needs(cast):
    """Main was restored from a backup and knows nothing of the newer version."""
    case = cast.report()
    made = shares.make(*(shares.Scope(name, case.id, 2) for name in ("work", "outcome")))
    assert destruction.sweep(cast.now) == 0
    assert cast.read(case, "noor").file.report
    assert set(shares.find(made)) == set(made)


def test_the_sweep_destroys_no_share_of_a_report_that_is_just_coming_in(cast):
    cast.report()
    made = shares.make(shares.Scope("work", uuid4(), 1))
    assert destruction.sweep(cast.now) == 0
    assert set(shares.find(made)) == set(made)


def test_what_a_reporter_writes_while_keys_are_turned_is_not_lost(cast):
    case = cast.report()
    thread = open_thread(cast.receipts[0].code, event=cast.event)
    step_back(cast, case, "tomas")
    receive.write_message(thread, text="I remember more.", once=ONCE, at=cast.later(minutes=1))
    assert cast.read(case, "noor").file.last(Message).text == "I remember more."
    assert set(Record.objects.values_list("key_version", flat=True)) == {2}


def test_what_a_reporter_writes_stops_a_turn_that_has_not_seen_it(cast):
    case = cast.report()
    held = cast.read(case, "tomas")
    thread = open_thread(cast.receipts[0].code, event=cast.event)
    receive.write_message(thread, text="I remember more.", once=ONCE, at=cast.later(minutes=1))
    with pytest.raises(ChangedMeanwhile):
        respond.step_back(held, stand_in=None, at=cast.now)
    step_back(cast, case, "tomas")
    assert cast.read(case, "noor").file.last(Message).text == "I remember more."


def test_a_holder_may_not_write_with_keys_that_were_turned(cast):
    case = cast.report()
    held = cast.read(case, "noor")
    step_back(cast, case, "tomas")
    with pytest.raises(ChangedMeanwhile):
        respond.add_note(held, text="Too late.", seen=None, at=cast.now)
    assert set(Record.objects.values_list("key_version", flat=True)) == {2}
