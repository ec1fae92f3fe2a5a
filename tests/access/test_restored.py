"""After a restore nothing opens, until a chair said who left and two people who has a conflict."""

from datetime import timedelta

import pytest
from tests.access.restoring import DAY, readers, restore, say, say_left

from trivet.access import Denied, cases, grants, journal, restored
from trivet.access.sign_in import WrongSignIn, recall, sign_in
from trivet.access.threads import open_thread
from trivet.models import Case, Conflict, Grant, Membership, Unlock
from trivet.process import retain


@pytest.fixture
def case(cast):
    """Held by noor, tomas and ingrid."""
    return cast.report()


def test_nobody_may_open_anything_before_a_chair_spoke(cast, case):
    assert readers(cast, case) == {"noor", "tomas", "ingrid"}
    restore(cast)
    assert readers(cast, case) == set()
    assert not any(cases.list_cases(cast.people[name], at=cast.now) for name in cast.people)
    for name in ("noor", "ingrid"):
        with pytest.raises(Denied):
            restored.closed_case(cast.people[name], case.id, at=cast.now)


def test_a_report_received_meanwhile_may_be_opened_once_a_chair_spoke(cast, case):
    restore(cast)
    new = cast.report()
    assert readers(cast, new) == set()
    say_left(cast)
    assert readers(cast, new) == {"noor", "tomas", "ingrid"}
    assert readers(cast, case) == set()


@pytest.mark.parametrize("who", ["noor", "jun", "beatrix", "pavel"])
def test_others_than_a_chair_may_not_say_who_left(cast, case, who):
    restore(cast)
    with pytest.raises(Denied):
        say_left(cast, who)


def test_the_team_may_say_who_left_where_there_is_no_chair(cast, case):
    Membership.objects.filter(member=cast.ingrid.member).update(until=cast.now)
    restore(cast)
    cast.later(minutes=1)
    say_left(cast, "noor")


def test_a_case_opens_when_two_have_spoken_and_not_to_the_one_in_conflict(cast, case):
    restore(cast)
    say_left(cast)
    assert say(cast, "noor", case, "tomas") is False
    assert readers(cast, case) == set()
    assert say(cast, "ingrid", case) is True
    assert readers(cast, case) == {"noor", "ingrid"}
    assert Conflict.objects.filter(case=case, member=cast.tomas.member).exists()


def test_somebody_excluded_since_may_not_open_by_their_own_word(cast, case):
    restore(cast)
    say_left(cast)
    say(cast, "tomas", case, "noor", "ingrid")
    say(cast, "tomas", case)
    assert readers(cast, case) == set()
    assert say(cast, "noor", case, "tomas") is True
    assert readers(cast, case) == {"noor", "ingrid"}


def test_people_who_exclude_each_other_open_nothing(cast, case):
    restore(cast)
    say_left(cast, left=["ingrid"])
    say(cast, "tomas", case, "noor")
    with pytest.raises(restored.NobodyStays):
        say(cast, "noor", case, "tomas")
    assert readers(cast, case) == set()
    assert case.recollections.count() == 1


def test_who_left_since_may_not_open_and_loses_the_grant(cast, case):
    restore(cast)
    say_left(cast, left=["tomas"])
    with pytest.raises(Denied):
        say(cast, "tomas", case)
    say(cast, "noor", case)
    assert say(cast, "ingrid", case) is True
    assert readers(cast, case) == {"noor", "ingrid"}
    retain.end_access(cast.read(case, "noor"), at=cast.later(seconds=1))
    assert not Grant.objects.filter(case=case, member=cast.tomas.member).exists()


def test_keys_lost_since_may_not_open_anything(cast, case):
    restore(cast)
    say_left(cast, lost=["tomas"])
    with pytest.raises(WrongSignIn):
        sign_in(email="tomas@conf.example", password=cast.password("tomas"), at=cast.now)
    say(cast, "noor", case)
    say(cast, "ingrid", case)
    assert readers(cast, case) == {"noor", "ingrid"}


def test_a_case_of_one_holder_needs_the_word_of_a_chair(cast):
    case = cast.report(leave_out=("noor", "ingrid"))  # tomas and kwame
    restore(cast)
    say_left(cast, left=["kwame"])
    Conflict.objects.filter(case=case, member=cast.ingrid.member).delete()
    with pytest.raises(Denied):
        restored.closed_case(cast.ingrid, case.id, at=cast.now)
    assert say(cast, "tomas", case) is False
    seen = restored.closed_case(cast.ingrid, case.id, at=cast.now)
    assert seen.listed is None
    assert say(cast, "ingrid", case) is True
    assert readers(cast, case) == {"tomas"}


def test_a_chair_with_a_conflict_may_not_speak_nor_learn_of_it(cast):
    case = cast.report(leave_out=("noor", "ingrid"))
    restore(cast)
    say_left(cast, left=["kwame"])
    assert say(cast, "tomas", case) is True  # nobody else could know
    assert restored.closed_cases(cast.ingrid, at=cast.now) == []


def test_others_than_holders_may_not_speak_for_a_case(cast, case):
    restore(cast)
    say_left(cast)
    for name in ("kwame", "jun", "beatrix", "pavel"):
        with pytest.raises(Denied):
            say(cast, name, case)


def test_sessions_end_and_the_reporter_may_still_read_their_own(cast, case):
    _, cookie = sign_in(email="noor@conf.example", password=cast.password("noor"), at=cast.now)
    restore(cast)
    assert recall(cookie, cast.now) is None
    assert not Unlock.objects.exists()
    assert open_thread(cast.receipts[0].code, event=cast.event).entries


def test_the_journal_says_that_it_was_restored_and_is_whole(cast, case):
    restore(cast)
    assert journal.verify()
    assert journal.restored() == [(cast.now, cast.now - DAY - timedelta(minutes=1))]


def test_what_was_said_is_in_the_journal_of_the_case(cast, case):
    restore(cast)
    say_left(cast)
    say(cast, "noor", case)
    say(cast, "ingrid", case)
    said = [line.member for line in cast.read(case, "noor").journal() if "conflict since" in line.what]
    assert said == [str(cast.noor.member.id), str(cast.ingrid.member.id)]
    assert journal.verify()


def test_a_second_restore_closes_again(cast, case):
    restore(cast)
    say_left(cast)
    say(cast, "noor", case)
    restore(cast)
    assert not case.recollections.exists()
    assert readers(cast, case) == set()
    say_left(cast)
    say(cast, "noor", case)
    say(cast, "tomas", case)
    assert readers(cast, case) == {"noor", "tomas", "ingrid"}
    assert not Case.objects.exclude(restoration=None).exists()
    assert grants.opening(Grant.objects.filter(case=case), cast.now).count() == 3
