"""The outside contact's page, while a report waits for somebody to answer: whom to ring, and no way to the case."""

from datetime import timedelta

import time_machine
from tests.web.reporting import read_on
from tests.web.visitor import signed_in

from trivet.models import Role


def test_they_read_that_it_waits_and_whom_to_ring(cast):
    cast.joins("leila", "Leila Osman", Role.OUTSIDE)
    case = cast.report(what_happened="Somebody shouted.")
    pages = {}
    for minutes in (19, 21):
        with time_machine.travel(cast.now + timedelta(minutes=minutes)):
            pages[minutes] = read_on(signed_in(cast, "leila").get("/cases/"))
    waits = "A report waits, and nobody has answered"
    assert (waits in pages[19], waits in pages[21]) == (False, True)
    assert cast.event.name in pages[21]
    assert str(case.id) not in pages[21]
    with time_machine.travel(cast.now + timedelta(minutes=21)):
        assert waits not in read_on(signed_in(cast, "kwame").get("/cases/"))
