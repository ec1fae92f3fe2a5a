"""The first opening of what a telephone sealed: names are compared, and it becomes a report like any other."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone
from tests.web.on_a_phone import Phone, holders, kept_from
from tests.web.reporting import read_on
from tests.web.taking_down import TOLD
from tests.web.visitor import signed_in

from cast import Cast
from trivet.access import Denied, handover
from trivet.models import Case, Conflict, Membership, Record
from trivet.models.report import Envelope, KeptOnPhone, Report, Withheld
from trivet.process import respond, retain
from trivet.vault.shares import find

WRITTEN = "2026-06-04T21:15:00.000Z"


def opens(cast: Cast, who: str) -> int:
    """Somebody asks for the page of the only case."""
    return signed_in(cast, who).get(f"/cases/{Case.objects.get().id}/opening/").status_code


def test_it_is_sealed_again_at_the_first_opening_and_the_envelope_is_gone(cast: Cast, phone: Phone) -> None:
    phone.sends()
    case, before = Case.objects.get(), set(Record.objects.values_list("sealed", flat=True))
    scopes = [case.scope("work")]
    assert opens(cast, "noor") == 200
    entries = cast.read(case, "tomas").file.entries
    assert not [entry for entry in entries if isinstance(entry, Envelope)]
    assert [entry.what_happened for entry in entries if isinstance(entry, Report)] == [TOLD]
    assert not before & set(Record.objects.values_list("sealed", flat=True))
    assert find(scopes) == {}  # what lies in a backup from before has lost its share
    assert cast.read(case, "noor").unsealed is None


def test_its_danger_and_names_come_before_its_account(cast: Cast, phone: Phone) -> None:
    phone.sends(in_danger="yes", who="the tall one")
    noor, path = signed_in(cast, "noor"), f"/cases/{Case.objects.get().id}/opening/"
    page = read_on(noor.get(path))
    assert "somebody is in danger now" in page
    assert "with a day link" in page
    assert "the tall one" not in page
    noor.sends(path, {"phase": "danger", "danger": "no", "seen": str(Case.objects.get().revision)})
    page = read_on(noor.get(path))
    assert "the tall one" in page
    assert TOLD not in page


def test_holders_read_when_it_was_written(cast: Cast, phone: Phone) -> None:
    phone.sends(written_at=WRITTEN)
    opens(cast, "noor")
    cast.open(Case.objects.get(), "noor")
    kept = cast.read(Case.objects.get(), "noor").file.last(KeptOnPhone)
    assert kept is not None
    assert kept.written_at == datetime(2026, 6, 4, 21, 15, tzinfo=UTC)
    assert "kept on it until it was sent" in read_on(signed_in(cast, "noor").get(f"/cases/{Case.objects.get().id}/"))


def test_whom_the_teller_left_out_gets_no_key_and_never_will(cast: Cast, phone: Phone) -> None:
    phone.sends(sealed_to=("tomas", "kwame", "ingrid"), leave_out=[str(cast.noor.member.id)])
    assert holders() == {"tomas", "kwame", "ingrid"}
    opens(cast, "tomas")
    assert kept_from() == {"noor"}


def test_a_member_who_is_named_loses_it_before_reading_anything(cast: Cast, phone: Phone) -> None:
    phone.sends(who="Tomás, from the team")
    assert opens(cast, "noor") == 200
    assert holders() == {"noor", "ingrid"}
    assert kept_from() == {"tomas"}
    with pytest.raises(Denied):
        cast.read(Case.objects.get(), "tomas")
    assert [e.why for e in cast.read(Case.objects.get(), "noor").file.all(Withheld)] == ["named"]


def test_a_member_who_is_named_and_opens_it_first_reads_nothing_either(cast: Cast, phone: Phone) -> None:
    phone.sends(who="Tomás, from the team")
    assert opens(cast, "tomas") == 404
    assert holders() == {"noor", "ingrid"}


def test_others_get_it_where_everybody_it_was_sealed_to_is_named(cast: Cast, phone: Phone) -> None:
    phone.sends(sealed_to=("tomas",), who="Tomás and Noor")
    assert opens(cast, "tomas") == 404
    assert holders() == {"kwame", "ingrid"}
    assert cast.read(Case.objects.get(), "kwame").file.report.what_happened == TOLD


def test_it_stays_with_its_holder_where_nobody_else_may_have_it(cast: Cast, phone: Phone) -> None:
    phone.sends(sealed_to=("tomas",), who="Tomás, Noor, Ingrid and Kwame")
    assert opens(cast, "tomas") == 200
    assert holders() == {"tomas"}
    assert kept_from() == {"noor", "ingrid", "kwame"}


def test_a_name_said_in_an_unopened_report_keeps_a_member_out_though_somebody_else_left(
    cast: Cast, phone: Phone
) -> None:
    phone.sends(who="Ingrid, the chair")
    Membership.objects.filter(member=cast.tomas.member).update(until=timezone.now())
    assert opens(cast, "noor") == 200
    assert holders() == {"noor"}
    assert Conflict.objects.get().member == cast.ingrid.member


@pytest.mark.parametrize("text", [b"", b"no json", b"[]", b'{"what_happened": 1}', b'{"what_happened": " "}', b"{}"])
def test_what_does_not_open_is_a_case_that_says_so(cast: Cast, phone: Phone, text: bytes) -> None:
    from base64 import b64encode

    from trivet.vault import phones

    member, key, _ = phone.part("noor")
    public = phones.public_part(cast.noor.member.identity.seal_to)
    sealed = phones.seal_as_a_phone(public, text, event="conf", member=member)
    assert phone.sends_parts([(member, key, b64encode(sealed).decode())]).status_code == 200
    assert opens(cast, "noor") == 200
    cast.open(Case.objects.get(), "noor")
    assert "does not open with your keys" in read_on(signed_in(cast, "noor").get(f"/cases/{Case.objects.get().id}/"))
    cast.do(respond.add_note, Case.objects.get(), "noor", text="We asked at the door.")


def test_what_was_sealed_for_another_event_does_not_open(cast: Cast, phone: Phone) -> None:
    cast.event.slug = "other"
    parts = [phone.part("noor")]
    cast.event.slug = "conf"
    phone.sends_parts(parts)
    assert cast.read(Case.objects.get(), "noor").unsealed is None


def test_nobody_hands_it_over_before_its_names_were_compared(cast: Cast, phone: Phone) -> None:
    phone.sends(who="Tomás, from the team")
    assert handover.in_hands(cast.noor, cast.event, after=None, at=timezone.now()).cases == []
    opens(cast, "noor")
    [case] = handover.in_hands(cast.noor, cast.event, after=None, at=timezone.now()).cases
    assert case.case == Case.objects.get()


def test_turning_the_keys_of_an_unopened_report_compares_its_names(cast: Cast, phone: Phone) -> None:
    phone.sends(who="Ingrid, the chair")
    Membership.objects.filter(member=cast.tomas.member).update(until=timezone.now())
    assert retain.turn_some(cast.noor, enough=lambda: True, at=timezone.now()) == 1
    assert holders() == {"noor"}
    assert kept_from() == {"ingrid"}


def test_a_phone_says_nothing_of_itself_that_only_the_server_knows(cast: Cast, phone: Phone) -> None:
    phone.sends(
        id="x", by="y", at="z", code_name="Noor", relation="retaliation", attachments="all", during="no", kind="claim",
        taken_down_by="Ingrid Solberg", what_happened=TOLD, written_at="soon", leave_out="everybody",
    )  # fmt: skip
    report = cast.read(Case.objects.get(), "noor").file.report
    assert (report.relation, report.attachments, report.taken_down_by, report.by) == ("", (), "", "reporter")
    assert report.helper == "somebody with a day link"
    assert report.during
    assert opens(cast, "noor") == 200
