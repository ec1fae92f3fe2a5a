"""The outside contact gets what nobody of the team may read, and nothing else."""

import pytest

from cast import PASSWORD
from trivet.access import Denied, accounts, cases, holding
from trivet.models import Case, Conflict, Grant, Membership, Record, Role
from trivet.models.report import NAMED, Cleared, Withheld
from trivet.process import receive, respond, standing_in
from trivet.process.gates import Refused
from trivet.process.receive import NobodyMayRead, OnlyOutside
from trivet.vault.codes import new_form_secret
from trivet.vault.models import Share

TEAM = ("noor", "tomas", "kwame", "ingrid")
ALL_NAMES = "Noor, Tomás, Kwame and Ingrid"


@pytest.fixture
def event(cast):
    cast.joins("leila", "Leila Osman", Role.OUTSIDE)
    return cast


def send(cast, *, leave_out=(), shown=(), secret="", **account):
    words = {name: "" for name in receive.REPORT_FIELDS if name != "code_name"}
    return receive.submit_report(
        cast.event, account={**words, "what_happened": "Somebody shouted at me.", **account},
        leave_out=[cast.people[name].member for name in leave_out],
        shown=[cast.people[name].member for name in shown],
        form_secret=secret or new_form_secret(), at=cast.later(minutes=1),
    )  # fmt: skip


def holders(case):
    return {grant.member.email.split("@")[0] for grant in Grant.objects.filter(case=case).select_related("member")}


@pytest.mark.parametrize(("leave_out", "who"), [(TEAM, ""), ((), ALL_NAMES), (("noor", "ingrid"), "Tomás, Kwame")])
def test_nothing_is_stored_before_the_reporter_saw_who_would_read_it(event, leave_out, who):
    with pytest.raises(OnlyOutside) as raised:
        send(event, leave_out=leave_out, who=who)
    assert raised.value.members == [event.leila.member]
    assert not any(model.objects.exists() for model in (Case, Grant, Record, Conflict, Share))


@pytest.mark.parametrize(("leave_out", "who"), [(TEAM, ""), ((), ALL_NAMES), (("noor", "ingrid"), "Tomás, Kwame")])
def test_the_outside_contact_may_read_what_nobody_of_the_team_may(event, leave_out, who):
    receipt = send(event, leave_out=leave_out, shown=("leila",), who=who)
    assert receipt.holders == [event.leila.member]
    case = Case.objects.get()
    assert event.read(case, "leila").file.report.what_happened
    for member in TEAM:
        with pytest.raises(Denied):
            event.read(case, member)


@pytest.mark.parametrize("leave_out", [(), ("noor",), ("noor", "tomas", "ingrid")])
def test_the_outside_contact_may_not_read_what_somebody_of_the_team_reads(event, leave_out):
    send(event, leave_out=leave_out, shown=("leila",))
    case = Case.objects.get()
    assert "leila" not in holders(case)
    assert cases.list_cases(event.leila, at=event.now) == []
    with pytest.raises(Denied):
        event.read(case, "leila")


@pytest.mark.parametrize(("leave_out", "who"), [((*TEAM, "leila"), ""), (TEAM, "Leila Osman told me to")])
def test_an_outside_contact_who_is_left_out_or_named_may_not_read_it(event, leave_out, who):
    with pytest.raises(NobodyMayRead):
        send(event, leave_out=leave_out, shown=("leila",), who=who)
    assert not Case.objects.exists()


def test_nobody_may_vouch_for_themselves_as_an_outside_contact(cast):
    made = accounts.create_member(
        email="forged@conf.example", name="Forged", password=PASSWORD.format("forged"), aliases=[], handles=[]
    )
    Membership.objects.create(member=made.member, event=cast.event, role=Role.OUTSIDE)
    cast.people["forged"] = made
    assert holding.outside(cast.event, cast.now) == []
    with pytest.raises(NobodyMayRead):
        send(cast, leave_out=TEAM, shown=("forged",))


def test_a_report_sent_again_with_everybody_left_out_makes_a_case_of_its_own(event):
    secret = new_form_secret()
    send(event, secret=secret)
    receipt = send(event, leave_out=TEAM, shown=("leila",), secret=secret)
    assert receipt.holders == [event.leila.member]
    assert {member.name for member in receipt.earlier} == {"Noor Haddad", "Tomás Rivera", "Ingrid Solberg"}
    assert Case.objects.count() == 2


def test_the_outside_contact_may_clear_somebody_of_the_team(event):
    send(event, shown=("leila",), who=ALL_NAMES)
    case = Case.objects.get()
    event.open(case, "leila")
    held = event.read(case, "leila")
    assert standing_in.perhaps_named(held, event.now)
    event.do(respond.let_in, case, "leila", member=event.kwame.member)
    assert event.read(case, "kwame").file.last(Cleared).member == str(event.kwame.member.id)


def test_a_report_that_names_the_outside_contact_goes_to_the_team_and_never_to_them(event):
    send(event, who="Leila Osman")
    case = Case.objects.get()
    kept = event.read(case, "noor").file.all(Withheld)
    assert [(entry.member, entry.why) for entry in kept] == [(str(event.leila.member.id), NAMED)]
    for who in ("tomas", "ingrid"):
        respond.step_back(event.read(case, who), stand_in=None, at=event.later(seconds=1))
    respond.step_back(event.read(case, "noor"), stand_in=event.kwame.member, at=event.later(seconds=1))
    assert standing_in.stand_ins(event.read(case, "kwame"), event.now) == []


def test_the_outside_contact_stands_in_only_when_nobody_of_the_team_is_free_and_few_hold_it(event):
    case = event.report()
    leila = event.leila.member
    assert leila not in standing_in.stand_ins(event.read(case, "noor"), event.now)
    with pytest.raises(Refused):
        respond.step_back(event.read(case, "tomas"), stand_in=leila, at=event.now)
    respond.step_back(event.read(case, "tomas"), stand_in=event.kwame.member, at=event.later(seconds=1))
    assert standing_in.stand_ins(event.read(case, "noor"), event.now) == []  # three hold it
    respond.step_back(event.read(case, "kwame"), stand_in=None, at=event.later(seconds=1))
    respond.step_back(event.read(case, "ingrid"), stand_in=leila, at=event.later(seconds=1))
    assert holders(case) == {"noor", "leila"}
    assert event.read(case, "leila").file.report.what_happened


def test_the_last_of_the_team_may_leave_a_case_to_the_outside_contact(event):
    case = event.report(leave_out=("noor", "tomas", "ingrid"))
    respond.step_back(event.read(case, "kwame"), stand_in=event.leila.member, at=event.later(seconds=1))
    assert holders(case) == {"leila"}
