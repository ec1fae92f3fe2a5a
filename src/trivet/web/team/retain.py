"""Retain: closing with a brief record, reopening, and who opened what."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from trivet.access import journal as whole_journal
from trivet.access.cases import OpenCase
from trivet.models.report import EarlierJournal
from trivet.process import retain
from trivet.web.fields import Words

from .door import opened
from .labels import JOURNAL, OUTCOMES
from .people import names_for
from .step import StepForm, StepPage, guidance


class ClosingForm(StepForm):
    when_and_where = Words(label=gettext_lazy("When and where"), longest=500)
    what_happened = Words(
        label=gettext_lazy("What happened, in one sentence"), rows=2, longest=500,
        help_text=gettext_lazy("No detail and no names: enough to see a pattern later."),
    )  # fmt: skip
    action = Words(label=gettext_lazy("What you did"), rows=2, longest=500)
    reporter = Words(label=gettext_lazy("Who reported it"), longest=500)
    who_knows = Words(label=gettext_lazy("Who else knows of it"), required=False, longest=500)

    def first_values(self, case: OpenCase) -> dict[str, Any]:
        report = case.file.report
        return {
            "when_and_where": ", ".join(part for part in (report.when, report.where) if part),
            "action": OUTCOMES[retain.outcome_of(case)],
            "reporter": report.contact or _("gave no name"),
        }

    @property
    def arguments(self) -> dict[str, Any]:
        return {**self.cleaned_data, "handled_by": [member.name for member in self.case.holders]}


class ReopeningForm(StepForm):
    because = Words(label=gettext_lazy("Why is it taken up again?"), rows=3, longest=2_000)


closing = StepPage(
    gettext_lazy("Close the case"), gettext_lazy("Close the case"), ClosingForm, retain.close_case,
    (("retain", "closing"),), "team/retain/closing.html",
).as_view()  # fmt: skip
reopening = StepPage(
    gettext_lazy("Open it again"), gettext_lazy("Open it again"), ReopeningForm, retain.reopen_case,
    (("retain", "reopening"),),
).as_view()  # fmt: skip


@require_safe
@opened
def journal(request: HttpRequest, case: OpenCase) -> HttpResponse:
    """Who opened what: shown to those who hold the case. The same again and again is one line."""
    elsewhere = [whole_journal.Line(*line) for entry in case.file.all(EarlierJournal) for line in entry.lines]
    written = sorted([*elsewhere, *case.journal()], key=lambda line: line.at)
    names = names_for(line.member for line in written)
    runs = (list(run) for _key, run in groupby(reversed(written), key=lambda line: (line.member, line.what)))
    lines = [
        {
            "who": names.get(run[0].member, ""), "what": JOURNAL[run[0].what],
            "at": run[0].at, "since": run[-1].at, "times": len(run),
        }
        for run in runs
    ]  # fmt: skip
    context = {
        "case": case,
        "event": case.case.event,
        "code_name": case.outcome.code_name if case.destroyed and case.outcome else case.file.code_name,
        "lines": lines,
        "broken": not whole_journal.is_whole(),
        "restored": whole_journal.restored(),
        "guidance_pages": guidance(("retain", "journal")),
    }
    return render(request, "team/retain/journal.html", context)
