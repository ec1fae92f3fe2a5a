"""A case from report to closing, without the web."""

import pytest

from trivet.access import journal
from trivet.models import Case, Clock


@pytest.mark.parametrize("outcome", ["warning", "no-violation", "no-action"])
@pytest.mark.parametrize("relation", ["me", "saw"])
def test_every_outcome_reaches_closed(cast, outcome, relation):
    case = cast.report(relation=relation)
    cast.walk_to_closed(case, outcome)
    held = cast.read(case, "ingrid")
    assert held.file.state == "closed"
    assert held.outcome.outcome == outcome
    assert (held.outcome.purge_at is not None) == (outcome == "warning")
    assert Case.objects.get(id=case.id).closed_month
    assert Clock.objects.filter(case=case, met_at=None).count() == 1  # the committee
    assert journal.verify() > 0
