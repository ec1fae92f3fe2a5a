"""Handing over: nobody gets a key before they named their conflicts, and nobody with one gets it by itself."""

import pytest

from trivet.access import ChangedMeanwhile, Denied, accounts, attestation, handover, invitations
from trivet.models import Conflict, Declaration, Event, Grant
from trivet.process import respond, retain
from trivet.process.gates import Refused
from trivet.process.handover import hand_over, propose

PASSWORD = "a-long-password-of-their-own"


@pytest.fixture
def newcomers(cast):
    """Wren and Sol are of the new team; a teammate vouched for both."""
    for key, name in (("wren", "Wren Ito"), ("sol", "Sol Abara")):
        made = accounts.create_member(email=f"{key}@conf.example", name=name, password=PASSWORD, aliases=[], handles=[])
        attestation.attest(made.member, by=cast.ingrid.member, keys=cast.ingrid.keys)
        cast.people[key] = made
    return cast


@pytest.fixture
def case(newcomers):
    """Held by noor, tomas and ingrid, and about Ada Quill; the new team came afterwards."""
    case = newcomers.report(what_happened="It was Ada Quill.")
    for key in ("wren", "sol"):
        invitations.appoint(newcomers.people[key].member, newcomers.event, role="team", until=None)
    return case


def says(cast, who, *names):
    handover.declare(cast.people[who], cast.event, names=list(names), at=cast.later(seconds=1))


def said(cast, who="noor"):
    return handover.declared(cast.people[who], cast.event, at=cast.now)


def proposal(cast, case, who="noor"):
    return propose(cast.read(case, who), said(cast, who), at=cast.now)


def hand(cast, case, *to, by="noor"):
    held, known = cast.read(case, by), said(cast, by)
    members = [cast.people[name].member for name in to]
    hand_over(held, known, to=members, seen=held.case.revision, at=cast.later(seconds=1))


def holders(case):
    return {grant.member.email.split("@")[0] for grant in Grant.objects.filter(case=case).select_related("member")}


def test_somebody_who_said_nothing_may_not_get_a_case(newcomers, case):
    assert proposal(newcomers, case).free == []
    with pytest.raises(Refused, match="cannot be given"):
        hand(newcomers, case, "wren")
    assert holders(case) == {"noor", "tomas", "ingrid"}


def test_a_new_team_may_take_a_case_over_and_the_old_one_opens_nothing(newcomers, case):
    for who in ("wren", "sol"):
        says(newcomers, who)
    assert {member.name for member in proposal(newcomers, case).preset} == {"Wren Ito", "Sol Abara"}
    hand(newcomers, case, "wren", "sol")
    assert holders(case) == {"wren", "sol"}
    for who in ("noor", "tomas", "ingrid"):
        with pytest.raises(Denied):
            newcomers.read(case, who)
    file = newcomers.read(case, "wren").file
    assert {str(newcomers.people[who].member.id) for who in ("noor", "tomas", "ingrid")} <= file.gone
    assert newcomers.read(case, "sol").case.key_version == 2
    assert not Conflict.objects.filter(case=case).exists()


@pytest.mark.parametrize("name", ["Ada Quill", "quill", "Ada Quil"])
def test_somebody_who_named_a_person_in_the_case_may_not_get_it_by_itself(newcomers, case, name):
    says(newcomers, "wren", "Somebody Else", name)
    says(newcomers, "sol", "Nobody There")
    offer = proposal(newcomers, case)
    assert offer.matched == [newcomers.wren.member]
    assert newcomers.wren.member not in offer.preset
    hand(newcomers, case, "sol", "noor")
    assert holders(case) == {"sol", "noor"}
    assert Conflict.objects.filter(case=case, member=newcomers.wren.member).exists()
    assert newcomers.wren.member not in proposal(newcomers, case).people


def test_a_holder_may_say_that_it_is_another_person(newcomers, case):
    says(newcomers, "wren", "Ada Lovelace")
    assert proposal(newcomers, case).matched
    hand(newcomers, case, "wren", "noor")
    assert holders(case) == {"wren", "noor"}
    assert not Conflict.objects.filter(case=case).exists()


def test_a_name_in_a_note_counts_too(newcomers, case):
    newcomers.do(respond.add_note, case, "noor", text="Bo Winter stood beside it.")
    says(newcomers, "wren", "Bo Winter")
    assert proposal(newcomers, case).matched == [newcomers.wren.member]


def test_somebody_of_the_new_team_who_is_in_the_case_may_not_get_it_by_itself(newcomers, case):
    newcomers.do(respond.add_note, case, "noor", text="x")
    newcomers.do(respond.add_names, case, "noor", names="Wren Ito", role="witness")
    says(newcomers, "wren")
    assert proposal(newcomers, case).matched == [newcomers.wren.member]


def test_a_fourth_holder_may_not_be_ticked_and_nobody_at_all_neither(newcomers, case):
    says(newcomers, "wren")
    for to, why in ((("wren", "noor", "tomas", "ingrid"), "Four people"), ((), "Nobody would hold")):
        with pytest.raises(Refused, match=why):
            hand(newcomers, case, *to)
    assert holders(case) == {"noor", "tomas", "ingrid"}


def test_a_case_that_changed_since_the_page_is_not_handed_over(newcomers, case):
    says(newcomers, "wren")
    seen = newcomers.read(case, "noor").case.revision
    newcomers.do(respond.add_note, case, "tomas", text="Something new.")
    with pytest.raises(ChangedMeanwhile):
        hand_over(
            newcomers.read(case, "noor"), said(newcomers), to=[newcomers.wren.member], seen=seen, at=newcomers.now
        )
    assert "wren" not in holders(case)


def test_a_case_of_which_only_the_record_is_left_may_be_handed_over(newcomers):
    Event.objects.update(committee_email="")
    old = newcomers.report(what_happened="It was Ada Quill.")
    newcomers.walk_to_closed(old)
    for key in ("wren", "sol"):
        invitations.appoint(newcomers.people[key].member, newcomers.event, role="team", until=None)
    newcomers.later(days=120)
    retain.destroy_due(newcomers.now)
    says(newcomers, "wren", "loud joke")
    says(newcomers, "sol")
    assert newcomers.read(old, "noor").destroyed
    assert proposal(newcomers, old).matched == [newcomers.wren.member]
    hand(newcomers, old, "sol")
    assert newcomers.read(old, "sol").outcome
    assert holders(old) == {"sol"}


def test_nobody_but_those_who_hand_over_may_read_what_was_said(newcomers, case):
    says(newcomers, "wren", "Ada Quill")
    assert said(newcomers, "noor") == {newcomers.wren.member: ["Ada Quill"]}
    assert said(newcomers, "sol") == {newcomers.wren.member: ["Ada Quill"]}
    assert said(newcomers, "wren") == said(newcomers, "jun") == {}
    stored = b"".join(bytes(row.sealed) + bytes(row.wrapped_key) for row in Declaration.objects.all())
    assert b"Quill" not in stored


@pytest.mark.parametrize("field", ["sealed", "wrapped_key", "signature"])
def test_an_answer_that_was_changed_in_the_store_counts_as_none(newcomers, case, field):
    says(newcomers, "wren", "Ada Quill")
    says(newcomers, "sol")
    other = Declaration.objects.get(member=newcomers.sol.member, reader=newcomers.noor.member.identity)
    mine = Declaration.objects.filter(member=newcomers.wren.member, reader=newcomers.noor.member.identity)
    mine.update(**{field: getattr(other, field)})
    assert list(said(newcomers)) == [newcomers.sol.member]


def test_an_answer_is_forgotten_after_thirty_days(newcomers, case):
    says(newcomers, "wren", "Ada Quill")
    newcomers.later(days=30)
    assert said(newcomers) == {}
    retain.destroy_due(newcomers.now)
    assert not Declaration.objects.exists()


def test_nobody_may_make_themselves_the_only_holder_by_handing_over(newcomers, case):
    for to in (["noor"], ["wren"]):
        says(newcomers, "wren")
        with pytest.raises(Refused, match="takes two"):
            hand(newcomers, case, *to)
    assert holders(case) == {"noor", "tomas", "ingrid"}


def test_somebody_who_holds_a_case_alone_may_hand_it_to_one(newcomers):
    alone = newcomers.report(leave_out=("noor", "ingrid", "kwame"))
    invitations.appoint(newcomers.wren.member, newcomers.event, role="team", until=None)
    says(newcomers, "wren")
    hand(newcomers, alone, "wren", by="tomas")
    assert holders(alone) == {"wren"}
