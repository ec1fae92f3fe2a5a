"""Several reports, one case: joined, parted, or taken down as a further one."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from trivet.access import Denied, cases
from trivet.access.cases import OpenCase
from trivet.process import joining
from trivet.web.fields import Choice, Words

from .door import opened
from .step import StepForm, StepPage, run

SHORT = 2_000


class JoinForm(StepForm):
    into = Choice(label=_("To which case does it belong?"), choices=[])

    def __init__(self, case: OpenCase, *args: Any, **kwargs: Any) -> None:
        super().__init__(case, *args, **kwargs)
        listed = cases.list_cases(case.reader, at=timezone.now())
        self.fields["into"].choices = [  # type: ignore[attr-defined]
            (str(one.case.id), one.summary.code_name) for one in listed
            if one.summary and one.case.id != case.case.id and one.case.event_id == case.case.event_id
        ]  # fmt: skip

    @property
    def arguments(self) -> dict[str, Any]:
        try:
            into = cases.read_case(self.case.reader, UUID(self.cleaned_data["into"]), at=timezone.now())
        except Denied:
            into = None
        return {**self.cleaned_data, "into": into}


class PartForm(StepForm):
    """Nothing to fill in."""


class FurtherReportForm(StepForm):
    what_happened = Words(label=_("What happened?"), rows=6)
    retaliation = forms.BooleanField(
        label=_("Somebody gets back at them because of the earlier report"), required=False
    )
    in_danger = Choice(
        label=_("Is anyone in danger now?"),
        choices=[("yes", _("Yes")), ("unsure", _("In doubt")), ("no", _("No"))],
    )
    who = Words(label=_("Who did it?"), rows=2, required=False, longest=SHORT)
    when = Words(label=_("When?"), required=False, longest=SHORT)


JOIN = StepPage(
    _("It belongs to another case"), _("Join it to that case"), JoinForm, joining.join_report,
    template="team/respond/join.html",
)  # fmt: skip
PART = StepPage(
    _("Give a report a case of its own"), _("Part it from this case"), PartForm, joining.part_report,
    template="team/respond/part.html",
)  # fmt: skip
further = StepPage(
    _("Take a further report down"), _("Save the report"), FurtherReportForm, joining.take_further_report,
    (("respond", "further-report"),),
).as_view()  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def join(request: HttpRequest, case: OpenCase) -> HttpResponse:
    """A new report, to be one account of a case that the reader holds; the page goes on there."""
    answer = run(JOIN, request, case)
    done = request.method == "POST" and answer.status_code == 302 and not case.destroyed
    return redirect(f"/cases/{UUID(request.POST['into'])}/") if done else answer


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def part(request: HttpRequest, case: OpenCase, of: UUID) -> HttpResponse:
    """A report that was joined, to have a case of its own again."""
    if not case.destroyed and str(of) not in case.file.joined:
        raise Http404
    return run(PART, request, case, of=of)
