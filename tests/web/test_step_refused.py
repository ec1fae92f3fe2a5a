"""What a gate refuses, what no longer fits, what does not exist: a sentence, a way out, and the words still there."""

import re
import uuid

import pytest
from tests.web.filled import ANSWERS, fields
from tests.web.reporting import read_on
from tests.web.scene import Scene
from tests.web.states import in_state
from tests.web.stored import nothing_written
from tests.web.visitor import Visitor, signed_in

from cast import Cast

# state, step, and what is answered besides
REFUSED = {
    "claimed already": ("proposed", "claim", {}),
    "no steps": ("received", "safety-plan", {"steps": ""}),
    "not on hold": ("received", "hold-end", {}),
    "on hold already": ("on hold", "hold", {}),
    "they do not know": ("on hold", "hold-end", {"why": "risk"}),
    "three hold it": ("received", "bring-in", {}),
    "not safe to tell": ("received", "hearing", {"safe_to_tell": ""}),
    "no reason": ("received", "hearing", {"way": "none"}),
    "no day": ("received", "hearing", {"way": "deferred", "because": "the police asked"}),
    "a side in the room": ("received", "meeting", {"sides": ["reported"]}),
    "no meeting": ("received", "decision", {}),
    "on hold": ("on hold", "decision", {}),
    "waits for its second": ("proposed", "decision", {}),
    "nothing proposed": ("received", "agreement", {}),
    "why not": ("proposed", "agreement", {"agrees": "no"}),
    "no warning decided": ("received", "warning", {}),
    "one giver": ("decided", "warning", {"givers": "one of us"}),
    "nothing decided": ("received", "told/reported", {}),
    "no words": ("decided", "told/reported", {"text": ""}),
    "no appeal": ("decided", "told/reported", {"appeal": ""}),
    "no action yet": ("decided", "told/affected", {}),
    "not closed": ("received", "committee", {}),
    "no report": ("received", "second-reading", {}),
    "not read": ("closed", "sending", {}),
    "not sent": ("received", "acknowledgement", {}),
    "still owed": ("received", "closing", {}),
    "open": ("received", "reopening", {}),
}  # fmt: skip


@pytest.mark.parametrize(("state", "step", "more"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_gives_a_reason_and_keeps_what_was_typed(cast: Cast, state: str, step: str, more: dict) -> None:
    scene, kind = in_state(cast, state), step.split("/")[0]
    noor = signed_in(cast, "noor")
    answers = {name: f"kept in {name}" for name, value in ANSWERS.get(kind, {}).items() if " " in value}
    with nothing_written():
        answer = noor.sends(f"/cases/{scene.case.id}/{step}/", fields(scene, kind) | answers | more)
    page = read_on(answer)
    assert answer.status_code == 409, page
    assert all(len(sentence) > 10 for sentence in _refusal(page))
    for name, text in answers.items():
        if f'name="{name}"' in page:
            assert more.get(name, text) in page


def test_a_step_that_was_taken_meanwhile_is_refused_the_second_time(cast: Cast) -> None:
    scene = in_state(cast, "received")
    noor, path, sent = signed_in(cast, "noor"), f"/cases/{scene.case.id}/claim/", fields(scene, "claim")
    assert noor.sends(path, sent).status_code == 302
    with nothing_written():
        again = noor.sends(path, sent)
        once_more = noor.sends(path, fields(scene, "claim"))
    assert again.status_code == once_more.status_code == 409
    assert all(_refusal(read_on(once_more)))


@pytest.mark.parametrize("method", ["get", "sends"])
@pytest.mark.parametrize(
    "tail",
    ["told/nobody/", "told/Reported/", f"review/{uuid.UUID(int=7)}/", "review/not-an-id/", "elsewhere/", "told/"],
)
def test_a_page_that_is_none_is_not_found(cast: Cast, tail: str, method: str) -> None:
    scene = in_state(cast, "received")
    answer = getattr(signed_in(cast, "noor"), method)(f"/cases/{scene.case.id}/{tail}")
    assert answer.status_code == 404
    assert "There is nothing here" in read_on(answer)


@pytest.mark.parametrize(
    "case", ["x", "0", "5ea1", "ffffffff-ffff-ffff-ffff-fffffffffff", "%00", "🫂", "..%2f..%2fetc"]
)
def test_a_malformed_case_is_not_found(cast: Cast, case: str) -> None:
    assert signed_in(cast, "noor").get(f"/cases/{case}/").status_code == 404


def test_one_own_deed_is_reviewed_by_somebody_else(cast: Cast) -> None:
    scene = in_state(cast, "decided")
    sent = fields(scene, "review") | {"text": "kept in the box"}
    with nothing_written():
        answer = signed_in(cast, "tomas").sends(f"/cases/{scene.case.id}/review/{scene.of}/", sent)
    assert answer.status_code == 409
    assert all(_refusal(read_on(answer)))
    assert "kept in the box" in read_on(answer)


@pytest.fixture
def lonely(cast: Cast) -> tuple[Scene, Visitor]:
    """The last holder of a case, whom nobody can replace."""
    scene = in_state(cast, "received")
    for who in ("newcomer", "tomas"):
        signed_in(cast, who).sends(f"/cases/{scene.case.id}/step-back/", {"stand_in": ""})
    cast.passerby.member.memberships.all().delete()
    return scene, signed_in(cast, "noor")


def test_the_last_holder_may_not_leave_a_case_to_nobody(lonely: tuple[Scene, Visitor]) -> None:
    scene, noor = lonely
    assert "(optional)" not in read_on(noor.get(f"/cases/{scene.case.id}/step-back/"))
    with nothing_written():
        answer = noor.sends(f"/cases/{scene.case.id}/step-back/", {"stand_in": ""})
    assert answer.status_code in (409, 422)
    assert scene.code_name in read_on(answer)


def _refusal(page: str) -> tuple[str, str]:
    """Why not, and what to do instead."""
    found = re.search(r'class="title">([^<]+)</p>\s*<p class="way-out">([^<]+)<', page)
    assert found, page
    return found[1].strip(), found[2].strip()
