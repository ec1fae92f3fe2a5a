"""What came in, and who reads it."""

from django.utils.translation import gettext as _

from trivet.models import report

from .line import Line, Lines, Names, at_moment, on_lines, plain


def _report(entry: report.Report, names: Names) -> Line:
    taken_down = _("A report came in, taken down by {name}").format(name=entry.writer)
    if entry.is_retaliation:
        taken_down = _("Somebody gets back at them: a further report, taken down by {name}").format(name=entry.writer)
    came = _("{report} came in").format(report=names[entry.id]) if entry.id in names else _("The report came in")
    return "report", taken_down if entry.writer else came, ""


def _joined_report(entry: report.Joined, names: Names) -> Line:
    return "report", _("{report} was joined to this case").format(report=names[entry.report]), ""


def _kept(entry: report.KeptOnPhone, names: Names) -> Line:
    when = at_moment(entry.written_at)
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
    return "danger", titles[entry.danger], on_lines(entry.done, police.get(entry.police, ""))


def _names(entry: report.Names, names: Names) -> Line:
    roles = {"reported": _("the reported person"), "affected": _("the affected person"), "witness": _("a witness")}
    return "names", _("A name was added: {role}").format(role=roles.get(entry.role, _("somebody else"))), entry.names


LINES: Lines = {
    report.Report: _report,
    report.Envelope: _report,
    report.KeptOnPhone: _kept,
    report.PerhapsAProgram: plain(
        "withheld", lambda: _("Perhaps sent by a program: a field that nobody sees was filled in")
    ),
    report.Withheld: _withheld,
    report.Cleared: _let_in,
    report.BroughtIn: _let_in,
    report.Joined: _joined_report,
    report.Parted: plain("report", lambda: _("A report was parted, and has a case of its own"), "code_name"),
    report.SafetyCall: _safety_call,
    report.Opened: plain("opening", lambda: _("Opened the account")),
    report.Names: _names,
}
