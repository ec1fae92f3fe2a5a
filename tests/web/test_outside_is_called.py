"""The outside contact's page, while a report waits for somebody to answer: whom to ring, and no way to the case."""

from datetime import timedelta

import time_machine
from django.utils import timezone
from tests.web.reporting import read_on
from tests.web.visitor import signed_in

from trivet.models import Case, Role
from trivet.process import circles, notices


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


def test_what_a_phone_sealed_calls_nobody_from_outside(cast, phone, mailoutbox):
    """No server knows whom it leaves out before it was opened."""
    leila = cast.joins("leila", "Leila Osman", Role.OUTSIDE).member
    assert phone.sends(leave_out=[str(leila.id)]).status_code == 200
    later = timezone.now() + timedelta(minutes=30)
    notices.ring(later)
    assert leila.email not in {to for message in mailoutbox for to in message.to}
    assert circles.missed(leila, later) == []
    Case.objects.update(by_phone=False)  # the control: it would have called her
    assert circles.missed(leila, later) == [cast.event]
