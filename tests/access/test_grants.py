"""At most three people hold a case, and the database itself refuses a fourth."""

import pytest
from django.db import IntegrityError, connection, transaction

from trivet.access import holding, intake
from trivet.access.holding import NoRoom
from trivet.models import Conflict, Grant, Role
from trivet.process.receive import NobodyMayRead


def holders(case):
    return {grant.member.email.split("@")[0] for grant in Grant.objects.filter(case=case)}


def refused(write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


def fourth(cast, case, slot):
    return Grant(case=case, member=cast.kwame.member, slot=slot, key_version=1, sealed=b"key")


@pytest.mark.parametrize("slot", [0, 1, 2, 3, 4, 5])
def test_a_fourth_grant_may_not_be_stored_in_any_slot(cast, slot):
    case = cast.report()
    refused(fourth(cast, case, slot).save)
    assert Grant.objects.filter(case=case).count() == 3


@pytest.mark.parametrize("slot", [0, 1, 3, 4, -1])
def test_a_fourth_grant_may_not_be_stored_past_the_code_either(cast, slot):
    case = cast.report()
    table = Grant._meta.db_table
    statement = f"INSERT INTO {table} (case_id, member_id, slot, key_version, sealed) VALUES (%s, %s, %s, 1, 'x')"  # noqa: S608

    def write():
        with connection.cursor() as cursor:
            cursor.execute(statement, [case.id.hex, cast.kwame.member.id.hex, slot])

    refused(write)


def test_a_grant_may_not_be_moved_out_of_the_three_slots(cast):
    case = cast.report()
    refused(lambda: Grant.objects.filter(case=case, slot=3).update(slot=4))


def test_nobody_may_hold_a_case_twice(cast):
    case = cast.report(leave_out=("ingrid",))
    Grant.objects.filter(case=case, slot=3).delete()
    refused(Grant(case=case, member=cast.noor.member, slot=3, key_version=1, sealed=b"key").save)


def test_of_a_team_of_four_three_hold_a_case(cast):
    assert holders(cast.report()) == {"noor", "tomas", "ingrid"}


def test_a_free_place_goes_to_a_stand_in(cast):
    assert holders(cast.report(leave_out=("noor",))) == {"tomas", "kwame", "ingrid"}


@pytest.mark.parametrize("out", [("noor", "tomas"), ("ingrid", "kwame"), ("noor", "tomas", "ingrid")])
def test_whoever_is_left_out_may_not_hold_it(cast, out):
    assert holders(cast.report(leave_out=out)) == {"noor", "tomas", "ingrid", "kwame"} - set(out)


@pytest.mark.parametrize("who", ["Kwame Mensah", "that Tomas Rivera from the team", "NOOR  HADDAD"])
def test_whoever_is_named_may_not_hold_it(cast, who):
    named = next(name for name in ("kwame", "tomas", "noor") if name in who.lower())
    case = cast.report(what_happened=f"It was {who}.")
    assert named not in holders(case)
    assert Conflict.objects.filter(case=case, member=cast.people[named].member).exists()


def test_with_nobody_left_nothing_is_stored(cast):
    with pytest.raises(NobodyMayRead):
        cast.report(leave_out=("noor", "tomas", "ingrid", "kwame"))
    assert not Grant.objects.exists()


def test_staff_desk_and_former_members_are_never_chosen(cast):
    team = {membership.member.email.split("@")[0] for membership in holding.team(cast.event, cast.now)}
    assert team == {"noor", "tomas", "ingrid", "kwame"}
    assert all(membership.role in (Role.TEAM, Role.CHAIR) for membership in holding.team(cast.event, cast.now))


def test_a_holder_may_not_let_a_fourth_in(cast):
    case = cast.report()
    with pytest.raises(NoRoom):
        holding.let_in(cast.read(case, "noor"), cast.kwame.member)
    assert holders(case) == {"noor", "tomas", "ingrid"}


def test_a_holder_may_let_somebody_into_a_free_place(cast):
    case = cast.report(leave_out=("ingrid", "kwame"))
    holding.let_in(cast.read(case, "noor"), cast.kwame.member)
    assert holders(case) == {"noor", "tomas", "kwame"}
    assert cast.read(case, "kwame").file.report.what_happened


def test_a_grant_of_one_case_opens_no_other(cast):
    one, other = cast.report(), cast.report()
    keys = {bytes(grant.sealed) for grant in Grant.objects.filter(case__in=[one, other])}
    assert len(keys) == 6
    assert cast.read(one, "noor").key != cast.read(other, "noor").key
    assert intake.grant_to(one, bytes(32), cast.noor.member, 1).sealed not in keys
