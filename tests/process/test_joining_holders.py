"""Who reads a report that was joined to another case, and who must not."""

import pytest
from tests.two_reports import join, part

from cast import Cast
from trivet.access import Denied
from trivet.models import Case, Conflict, Role
from trivet.models.report import EarlierJournal
from trivet.process import respond
from trivet.process.gates import Refused
from trivet.process.steps import next_step, opening


def test_other_holders_open_the_joined_report_before_they_go_on(cast: Cast, older: Case, newer: Case) -> None:
    join(cast, newer, older)
    file = cast.read(older, "tomas").file
    assert opening(file, by=str(cast.tomas.member.pk)) == "danger"
    assert opening(file, by=str(cast.noor.member.pk)) == ""
    assert next_step(file, by=str(cast.tomas.member.pk)).kind == "opening"
    cast.open(older, "tomas")
    assert opening(cast.read(older, "tomas").file, by=str(cast.tomas.member.pk)) == ""


def test_who_must_not_see_the_report_keeps_it_from_being_joined(cast: Cast, older: Case) -> None:
    newer = cast.report(what_happened="About one of you.", leave_out=("tomas",))
    cast.open(newer, "noor")
    with pytest.raises(Refused, match="Tomás Rivera must not see this report"):
        join(cast, newer, older)
    assert Case.objects.filter(pk=newer.pk).exists()
    respond.step_back(cast.read(older, "tomas"), stand_in=None, at=cast.later(seconds=1))
    join(cast, newer, older)
    with pytest.raises(Denied):
        cast.read(older, "tomas")
    assert Conflict.objects.filter(case=older, member=cast.tomas.member).exists()


def test_who_held_only_the_joined_report_reads_nothing_of_it_afterwards(cast: Cast, older: Case) -> None:
    respond.step_back(cast.read(older, "ingrid"), stand_in=cast.kwame.member, at=cast.later(seconds=1))
    newer = cast.report(what_happened="The second account.")
    cast.open(newer, "noor")
    cast.read(newer, "ingrid")
    join(cast, newer, older)
    for case in (newer, older):
        with pytest.raises(Denied):
            cast.read(case, "ingrid")


def test_who_read_a_report_before_it_was_joined_stays_known(cast: Cast, older: Case, newer: Case) -> None:
    join(cast, newer, older)
    [earlier] = cast.read(older, "noor").file.all(EarlierJournal)
    assert "opened the account" in [what for _member, what, _at in earlier.lines]


def test_a_member_whom_the_report_leaves_out_may_not_get_the_case_either(cast: Cast, older: Case) -> None:
    newer = cast.report(leave_out=("kwame",))
    cast.open(newer, "noor")
    respond.step_back(cast.read(older, "ingrid"), stand_in=None, at=cast.later(seconds=1))
    join(cast, newer, older)
    held = cast.read(older, "noor")
    with pytest.raises(Refused, match="cannot be given the case"):
        respond.let_in(held, member=cast.kwame.member, seen=None, at=cast.later(seconds=1))
    new = part(cast, older)
    assert Conflict.objects.filter(case=new, member=cast.kwame.member).exists()


def test_somebody_who_is_named_in_it_and_joined_the_team_since_keeps_it_from_being_joined(
    cast: Cast, older: Case
) -> None:
    newer = cast.report(who="Leila Amari")
    cast.open(newer, "noor")
    leila = cast.joins("leila", "Leila Amari", Role.TEAM)
    respond.step_back(cast.read(older, "ingrid"), stand_in=leila.member, at=cast.later(seconds=1))
    with pytest.raises(Refused, match="Leila Amari must not see this report"):
        join(cast, newer, older)


@pytest.mark.parametrize(("names", "gets_it"), [("", True), ("Kwame Mensah", False)])
def test_a_holder_of_the_joined_report_may_take_a_free_place_unless_the_case_names_them(
    cast: Cast, older: Case, names: str, gets_it: bool
) -> None:
    respond.step_back(cast.read(older, "ingrid"), stand_in=None, at=cast.later(seconds=1))
    if names:
        cast.do(respond.add_names, older, "noor", names=names, role="witness")
        cast.do(respond.declare_no_conflict, older, "tomas")
    newer = cast.report()
    respond.step_back(cast.read(newer, "ingrid"), stand_in=cast.kwame.member, at=cast.later(seconds=1))
    cast.open(newer, "noor")
    join(cast, newer, older)
    assert (cast.kwame.member in cast.read(older, "noor").holders) == gets_it
