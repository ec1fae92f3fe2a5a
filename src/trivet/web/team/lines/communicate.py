"""What was told, to whom."""

from django.utils.translation import gettext as _

from trivet.models import letter

from .line import Line, Lines, Names, on_lines, plain


def _told(entry: letter.Told, names: Names) -> Line:
    parties = {
        "reported": _("the reported person"),
        "affected": _("the affected person"),
        "reporter": _("the reporter"),
    }
    title = _("Not told: {who}") if entry.way == "not" else _("Told: {who}")
    appeal = entry.appeal and _("Appeal: {text}").format(text=entry.appeal)
    because = entry.because and _("Because: {text}").format(text=entry.because)
    return "told", title.format(who=parties[entry.party]), on_lines(entry.text, appeal, because)


def _reading(entry: letter.SecondReading, names: Names) -> Line:
    return (
        "agreement",
        _("Second reading: cleared") if entry.clears else _("Second reading: to be changed"),
        entry.words,
    )


LINES: Lines = {
    letter.Told: _told,
    letter.CommitteeReport: plain("committee", lambda: _("Report to the committee written")),
    letter.SecondReading: _reading,
    letter.Sent: plain("committee", lambda: _("Report to the committee sent")),
    letter.Acknowledged: plain("committee", lambda: _("The committee has it")),
}
