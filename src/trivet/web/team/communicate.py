"""Communicate: each party hears the outcome, in the right order."""

from dataclasses import replace
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from trivet.access.cases import OpenCase
from trivet.models.letter import AFFECTED, REPORTED, REPORTER_TOLD
from trivet.process import communicate
from trivet.web.fields import Choice, Words

from .door import opened
from .step import AgainstForm, StepPage, run

WORDS, MESSAGE, NOT = ("words", _("In words")), ("message", _("By message")), ("not", _("They are not told"))


class ToldReportedForm(AgainstForm):
    way = Choice(label=_("How were they told?"), choices=[WORDS, NOT])
    text = Words(label=_("What they were told, and what they must do"), rows=4, required=False)
    appeal = Words(label=_("Where they can appeal, or that there is nowhere"), rows=2, required=False)
    because = Words(label=_("If not: why?"), rows=2, required=False)

    def first_values(self, case: OpenCase) -> dict[str, Any]:
        return {"appeal": case.case.event.appeal}


class ToldReporterForm(AgainstForm):
    spoken = "text"
    way = Choice(label=_("How do they hear?"), choices=[MESSAGE, WORDS, NOT])
    text = Words(label=_("What they hear; a message goes out as it stands here"), rows=5, required=False)
    because = Words(label=_("If not: why?"), rows=2, required=False)

    @property
    def goes_out(self) -> bool:  # type: ignore[override]
        return self.cleaned_data["way"] == "message"

    @property
    def arguments(self) -> dict[str, Any]:
        return {**self.cleaned_data, "appeal": ""}


PAGES = {
    REPORTED: StepPage(
        _("Tell the reported person"), _("Save"), ToldReportedForm, communicate.tell_outcome,
        (("communicate", "tell-reported"), ("communicate", "apologies")), shares=True,
    ),
    AFFECTED: StepPage(
        _("Tell the affected person"), _("Save"), ToldReporterForm, communicate.tell_outcome,
        (("communicate", "tell-affected"), ("communicate", "apologies")),
    ),
    REPORTER_TOLD: StepPage(
        _("Tell the reporter"), _("Save"), ToldReporterForm, communicate.tell_outcome,
        (("communicate", "tell-reporter"),),
    ),
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def told(request: HttpRequest, case: OpenCase, party: str) -> HttpResponse:
    """What one party heard of the outcome."""
    if party not in PAGES:
        raise Http404
    return run(PAGES[party], request, case, party=party)


told_another = replace(
    PAGES[REPORTER_TOLD], use_case=partial(communicate.tell_outcome, party=REPORTER_TOLD),
    template="team/step_about.html", about=lambda file, of: of in file.joined,
).as_view()  # fmt: skip
