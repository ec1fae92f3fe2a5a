"""The pages of a handover: conflicts first, then the cases, some at a time."""

from uuid import UUID

import pytest
from django.http import HttpResponse
from tests.web.reporting import read_on
from tests.web.visitor import Visitor, hidden, signed_in

from cast import Cast
from trivet.models import Case, Grant
from trivet.models.response import Note
from trivet.process import respond

PAGE, CONFLICTS = "/events/conf/handover/", "/events/conf/handover/conflicts/"


@pytest.fixture(autouse=True)
def _two_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trivet.access.handover.AT_ONCE", 2)


def says(cast: Cast, *names: str, who: str = "kwame") -> HttpResponse:
    return signed_in(cast, who).sends(CONFLICTS, {"names": "\n".join(names)} if names else {"none": "on"})


def ticks(cast: Cast, *cases: Case, to: tuple[str, ...], last: object = "", of: int = 0) -> dict[str, object]:
    """The form as a page would send it for these cases."""
    fields: dict[str, object] = {"last": str(last), "of": str(of)}
    for case in cases:
        case.refresh_from_db()
        fields |= {
            f"{case.pk}-seen": str(case.revision), f"{case.pk}-to": [str(cast.people[who].member.pk) for who in to]
        }  # fmt: skip
    return fields


def holders(case: Case) -> set[str]:
    return {grant.member.email.split("@")[0] for grant in Grant.objects.filter(case=case).select_related("member")}


def in_order(cast: Cast, count: int) -> list[Case]:
    """Cases held by noor, tomas and ingrid, as the page goes through them."""
    return sorted((cast.report(what_happened="It was Ada Quill.") for _ in range(count)), key=lambda case: case.pk)


def test_somebody_who_takes_over_is_asked_for_names_or_nobody(cast: Cast) -> None:
    kwame = signed_in(cast, "kwame")
    assert "You are given no case before" in read_on(kwame.get(CONFLICTS))
    for wrong in ({}, {"names": "Ada Quill", "none": "on"}):
        answer = kwame.sends(CONFLICTS, wrong)
        assert answer.status_code == 422
        assert "one of the two" in read_on(answer)
    assert "Ada Quill" in read_on(answer)
    assert kwame.sends(CONFLICTS, {"names": "Ada Quill"}).status_code == 302
    page = read_on(kwame.get(CONFLICTS))
    assert "You said it on" in page
    assert "Ada Quill" not in page


def test_a_holder_may_not_read_whom_somebody_named(cast: Cast) -> None:
    in_order(cast, 1)
    says(cast, "Ada Quill")
    page = read_on(signed_in(cast, "noor").get(PAGE))
    assert "may be in this case" in page
    assert "Quill" not in page


def test_a_holder_may_hand_cases_over_a_few_at_a_time(cast: Cast) -> None:
    cases = in_order(cast, 3)
    noor = signed_in(cast, "noor")
    assert "No word yet from Ingrid Solberg, Kwame Mensah" in read_on(noor.get(PAGE)).replace("Tomás Rivera, ", "")
    says(cast)
    page = read_on(noor.get(PAGE))
    assert page.count("Who holds it from now on?") == 2
    sent = ticks(cast, *cases[:2], to=("kwame", "ingrid"), last=cases[1].pk, of=3)
    on = noor.sends(PAGE, sent)
    assert on.status_code == 302
    page = read_on(noor.get(on.headers["Location"]))
    assert "2 of 3 cases" in page
    assert page.count("Who holds it from now on?") == 1
    on = noor.sends(PAGE, ticks(cast, cases[2], to=("kwame", "noor"), last=cases[2].pk, of=3))
    assert "You have been through every case" in read_on(noor.get(on.headers["Location"]))
    assert [holders(case) for case in cases] == [{"kwame", "ingrid"}, {"kwame", "ingrid"}, {"kwame", "noor"}]
    assert noor.get(f"/cases/{cases[0].pk}/").status_code == 404


def test_what_is_refused_is_said_beside_its_case_and_the_others_are_done(cast: Cast) -> None:
    cases = in_order(cast, 2)
    says(cast)
    sent = ticks(cast, cases[0], to=("kwame", "ingrid"), last=cases[1].pk, of=2)
    sent |= ticks(cast, cases[1], to=("kwame", "ingrid", "noor", "tomas"), last=cases[1].pk, of=2)
    answer = signed_in(cast, "noor").sends(PAGE, sent)
    assert answer.status_code == 409
    page = read_on(answer)
    assert "Four people or more" in page
    assert "1 of 2 cases" in page
    assert page.count("checked") == 4
    assert holders(cases[0]) == {"kwame", "ingrid"}
    assert holders(cases[1]) == {"noor", "tomas", "ingrid"}


def test_a_case_that_changed_meanwhile_is_shown_again_and_can_be_sent_again(cast: Cast) -> None:
    [case] = in_order(cast, 1)
    says(cast)
    sent = ticks(cast, case, to=("kwame", "ingrid"))
    cast.do(respond.add_note, case, "tomas", text="Something new.")
    noor = signed_in(cast, "noor")
    answer = noor.sends(PAGE, sent)
    assert answer.status_code == 409
    page = read_on(answer)
    assert "Somebody changed this case meanwhile" in page
    assert page.count("checked") == 2
    case.refresh_from_db()
    assert str(case.revision) in page
    assert noor.sends(PAGE, ticks(cast, case, to=("kwame", "ingrid"))).status_code == 302
    assert cast.read(case, "kwame").file.last(Note)


def test_somebody_may_not_hand_over_what_they_do_not_hold(cast: Cast) -> None:
    case = cast.report(leave_out=("kwame",))
    says(cast, who="noor")
    for who, status in (("kwame", 302), ("jun", 404), ("pavel", 404)):
        assert signed_in(cast, who).sends(PAGE, ticks(cast, case, to=("noor",))).status_code == status
    assert Visitor().sends(PAGE, ticks(cast, case, to=("noor",))).status_code == 403
    assert holders(case) == {"noor", "tomas", "ingrid"}
    assert "You hold no case" in read_on(signed_in(cast, "kwame").get(PAGE))


def test_a_damaged_case_is_passed_over(cast: Cast) -> None:
    [broken, whole] = in_order(cast, 2)
    broken.records.filter(scope="work").update(sealed=b"junk")
    says(cast)
    page = read_on(signed_in(cast, "noor").get(PAGE))
    assert "1 case does not open" in page
    assert str(whole.pk) in page


@pytest.mark.parametrize("made_up", ["", "x", "{}", str(UUID(int=1)), "\x00"])
def test_a_made_up_place_does_no_harm(cast: Cast, made_up: str) -> None:
    in_order(cast, 1)
    noor = signed_in(cast, "noor")
    assert noor.get(PAGE, {"after": made_up, "of": made_up}).status_code == 200
    fields = {"last": made_up, "of": made_up, f"{made_up}-seen": made_up, f"{made_up}-to": made_up}
    assert noor.sends(PAGE, fields).status_code == 302


def test_a_conflict_that_is_named_after_the_page_was_made_may_not_be_ticked_away(cast: Cast) -> None:
    [case] = in_order(cast, 1)
    says(cast)
    noor = signed_in(cast, "noor")
    page = noor.get(PAGE)
    sent = ticks(cast, case, to=("kwame", "ingrid")) | {f"{case.pk}-warned": hidden(page, f"{case.pk}-warned")}
    says(cast, "Ada Quill")
    answer = noor.sends(PAGE, sent)
    assert answer.status_code == 409
    assert "may be in this case" in read_on(answer)
    assert "since this page was made" in read_on(answer)
    assert holders(case) == {"noor", "tomas", "ingrid"}
    again = sent | {f"{case.pk}-warned": hidden(answer, f"{case.pk}-warned")}
    assert noor.sends(PAGE, again).status_code == 302  # now they know, and say that it is another person
    assert holders(case) == {"kwame", "ingrid"}
