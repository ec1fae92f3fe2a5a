"""The first hour, and the talk with those concerned."""

from django.utils.translation import gettext as _

from trivet.models import response
from trivet.models.letter import AFFECTED, REPORTED, REPORTER_TOLD, SOMEBODY

from .line import Line, Lines, Names, at_moment, on_lines, plain


def _hand_over(entry: response.HandOver, names: Names) -> Line:
    return "claim", _("{who} was asked to take it over").format(who=names.get(entry.member, "")), ""


def _message(entry: response.Message, names: Names) -> Line:
    wrote = _("The reporter wrote: it goes on") if entry.goes_on else _("The reporter wrote")
    return "message", wrote if entry.from_reporter else _("Message to the reporter"), entry.text


def _words(entry: response.Words, names: Names) -> Line:
    titles = {
        REPORTER_TOLD: _("Spoke with the reporter"),
        AFFECTED: _("Spoke with the affected person"),
        REPORTED: _("Spoke with the reported person"),
        SOMEBODY: _("Spoke with somebody else"),
    }
    return "words", titles[entry.to], entry.text


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
    return "safety-plan", titles[entry.answer], on_lines(looks.get(entry.look, ""), entry.steps)


def _interim(entry: response.Interim, names: Names) -> Line:
    when = at_moment(entry.taken_at)
    why = _("Could not wait, because: {text}").format(text=entry.why)
    return "danger", _("For now, by {who}, {when}").format(who=entry.who, when=when), on_lines(entry.what, why)


def _hearing(entry: response.Hearing, names: Names) -> Line:
    titles = {
        "heard": _("The reported person was heard"),
        "declined": _("The reported person did not want to say anything"),
        "deferred": _("The reported person will be told later"),
        "unknown": _("The reported person could not be identified"),
        "none": _("The reported person is not told"),
    }
    because = entry.because and _("Because: {text}").format(text=entry.because)
    return "hearing", titles[entry.way], on_lines(entry.statement, because)


LINES: Lines = {
    response.Claim: plain("claim", lambda: _("“I have it”")),
    response.HandOver: _hand_over,
    response.Note: plain("note", lambda: _("Note"), "text"),
    response.Message: _message,
    response.Words: _words,
    response.Approach: _approach,
    response.Permission: _permission,
    response.SafetyPlan: _safety_plan,
    response.Interim: _interim,
    response.Hold: plain("hold", lambda: _("On hold"), "because"),
    response.HoldEnded: plain("hold", lambda: _("The hold ended"), "because"),
    response.Review: plain("agreement", lambda: _("Reviewed"), "text"),
    response.Hearing: _hearing,
}
