"""What steps, outcomes and journal lines are called on the page."""

from django.utils.translation import gettext_lazy as _

from trivet.process.looks import LOOKED_AT
from trivet.process.steps import Step

STEPS = {
    "opening": (_("Open the report"), _("First whether anyone is in danger, then the names, then the account.")),
    "safety-call": (_("Ask whether anyone is in danger"), _("Before anything else.")),
    "claim": (_("Say “I have it”"), _("So that the others know that somebody takes care of it.")),
    "acknowledge": (_("Answer the reporter"), _("A few words are enough: it arrived, and you take care of it.")),
    "approach": (
        _("Settle whether to approach the affected person"),
        _("Somebody else reported it. Nobody is told anything before two of you record the same."),
    ),
    "safety-plan": (_("Agree a safety plan"), _("What would help the affected person to feel safe here?")),
    "look-telling": (
        _("Look at the safety plan before the reported person is told"),
        _("Say what is about to happen, and ask again what would help."),
    ),
    "look-outcome": (_("Look at the safety plan with the outcome"), _("What would help from now on?")),
    "look-morning": (_("Look at the safety plan the next morning"), _("How was the night? What would help today?")),
    "look-weeks": (_("Look at the safety plan after two weeks"), _("Has anything happened since? What would help?")),
    "hearing": (_("Hear the reported person"), _("Their side goes into the meeting.")),
    "meeting": (_("Meet"), _("Those who hold the case, and neither side: four questions.")),
    "task": (_("See to a task"), _("Somebody took it on, with a time.")),
    "decision": (_("Decide"), _("What does safety need? It stands when a second holder agrees.")),
    "agreement": (_("Agree, or not"), _("A decision waits for a second holder.")),
    "warning": (_("Give the warning"), _("Two people, a private place, calm.")),
    "told-reported": (_("Tell the reported person"), _("What they must do, and where they can appeal.")),
    "told-affected": (
        _("Tell the affected person"),
        _("What was decided and done; there is nothing for them to answer."),
    ),
    "told-reporter": (
        _("Tell the reporter"),
        _("They took the trouble to tell you: thank them, and say that you acted."),
    ),
    "review": (_("Look at what was done"), _("Somebody acted alone, or against the procedure.")),
    "closing": (_("Close the case"), _("Nothing is owed any more: leave a brief record.")),
    "committee": (_("Report to the committee"), _("One report a case, so that patterns are seen.")),
    "second-reading": (_("Read the report to the committee"), _("A second holder reads it before it leaves.")),
    "sending": (_("Send the report to the committee"), _("It has been read and cleared.")),
    "none": (_("Nothing for now"), ""),
}
OF_ONE = ("review", "told", "task")  # the page is about one entry
PAGES = {
    "safety-call": "danger", "acknowledge": "message", "meeting": "agenda", "none": "",
    **dict.fromkeys(LOOKED_AT, "safety-plan"),
}  # fmt: skip
WAITING = _("Another holder does this; you have done your part.")

OUTCOMES = {
    "warning": _("A warning was given."),
    "no-violation": _("No violation of the Code of Conduct was found."),
    "no-action": _("No further action was taken."),
    "noted": _("Noted: the affected person wanted no further step."),
}
STATES = {"received": _("received"), "meeting": _("meeting"), "decided": _("decided"), "closed": _("closed")}

JOURNAL = {
    "received": _("sent the report"),
    "read what is new": _("read what is new"),
    "read": _("read the case"),
    "opened an attachment": _("opened a file"),
    "safety call": _("asked about danger"),
    "no conflict": _("declared no conflict"),
    "opened the account": _("opened the account"),
    "stepped back": _("stepped back"),
    "excluded somebody": _("excluded somebody for a conflict"),
    "changed the keys": _("changed the keys"),
    "opened what a phone had sealed": _("opened what a telephone had sealed, and changed the keys"),
    "opened to hand over": _("opened it to hand it over"),
    "handed over": _("handed it over"),
    "opened to change the keys": _("opened it to change the keys"),
    "said who has a conflict since the backup": _("said after a restore who has a conflict"),
    "let in": _("gave the case to somebody"),
    "claimed": _("took it on"),
    "took over": _("took it over"),
    "asked to take over": _("asked another holder to take it over"),
    "wrote a note": _("wrote a note"),
    "added a name": _("added a name"),
    "joined a report": _("joined a report to the case"),
    "parted a report": _("gave a report a case of its own"),
    "took a further report down": _("took a further report down"),
    "wrote to the reporter": _("wrote to the reporter"),
    "spoke": _("recorded what was said"),
    "approach": _("recorded whether to approach the affected person"),
    "permission": _("recorded who may be told what"),
    "safety plan": _("recorded the safety plan"),
    "acted at once": _("recorded what was done at once"),
    "on hold": _("put the case on hold"),
    "hold ended": _("ended the hold"),
    "reviewed": _("reviewed something"),
    "heard the reported person": _("recorded the reported person’s side"),
    "recorded a meeting": _("recorded the meeting"),
    "added a task": _("added a task"),
    "did a task": _("recorded that a task is done"),
    "dropped a task": _("recorded that a task is not needed any more"),
    "proposed a decision": _("proposed a decision"),
    "agreed": _("agreed to the decision"),
    "did not agree": _("did not agree to the decision"),
    "recorded a warning": _("recorded the warning"),
    "told the reported person": _("told the reported person"),
    "told the affected person": _("told the affected person"),
    "told the reporter person": _("told the reporter"),
    "closed": _("closed the case"),
    "reopened": _("opened the case again"),
    "wrote to the committee": _("wrote to the committee"),
    "second reading": _("read the committee’s report"),
    "sent to the committee": _("sent the committee’s report"),
    "acknowledged": _("noted the committee’s answer"),
}


def step_key(step: Step) -> str:
    return f"{step.kind}-{step.party}" if step.party else step.kind


def step_url(step: Step, case_id: object) -> str:
    """Where a step is taken."""
    page = PAGES.get(step.kind, step.kind)
    tails = [tail for tail in (page, step.party, step.of if step.kind in OF_ONE else "") if tail]
    return "/".join([f"/cases/{case_id}", *tails, ""])
