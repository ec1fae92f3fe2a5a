"""Somebody reads at the very moment at which the keys are turned: the journal stays readable."""

import threading

import pytest

from trivet.access import journal
from trivet.process import respond

pytestmark = pytest.mark.django_db(databases=["default", "keys"], transaction=True)


def test_reading_while_the_keys_are_turned_spoils_no_line(transactional_db, monkeypatch):
    from django.db import connections

    from cast import make_cast

    cast = make_cast()
    case = cast.report()
    leaving = cast.read(case, "noor")
    reading, written = threading.Event(), threading.Event()
    write = journal.write

    def slowly(*args, **kwargs):
        if threading.current_thread() is reader:
            reading.set()
            written.wait(1)  # time for the other to turn the keys, if nothing held it back
        write(*args, **kwargs)

    monkeypatch.setattr("trivet.access.journal.write", slowly)

    def read():
        cast.read(case, "tomas")
        connections.close_all()

    reader = threading.Thread(target=read)
    reader.start()
    assert reading.wait(10)
    respond.step_back(leaving, stand_in=None, at=cast.later(seconds=1))
    written.set()
    reader.join(30)
    assert cast.read(case, "tomas").journal()
    assert journal.verify()
