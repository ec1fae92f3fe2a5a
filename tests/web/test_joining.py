"""From a link to an account: once, by whoever has it, and with nothing to read until somebody vouched."""

import re
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils import timezone
from tests.web.reporting import read_on
from tests.web.visitor import Visitor, signed_in

from cast import Cast
from trivet.access import attestation, founding, invitations, sign_in
from trivet.models import Invitation, Member, Membership, Organiser
from trivet.process import retain
from trivet.vault import installation

PASSWORD = "a-long-password-of-their-own"
ADA = {"name": "Ada Quill", "password": PASSWORD}


@pytest.fixture
def link(cast: Cast) -> str:
    """What the chair is shown once, and hands over."""
    fields = {"name": "Ada Quill", "email": "ADA@conf.example", "role": "team"}
    page = signed_in(cast, "ingrid").sends("/events/conf/people/invitation/", fields)
    return _link(page)


def _link(page: HttpResponse) -> str:
    found = re.search(r"/join/[\w-]+/", read_on(page))
    assert found
    return found[0]


def _spelled(page: HttpResponse, id_: str) -> str:
    found = re.search(rf'id="{id_}"[^>]*>(.*?)</p>', page.content.decode(), re.DOTALL)
    assert found
    return " ".join(re.findall(r"[a-z]+", re.sub(r"<[^>]*>", " ", found[1])))


def test_somebody_who_was_invited_joins_and_reads_nothing_until_a_teammate_vouched(cast: Cast, link: str) -> None:
    case, ada = cast.report(), Visitor()
    assert "Ada Quill" in read_on(ada.get(link))
    welcome = ada.sends(link, ADA)
    assert welcome.status_code == 200
    words = _spelled(welcome, "six-words")
    assert len(words.split()) == 6
    assert len(_spelled(welcome, "recovery-code").split()) == 7
    assert words in _spelled(ada.get("/account/"), "six-words")
    member = Member.objects.get(email="ada@conf.example")
    assert not attestation.is_attested(member)
    assert ada.get("/events/conf/people/").status_code == 404
    assert "Ada Quill" not in read_on(Visitor().get("/conf/report/"))
    vouch = f"/events/conf/people/{member.id}/vouch/"
    tomas = signed_in(cast, "tomas")
    assert "Ada Quill" in read_on(tomas.get("/events/conf/people/"))
    refused = tomas.sends(vouch, {"heard": "six words that nobody ever read"})
    assert refused.status_code == 409
    assert "six words that nobody ever read" in read_on(refused)
    assert tomas.sends(vouch, {"heard": f"  {words.title()} "}).status_code == 302
    assert attestation.is_attested(member)
    assert ada.get("/events/conf/people/").status_code == 200
    assert ada.get(f"/cases/{case.id}/").status_code == 404  # a key of that case she has not
    assert "Ada Quill" in read_on(Visitor().get("/conf/report/"))


def test_a_link_works_once(cast: Cast, link: str) -> None:
    Visitor().sends(link, ADA)
    for again in (Visitor().get(link), Visitor().sends(link, ADA)):
        assert again.status_code == 404
        assert "This link was used already" in read_on(again)
    assert Member.objects.filter(email="ada@conf.example").count() == 1


def test_looking_at_a_link_does_not_use_it_up(cast: Cast, link: str) -> None:
    for _ in range(3):
        assert Visitor().get(link).status_code == 200
    assert Visitor().sends(link, ADA).status_code == 200


@pytest.mark.parametrize("age", [timedelta(days=7), timedelta(days=700)])
def test_a_link_of_seven_days_ago_works_no_more(cast: Cast, link: str, age: timedelta) -> None:
    Invitation.objects.update(expires=timezone.now() + invitations.LASTS - age)
    assert Visitor().sends(link, ADA).status_code == 404


def test_nothing_may_stay_of_somebody_who_never_used_their_link(cast: Cast, link: str) -> None:
    retain.destroy_due(timezone.now() + invitations.LASTS - timedelta(minutes=1))
    assert Visitor().get(link).status_code == 200
    retain.destroy_due(timezone.now() + invitations.LASTS)
    assert not Invitation.objects.exists()
    assert "This link was used already" in read_on(Visitor().get(link))


def test_a_link_that_was_taken_back_works_no_more(cast: Cast, link: str) -> None:
    pk = str(Invitation.objects.get().pk)
    assert signed_in(cast, "noor").sends("/events/conf/people/", {"invitation": pk}).status_code == 404
    assert Visitor().get(link).status_code == 200
    assert signed_in(cast, "ingrid").sends("/events/conf/people/", {"invitation": pk}).status_code == 302
    assert Visitor().get(link).status_code == 404


def test_a_second_invitation_ends_the_first(cast: Cast, link: str) -> None:
    invitations.invite(cast.event, email="ada@conf.example", name="Ada", role="team", until=None, at=timezone.now())
    assert Visitor().get(link).status_code == 404


def test_the_link_is_known_by_its_hash_alone(cast: Cast, link: str) -> None:
    token = link.split("/")[2].encode()
    assert token not in bytes(Invitation.objects.get().tag)
    assert Visitor().get(f"/join/{bytes(Invitation.objects.get().tag).hex()}/").status_code == 404


@pytest.mark.parametrize("password", ["short", "1q2w3e4r5t6y7u8i", ""])
def test_a_weak_password_is_refused_with_everything_still_there(cast: Cast, link: str, password: str) -> None:
    page = Visitor().sends(link, {**ADA, "handles": "adaq", "password": password})
    assert page.status_code == 422
    assert "adaq" in read_on(page)
    assert not Member.objects.filter(email="ada@conf.example").exists()
    assert Visitor().sends(link, ADA).status_code == 200


def test_somebody_with_an_account_gets_the_role_at_once(cast: Cast) -> None:
    fields = {"name": "Pavel", "email": "pavel@conf.example", "role": "staff"}
    answer = signed_in(cast, "ingrid").sends("/events/conf/people/invitation/", fields)
    assert answer.status_code == 302
    assert Membership.objects.get(member=cast.pavel.member).role == "staff"
    again = signed_in(cast, "ingrid").sends("/events/conf/people/invitation/", fields)
    assert again.status_code == 409
    assert "at the event already" in read_on(again)


@pytest.mark.parametrize(("longer", "status"), [(0, 200), (1, 422)])
def test_an_address_that_the_store_cannot_take_is_refused(cast: Cast, longer: int, status: int) -> None:
    email = "a" * (254 + longer - len("@conf.example")) + "@conf.example"
    fields = {"name": "Ada", "email": email, "role": "team"}
    assert signed_in(cast, "ingrid").sends("/events/conf/people/invitation/", fields).status_code == status


def test_the_only_chair_may_not_become_something_else(cast: Cast) -> None:
    page = f"/events/conf/people/{cast.ingrid.member.id}/"
    refused = signed_in(cast, "ingrid").sends(page, {"role": "team"})
    assert refused.status_code == 409
    assert "only chair" in read_on(refused)
    signed_in(cast, "ingrid").sends(f"/events/conf/people/{cast.noor.member.id}/", {"role": "chair"})
    assert signed_in(cast, "ingrid").sends(page, {"role": "team"}).status_code == 302


def test_somebody_who_lost_everything_gets_new_keys_and_then_their_cases(cast: Cast) -> None:
    case = cast.report()
    cast.open(case, "noor")
    page = f"/events/conf/people/{cast.tomas.member.id}"
    link = _link(signed_in(cast, "ingrid").sends(f"{page}/new-keys/"))
    old, tomas = signed_in(cast, "tomas"), Visitor()
    for asked in (signed_in(cast, "ingrid").get(f"{page}/new-keys/"), tomas.get(link)):
        assert "closed for good" in read_on(asked)
    welcome = tomas.sends(link, {"password": PASSWORD})
    assert old.get("/cases/")["Location"].startswith("/sign-in/")
    assert tomas.get(f"/cases/{case.id}/").status_code == 404
    noor = signed_in(cast, "noor")
    assert noor.sends(f"{page}/vouch/", {"heard": _spelled(welcome, "six-words")}).status_code == 302
    assert noor.get(f"/cases/{case.id}/").status_code == 200
    assert tomas.get(f"/cases/{case.id}/opening/").status_code == 200


@pytest.fixture
def empty(db: None) -> str:
    """A server that nobody has an account on, and the link that it printed."""
    token = founding.new_link()
    assert token
    return f"/set-up/{token}/"


FOUNDER = {**ADA, "organiser": "Harbour Python", "email": "ada@conf.example", "aliases": "Addie\nA. Quill"}


def test_the_founder_signs_their_own_keys_and_the_link_works_once(empty: str) -> None:
    ada = Visitor()
    assert ada.get(empty).status_code == 200
    welcome = ada.sends(empty, FOUNDER)
    assert welcome.status_code == 200
    member = Member.objects.get()
    assert attestation.is_attested(member)
    assert member.aliases == ["Addie", "A. Quill"]
    assert Organiser.objects.get().name == "Harbour Python"
    assert ada.get("/account/").status_code == 200
    for again in (Visitor().get(empty), Visitor().sends(empty, FOUNDER)):
        assert again.status_code == 404
    assert founding.new_link() is None
    assert sign_in.sign_in(email="ada@conf.example", password=PASSWORD, at=timezone.now())


def test_a_later_link_ends_an_earlier_one(empty: str) -> None:
    later = founding.new_link()
    assert Visitor().sends(empty, FOUNDER).status_code == 404
    assert Visitor().sends(f"/set-up/{later}/", FOUNDER).status_code == 200


def test_nobody_may_found_a_team_twice_with_an_old_link(cast: Cast) -> None:
    token = "a-link-that-was-printed-before"
    installation.keep("set-up link", b"x" * 32)
    assert Visitor().sends(f"/set-up/{token}/", FOUNDER).status_code == 404
    assert Member.objects.count() == len(cast.people)
