"""Decide: the reported person's side, the meeting and its tasks, the decision and who agrees, the warning."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from trivet.access.cases import OpenCase
from trivet.models.task import Task
from trivet.process import decide

from . import decide_forms as forms
from .door import opened
from .step import StepPage, run
from .task_forms import SettleTaskForm, TaskForm

hearing = StepPage(
    _("Hear the reported person"),
    _("Save"),
    forms.HearingForm,
    decide.record_hearing,
    (("decide", "hearing"), ("respond", "approach")),
    shares=True,
).as_view()
meeting = StepPage(
    _("The meeting"), _("Save the meeting"), forms.MeetingForm, decide.record_meeting,
    (("decide", "meeting"),), "team/decide/meeting.html",
).as_view()  # fmt: skip
task = StepPage(_("A task"), _("Save the task"), TaskForm, decide.add_task, (("decide", "tasks"),)).as_view()
decision = StepPage(
    _("The decision"), _("Propose this decision"), forms.DecisionForm, decide.propose_decision,
    (("decide", "decision"), ("decide", "no-action"), ("communicate", "apologies")),
).as_view()  # fmt: skip
agreement = StepPage(
    _("Agree as the second holder"), _("Save your answer"), forms.AgreementForm, decide.answer_decision,
    (("decide", "agreement"),), "team/decide/agreement.html",
).as_view()  # fmt: skip
warning = StepPage(
    _("The warning"), _("Save the warning"), forms.WarningForm, decide.record_warning,
    (("communicate", "warning"), ("communicate", "apologies")), "team/decide/warning.html", shares=True,
).as_view()  # fmt: skip
_SETTLE = StepPage(
    _("A task"), _("Save"), SettleTaskForm, decide.settle_task, (("decide", "tasks"),), "team/decide/settle_task.html"
)


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def settle_task(request: HttpRequest, case: OpenCase, of: UUID) -> HttpResponse:
    """One task: it was done, or is not needed any more."""
    if not case.destroyed and not isinstance(case.file.named(str(of)), Task):
        raise Http404
    return run(_SETTLE, request, case, of=of)
