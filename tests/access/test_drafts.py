"""What somebody began to write opens for them alone, while they hold the case, for a day at most."""

from datetime import timedelta

import pytest

from cast import Cast
from trivet.access import Denied, drafts, holding
from trivet.models import Case, Draft, Grant, Membership
from trivet.process import respond
from trivet.vault.drafts import draft_key
from trivet.vault.envelope import unseal

TEXT = {"text": ["We spoke at the stairs."], "present": ["one", "two"]}


@pytest.fixture
def case(cast: Cast) -> Case:
    case = cast.report()
    cast.open(case, "noor", "tomas")
    return case


def page(case: Case) -> str:
    return f"/cases/{case.id}/note/"


def begin(cast: Cast, case: Case, who: str = "noor") -> None:
    drafts.keep(cast.people[who], case.id, page(case), TEXT, at=cast.now)


def found(cast: Cast, case: Case, who: str = "noor", where: str = "") -> drafts.Begun | None:
    return drafts.find(cast.read(case, who), where or page(case), at=cast.now)


def test_a_holder_may_go_on_where_they_stopped(cast: Cast, case: Case) -> None:
    begin(cast, case)
    at = cast.now
    assert found(cast, case) == drafts.Begun(at, TEXT)


def test_a_page_has_one_draft_of_a_member(cast: Cast, case: Case) -> None:
    begin(cast, case)
    drafts.keep(cast.noor, case.id, page(case), {"text": ["Another."]}, at=cast.later(minutes=1))
    begin(cast, case, "tomas")
    assert Draft.objects.count() == 2
    assert (begun := found(cast, case))
    assert begun.fields == {"text": ["Another."]}


def test_another_holder_may_not_find_it(cast: Cast, case: Case) -> None:
    begin(cast, case)
    assert found(cast, case, "tomas") is None


def test_another_holder_who_finds_the_row_may_not_open_it(cast: Cast, case: Case) -> None:
    begin(cast, case)
    row, tomas = Draft.objects.get(), cast.read(case, "tomas")
    key = draft_key(cast.tomas.keys, tomas.ring.key(tomas.case.scope("work")))
    with pytest.raises(drafts.Tampered):
        unseal(key, row.sealed, place=("draft", bytes(row.tag).hex()))


def test_another_page_may_not_show_it(cast: Cast, case: Case) -> None:
    begin(cast, case)
    assert found(cast, case, where=f"/cases/{case.id}/message/") is None


@pytest.mark.parametrize("who", ["kwame", "jun", "pavel"])
def test_nobody_may_keep_a_draft_in_a_case_they_do_not_hold(cast: Cast, who: str) -> None:
    case = cast.report(leave_out=("kwame",))
    with pytest.raises(Denied):
        begin(cast, case, who)
    assert not Draft.objects.exists()


def test_whoever_left_the_team_may_keep_nothing_though_their_grant_is_there_still(cast: Cast, case: Case) -> None:
    Membership.objects.filter(member=cast.noor.member).delete()
    assert Grant.objects.filter(member=cast.noor.member, case=case).exists()
    with pytest.raises(Denied):
        begin(cast, case)


def test_whoever_lost_the_case_may_not_open_what_they_had_begun(cast: Cast, case: Case) -> None:
    begin(cast, case)
    before = cast.read(case, "noor")
    respond.step_back(before, stand_in=None, at=cast.later(seconds=1))
    with pytest.raises(Denied):
        begin(cast, case)
    holding.let_in(cast.read(case, "tomas"), cast.noor.member)
    assert found(cast, case) is None  # not even back on the team: the key that it hung on is destroyed


def test_a_draft_may_not_outlive_a_day(cast: Cast, case: Case) -> None:
    begin(cast, case)
    cast.later(hours=24)
    assert found(cast, case) is None
    drafts.forget(cast.now - timedelta(minutes=2))
    assert Draft.objects.exists()
    drafts.forget(cast.now)
    assert not Draft.objects.exists()


def test_keeping_a_draft_reads_nothing_of_the_case(cast: Cast, case: Case) -> None:
    before = len(cast.read(case, "noor").journal())
    begin(cast, case)
    assert len(cast.read(case, "noor").journal()) == before + 1  # the reading just now


def test_a_draft_says_nothing_in_clear(cast: Cast, case: Case) -> None:
    begin(cast, case)
    row = Draft.objects.get()
    stored = bytes(row.tag) + bytes(row.sealed)
    for text in (case.id.bytes, str(case.id).encode(), b"note", b"stairs", cast.noor.member.id.bytes):
        assert text not in stored
    assert {field.name for field in Draft._meta.get_fields()} == {"id", "tag", "sealed", "at"}
