"""Somebody left the team: the first who opens the case turns its keys, and the place is free."""

from tests.web.visitor import hidden, signed_in, text_of

from cast import Cast
from trivet.models import Grant, Membership


def test_a_holder_may_bring_somebody_in_for_a_member_who_left(cast: Cast) -> None:
    case = cast.report()
    cast.open(case, "noor")
    Membership.objects.filter(member=cast.tomas.member).update(until=cast.now)
    noor, page = signed_in(cast, "noor"), f"/cases/{case.id}/bring-in/"
    seen = hidden(noor.get(page), "seen")
    assert not Grant.objects.filter(case=case, member=cast.tomas.member).exists()
    assert noor.sends(page, {"seen": seen, "member": str(cast.kwame.member.id)}).status_code == 302
    assert cast.read(case, "kwame")
    assert "left the team" in text_of(noor.get(f"/cases/{case.id}/"))
