"""Gates in tests: each refuses with a reason and a way out, and changes nothing."""

from typing import Any

import pytest
from tests.process.good_faith import UseCase
from tests.process.paper import Paper

from trivet.models import Entry
from trivet.process.gates import Refused
from trivet.process.obligations import owed


def refused(paper: Paper, n: int, use_case: UseCase, *, so: str, **more: Any) -> None:
    """The reason says ``so``."""
    before = paper.file
    with pytest.raises(Refused) as refusal:
        paper.does(n, use_case, **more)
    assert so in refusal.value.reason
    assert refusal.value.way_out
    assert paper.file == before


def recorded_against(paper: Paper, n: int, use_case: UseCase, **more: Any) -> Entry:
    """What happened is recorded all the same, and somebody else looks at it within a day."""
    paper.does(n, use_case, against="It happened.", **more)
    entry = next(entry for entry in reversed(paper.file.entries) if entry.against)
    review = next(duty for duty in owed(paper.file) if duty.of == entry.id)
    assert (review.due - entry.at).total_seconds() == 24 * 3600
    return entry
