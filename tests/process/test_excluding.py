"""A holder excludes somebody else for a conflict: they lose the case, or never get it."""

import pytest

from trivet.access import ChangedMeanwhile, Denied, cases
from trivet.models import Case, Conflict, Grant
from trivet.models.report import EXCLUDED, Withheld
from trivet.process import respond, standing_in
from trivet.process.gates import Refused
from trivet.process.steps import withheld
from trivet.vault.models import Share


def exclude(cast, case, by, whom, stand_in=None):
    free = cast.people[stand_in].member if stand_in else None
    cast.do(respond.exclude, case, by, member=cast.people[whom].member, stand_in=free)


def names(members):
    return {member.email.split("@")[0] for member in members}


@pytest.fixture
def case(cast):
    case = cast.report(who="Somebody")
    cast.open(case, "noor", "tomas")
    return case


def test_whoever_is_excluded_may_not_read_or_list_it(cast, case):
    exclude(cast, case, "noor", "tomas")
    with pytest.raises(Denied):
        cast.read(case, "tomas")
    assert cases.list_cases(cast.tomas, at=cast.now) == []
    assert not Grant.objects.filter(case=case, member=cast.tomas.member).exists()
    assert Case.objects.get(id=case.id).key_version == 2
    assert not Share.objects.filter(version=1).exists()


def test_those_who_stay_see_who_was_excluded_and_by_whom(cast, case):
    exclude(cast, case, "noor", "tomas", stand_in="kwame")
    for who in ("noor", "ingrid", "kwame"):
        held = cast.read(case, who)
        entry = held.file.last(Withheld)
        assert (entry.member, entry.why, entry.by) == (str(cast.tomas.member.id), EXCLUDED, str(cast.noor.member.id))
        line = next(line for line in held.journal() if line.what == "excluded somebody")
        assert line.member == str(cast.noor.member.id)


def test_whoever_is_excluded_is_never_let_in_again(cast, case):
    exclude(cast, case, "noor", "tomas")
    held = cast.read(case, "noor")
    assert names(standing_in.stand_ins(held, cast.now)) == {"kwame"}
    assert standing_in.perhaps_named(held, cast.now) == []
    with pytest.raises(Refused, match="cannot be given"):
        cast.do(respond.let_in, case, "noor", member=cast.tomas.member)
    with pytest.raises(Refused, match="cannot stand in"):
        respond.step_back(cast.read(case, "ingrid"), stand_in=cast.tomas.member, at=cast.now)


def test_somebody_who_holds_nothing_may_be_excluded_and_never_gets_it(cast, case):
    exclude(cast, case, "noor", "kwame")
    held = cast.read(case, "noor")
    assert Conflict.objects.filter(case=case, member=cast.kwame.member).exists()
    assert standing_in.stand_ins(held, cast.now) == []
    assert held.case.key_version == 1  # nobody lost anything
    assert held.file.last(Withheld).why == EXCLUDED
    assert "excluded somebody" in [line.what for line in held.journal()]


def test_whoever_is_named_and_excluded_is_not_offered_for_clearing(cast):
    case = cast.report(who="Kwame Mensah")
    cast.open(case, "noor")
    assert names(standing_in.perhaps_named(cast.read(case, "noor"), cast.now)) == {"kwame"}
    exclude(cast, case, "noor", "kwame")
    held = cast.read(case, "noor")
    assert withheld(held.file, "named") == []
    with pytest.raises(Refused):
        cast.do(respond.let_in, case, "noor", member=cast.kwame.member)


def test_nobody_may_exclude_themselves_or_somebody_twice(cast, case):
    with pytest.raises(Refused, match="kept from"):
        exclude(cast, case, "noor", "noor")
    exclude(cast, case, "noor", "kwame")
    with pytest.raises(Refused, match="kept from"):
        exclude(cast, case, "noor", "kwame")


def test_nobody_may_make_themselves_the_only_holder_while_somebody_is_free(cast, case):
    exclude(cast, case, "noor", "tomas")
    with pytest.raises(Refused, match="alone"):
        exclude(cast, case, "noor", "ingrid")
    exclude(cast, case, "noor", "ingrid", stand_in="kwame")
    assert names(cast.read(case, "noor").holders) == {"noor", "kwame"}
    exclude(cast, case, "noor", "kwame")  # nobody else is there
    assert names(cast.read(case, "noor").holders) == {"noor"}


@pytest.mark.parametrize("stand_in", ["tomas", "ingrid", "jun", "pavel"])
def test_nobody_may_take_the_place_who_must_not_hold_it(cast, case, stand_in):
    with pytest.raises(Refused, match="cannot take their place"):
        exclude(cast, case, "noor", "tomas", stand_in=stand_in)
    assert names(cast.read(case, "tomas").holders) == {"noor", "tomas", "ingrid"}


def test_nobody_takes_the_place_of_somebody_who_has_none(cast):
    case = cast.report(leave_out=("ingrid",))
    respond.step_back(cast.read(case, "kwame"), stand_in=None, at=cast.later(seconds=1))
    cast.joins("lea", "Lea Brandt", "team")
    cast.joins("ole", "Ole Dahl", "team")
    with pytest.raises(Refused, match="does not hold"):
        exclude(cast, case, "noor", "lea", stand_in="ole")


def test_of_two_who_exclude_each_other_one_may(cast, case):
    one, other = cast.read(case, "noor"), cast.read(case, "tomas")
    seen = one.case.revision
    respond.exclude(one, member=cast.tomas.member, stand_in=None, seen=seen, at=cast.later(seconds=1))
    with pytest.raises(ChangedMeanwhile):
        respond.exclude(other, member=cast.noor.member, stand_in=None, seen=seen, at=cast.later(seconds=1))
    assert names(cast.read(case, "noor").holders) == {"noor", "ingrid"}


def test_a_page_that_is_out_of_date_excludes_nobody(cast, case):
    seen = cast.read(case, "noor").case.revision
    cast.do(respond.add_note, case, "tomas", text="Meanwhile.")
    for whom in ("tomas", "kwame"):
        with pytest.raises(ChangedMeanwhile):
            respond.exclude(
                cast.read(case, "noor"), member=cast.people[whom].member, stand_in=None, seen=seen, at=cast.now
            )
    assert not Conflict.objects.filter(case=case).exists()
