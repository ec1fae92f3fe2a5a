"""Who left, or lost their keys, opens nothing; a holder's session turns the keys."""

import pytest

from trivet.access import Denied, accounts, attestation, cases, turning
from trivet.models import Conflict, Grant, Membership, Role
from trivet.process import respond, retain
from trivet.process.gates import Refused


def test_a_member_who_left_may_not_read_and_has_no_grant_once_the_keys_are_turned(cast):
    case = cast.report()
    Membership.objects.filter(member=cast.tomas.member).update(until=cast.now)
    cast.later(minutes=1)
    with pytest.raises(Denied):
        cast.read(case, "tomas")
    assert turning.stale(cast.noor, at=cast.now) == [case]
    retain.end_access(cast.read(case, "noor"), at=cast.now)
    assert not turning.stale(cast.noor, at=cast.now)
    assert not Grant.objects.filter(case=case, member=cast.tomas.member).exists()
    assert str(cast.tomas.member.id) in cast.read(case, "noor").file.gone


def test_new_keys_open_a_case_again_once_a_teammate_vouched_for_them(cast):
    case = cast.report()
    cast.people["tomas"] = accounts.renew_keys(cast.tomas.member, password="a-long-new-password-of-theirs")
    with pytest.raises(Denied):
        cast.read(case, "tomas")
    retain.end_access(cast.read(case, "noor"), at=cast.later(minutes=1))
    with pytest.raises(Denied):
        cast.read(case, "tomas")
    attestation.attest(cast.tomas.member, by=cast.noor.member, keys=cast.noor.keys)
    retain.end_access(cast.read(case, "noor"), at=cast.later(minutes=1))
    assert cast.read(case, "tomas").file.report.what_happened


def test_the_last_with_keys_may_not_leave_a_case_to_those_who_lost_theirs(cast):
    case = cast.report(leave_out=("ingrid", "kwame"))
    accounts.renew_keys(cast.tomas.member, password="a-long-new-password-of-theirs")
    with pytest.raises(Refused) as refused:
        respond.step_back(cast.read(case, "noor"), stand_in=None, at=cast.now)
    assert "stands in" in refused.value.way_out
    assert cast.read(case, "noor").file.report


def test_a_member_with_a_conflict_may_not_read_even_with_a_grant(cast):
    case = cast.report()
    Conflict.objects.create(case=case, member=cast.tomas.member)
    assert not cases.list_cases(cast.tomas, at=cast.now)
    with pytest.raises(Denied):
        cast.read(case, "tomas")


@pytest.mark.parametrize("role", [Role.STAFF, Role.DESK])
def test_a_member_who_is_of_the_team_no_more_may_not_read(cast, role):
    case = cast.report()
    Membership.objects.filter(member=cast.tomas.member).update(role=role)
    assert not cases.list_cases(cast.tomas, at=cast.now)
    with pytest.raises(Denied):
        cast.read(case, "tomas")
    retain.end_access(cast.read(case, "noor"), at=cast.now)
    assert not Grant.objects.filter(case=case, member=cast.tomas.member).exists()
