"""Who gets a report: nobody who is left out or may be named in it."""

import pytest

from trivet.access import Denied
from trivet.models import Case, Conflict, Grant, Record, ReturnBox
from trivet.models.report import LEFT_OUT, NAMED, Withheld
from trivet.process.receive import REPORT_FIELDS, NobodyMayRead
from trivet.vault.models import Share

SPEAKING_OF_TOMAS = [
    "Tomás Rivera", "It was tomás.", "TOMAS again", "somebody called Rivera", "Rivera, Tomás", "that Tomaz", "Riveira",
    "everybody calls him Tommo", "@ttr_codes wrote it", "ask tomas@elsewhere.example",
    "Tomás’s friend", "toma\u0301s—he did", "write to ttr77@conf.example.",
]  # fmt: skip

MACHINE = ("code_name", "taken_down_by")  # nobody types these


def _holders(case):
    return {grant.member.name.split()[0].lower() for grant in Grant.objects.filter(case=case).select_related("member")}


@pytest.fixture
def known(cast):
    """Tomás has an alias, a handle and an address that says no name."""
    member = cast.tomas.member
    member.aliases, member.handles, member.email = ["Tommo"], ["@ttr_codes"], "ttr77@conf.example"
    member.save()
    return cast


def test_a_report_goes_to_the_pair_on_duty_and_the_chair(cast):
    assert _holders(cast.report(who="Somebody in a grey jumper")) == {"noor", "tomás", "ingrid"}


@pytest.mark.parametrize("text", SPEAKING_OF_TOMAS)
def test_a_member_may_not_read_a_report_that_may_speak_of_them(known, text):
    case = known.report(what_happened=f"At lunch. {text}")
    assert _holders(case) == {"noor", "kwame", "ingrid"}
    with pytest.raises(Denied):
        known.read(case, "tomas")
    withheld = known.read(case, "noor").file.all(Withheld)
    assert [(entry.member, entry.why) for entry in withheld] == [(str(known.tomas.member.id), NAMED)]


@pytest.mark.parametrize("field", [name for name in REPORT_FIELDS if name not in MACHINE])
def test_a_member_is_looked_for_in_everything_that_was_written(cast, field):
    assert "tomás" not in _holders(cast.report(**{field: "not when Tomás is near"}))


def test_a_code_name_keeps_nobody_from_a_case(cast, monkeypatch):
    monkeypatch.setattr("trivet.process.receive.new_code_name", lambda: "Silver Rivera")
    assert "tomás" in _holders(cast.report())


def test_a_member_may_not_read_what_a_reporter_leaves_them_out_of(cast):
    case = cast.report(leave_out=("noor",), who="Tomás, and Noor too")
    assert _holders(case) == {"kwame", "ingrid"}
    why = {entry.member: entry.why for entry in cast.read(case, "kwame").file.all(Withheld)}
    assert why == {str(cast.noor.member.id): LEFT_OUT, str(cast.tomas.member.id): NAMED}
    assert Conflict.objects.filter(case=case).count() == 2


def test_the_chair_may_be_left_out(cast):
    assert _holders(cast.report(leave_out=("ingrid",))) == {"noor", "tomás", "kwame"}


@pytest.mark.parametrize("who", ["Noor, Tomás, Kwame and Ingrid", ""])
def test_nothing_is_stored_when_nobody_may_read(cast, who):
    leave_out = () if who else ("noor", "tomas", "kwame", "ingrid")
    cast.report()
    kept = _rows()
    with pytest.raises(NobodyMayRead):
        cast.report(who=who, leave_out=leave_out)
    assert _rows() == kept


def test_somebody_whose_role_has_ended_or_is_not_of_the_team_gets_nothing(cast):
    holders = _holders(cast.report(leave_out=("noor", "tomas")))
    assert not holders & {"pavel", "jun", "beatrix"}


def test_a_report_that_names_all_but_one_goes_to_that_one(cast):
    receipt_of = cast.report(who="Noor, Tomás and Ingrid")
    assert _holders(receipt_of) == {"kwame"}
    assert [member.name for member in cast.receipts[-1].holders] == ["Kwame Mensah"]


def _rows():
    return {model.__name__: model.objects.count() for model in (Case, Grant, Record, ReturnBox, Conflict, Share)}
