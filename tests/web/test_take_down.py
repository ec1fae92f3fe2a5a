"""A report that somebody was told: taken down by anybody with a role, and read by its holders alone."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.knocking import nothing_stays
from tests.web.matrix import ROWS
from tests.web.reporting import Reporting, code_on, read_on
from tests.web.stored import nothing_written
from tests.web.taking_down import TOLD, Writer
from tests.web.visitor import Visitor, signed_in, text_of, unlocked

from cast import Cast
from trivet.access import sign_in, taking_down
from trivet.models import Case, Conflict, Grant, Membership, TakenDown

EVERYTHING = {
    "who": "the tall one", "recognise": "a red cap", "when": "at noon", "where": "by the stairs",
    "circumstances": "a queue", "others": "two at the bar", "still_happening": "yes", "contact": "at the desk",
    "in_danger": "no", "relation": "saw", "team_may_meet": "wait", "language": "French", "safe_contact": "not by mail",
}  # fmt: skip


@pytest.mark.parametrize("who", ["jun", "beatrix", "kwame", "ingrid"])
def test_everybody_with_a_role_may_take_a_report_down(cast: Cast, who: str) -> None:
    answer = Writer.signed_in(cast, who).sends(**EVERYTHING)
    code_on(answer)
    writer = Writer(cast, Visitor())
    report = writer.file().report
    assert report.taken_down_by == cast.people[who].member.name
    assert {name: getattr(report, name) for name in EVERYTHING} == EVERYTHING
    assert TOLD not in read_on(answer)


def test_somebody_whose_role_has_ended_may_not_take_a_report_down(cast: Cast) -> None:
    visitor = signed_in(cast, "pavel")
    with nothing_written():
        assert visitor.get("/events/conf/take-down/").status_code == 404
        assert visitor.sends("/events/conf/take-down/", {"what_happened": TOLD}).status_code == 404


def test_a_writer_gets_no_key_by_writing(cast: Cast) -> None:
    Writer.signed_in(cast, "jun").sends()
    holders = {grant.member.name for grant in Grant.objects.select_related("member")}
    assert holders == {"Noor Haddad", "Tomás Rivera", "Ingrid Solberg"}


def test_a_member_on_duty_who_writes_it_down_may_still_hold_it(cast: Cast) -> None:
    Writer.signed_in(cast, "noor").sends()
    assert Grant.objects.filter(member=cast.noor.member).exists()
    assert not Conflict.objects.exists()


@pytest.mark.parametrize("who", ["jun", "kwame"])
def test_a_writer_may_not_read_it_again_at_any_address(cast: Cast, who: str) -> None:
    writer = Writer.signed_in(cast, who)
    code = code_on(writer.sends(who="ZEBRA-OF-A-NAME"))
    assert "ZEBRA" not in read_on(writer.sends(who="ZEBRA-OF-A-NAME"))  # the same form once more
    cookie = unlocked(cast, who)
    values = {
        "case_id": str(Case.objects.get().id), "event_slug": "conf", "of": writer.file().report.id, "party": "affected",
        "step": "receive", "slug": "index", "member_id": str(cast.noor.member.id), "token": "made-up",
        "attachment_id": writer.file().report.id,
    }  # fmt: skip
    for address in ROWS:
        path = "/" + re.sub(r"<\w+:(\w+)>", lambda part: values[part[1]], address)
        for method in ("get", "sends"):
            with nothing_stays():
                assert "ZEBRA" not in read_on(getattr(Visitor(cookie), method)(path)), path
    assert "ZEBRA" not in read_on(Reporting(cast).comes_back(code))


def test_a_confirmation_without_content_stays_for_its_writer_alone(cast: Cast) -> None:
    Writer.signed_in(cast, "jun").sends()
    assert "What you sent" in text_of(signed_in(cast, "jun").get("/events/conf/take-down/"))
    assert "What you sent" not in text_of(signed_in(cast, "beatrix").get("/events/conf/take-down/"))
    taking_down.forget(timezone.now() + timedelta(days=6))
    assert TakenDown.objects.count() == 1
    taking_down.forget(timezone.now() + timedelta(days=8))
    assert not TakenDown.objects.exists()


def test_a_form_sent_twice_makes_one_case_one_code_and_one_line(cast: Cast) -> None:
    writer = Writer.signed_in(cast, "jun")
    assert code_on(writer.sends()) == code_on(writer.sends())
    assert Case.objects.count() == TakenDown.objects.count() == 1


def test_whom_the_teller_leaves_out_or_names_gets_no_key(cast: Cast) -> None:
    Writer.signed_in(cast, "jun").sends(leave_out=str(cast.noor.member.id), recognise="Tomás, from the team")
    kept = {conflict.member.name for conflict in Conflict.objects.select_related("member")}
    assert kept == {"Noor Haddad", "Tomás Rivera"}
    assert not {grant.member.name for grant in Grant.objects.select_related("member")} & kept


def test_nobody_left_to_read_it_keeps_what_was_typed_and_says_whom_to_ring(cast: Cast) -> None:
    everybody = [str(cast.people[who].member.id) for who in ("noor", "tomas", "kwame", "ingrid")]
    with nothing_written():
        answer = Writer.signed_in(cast, "jun").sends(leave_out=everybody)
    assert answer.status_code == 409
    assert TOLD in read_on(answer)
    assert "020 7946 0999" in read_on(answer)


def test_an_empty_box_is_said_beside_it_and_the_rest_is_still_there(cast: Cast) -> None:
    with nothing_written():
        answer = Writer.signed_in(cast, "jun").sends(what_happened="", recognise="a red cap")
    assert answer.status_code == 422
    assert "a few words are enough" in read_on(answer)
    assert "a red cap" in read_on(answer)


def test_a_session_that_ended_asks_for_the_password_in_place_and_sends_it(cast: Cast) -> None:
    writer = Writer.signed_in(cast, "jun")
    sign_in.sign_out_everywhere(cast.jun, password=cast.password("jun"), at=timezone.now())
    asked = writer.sends()
    assert asked.status_code == 403
    assert TOLD in read_on(asked)
    code_on(writer.sends(unlock_email="jun@conf.example", unlock_password=cast.password("jun")))


def test_a_secret_of_somebody_else_is_replaced_and_nothing_is_sent(cast: Cast) -> None:
    writer = Writer.signed_in(cast, "jun")
    with nothing_written():
        answer = writer.sends(secret="chosen by another")
    assert answer.status_code == 403
    assert TOLD in read_on(answer)


def test_holders_read_who_took_it_down_before_the_account(cast: Cast) -> None:
    Writer.signed_in(cast, "jun").sends(recognise="a red cap")
    visitor, case = signed_in(cast, "noor"), Case.objects.get()
    assert "Jun Park" in read_on(visitor.get(f"/cases/{case.id}/opening/"))
    visitor.sends(f"/cases/{case.id}/opening/", {"phase": "danger", "danger": "no", "seen": str(case.revision)})
    assert "a red cap" in read_on(visitor.get(f"/cases/{case.id}/opening/"))
    cast.open(Case.objects.get(), "tomas")
    assert "taken down by Jun Park" in read_on(signed_in(cast, "tomas").get(f"/cases/{case.id}/"))


def test_somebody_nobody_vouched_for_yet_may_take_a_report_down(cast: Cast) -> None:
    latest = cast.joins("late", "Latecomer", "staff")
    latest.member.identities.update(attested_by=None, signature=b"")
    code_on(Writer.signed_in(cast, "late").sends())
    assert Membership.objects.get(member=latest.member).role == "staff"
