"""New keys for somebody: a chair makes the link, but only where that is theirs to do."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.reporting import read_on
from tests.web.visitor import Visitor, signed_in

from cast import Cast
from trivet.access import attestation
from trivet.models import Event, Member, Membership

OWN = "a-password-that-the-other-chair-took"


@pytest.fixture
def elsewhere(cast: Cast) -> str:
    """Another event, whose chair is nobody at the first."""
    now = timezone.now()
    event = Event.objects.create(
        organiser=cast.event.organiser, slug="elsewhere", name="Elsewhere", starts=now, ends=now + timedelta(days=1)
    )
    cast.joins("greta", "Greta Lind", "chair", event=event)
    return "/events/elsewhere/people"


def tomas_joins(cast: Cast, elsewhere: str, role: str = "staff") -> str:
    """An address is enough for a role, and nobody asks its owner."""
    who = {"name": "Tomás", "email": "tomas@conf.example", "role": role}
    assert signed_in(cast, "greta").sends(f"{elsewhere}/invitation/", who).status_code == 302
    return f"{elsewhere}/{cast.tomas.member.id}"


@pytest.mark.parametrize("role", ["staff", "team", "chair"])
def test_a_chair_of_another_event_may_not_come_to_cases_by_new_keys_for_their_holder(
    cast: Cast, elsewhere: str, role: str
) -> None:
    case = cast.report()
    cast.open(case, "noor")
    page, greta, impostor = tomas_joins(cast, elsewhere, role), signed_in(cast, "greta"), Visitor()
    answer = greta.sends(f"{page}/new-keys/")
    if link := re.search(r"/join/[\w-]+/", read_on(answer)):
        impostor.sends(link[0], {"password": OWN})
        heard = attestation.six_words(Member.objects.get(pk=cast.tomas.member.pk))
        greta.sends(f"{page}/vouch/", {"heard": heard})
    assert signed_in(cast, "noor").get(f"/cases/{case.id}/").status_code == 200
    assert impostor.get(f"/cases/{case.id}/opening/").status_code != 200
    assert answer.status_code == 409
    assert "The Conference" in read_on(answer)
    assert signed_in(cast, "tomas").get(f"/cases/{case.id}/opening/").status_code == 200


def test_a_chair_of_every_event_where_they_may_hold_cases_may_make_the_link(cast: Cast, elsewhere: str) -> None:
    page = tomas_joins(cast, elsewhere, "team")
    Membership.objects.create(member=cast.greta.member, event=cast.event, role="chair")
    assert signed_in(cast, "greta").sends(f"{page}/new-keys/").status_code == 200


def test_what_somebody_only_was_elsewhere_is_no_hindrance(cast: Cast, elsewhere: str) -> None:
    page = tomas_joins(cast, elsewhere)
    Membership.objects.filter(member=cast.tomas.member, event=cast.event).update(until=timezone.now())
    assert signed_in(cast, "greta").sends(f"{page}/new-keys/").status_code == 200


def test_a_link_may_not_outlive_a_role_that_is_given_elsewhere(cast: Cast, elsewhere: str) -> None:
    page = tomas_joins(cast, elsewhere)
    at_home = Membership.objects.filter(member=cast.tomas.member, event=cast.event)
    at_home.update(until=timezone.now())
    link = re.search(r"/join/[\w-]+/", read_on(signed_in(cast, "greta").sends(f"{page}/new-keys/")))
    assert link
    assert Visitor().get(link[0]).status_code == 200
    who = {"name": "Tomás", "email": "tomas@conf.example", "role": "team"}
    assert signed_in(cast, "ingrid").sends("/events/conf/people/invitation/", who).status_code == 302
    assert Visitor().sends(link[0], {"password": OWN}).status_code == 404
