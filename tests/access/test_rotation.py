"""Stepping back turns the keys: the one who leaves opens nothing more, everybody else goes on."""

import pytest

from cast import NOW
from trivet.access import Denied, cases, journal, rotation, sign_in
from trivet.access.ring import Ring
from trivet.access.rotation import NobodyLeft
from trivet.access.threads import open_thread
from trivet.models import Case, Conflict, Grant, Record, ReturnBox
from trivet.models.response import Message
from trivet.process import receive, respond
from trivet.process.gates import Refused
from trivet.vault import Destroyed, Tampered, shares
from trivet.vault.case_keys import open_grant
from trivet.vault.members import MemberKeys
from trivet.vault.models import Share


def step_back(cast, case, who, stand_in=None):
    member = cast.people[stand_in].member if stand_in else None
    respond.step_back(cast.read(case, who), stand_in=member, at=cast.later(seconds=1))


def at_the_door(cast, case, who, stand_in):
    """Past the gates."""
    held = cast.read(case, who)
    joining = [stand_in] if stand_in else []
    rotation.turn(
        held, kept_from=[held.member], joining=joining, summary=None, clocks=[], did="stepped back", at=cast.now
    )


@pytest.fixture
def case(cast):
    case = cast.report(who="Somebody")
    cast.open(case, "noor", "tomas")
    cast.do(respond.send_message, case, "noor", text="Thank you.")
    return case


def test_whoever_stepped_back_may_not_read_or_list_it(cast, case):
    step_back(cast, case, "tomas")
    with pytest.raises(Denied):
        cast.read(case, "tomas")
    assert cases.list_cases(cast.tomas, at=NOW) == []
    assert Conflict.objects.filter(case=case, member=cast.tomas.member).exists()


def test_whoever_stepped_back_may_not_open_an_old_copy_of_the_main_store(cast, case):
    """Their keys and everything that the main store ever held: a share is missing, and it is gone."""
    held = cast.read(case, "tomas")
    grant, copy = Grant.objects.get(case=case, member=cast.tomas.member), Case.objects.get(id=case.id)
    scopes = [copy.scope("work"), copy.scope("outcome"), case.boxes.select_related("case").get().scope]
    records = list(Record.objects.filter(case=case))
    step_back(cast, case, "tomas")
    key = open_grant(cast.tomas.keys, grant.sealed, case=str(case.id), member=held.by, version=1)
    assert key == held.key
    ring = Ring.of_case(key, scopes)
    assert not any(ring.has(scope) for scope in scopes)
    assert ring.unseal(records) == []
    for scope in scopes:
        with pytest.raises(Destroyed):
            ring.key(scope)
    assert not Share.objects.filter(version=1).exists()


def test_an_old_copy_of_the_main_store_beside_the_new_shares_opens_nothing(cast, case):
    """The versions differ, so neither the old key nor the old records fit the shares that are there."""
    old, records = cast.read(case, "tomas").key, list(Record.objects.filter(case=case))
    step_back(cast, case, "tomas")
    now = Case.objects.get(id=case.id)
    ring = Ring.of_case(old, [now.scope("work"), now.scope("outcome"), ReturnBox.objects.get(case=case).scope])
    for rows in (records, list(Record.objects.filter(case=case))):
        for record in rows:
            with pytest.raises(Tampered):
                ring.unseal([record])


def in_one_order(entries):
    """What was written at one moment has no order of its own; PostgreSQL gives it another after a turn."""
    return sorted(entries, key=lambda entry: entry.id)


def test_those_who_stay_may_read_everything(cast, case):
    before = cast.read(case, "noor")
    lines = len(before.journal())
    step_back(cast, case, "tomas")
    for who in ("noor", "ingrid"):
        after = cast.read(case, who)
        assert in_one_order(after.file.entries[:-1]) == in_one_order(before.file.entries)
        assert after.file.gone == {str(cast.tomas.member.id)}
    assert [line.what for line in after.journal()][lines:] == ["read", "stepped back", "read", "read"]
    assert [item.summary.code_name for item in cases.list_cases(cast.noor, at=NOW)] == [after.file.code_name]


def test_a_stand_in_may_read_everything(cast, case):
    step_back(cast, case, "tomas", stand_in="kwame")
    held = cast.read(case, "kwame")
    assert held.file.report.who == "Somebody"
    assert held.journal()[0].what == "received"
    assert {member.name for member in held.holders} == {"Noor Haddad", "Kwame Mensah", "Ingrid Solberg"}
    cast.do(respond.add_note, case, "kwame", text="I am here now.")


def test_the_reporters_code_still_opens_their_conversation(cast, case):
    code = cast.receipts[0].code
    step_back(cast, case, "noor", stand_in="kwame")
    thread = open_thread(code, event=cast.event)
    assert [entry.text for entry in thread.entries if isinstance(entry, Message)] == ["Thank you."]
    once = "2f1a8c62-9d0f-4c63-8d6a-3b8a4a1e7f10"
    receive.write_message(thread, text="One more thing.", once=once, at=cast.later(minutes=1))
    assert cast.read(case, "kwame").file.named(once).text == "One more thing."
    cast.do(respond.send_message, case, "kwame", text="We read it.")
    assert open_thread(code, event=cast.event).entries[-1].text == "We read it."


def test_the_journal_stays_whole(cast, case):
    before = journal.verify()
    for who, stand_in in (("tomas", "kwame"), ("noor", None), ("ingrid", None)):
        step_back(cast, case, who, stand_in=stand_in)
        assert journal.verify() > before
    assert {line.what for line in cast.read(case, "kwame").journal()} >= {"received", "stepped back"}


def test_everything_moves_to_the_next_version(cast, case):
    step_back(cast, case, "tomas")
    assert Case.objects.get(id=case.id).key_version == 2
    for rows in (Record.objects.filter(case=case), Grant.objects.filter(case=case)):
        assert set(rows.values_list("key_version", flat=True)) == {2}
    assert sorted(Share.objects.values_list("scope", "version")) == [("outcome", 2), ("thread", 2), ("work", 2)]


def test_the_days_of_destruction_are_carried_over(cast):
    case = cast.report()
    cast.walk_to_closed(case, "warning")
    days = dict(Share.objects.values_list("scope", "purge_at"))
    assert all(days.values())
    step_back(cast, case, "tomas")
    assert dict(Share.objects.values_list("scope", "purge_at")) == days
    assert cast.read(case, "noor").outcome.outcome == "warning"


def test_the_last_holder_may_not_leave_it_to_nobody(cast):
    case = cast.report(leave_out=("noor", "tomas", "ingrid"))
    with pytest.raises(Refused):
        step_back(cast, case, "kwame")
    with pytest.raises(NobodyLeft):
        at_the_door(cast, case, "kwame", None)
    assert cast.read(case, "kwame").case.key_version == 1


@pytest.mark.parametrize("stand_in", ["tomas", "noor", "ingrid", "jun", "beatrix", "pavel"])
def test_nobody_may_stand_in_who_must_not_hold_it(cast, stand_in):
    """Holding it, stepped back or left out, not of the team, no longer of the team."""
    case = cast.report(leave_out=("ingrid",))
    step_back(cast, case, "tomas")
    with pytest.raises(Refused):
        step_back(cast, case, "noor", stand_in=stand_in)
    with pytest.raises(NobodyLeft):
        at_the_door(cast, case, "noor", cast.people[stand_in].member)
    assert {holder.name for holder in cast.read(case, "noor").holders} == {"Noor Haddad", "Kwame Mensah"}


def test_nobody_may_slip_their_key_into_a_box_before_keys_are_turned(cast, case):
    ReturnBox.objects.filter(case=case).update(public=MemberKeys.new().public.seal_to)
    with pytest.raises(Tampered):
        step_back(cast, case, "tomas")
    assert cast.read(case, "tomas").case.key_version == 1


def test_whoever_stepped_back_keeps_their_other_cases_and_their_session(cast, case):
    other = cast.report()
    _, cookie = sign_in.sign_in(email="tomas@conf.example", password=cast.password("tomas"), at=cast.now)
    step_back(cast, case, "tomas")
    reader = sign_in.recall(cookie, cast.now)
    assert [item.case for item in cases.list_cases(reader, at=NOW)] == [other]


def test_shares_of_other_cases_stay(cast, case):
    other = cast.report()
    scopes = [other.scope("work"), other.scope("outcome")]
    before = shares.find(scopes)
    step_back(cast, case, "tomas")
    assert shares.find(scopes) == before
