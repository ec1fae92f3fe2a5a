"""Who may read which case: the holders, and nobody else."""

import uuid
from datetime import timedelta

import pytest

from cast import NOW
from trivet.access import Denied, cases, threads
from trivet.models import Membership
from trivet.process import respond

EVERYBODY = {"ingrid", "noor", "tomas", "kwame", "jun", "beatrix", "pavel"}


@pytest.fixture
def held(cast):
    """Each case, and who holds it."""
    case = {
        "plain": cast.report(),
        "without the pair": cast.report(leave_out=("noor", "tomas")),
        "about the chair": cast.report(who="Ingrid Solberg"),
        "for one": cast.report(leave_out=("noor", "tomas", "ingrid")),
        "stepped back": cast.report(),
        "handed over": cast.report(),
        "closed": cast.report(),
    }
    respond.step_back(cast.read(case["stepped back"], "tomas"), stand_in=None, at=cast.now)
    stand_in = cast.kwame.member
    respond.step_back(cast.read(case["handed over"], "noor"), stand_in=stand_in, at=cast.now)
    cast.walk_to_closed(case["closed"])
    return case, {
        "plain": {"noor", "tomas", "ingrid"},
        "without the pair": {"kwame", "ingrid"},
        "about the chair": {"noor", "tomas", "kwame"},
        "for one": {"kwame"},
        "stepped back": {"noor", "ingrid"},
        "handed over": {"kwame", "tomas", "ingrid"},
        "closed": {"noor", "tomas", "ingrid"},
    }


def who_reads(cast, case):
    readers = set()
    for who in EVERYBODY:
        try:
            assert cast.read(case, who).file.report.what_happened
        except Denied:
            continue
        readers.add(who)
    return readers


def test_holders_may_read_a_case_and_nobody_else(cast, held):
    case, holders = held
    assert {name: who_reads(cast, case[name]) for name in case} == holders


def test_everybodys_list_has_what_they_hold_and_nothing_else(cast, held):
    case, holders = held
    for who in EVERYBODY:
        listed = cases.list_cases(cast.people[who], at=NOW)
        assert {item.case.id for item in listed} == {case[name].id for name in case if who in holders[name]}
        assert all(item.summary.code_name for item in listed)


def test_a_list_has_the_code_names_of_its_cases(cast, held):
    listed = {item.case.id: item.summary.code_name for item in cases.list_cases(cast.ingrid, at=NOW)}
    assert all(cast.read(item, "ingrid").file.code_name == listed[item.id] for item in held[0].values()
               if item.id in listed)  # fmt: skip


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_nobody_may_learn_whether_a_case_exists(cast, who):
    case = cast.report(leave_out=("noor", "tomas", "ingrid"))
    asked = {uuid.uuid4()} if who == "kwame" else {case.id, uuid.uuid4()}
    answers = []
    for each in asked:
        with pytest.raises(Denied) as denied:
            cases.read_case(cast.people[who], each, at=cast.now)
        answers.append((str(denied.value), denied.value.args))
    assert set(answers) == {("", ())}


def test_a_member_may_not_read_with_somebody_elses_grant(cast):
    """Whoever writes to the main store can move a grant, and it does not open."""
    case = cast.report()
    case.grants.filter(member=cast.noor.member).update(member=cast.kwame.member)
    with pytest.raises(Exception, match="not sealed to these keys"):
        cast.read(case, "kwame")


def test_a_code_opens_its_own_conversation_and_nobody_elses(cast):
    one, other = cast.report(), cast.report()
    assert [threads.open_thread(r.code, event=cast.event).case for r in cast.receipts] == [one, other]


def test_a_code_opens_nothing_at_another_event(cast):
    cast.report()
    code = cast.receipts[0].code
    elsewhere = type(cast.event).objects.create(
        organiser=cast.event.organiser, slug="other", name="Other", starts=cast.now, ends=cast.now + timedelta(days=1)
    )
    with pytest.raises(Denied):
        threads.open_thread(code, event=elsewhere)


@pytest.mark.parametrize("code", ["", "one two three four five six seven", "x" * 5000, "🙂", "\x00"])
def test_a_code_that_nobody_has_opens_nothing(cast, code):
    cast.report()
    with pytest.raises(Denied):
        threads.open_thread(code, event=cast.event)


def test_a_conversation_shows_no_work_of_the_team(cast):
    case = cast.report(who="Somebody")
    cast.walk_to_closed(case)
    thread = threads.open_thread(cast.receipts[0].code, event=cast.event)
    assert {entry.kind for entry in thread.entries} == {"sent-form", "seen", "message"}
    assert {scope.name for scope in thread.ring.halves} == {"thread"}
    assert not any("shouted" in str(entry) for entry in thread.entries)


def test_a_holder_whose_membership_ended_may_not_read_or_list(cast):
    case = cast.report()
    Membership.objects.filter(member=cast.noor.member).update(until=cast.now)
    assert cases.list_cases(cast.noor, at=cast.later(minutes=1)) == []
    with pytest.raises(Denied):
        cast.read(case, "noor")
    assert cast.read(case, "tomas")
