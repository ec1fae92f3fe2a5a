"""A list and a case cost the same number of queries, however much there is."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from cast import NOW
from trivet.access import cases
from trivet.process import respond


def queries(action):
    with CaptureQueriesContext(connections["default"]) as main, CaptureQueriesContext(connections["keys"]) as keys:
        action()
    return len(main), len(keys)


def test_a_list_of_one_three_and_thirty_cases_costs_the_same(cast):
    counts = {}
    for number in range(1, 31):
        cast.report()
        if number in (1, 3, 30):
            assert len(cases.list_cases(cast.noor, at=NOW)) == number
            counts[number] = queries(lambda: cases.list_cases(cast.noor, at=NOW))
    assert counts[1] == counts[3] == counts[30] == (1, 1)


@pytest.mark.parametrize("action", ["read", "journal"])
def test_a_case_with_one_and_fifty_notes_costs_the_same(cast, action):
    case = cast.report()
    cast.open(case, "noor")

    def act():
        held = cast.read(case, "noor")
        return held if action == "read" else held.journal()

    cast.do(respond.add_note, case, "noor", text="A note.")
    first = queries(act)
    for _ in range(49):
        cast.do(respond.add_note, case, "noor", text="Another note.")
    assert queries(act) == first
    assert sum(first) < 28


def test_the_twelfth_report_costs_what_the_second_did(cast):
    cast.report()  # the first makes the secrets of the installation
    second = queries(cast.report)
    for _ in range(10):
        cast.report()
    assert queries(cast.report) == second
