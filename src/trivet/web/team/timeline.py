"""The timeline of a case: what happened, who did it and when, at a glance."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trivet.access.cases import OpenCase
from trivet.models import Entry, decision, letter, outcome, report, response, task
from trivet.proofread.finding import Finding
from trivet.proofread.wording import pressing

from .account import titled
from .attached import attached

Names = dict[str, str]
Line = tuple[str, str, str]  # picture, title, body


def timeline(case: OpenCase, names: Names, *, only: str = "") -> list[dict[str, Any]]:
    """One line an entry, or ``only`` that of one; oldest first, without what only the machinery needs."""
    lines, reports, whose = [], titled(case.file), dict[str, str]()
    if len(reports) > 1:
        names = {**names, **{report.id: title for report, title in reports}}
        whose = {case.conversations.get(report.id, ""): title for report, title in reports}
    for entry in case.file.entries:
        if type(entry) in _LINES and only in ("", entry.id):
            picture, title, body = _LINES[type(entry)](entry, names)
            by_itself = isinstance(entry, report.Withheld) and entry.why != report.EXCLUDED
            said_to = whose.get(entry.conversation, "") if isinstance(entry, _SPOKEN) else ""
            who = " · ".join(filter(None, ["" if by_itself else names.get(entry.by, ""), said_to]))
            lines.append(
                {
                    "kind": picture, "title": title, "body": body, "against": entry.against, "at": entry.at,
                    "who": who, "milestone": type(entry) in _MILESTONES, "marks": _marks(entry),
                    "attachments": [] if isinstance(entry, report.Report) else attached(case, entry),
                }
            )  # fmt: skip
    return lines


def _marks(entry: Entry) -> list[Finding]:
    """Wording in what was said that deserves another look: it was recorded, and is not held against anybody."""
    return pressing(entry.text) if isinstance(entry, response.Words | letter.Told) else []


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _report(entry: report.Report, names: Names) -> Line:
    taken_down = _("A report came in, taken down by {name}").format(name=entry.writer)
    if entry.is_retaliation:
        taken_down = _("Somebody gets back at them: a further report, taken down by {name}").format(name=entry.writer)
    came = _("{report} came in").format(report=names[entry.id]) if entry.id in names else _("The report came in")
    return "report", taken_down if entry.writer else came, ""


def _joined_report(entry: report.Joined, names: Names) -> Line:
    return "report", _("{report} was joined to this case").format(report=names[entry.report]), ""


def _kept(entry: report.KeptOnPhone, names: Names) -> Line:
    when = date_format(timezone.localtime(entry.written_at), "DATETIME_FORMAT")
    title = _("Written {when}, by that telephone’s clock, and kept on it until it was sent")
    return "report", title.format(when=when), ""


def _withheld(entry: report.Withheld, names: Names) -> Line:
    who = names.get(entry.member, "")
    titles = {
        report.LEFT_OUT: _("{who} was left out by the reporter"),
        report.NAMED: _("{who} may be named in the report and does not get it"),
        report.STEPPED_BACK: _("{who} stepped back"),
        report.EXCLUDED: _("{who} was excluded: a conflict"),
        report.LEFT: _("{who} left the team"),
        report.HANDED_OVER: _("{who} handed the case over"),
    }
    return ("step-back" if entry.why in report.GONE else "withheld"), titles[entry.why].format(who=who), ""


def _let_in(entry: report.Cleared | report.BroughtIn, names: Names) -> Line:
    return "names", _("{who} was given the case").format(who=names.get(entry.member, "")), ""


def _hand_over(entry: response.HandOver, names: Names) -> Line:
    return "claim", _("{who} was asked to take it over").format(who=names.get(entry.member, "")), ""


def _safety_call(entry: report.SafetyCall, names: Names) -> Line:
    titles = {
        "yes": _("Somebody is in danger"),
        "unsure": _("In doubt whether somebody is in danger"),
        "no": _("Nobody is in danger"),
    }
    police = {
        "asked": _("The affected person asks for police or security."),
        "not-asked": _("The affected person did not ask for police or security."),
    }
    return "danger", titles[entry.danger], _joined(entry.done, police.get(entry.police, ""))


def _names(entry: report.Names, names: Names) -> Line:
    roles = {"reported": _("the reported person"), "affected": _("the affected person"), "witness": _("a witness")}
    return "names", _("A name was added: {role}").format(role=roles.get(entry.role, _("somebody else"))), entry.names


def _message(entry: response.Message, names: Names) -> Line:
    wrote = _("The reporter wrote: it goes on") if entry.goes_on else _("The reporter wrote")
    return "message", wrote if entry.from_reporter else _("Message to the reporter"), entry.text


def _approach(entry: response.Approach, names: Names) -> Line:
    titles = {"yes": _("Approach the affected person: yes"), "no": _("Approach the affected person: no")}
    return "names", titles[entry.whether], entry.how


def _permission(entry: response.Permission, names: Names) -> Line:
    titles = {
        "affected": _("The affected person allowed: {who} may be told"),
        "reporter": _("The reporter allowed: {who} may be told"),
    }
    return "told", titles[entry.given_by].format(who=entry.to), entry.what


def _safety_plan(entry: response.SafetyPlan, names: Names) -> Line:
    titles = {
        "agreed": _("Safety plan agreed"),
        "declined": _("Safety plan declined"),
        "unreachable": _("Safety plan: not reached"),
    }
    looks = {
        "telling": _("Before the reported person is told"),
        "outcome": _("With the outcome"),
        "morning": _("The next morning"),
        "weeks": _("Two weeks later"),
    }
    return "safety-plan", titles[entry.answer], _joined(looks.get(entry.look, ""), entry.steps)


def _interim(entry: response.Interim, names: Names) -> Line:
    when = date_format(timezone.localtime(entry.taken_at), "DATETIME_FORMAT")
    why = _("Could not wait, because: {text}").format(text=entry.why)
    return "danger", _("For now, by {who}, {when}").format(who=entry.who, when=when), _joined(entry.what, why)


def _hearing(entry: response.Hearing, names: Names) -> Line:
    titles = {
        "heard": _("The reported person was heard"),
        "declined": _("The reported person did not want to say anything"),
        "deferred": _("The reported person will be told later"),
        "unknown": _("The reported person could not be identified"),
        "none": _("The reported person is not told"),
    }
    because = entry.because and _("Because: {text}").format(text=entry.because)
    return "hearing", titles[entry.way], _joined(entry.statement, because)


def _meeting(entry: decision.Meeting, names: Names) -> Line:
    there = ", ".join(names.get(member, "") for member in entry.present)
    sides = {
        "reporter": _("the reporter"), "affected": _("the affected person"), "reported": _("the reported person"),
    }  # fmt: skip
    either = ", ".join(sides[side] for side in entry.sides)
    seen_by_all = _("Very widely witnessed, so there as well: {who}")
    body = _joined(
        _("There: {names}").format(names=there),
        entry.others and _("Also there: {names}").format(names=", ".join(entry.others.split("\n"))),
        either and (seen_by_all if entry.widely_witnessed else _("There as well: {who}")).format(who=either),
        entry.carries_side and _("Brought the reported person’s side in: {name}").format(name=entry.carries_side),
        _("What happened: {text}").format(text=entry.what_happened),
        _("Doing: {text}").format(text=entry.doing),
        _("Who: {text}").format(text=entry.who_does),
    )
    return "meeting", _("The meeting"), body


def _task(entry: task.Task, names: Names) -> Line:
    due = date_format(timezone.localtime(entry.due), "DATETIME_FORMAT")
    return "claim", _("Task for {who}, by {when}").format(who=names.get(entry.owner, ""), when=due), entry.what


def _task_done(entry: task.TaskDone, names: Names) -> Line:
    title = _("Task not needed any more") if entry.dropped else _("Task done")
    return "agreement", title, _joined(entry.what, entry.words)


def _decision(entry: decision.Decision, names: Names) -> Line:
    titles = {
        "warning": _("Proposed: a warning"),
        "no-violation": _("Proposed: no violation"),
        "no-action": _("Proposed: no further action"),
    }
    body = _joined(
        _("Safety: {text}").format(text=entry.safety),
        _("Why: {text}").format(text=entry.reasons),
        entry.expected and _("Expected from now on: {text}").format(text=entry.expected),
    )
    return "decision", titles[entry.outcome], body


def _agreement(entry: decision.Agreement, names: Names) -> Line:
    return "agreement", _("Agreed: it stands") if entry.agrees else _("Not agreed"), entry.words


def _warned(entry: decision.Warned, names: Names) -> Line:
    title = _("Warning given by {names}").format(names=", ".join(entry.givers))
    reaction = entry.reaction and _("How they took it: {text}").format(text=entry.reaction)
    return "warning", title, _joined(entry.said, reaction)


def _told(entry: letter.Told, names: Names) -> Line:
    parties = {
        "reported": _("the reported person"),
        "affected": _("the affected person"),
        "reporter": _("the reporter"),
    }
    title = _("Not told: {who}") if entry.way == "not" else _("Told: {who}")
    appeal = entry.appeal and _("Appeal: {text}").format(text=entry.appeal)
    because = entry.because and _("Because: {text}").format(text=entry.because)
    return "told", title.format(who=parties[entry.party]), _joined(entry.text, appeal, because)


def _reading(entry: letter.SecondReading, names: Names) -> Line:
    return (
        "agreement",
        _("Second reading: cleared") if entry.clears else _("Second reading: to be changed"),
        entry.words,
    )


def _plain(picture: str, title: Callable[[], str], body: str = "") -> Callable[[Any, Names], Line]:
    return lambda entry, names: (picture, title(), getattr(entry, body) if body else "")


_LINES: dict[type[Entry], Callable[[Any, Names], Line]] = {
    report.Report: _report,
    report.Envelope: _report,
    report.KeptOnPhone: _kept,
    report.PerhapsAProgram: _plain(
        "withheld", lambda: _("Perhaps sent by a program: a field that nobody sees was filled in")
    ),
    report.Withheld: _withheld,
    report.Cleared: _let_in,
    report.BroughtIn: _let_in,
    report.Joined: _joined_report,
    report.Parted: _plain("report", lambda: _("A report was parted, and has a case of its own"), "code_name"),
    report.SafetyCall: _safety_call,
    report.Opened: _plain("opening", lambda: _("Opened the account")),
    report.Names: _names,
    response.Claim: _plain("claim", lambda: _("“I have it”")),
    response.HandOver: _hand_over,
    response.Note: _plain("note", lambda: _("Note"), "text"),
    response.Message: _message,
    response.Words: _plain("words", lambda: _("Said in words"), "text"),
    response.Approach: _approach,
    response.Permission: _permission,
    response.SafetyPlan: _safety_plan,
    response.Interim: _interim,
    response.Hold: _plain("hold", lambda: _("On hold"), "because"),
    response.HoldEnded: _plain("hold", lambda: _("The hold ended"), "because"),
    response.Review: _plain("agreement", lambda: _("Reviewed"), "text"),
    response.Hearing: _hearing,
    decision.Meeting: _meeting,
    task.Task: _task,
    task.TaskDone: _task_done,
    decision.Decision: _decision,
    decision.Agreement: _agreement,
    decision.Warned: _warned,
    letter.Told: _told,
    letter.CommitteeReport: _plain("committee", lambda: _("Report to the committee written")),
    letter.SecondReading: _reading,
    letter.Sent: _plain("committee", lambda: _("Report to the committee sent")),
    letter.Acknowledged: _plain("committee", lambda: _("The committee has it")),
    outcome.Closing: _plain("closing", lambda: _("Closed")),
    outcome.Reopening: _plain("reopening", lambda: _("Opened again"), "because"),
}
_SPOKEN = (response.Message, response.Words, letter.Told)
_MILESTONES = {report.Report, decision.Meeting, decision.Agreement, outcome.Closing}
