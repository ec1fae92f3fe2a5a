"""How a willing member takes a step: sensible arguments for the use case behind every page."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from cast import NOW
from trivet.access.cases import OpenCase
from trivet.process import communicate, decide, publish, respond, retain
from trivet.process.looks import LOOKED_AT
from trivet.process.steps import Step, opening

UseCase = Callable[..., None]

USUAL: dict[UseCase, dict[str, Any]] = {
    respond.record_safety_call: {"danger": "no", "done": ""},
    respond.send_message: {"text": "Thank you. We take care of it."},
    respond.record_words: {"text": "We spoke.", "against": ""},
    respond.settle_approach: {"whether": "yes", "how": "A friend asks them."},
    respond.record_permission: {"to": "The desk.", "what": "Another room.", "given_by": "affected"},
    respond.agree_safety_plan: {"answer": "agreed", "steps": "One of us stays near."},
    respond.record_interim: {"what": "Asked to leave.", "who": "one of us", "taken_at": NOW, "why": "It was loud."},
    respond.put_on_hold: {"because": "They asked for it."},
    respond.end_hold: {"why": "asked", "because": "They asked for it.", "affected_told": False},
    respond.review: {"text": "Next time we go as two."},
    decide.record_hearing: {
        "way": "heard", "safe_to_tell": True, "statement": "It was fun.", "because": "", "until": None, "against": "",
    },
    decide.record_meeting: {
        "held_at": NOW, "present": [], "sides": [], "widely_witnessed": False, "carries_side": "one of us",
        "what_happened": "A shout.", "doing": "Yes.", "who_does": "Two of us.", "decide_by": NOW + timedelta(hours=2),
        "against": "",
    },
    decide.add_task: {"what": "A second room.", "due": NOW + timedelta(hours=9)},
    decide.settle_task: {"dropped": False, "done_at": NOW, "words": ""},
    decide.propose_decision: {
        "outcome": "warning", "reasons": "It was so.", "safety": "Distance.", "expected": "No contact.", "warn_by": None
    },
    decide.answer_decision: {"agrees": True, "words": ""},
    decide.record_warning: {
        "given_at": NOW, "givers": ["one", "two"], "private_place": True, "said": "Stop it.", "reaction": "",
        "against": "",
    },
    communicate.tell_outcome: {"way": "words", "text": "It is decided.", "appeal": "", "because": "", "against": ""},
    retain.close_case: {
        "reporter": "gave no name", "handled_by": ["two of the team"], "when_and_where": "at the party",
        "what_happened": "a loud joke", "action": "talked to", "who_knows": "nobody",
    },
    retain.reopen_case: {"because": "There is more."},
    publish.write_committee_report: {"text": "A loud joke, and a warning."},
    publish.read_second: {"clears": True, "words": ""},
}  # fmt: skip
PAGES: dict[str, UseCase] = {
    "safety-call": respond.record_safety_call, "claim": respond.claim, "acknowledge": respond.send_message,
    "approach": respond.settle_approach,
    "safety-plan": respond.agree_safety_plan, "hearing": decide.record_hearing, "meeting": decide.record_meeting,
    "task": decide.settle_task,
    "decision": decide.propose_decision, "agreement": decide.answer_decision, "warning": decide.record_warning,
    "told": communicate.tell_outcome, "review": respond.review, "closing": retain.close_case,
    "committee": publish.write_committee_report, "second-reading": publish.read_second,
    "sending": publish.send_committee_report,
}  # fmt: skip
PAGES |= dict.fromkeys(LOOKED_AT, respond.agree_safety_plan)
OPENING: dict[str, UseCase] = {
    "danger": respond.record_safety_call, "names": respond.declare_no_conflict, "account": respond.open_account
}  # fmt: skip


def do_step(case: OpenCase, step: Step, *, at: Any) -> None:
    """Take the step; raises ``Refused`` if a gate is in the way."""
    use_case = OPENING[opening(case.file, by=case.by)] if step.kind == "opening" else PAGES[step.kind]
    more: dict[str, Any] = {} if use_case is respond.open_account else {"seen": case.case.revision}
    if step.kind == "told":
        more |= {"party": step.party, "appeal": "Write to the board." if step.party == "reported" else ""}
    if step.kind.startswith("look-"):
        more |= {"look": step.kind.removeprefix("look-")}
    if step.kind == "meeting":
        more |= {"present": [str(holder.id) for holder in case.holders]}
        more |= {"against": "" if len(case.holders) > 1 else "Nobody else was there."}
    if step.kind in ("review", "task"):
        more |= {"of": uuid.UUID(step.of)}
    use_case(case, **{**USUAL.get(use_case, {}), **more}, at=at)
