"""Whoever is removed opens nothing from that moment; what only they could open is known, and can come back."""

import pytest

from trivet.access import ChangedMeanwhile, Denied, accounts, cases, departures, threads, turning
from trivet.models import Conflict, Membership, Role
from trivet.process import prepare, retain
from trivet.process.gates import Refused


def remove(cast, who, by="ingrid"):
    departures.remove(cast.event, cast.people[who].member, by=cast.people[by], at=cast.later(seconds=1))


def only(cast, who):
    """A case that one person alone holds: all others were left out."""
    return cast.report(leave_out=tuple({"noor", "tomas", "ingrid", "kwame"} - {who}))


def lose_keys(cast, who):
    """Somebody has new keys, and nobody vouched for them yet."""
    accounts.retire_keys(cast.people[who].member)


def test_a_case_whose_only_keys_were_lost_is_known_to_those_who_may_know(cast):
    case = only(cast, "tomas")
    assert departures.lost(cast.ingrid.member, at=cast.now) == []
    cast.report()
    lose_keys(cast, "tomas")
    Conflict.objects.filter(case=case, member=cast.ingrid.member).delete()
    assert departures.lost(cast.ingrid.member, at=cast.now) == [case]
    assert departures.lost(cast.kwame.member, at=cast.now) == []  # left out: may not know of it


def test_new_keys_may_not_lose_a_case_without_a_tick(cast):
    only(cast, "tomas")
    Conflict.objects.filter(member=cast.ingrid.member).delete()
    with pytest.raises(Refused):
        prepare.renew_person(cast.event, cast.tomas.member, role="team", alone_too=False, by=cast.ingrid, at=cast.now)
    assert prepare.renew_person(cast.event, cast.tomas.member, role="team", alone_too=True, by=cast.ingrid, at=cast.now)


def test_a_reporter_is_told_when_nobody_has_a_key_any_more(cast):
    only(cast, "tomas")
    code = cast.receipts[-1].code
    assert threads.open_thread(code, event=cast.event).is_held(cast.now)
    lose_keys(cast, "tomas")
    assert not threads.open_thread(code, event=cast.event).is_held(cast.now)


def enough_at(count):
    """Enough after so many questions."""
    asked = iter(range(1, 1_000))
    return lambda: next(asked) >= count


def test_a_removed_member_may_not_read_even_before_the_keys_are_turned(cast):
    case = cast.report()
    remove(cast, "tomas")
    assert turning.stale(cast.noor, at=cast.now) == [case]
    assert cases.list_cases(cast.tomas, at=cast.now) == []
    with pytest.raises(Denied):
        cast.read(case, "tomas")


def test_a_holder_may_turn_keys_a_few_cases_at_a_time(cast):
    many = [cast.report() for _ in range(5)]
    remove(cast, "tomas")
    assert retain.turn_some(cast.noor, enough=enough_at(2), at=cast.later(seconds=1)) == 2
    assert len(turning.stale(cast.ingrid, at=cast.now)) == 3
    assert retain.turn_some(cast.ingrid, enough=enough_at(9), at=cast.later(seconds=1)) == 3
    assert retain.turn_some(cast.noor, enough=enough_at(9), at=cast.later(seconds=1)) == 0
    assert all(cast.read(case, "noor").case.key_version == 2 for case in many)


def test_a_damaged_case_may_not_stop_the_turning_of_the_others(cast):
    broken, *rest = sorted((cast.report() for _ in range(3)), key=lambda case: case.pk)
    broken.records.filter(scope="work").update(sealed=b"junk")
    remove(cast, "tomas")
    assert retain.turn_some(cast.noor, enough=enough_at(9), at=cast.later(seconds=1)) == 2
    assert turning.stale(cast.noor, at=cast.now) == [broken]
    assert all(cast.read(case, "noor") for case in rest)


def test_a_holder_may_not_turn_what_they_do_not_hold(cast):
    only(cast, "kwame")
    remove(cast, "kwame")
    assert turning.stale(cast.noor, at=cast.now) == []


def test_a_chair_may_know_what_only_one_person_holds_but_not_of_a_case_with_their_own_conflict(cast):
    cast.report()
    only(cast, "tomas")
    count = lambda reader: departures.held_alone(cast.event, cast.tomas.member, reader=reader.member, at=cast.now)  # noqa: E731
    assert count(cast.ingrid) == 0
    Conflict.objects.filter(member=cast.ingrid.member).delete()
    assert count(cast.ingrid) == 1


def test_a_teammate_may_learn_that_nobody_opens_a_case_but_not_with_a_conflict(cast):
    case = only(cast, "tomas")
    Conflict.objects.filter(member=cast.kwame.member).delete()
    assert departures.orphans(cast.kwame.member, at=cast.now) == []
    remove(cast, "tomas")
    assert departures.orphans(cast.kwame.member, at=cast.now) == [departures.Orphan(case, [cast.tomas.member])]
    for who in ("noor", "ingrid", "jun", "tomas"):
        assert departures.orphans(cast.people[who].member, at=cast.now) == [], who


def test_two_chairs_may_not_remove_each_other_at_the_same_moment(cast):
    Membership.objects.filter(member=cast.noor.member).update(role=Role.CHAIR)
    remove(cast, "noor")
    with pytest.raises(ChangedMeanwhile):
        remove(cast, "ingrid", by="noor")
    with pytest.raises(ChangedMeanwhile):
        remove(cast, "ingrid")  # nobody would be left
    assert Membership.objects.get(member=cast.ingrid.member).until is None


def test_somebody_who_gets_their_role_back_may_open_what_only_they_held(cast):
    case = only(cast, "tomas")
    remove(cast, "tomas")
    Membership.objects.filter(member=cast.tomas.member).update(until=None, role=Role.TEAM)
    assert cast.read(case, "tomas").file.report


def change(cast, who, role, by="ingrid"):
    prepare.change_role(
        cast.event, cast.people[who].member, role=role, until=None, by=cast.people[by],
        at=cast.later(seconds=1),
    )  # fmt: skip


def lasts(cast, who):
    return Membership.objects.filter(Membership.lasting(cast.now), member=cast.people[who].member).exists()


def test_a_page_that_was_open_before_may_not_bring_back_somebody_who_was_removed(cast):
    remove(cast, "tomas")
    with pytest.raises(Refused, match="same moment"):
        change(cast, "tomas", Role.TEAM)
    assert not lasts(cast, "tomas")


def test_a_chair_who_is_removed_may_not_make_themselves_one_again_nor_anybody(cast):
    Membership.objects.filter(member=cast.noor.member).update(role=Role.CHAIR)
    remove(cast, "noor")
    for who in ("noor", "kwame"):
        with pytest.raises(Refused, match="same moment"):
            change(cast, who, Role.CHAIR, by="noor")
    assert not lasts(cast, "noor")
    assert Membership.objects.get(member=cast.kwame.member).role == Role.TEAM


def test_two_chairs_may_not_both_become_something_else_at_the_same_moment(cast, monkeypatch):
    Membership.objects.filter(member=cast.noor.member).update(role=Role.CHAIR)
    monkeypatch.setattr(prepare, "_refuse_the_last_chair", lambda *_: None)  # both looked before either wrote
    change(cast, "noor", Role.TEAM, by="noor")
    with pytest.raises(Refused, match="same moment"):
        change(cast, "ingrid", Role.TEAM)
    assert Membership.objects.get(member=cast.ingrid.member).role == Role.CHAIR


def test_a_request_that_began_before_its_chair_was_removed_may_not_change_anything_afterwards(cast):
    Membership.objects.filter(member=cast.noor.member).update(role=Role.CHAIR)
    began = cast.later(seconds=1)
    remove(cast, "noor")
    for who, role in (("kwame", Role.CHAIR), ("noor", Role.CHAIR)):
        with pytest.raises(Refused, match="same moment"):
            prepare.change_role(cast.event, cast.people[who].member, role=role, until=None, by=cast.noor, at=began)
    with pytest.raises(ChangedMeanwhile):
        departures.remove(cast.event, cast.ingrid.member, by=cast.noor, at=began)
    with pytest.raises(Refused, match="same moment"):
        prepare.change_role(cast.event, cast.noor.member, role=Role.TEAM, until=None, by=cast.ingrid, at=began)
    assert not lasts(cast, "noor")
    assert lasts(cast, "ingrid")
