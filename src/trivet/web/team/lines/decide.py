"""The meeting, its tasks, the decision and what followed."""

from django.utils.translation import gettext as _

from trivet.models import decision, task

from .line import Line, Lines, Names, at_moment, on_lines


def _meeting(entry: decision.Meeting, names: Names) -> Line:
    there = ", ".join(names.get(member, "") for member in entry.present)
    sides = {
        "reporter": _("the reporter"), "affected": _("the affected person"), "reported": _("the reported person"),
    }  # fmt: skip
    either = ", ".join(sides[side] for side in entry.sides)
    seen_by_all = _("Very widely witnessed, so there as well: {who}")
    body = on_lines(
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
    due = at_moment(entry.due)
    return "claim", _("Task for {who}, by {when}").format(who=names.get(entry.owner, ""), when=due), entry.what


def _task_done(entry: task.TaskDone, names: Names) -> Line:
    title = _("Task not needed any more") if entry.dropped else _("Task done")
    return "agreement", title, on_lines(entry.what, entry.words)


def _decision(entry: decision.Decision, names: Names) -> Line:
    titles = {
        "warning": _("Proposed: a warning"),
        "no-violation": _("Proposed: no violation"),
        "no-action": _("Proposed: no further action"),
    }
    body = on_lines(
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
    return "warning", title, on_lines(entry.said, reaction)


LINES: Lines = {
    decision.Meeting: _meeting,
    task.Task: _task,
    task.TaskDone: _task_done,
    decision.Decision: _decision,
    decision.Agreement: _agreement,
    decision.Warned: _warned,
}
