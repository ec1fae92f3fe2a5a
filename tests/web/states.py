"""How far a case has come: each state goes on from the one before it."""

from collections.abc import Callable
from datetime import timedelta

from tests.web.scene import MESSAGE, Scene, set_scene

from cast import Cast
from trivet.access.destruction import sweep
from trivet.models import Clock
from trivet.models.response import Words
from trivet.process import decide, publish, respond


def in_state(cast: Cast, state: str) -> Scene:
    """A scene with its case as far as that state."""
    scene = set_scene(cast)
    for name, goes_on in STATES.items():
        goes_on(scene)
        if name == state:
            break
    return scene


def _received(scene: Scene) -> None:
    """Nothing more than the opening."""


def _on_hold(scene: Scene) -> None:
    scene.cast.do(respond.put_on_hold, scene.case, "noor", because="they asked")


def _proposed(scene: Scene) -> None:
    cast, case = scene.cast, scene.case
    cast.do(respond.end_hold, case, "tomas", why="asked", because="they asked again", affected_told=True)
    cast.do(respond.claim, case, "tomas")
    cast.do(respond.send_message, case, "tomas", text=MESSAGE)
    cast.do(respond.agree_safety_plan, case, "tomas", answer="declined", steps="")
    cast.do(respond.record_words, case, "tomas", text="said in the corridor", against="they stood there")
    scene.of = cast.read(case, "noor").file.all(Words)[0].id
    cast.do(
        decide.record_hearing, case, "tomas", way="heard", safe_to_tell=True, statement="", because="", until=None,
        against="",
    )  # fmt: skip
    cast.meet(case)
    cast.do(
        decide.propose_decision, case, "tomas", outcome="warning", reasons="so", safety="distance",
        expected="no contact", warn_by=None,
    )  # fmt: skip


def _decided(scene: Scene) -> None:
    scene.cast.do(decide.answer_decision, scene.case, "noor", agrees=True, words="")


def _closed(scene: Scene) -> None:
    cast, case = scene.cast, scene.case
    cast.do(respond.review, case, "noor", of=scene.of, text="all right")
    cast.settle_task(case, scene.task)
    cast.do(
        decide.record_warning, case, "noor", given_at=cast.now, givers=["one", "two"], private_place=True,
        said="stop it", reaction="", against="",
    )  # fmt: skip
    cast.tell(case, "reported", appeal="the board")
    cast.tell(case, "affected")
    cast.tell(case, "reporter")
    cast.looks_again(case)
    cast.close(case)
    cast.do(publish.write_committee_report, case, "tomas", text="a report")


def _cleared(scene: Scene) -> None:
    scene.cast.do(publish.read_second, scene.case, "noor", clears=True, words="")


def _sent(scene: Scene) -> None:
    scene.cast.do(publish.send_committee_report, scene.case, "noor")


def _destroyed(scene: Scene) -> None:
    assert not Clock.objects.filter(case=scene.case, met_at=None).exists()
    assert sweep(scene.cast.now + timedelta(days=200))


STATES: dict[str, Callable[[Scene], None]] = {
    "received": _received,
    "on hold": _on_hold,
    "proposed": _proposed,
    "decided": _decided,
    "closed": _closed,
    "cleared": _cleared,
    "sent": _sent,
    "destroyed": _destroyed,
}
