"""Several people at the same moment, each with a connection of their own to both stores."""

from threading import Barrier, Thread

import pytest
from django.db import connections, transaction

import stores
from trivet.access import ChangedMeanwhile, destruction, journal
from trivet.access.threads import open_thread
from trivet.models import Conflict, Grant, Record, ReturnBox
from trivet.models.response import Message, Note
from trivet.process import receive, respond
from trivet.process.gates import Refused
from trivet.vault.models import Share

pytestmark = pytest.mark.usefixtures("transactional_db")


def at_once(*actions):
    """Run all of them at the same time; what each of them was told."""
    told, start = [None] * len(actions), Barrier(len(actions))

    def run(number, action):
        start.wait()
        try:
            told[number] = action()
        except (ChangedMeanwhile, Refused) as refusal:
            told[number] = type(refusal)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=pair) for pair in enumerate(actions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def test_two_holders_may_step_back_at_the_same_moment(cast):
    case = cast.report()
    noor, tomas = cast.read(case, "noor"), cast.read(case, "tomas")
    told = at_once(*(lambda held=held: respond.step_back(held, stand_in=None, at=cast.now) for held in (noor, tomas)))
    assert sorted(map(str, told)) == sorted(map(str, [None, ChangedMeanwhile]))
    destruction.sweep(cast.now)
    held = cast.read(case, "ingrid")
    assert len(held.file.gone) == 1
    assert len(held.holders) == 2
    assert Share.objects.filter(version=held.case.key_version).count() == 3
    assert journal.verify()


def test_a_turn_a_message_and_a_sweep_at_the_same_moment_lose_nothing(cast):
    case = cast.report()
    held = cast.read(case, "tomas")
    thread = open_thread(cast.receipts[0].code, event=cast.event)
    once = "2f1a8c62-9d0f-4c63-8d6a-3b8a4a1e7f10"
    told = at_once(
        lambda: respond.step_back(held, stand_in=None, at=cast.now),
        lambda: receive.write_message(thread, text="One more thing.", once=once, at=cast.now) or "sent",
        lambda: destruction.sweep(cast.now) >= 0,
    )
    assert told[1:] == ["sent", True]
    after = cast.read(case, "noor")
    assert after.file.last(Message).text == "One more thing."
    assert after.file.report
    assert set(Record.objects.values_list("key_version", flat=True)) == {after.case.key_version}
    assert open_thread(cast.receipts[0].code, event=cast.event).entries[-1].text == "One more thing."


def test_of_two_who_save_at_the_same_moment_one_is_told(cast):
    case = cast.report()
    noor, tomas = cast.read(case, "noor"), cast.read(case, "tomas")
    seen = noor.case.revision
    told = at_once(
        lambda: respond.add_note(noor, text="From Noor.", seen=seen, at=cast.now),
        lambda: respond.add_note(tomas, text="From Tomás.", seen=seen, at=cast.now),
    )
    assert sorted(map(str, told)) == sorted(map(str, [None, ChangedMeanwhile]))
    assert len(cast.read(case, "ingrid").file.all(Note)) == 1


def test_of_two_who_are_let_in_at_the_same_moment_one_gets_the_last_place(cast):
    case = cast.report(leave_out=("ingrid", "kwame"))
    kwame, ingrid = cast.kwame.member, cast.ingrid.member
    Conflict.objects.all().delete()
    noor, tomas = cast.read(case, "noor"), cast.read(case, "tomas")
    seen = noor.case.revision
    told = at_once(
        lambda: respond.let_in(noor, member=kwame, seen=seen, at=cast.now),
        lambda: respond.let_in(tomas, member=ingrid, seen=seen, at=cast.now),
    )
    assert sorted(map(str, told)) == sorted(map(str, [None, ChangedMeanwhile]))
    assert Grant.objects.filter(case=case).count() == 3


def test_many_readers_at_the_same_moment_leave_one_whole_journal(cast):
    case = cast.report()
    before = journal.verify()
    at_once(*(lambda who=who: cast.read(case, who) for who in ("noor", "tomas", "ingrid") * 3))
    assert journal.verify() == before + 9
    assert [line.what for line in cast.read(case, "noor").journal()].count("read") == 10


@stores.only_postgresql("SQLite lets one write at a time, so nobody there waits for somebody who waits for them")
def test_whoever_opens_a_conversation_may_wait_for_the_case_alone(cast):
    """Turning keys takes the case first and its boxes after it: who took a box first would wait in a circle."""
    cast.report()
    box = ReturnBox.objects.get()

    def open_it():
        with connections["default"].cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")
        return bool(open_thread(cast.receipts[0].code, event=cast.event).entries)

    with transaction.atomic():
        ReturnBox.objects.select_for_update(of=("self",)).get(pk=box.pk)
        assert at_once(open_it) == [True]
