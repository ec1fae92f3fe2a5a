"""Times within a sentence of the timeline read as the times beside it."""

from datetime import UTC, datetime

import pytest

from trivet.models import Entry
from trivet.models.report import KeptOnPhone
from trivet.models.response import Interim
from trivet.models.task import Task
from trivet.web.team.lines import LINES

AT = datetime(2026, 11, 28, 2, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    "entry",
    [
        KeptOnPhone(by="", at=AT, during=True, written_at=AT),
        Interim(by="", at=AT, during=True, what="", who="", why="", taken_at=AT),
        Task(by="", at=AT, during=True, what="", owner="", due=AT),
    ],
    ids=lambda entry: entry.kind,
)
def test_a_time_in_the_timeline_has_24_hours(entry: Entry) -> None:
    _, title, _ = LINES[type(entry)](entry, {})
    assert "28 Nov 2026, 02:03" in title
