"""Two requests at the same moment, each with a connection of its own."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from cast import make_cast
from trivet.access.threads import open_thread
from trivet.models import Case, Clock, ReturnBox
from trivet.models.response import Message
from trivet.process import receive
from trivet.vault.codes import new_form_secret


@pytest.fixture
def people(transactional_db):
    return make_cast()


def at_once(*jobs):
    """Do all of them at the same moment; what each returned."""
    barrier = Barrier(len(jobs))

    def run(job):
        barrier.wait()
        try:
            return job()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def test_the_same_form_sent_at_once_is_one_case(people):
    account = {name: "" for name in receive.REPORT_FIELDS if name != "code_name"} | {"what_happened": "A shout."}
    secret, now = new_form_secret(), people.later(minutes=1)

    def submit():
        return receive.submit_report(people.event, account=account, leave_out=[], form_secret=secret, at=now).code

    assert len(set(at_once(*[submit] * 4))) == 1
    assert (Case.objects.count(), ReturnBox.objects.count()) == (1, 1)
    assert not people.read(Case.objects.get(), "noor").file.all(Message)


def test_the_same_message_sent_at_once_counts_once(people):
    case, code, once = people.report(), people.receipts[-1].code, str(uuid.uuid4())
    clocks, now = Clock.objects.count(), people.later(minutes=1)

    def write():
        thread = open_thread(code, event=people.event)
        receive.write_message(thread, text="One more thing.", once=once, at=now)

    at_once(*[write] * 4)
    assert len(people.read(case, "noor").file.all(Message)) == 1
    assert Clock.objects.count() == clocks + 1
