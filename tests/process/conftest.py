"""Cases on paper, where what would touch a database touches the paper."""

import pytest
from tests.process import paper as paper_
from tests.process.paper import Paper

from cast import NOW


@pytest.fixture
def on_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """The use cases take a case on paper for one in the stores."""
    monkeypatch.setattr("trivet.access.holding.free_members", lambda case, at: case.paper.free())
    monkeypatch.setattr("trivet.access.holding.without_conflict", lambda case, at: case.paper.may_hold())
    monkeypatch.setattr(
        "trivet.access.holding.members", lambda ids: [one for one in paper_.EVERYBODY if str(one.id) in ids]
    )
    monkeypatch.setattr("trivet.access.holding.keep_from", lambda case, member: case.paper.gone.append(member))
    monkeypatch.setattr("trivet.access.holding.let_in", lambda case, member: case.paper.holders.append(member))
    monkeypatch.setattr("trivet.access.rotation.turn", paper_.turn)
    for name in ("keep_work_until", "keep_outcome_until"):
        monkeypatch.setattr(f"trivet.access.destruction.{name}", lambda case, when: None)
    monkeypatch.setattr("trivet.post.send_letter", lambda address, text: True)


@pytest.fixture
def paper(on_paper: None) -> Paper:
    """A report came in; three of a team of four hold it."""
    return Paper.of("me", NOW)
