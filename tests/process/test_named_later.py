"""Whoever is named after the report came in is never proposed, and gets it only by a clear word."""

import pytest

from trivet.access.threads import open_thread
from trivet.models.report import Cleared
from trivet.process import receive, respond, standing_in
from trivet.process.gates import Refused


@pytest.mark.parametrize("by", ["holder", "reporter"])
def test_whoever_is_named_later_may_not_stand_in(cast, by):
    case = cast.report()
    kwame = cast.kwame.member
    assert standing_in.stand_ins(cast.read(case, "noor"), cast.now) == [kwame]
    if by == "holder":
        cast.do(respond.add_names, case, "noor", names="Kwame Mensah", role="reported")
    else:
        thread = open_thread(cast.receipts[-1].code, event=cast.event)
        receive.write_message(thread, text="It was Kwame.", once="00000000-0000-4000-8000-000000000001", at=cast.now)
    assert standing_in.stand_ins(cast.read(case, "noor"), cast.now) == []
    assert standing_in.perhaps_named(cast.read(case, "noor"), cast.now) == [kwame]
    with pytest.raises(Refused, match="cannot stand in"):
        respond.step_back(cast.read(case, "noor"), stand_in=kwame, at=cast.now)


def test_whoever_is_another_person_of_that_name_is_cleared(cast):
    case = cast.report()
    cast.do(respond.add_names, case, "noor", names="a guest called Kwame", role="reported")
    respond.step_back(cast.read(case, "tomas"), stand_in=None, at=cast.later(seconds=1))
    cast.do(respond.let_in, case, "noor", member=cast.kwame.member)
    assert cast.read(case, "kwame").file.last(Cleared).member == str(cast.kwame.member.id)
