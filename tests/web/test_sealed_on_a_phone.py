"""What a telephone sealed without a network arrives once, for those who may have it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from tests.web.on_a_phone import Phone, holders
from tests.web.reporting import read_on
from tests.web.stored import nothing_written
from tests.web.taking_down import TOLD
from tests.web.visitor import Visitor, signed_in

from cast import Cast
from trivet.access import accounts, attestation, threads
from trivet.models import Case, DayLink, Grant, Membership, TakenDown

WRITTEN = "2026-06-04T21:15:00.000Z"


def test_what_a_helper_kept_arrives_sealed_to_those_it_was_sealed_to(cast: Cast, phone: Phone) -> None:
    code = phone.sends(recognise="a red cap", helper="Sam at the door").json()["code"]
    assert holders() == {"noor", "tomas", "ingrid"}
    assert threads.open_thread(code, event=cast.event).case == Case.objects.get()
    report = cast.read(Case.objects.get(), "noor").file.report
    assert (report.what_happened, report.recognise) == (TOLD, "a red cap")
    assert report.helper == "Sam at the door, with a day link"
    assert not TakenDown.objects.exists()


def test_the_same_report_sent_twice_arrives_once(phone: Phone) -> None:
    assert phone.sends().json() == phone.sends().json()
    assert Case.objects.count() == 1


def test_a_report_sent_again_after_it_was_opened_still_counts_once(cast: Cast, phone: Phone) -> None:
    first = phone.sends().json()
    opens(cast, "noor")
    assert phone.sends().json() == first
    assert Case.objects.count() == 1


def test_a_member_may_send_what_they_kept_in_their_own_name_alone(cast: Cast) -> None:
    phone = Phone(cast, signed_in(cast, "jun"), "/events/conf/take-down/sealed/")
    assert phone.sends(helper="Noor Haddad", taken_down_by="Noor Haddad").status_code == 200
    report = cast.read(Case.objects.get(), "noor").file.report
    assert (report.taken_down_by, report.helper) == ("Jun Park", "")
    assert TakenDown.objects.get().member == cast.jun.member


def test_a_member_whose_session_ended_is_told_to_sign_in_and_nothing_is_lost(cast: Cast) -> None:
    with nothing_written():
        assert Phone(cast, Visitor(), "/events/conf/take-down/sealed/").sends().status_code == 403


def test_another_website_may_not_send_for_a_member(cast: Cast) -> None:
    visitor = signed_in(cast, "jun")
    visitor.defaults["HTTP_SEC_FETCH_SITE"] = "cross-site"
    with nothing_written():
        assert Phone(cast, visitor, "/events/conf/take-down/sealed/").sends().status_code == 400


def test_what_was_kept_is_taken_for_a_week_after_the_link_ended(phone: Phone) -> None:
    with time_machine.travel(DayLink.objects.get().ends_at + timedelta(days=6, hours=23)):
        assert phone.sends().status_code == 200


def test_it_is_not_taken_after_that(phone: Phone) -> None:
    with time_machine.travel(DayLink.objects.get().ends_at + timedelta(days=7)), nothing_written():
        assert phone.sends().status_code == 410


def test_nobody_may_send_it_under_a_link_that_never_was(cast: Cast) -> None:
    with nothing_written():
        assert Phone(cast, Visitor(csrf=False), "/day/made-up/sealed/").sends().status_code == 404


def test_nobody_whose_keys_are_others_by_now_gets_it(cast: Cast, phone: Phone) -> None:
    parts = [phone.part(who) for who in ("noor", "tomas")]
    accounts.renew_keys(cast.tomas.member, password="a-long-new-password-of-theirs")
    attestation.attest(cast.tomas.member, by=cast.noor.member, keys=cast.noor.keys)
    assert phone.sends_parts(parts).status_code == 200
    assert holders() == {"noor"}


def test_nobody_who_is_not_of_the_team_gets_it(cast: Cast, phone: Phone) -> None:
    with nothing_written():
        assert phone.sends(sealed_to=("jun", "pavel", "beatrix")).status_code == 409


def test_nobody_whom_no_one_vouched_for_gets_it(cast: Cast, phone: Phone) -> None:
    cast.tomas.member.identities.update(attested_by=None, signature=b"")
    with nothing_written():
        assert phone.sends(sealed_to=("tomas",)).status_code == 409


def test_no_more_than_three_get_it(cast: Cast, phone: Phone) -> None:
    phone.sends(sealed_to=("noor", "tomas", "ingrid", "kwame"))
    assert Grant.objects.count() == 3


def test_one_who_left_meanwhile_gets_nothing_and_the_others_do(cast: Cast, phone: Phone) -> None:
    Membership.objects.filter(member=cast.tomas.member).update(until=timezone.now())
    phone.sends()
    assert holders() == {"noor", "ingrid"}


@pytest.mark.parametrize(
    "broken",
    [
        {"secret": ""}, {"secret": "0" * 31}, {"secret": "z" * 32}, {"sealed": "no base64!"}, {"key": "é"},
        {"member": ["x", "y"]}, {"sealed": ["", "", ""]},
    ],
)  # fmt: skip
def test_what_is_no_envelope_is_refused_in_a_number(cast: Cast, phone: Phone, broken: dict) -> None:
    member, key, sealed = phone.part("noor")
    fields = {"secret": phone.secret, "member": member, "key": key, "sealed": sealed, **broken}
    with nothing_written():
        assert phone.visitor.post(phone.to, fields).status_code in (409, 422)


def test_the_page_that_a_phone_keeps_holds_no_secret_and_no_link(cast: Cast, phone: Phone) -> None:
    token = phone.to.split("/")[2]
    for visitor, path in [
        (phone.visitor, phone.to.replace("sealed", "shell")),
        (signed_in(cast, "jun"), "/events/conf/take-down/shell/"),
    ]:
        page = read_on(visitor.get(path))
        assert 'name="what_happened"' in page
        for no in (token, 'name="secret"', "csrfmiddlewaretoken", "Jun Park", "jun@conf.example"):
            assert no not in page


def opens(cast: Cast, who: str) -> int:
    """Somebody asks for the page of the only case."""
    return signed_in(cast, who).get(f"/cases/{Case.objects.get().id}/opening/").status_code
