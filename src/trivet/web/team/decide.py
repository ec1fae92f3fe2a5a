"""Decide: the reported person's side, the meeting and its tasks, the decision and who agrees, the warning."""

from django.utils.translation import gettext_lazy as _

from trivet.models.task import Task
from trivet.process import decide

from . import decide_forms as forms
from .step import StepPage
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
settle_task = StepPage(
    _("A task"), _("Save"), SettleTaskForm, decide.settle_task, (("decide", "tasks"),), "team/step_about.html",
    about=lambda file, of: isinstance(file.named(of), Task),
).as_view()  # fmt: skip
