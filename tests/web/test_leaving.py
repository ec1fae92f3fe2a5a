"""Removing somebody: what the chair reads, the progress of new keys, and what is left for the one removed."""

import re

import pytest
from django.http import HttpResponse
from django.utils import timezone
from tests.web.knocking import surface
from tests.web.matrix import AREAS, ROWS
from tests.web.reporting import read_on
from tests.web.visitor import Visitor, signed_in, unlocked

from cast import Cast
from trivet.models import Conflict, Grant, Membership, Unlock

ACCOUNT = "ZEBRA-IN-THE-ACCOUNT"


@pytest.fixture(autouse=True)
def _slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request has time for one case."""
    monkeypatch.setattr("trivet.web.team.turning.SECONDS", 0)


def page_of(cast: Cast, who: str, what: str = "remove/") -> str:
    return f"/events/conf/people/{cast.people[who].member.id}/{what}"


def remove(cast: Cast, who: str, by: str = "ingrid", **fields: str) -> HttpResponse:
    return signed_in(cast, by).sends(page_of(cast, who), fields)


def only(cast: Cast, who: str) -> None:
    """A case that one person alone holds, and of which the chair may know."""
    cast.report(leave_out=tuple({"noor", "tomas", "ingrid", "kwame"} - {who}))
    Conflict.objects.filter(member=cast.ingrid.member).delete()


def test_a_chair_may_remove_somebody_and_see_how_far_the_keys_have_come(cast: Cast) -> None:
    for _ in range(3):
        cast.report()
    ingrid = signed_in(cast, "ingrid")
    form = read_on(ingrid.get(page_of(cast, "tomas")))
    assert "You hold 3 cases together" in form
    on = ingrid.sends(page_of(cast, "tomas"))
    assert on.headers["Location"] == "/turning/?of=3"
    for done in range(4):
        page = read_on(ingrid.get(on.headers["Location"]))
        assert f"{done} of 3 cases" in page
        assert ("data-onward" in page) == (done < 3)
        if done < 3:
            on = ingrid.sends("/turning/", {"of": "3"})
    assert "Every case in your hands has new keys" in page
    assert not Grant.objects.filter(member=cast.tomas.member).exists()


def test_other_holders_are_told_what_is_left_for_them(cast: Cast) -> None:
    cast.report(leave_out=("ingrid",))
    answer = remove(cast, "tomas")
    assert answer.headers["Location"] == "/events/conf/people/"
    noor = signed_in(cast, "noor")
    assert "Turn the keys of 1 case now" in read_on(noor.get("/cases/"))
    assert "Turn the keys" not in read_on(signed_in(cast, "ingrid").get("/cases/"))
    noor.sends("/turning/")
    assert "Turn the keys" not in read_on(noor.get("/cases/"))


def test_a_removed_member_may_not_stay_signed_in(cast: Cast) -> None:
    tomas = Visitor(unlocked(cast, "tomas"))
    assert tomas.get("/cases/").status_code == 200
    remove(cast, "tomas")
    assert tomas.get("/cases/").headers["Location"].startswith("/sign-in/")
    assert not Unlock.objects.filter(member=cast.tomas.member).exists()


@pytest.mark.parametrize("turned", [False, True])
def test_a_removed_member_may_not_read_anything_afterwards(cast: Cast, turned: bool) -> None:
    cases = [cast.report(what_happened=ACCOUNT) for _ in range(3)]
    cast.open(cases[0], "tomas", "noor")
    remove(cast, "tomas")
    if turned:
        for _ in cases:
            signed_in(cast, "ingrid").sends("/turning/")
    tomas = signed_in(cast, "tomas")
    for address in surface():
        for case in cases if "case_id" in address else cases[:1]:
            answer = tomas.get("/" + _filled_in(cast, address, str(case.id)))
            nowhere = tomas.get("/" + _filled_in(cast, address, "5ea15ea1-0000-0000-0000-000000000000"))
            assert answer.status_code == nowhere.status_code, address
            assert ACCOUNT not in read_on(answer), address
            assert str(case.id) not in read_on(answer), address
            if address.startswith(("cases/<", "events/<")):
                stranger = AREAS[ROWS[address].area][0][:3]  # a script is everybody's, and some pages are only sent to
                assert answer.status_code == {"200": 200, "405": 405}.get(stranger, 404), address


def test_a_chair_may_not_remove_the_only_holder_without_a_tick(cast: Cast) -> None:
    only(cast, "tomas")
    page = read_on(signed_in(cast, "ingrid").get(page_of(cast, "tomas")))
    assert "They hold 1 case that nobody else can open" in page
    assert 'type="checkbox"' in page
    refused = remove(cast, "tomas")
    assert refused.status_code == 409
    assert "tick the box" in read_on(refused)
    assert remove(cast, "tomas", alone_too="on").status_code == 302
    assert "Tomás Rivera had the key" in read_on(signed_in(cast, "ingrid").get("/cases/"))


def test_a_chair_may_not_learn_of_a_case_against_them_by_removing_its_only_holder(cast: Cast) -> None:
    ingrid = signed_in(cast, "ingrid")
    before = _bare(ingrid.get(page_of(cast, "tomas")))
    cast.report(leave_out=("noor", "ingrid"))
    assert _bare(ingrid.get(page_of(cast, "tomas"))) == before
    assert remove(cast, "tomas").status_code == remove(cast, "kwame").status_code == 302
    assert "had the key" not in read_on(ingrid.get("/cases/"))


def test_the_only_chair_may_not_leave(cast: Cast) -> None:
    refused = remove(cast, "ingrid")
    assert refused.status_code == 409
    assert "only chair" in read_on(refused)
    assert Membership.objects.get(member=cast.ingrid.member).until is None


def test_a_chair_may_leave_when_another_stays(cast: Cast) -> None:
    cast.report()
    Membership.objects.filter(member=cast.noor.member).update(role="chair")
    ingrid = signed_in(cast, "ingrid")
    assert ingrid.sends(page_of(cast, "ingrid")).status_code == 302
    assert ingrid.get("/cases/").headers["Location"].startswith("/sign-in/")


def test_a_member_who_becomes_staff_may_not_keep_keys(cast: Cast) -> None:
    cast.report()
    answer = signed_in(cast, "ingrid").sends(page_of(cast, "tomas", ""), {"role": "staff"})
    assert answer.headers["Location"] == "/turning/?of=1"
    only(cast, "kwame")
    refused = signed_in(cast, "ingrid").sends(page_of(cast, "kwame", ""), {"role": "desk"})
    assert refused.status_code == 409


def test_what_does_not_turn_is_said_and_does_not_go_on_for_ever(cast: Cast) -> None:
    cast.report().records.filter(scope="work").update(sealed=b"junk")
    remove(cast, "tomas")
    ingrid = signed_in(cast, "ingrid")
    on = ingrid.sends("/turning/", {"of": "1"})
    page = read_on(ingrid.get(on.headers["Location"]))
    assert "The rest did not get new keys" in page
    assert "data-onward" not in page


@pytest.mark.parametrize("of", ["", "-1", "ten", "٣", "9" * 40, "0"])
def test_a_made_up_number_does_no_harm(cast: Cast, of: str) -> None:
    cast.report()
    ingrid = signed_in(cast, "ingrid")
    assert ingrid.get("/turning/", {"of": of}).status_code == 302
    Membership.objects.filter(member=cast.tomas.member).update(until=timezone.now())
    assert "1 case that you hold needs new keys" in read_on(ingrid.get("/turning/", {"of": of}))
    assert ingrid.sends("/turning/", {"of": of}).headers["Location"] == "/turning/?of=1"


def _filled_in(cast: Cast, address: str, case: str) -> str:
    values = {
        "event_slug": "conf", "case_id": case, "of": case, "party": "affected", "step": "respond", "slug": "index",
        "member_id": str(cast.kwame.member.id), "token": "made-up", "attachment_id": case,
    }  # fmt: skip
    return re.sub(r"<\w+:(\w+)>", lambda part: values[part[1]], address)


def _bare(page: HttpResponse) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", read_on(page))
