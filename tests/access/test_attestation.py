"""Keys are sealed only to people somebody vouched for, in a chain that ends at the founder's pin."""

import pytest

from cast import NOW
from trivet.access import attestation, cases, holding, intake
from trivet.access.accounts import create_member
from trivet.access.attestation import NotAttested
from trivet.models import Grant, Identity, Member, Membership
from trivet.vault.installation import keep
from trivet.vault.members import MemberKeys

TEAM = {"noor", "tomas", "ingrid", "kwame"}


def team(cast):
    return {m.member.email.split("@")[0] for m in holding.team(cast.event, cast.now)}


def holders(case):
    return {grant.member.email.split("@")[0] for grant in Grant.objects.filter(case=case)}


def edit(who, **columns):
    Identity.objects.filter(member=who.member).update(**columns)


def new_keys(cast):
    edit(cast.tomas, seal_to=MemberKeys.new().public.seal_to)


def new_keys_signed_with_their_own(cast):
    """Somebody who can write to the main store puts their keys in, and signs them with them."""
    keys = MemberKeys.new()
    edit(cast.tomas, seal_to=keys.public.seal_to, verify_with=keys.public.verify_with)
    attestation.attest(Member.objects.get(pk=cast.tomas.member.pk), by=cast.tomas.member, keys=keys)


def forged_signature(cast):
    edit(cast.tomas, signature=bytes(64))


def no_signature(cast):
    edit(cast.tomas, signature=b"")


def nobody_vouches(cast):
    edit(cast.tomas, attested_by=None)


def somebody_elses_signature(cast):
    edit(cast.tomas, signature=cast.noor.member.identity.signature)


def vouched_for_by_the_wrong_one(cast):
    edit(cast.tomas, attested_by=cast.kwame.member.identity)


def in_a_circle(cast):
    """Two who vouch for each other, and nobody for them."""
    attestation.attest(cast.tomas.member, by=cast.pavel.member, keys=cast.pavel.keys)
    attestation.attest(cast.pavel.member, by=cast.tomas.member, keys=cast.tomas.keys)


FORGERIES = [
    new_keys, new_keys_signed_with_their_own, forged_signature, no_signature, nobody_vouches,
    somebody_elses_signature, vouched_for_by_the_wrong_one, in_a_circle,
]  # fmt: skip


@pytest.mark.parametrize("forge", FORGERIES, ids=lambda forge: forge.__name__)
def test_a_member_whose_keys_nobody_vouches_for_gets_none(cast, forge):
    case = cast.report(leave_out=("tomas",))
    forge(cast)
    tomas = Member.objects.get(pk=cast.tomas.member.pk)
    assert not attestation.is_attested(tomas)
    with pytest.raises(NotAttested):
        intake.grant_to(case, bytes(32), tomas, 1)
    assert team(cast) == TEAM - {"tomas"}
    assert holders(cast.report()) == TEAM - {"tomas"}
    assert tomas not in holding.free_members(cast.read(case, "noor"), cast.now)


def test_everybody_of_the_cast_was_vouched_for(cast):
    assert all(attestation.check(who.member) == who.keys.public for who in cast.people.values())


def test_a_chain_may_be_long(cast):
    new = create_member(email="new@conf.example", name="New", password="p" * 20, aliases=[], handles=[])
    Membership.objects.create(member=new.member, event=cast.event, role="team")
    assert not attestation.is_attested(new.member)
    attestation.attest(new.member, by=cast.kwame.member, keys=cast.kwame.keys)
    assert attestation.check(Member.objects.get(pk=new.member.pk)) == new.keys.public


def test_a_chain_ends_at_the_pin_and_nowhere_else(cast):
    keep("founder's pin", MemberKeys.new().public.verify_with)
    assert team(cast) == set()


def test_the_pin_lies_in_the_other_store(cast):
    """Whoever rewrites every member in the main store still has nothing sealed to them."""
    keys = MemberKeys.new()
    for who in cast.people.values():
        edit(who, seal_to=keys.public.seal_to, verify_with=keys.public.verify_with)
        attestation.attest(Member.objects.get(pk=who.member.pk), by=cast.ingrid.member, keys=keys)
    assert team(cast) == set()


def test_a_case_that_is_open_may_not_be_handed_on_to_forged_keys(cast):
    case = cast.report(leave_out=("tomas", "kwame"))
    held = cast.read(case, "noor")
    new_keys(cast)
    with pytest.raises(NotAttested):
        holding.let_in(held, Member.objects.get(pk=cast.tomas.member.pk))
    assert holders(case) == {"noor", "ingrid"}
    assert len(cases.list_cases(cast.tomas, at=NOW)) == 0
