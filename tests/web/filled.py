"""Every form of a case, filled in so that it is valid."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from tests.web.scene import Scene


def fields(scene: Scene, step: str) -> dict[str, Any]:
    """The form of a step, made from the case as it stands."""
    return {"seen": str(scene.revision), **ANSWERS.get(step, {}), **_of(scene).get(step, {})}


FACTS = {
    "name": "Another Conference", "starts": "2027-05-03T09:00", "ends": "2027-05-05T23:00", "timezone": "Asia/Tokyo",
    "leave_url": "https://weather.example/",
}  # fmt: skip

ANSWERS: dict[str, dict[str, Any]] = {
    "opening": {"phase": "danger", "danger": "no", "done": "we asked"},
    "danger": {"danger": "yes", "done": "we rang at ten"},
    "step-back": {"stand_in": ""},
    "note": {"text": "a new note"},
    "message": {"text": "a new message"},
    "words": {"to": "reporter", "text": "said on the stairs"},
    "names": {"names": "the tall one", "role": "reported"},
    "approach": {"whether": "yes", "how": "their friend asks them"},
    "permission": {"to": "the hotel desk", "what": "that they need another room", "given_by": "affected"},
    "safety-plan": {"answer": "agreed", "steps": "somebody walks with them"},
    "interim": {"what": "asked to leave", "who": "one of us", "why": "they came closer"},
    "further-report": {"what_happened": "a shove", "in_danger": "no"},
    "hold": {"because": "they asked for it"},
    "hold-end": {"why": "asked", "because": "they asked again"},
    "review": {"text": "it was all right"},
    "hearing": {"way": "heard", "safe_to_tell": "on", "statement": "they saw it differently"},
    "settle-task": {"way": "done", "words": "it took an hour"},
    "decision": {"outcome": "no-action", "safety": "nothing more", "reasons": "it was settled"},
    "agreement": {"agrees": "yes"},
    "warning": {"givers": "one\ntwo", "private_place": "on", "said": "stop it"},
    "told": {"way": "words", "text": "it is over", "appeal": "the board"},
    "committee": {"text": "a report for the committee"},
    "second-reading": {"clears": "yes"},
    "closing": {"when_and_where": "here", "what_happened": "this", "action": "that", "reporter": "a guest"},
    "reopening": {"because": "somebody appealed"},
}


def _of(scene: Scene) -> dict[str, dict[str, Any]]:
    """What depends on the people or on the hour."""
    now = timezone.localtime(timezone=scene.cast.event.zone)
    moment, later = f"{now:%Y-%m-%dT%H:%M}", f"{now + timedelta(hours=3):%Y-%m-%dT%H:%M}"
    meeting = {"carries_side": "one of us", "what_happened": "this", "doing": "that", "who_does": "both of us"}
    return {
        "drafts": {"page": f"/cases/{scene.case.id}/note/", "text": "a beginning"},
        "exclude": {"member": str(scene.cast.tomas.member.id), "stand_in": ""},
        "hand-over": {"to": str(scene.cast.noor.member.id)},
        "bring-in": {"member": str(scene.cast.passerby.member.id)},
        "task": {"what": "a second room", "owner": str(scene.cast.noor.member.id), "due": later},
        "settle-task": {**ANSWERS["settle-task"], "done_at": moment},
        "interim": {**ANSWERS["interim"], "taken_at": moment},
        "warning": {**ANSWERS["warning"], "given_at": moment},
        "meeting": {
            **meeting, "held_at": moment, "decide_by": later,
            "present": [str(who.member.id) for who in (scene.cast.noor, scene.cast.tomas)],
        },
    }  # fmt: skip
