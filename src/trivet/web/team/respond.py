"""Respond: the opening, the claim, the conversation, what keeps people safe."""

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from trivet.access import ChangedMeanwhile
from trivet.access.cases import OpenCase
from trivet.models import CaseFile
from trivet.process import respond
from trivet.process.gates import Refused
from trivet.process.steps import naming, unread
from trivet.process.steps import opening as opening_phase

from . import holder_forms
from . import respond_forms as forms
from .door import holder
from .step import StepPage, as_now, guidance

danger = StepPage(
    _("Danger"), _("Save"), forms.SafetyCallForm, respond.record_safety_call,
    (("respond", "danger"),), "team/respond/danger.html",
).as_view()  # fmt: skip
claim = StepPage(_("Take this on"), _("I have it"), forms.ClaimForm, respond.claim, (("respond", "claim"),)).as_view()
hand_over = StepPage(
    _("Hand it over"), _("Hand it over"), holder_forms.HandOverForm, respond.hand_over,
    (("respond", "hand-over"), ("respond", "claim")),
).as_view()  # fmt: skip
note = StepPage(_("A note"), _("Save the note"), forms.NoteForm, respond.add_note, (("respond", "note"),)).as_view()
message = StepPage(
    _("Write to the reporter"), _("Send"), forms.MessageForm, respond.send_message,
    (("respond", "messages"), ("respond", "never")), "team/respond/message.html",
).as_view()  # fmt: skip
words = StepPage(
    _("Record what was said"), _("Save"), forms.WordsForm, respond.record_words,
    (("respond", "words"), ("respond", "first-words"), ("respond", "never")), "team/respond/words.html",
).as_view()  # fmt: skip
names = StepPage(
    _("Add a name"), _("Save the name"), forms.NamesForm, respond.add_names, (("respond", "names-and-conflict"),)
).as_view()
approach = StepPage(
    _("Approach the affected person?"), _("Save what I think"), forms.ApproachForm, respond.settle_approach,
    (("respond", "approach"),), "team/respond/approach.html",
).as_view()  # fmt: skip
permission = StepPage(
    _("Who may be told"), _("Save the permission"), forms.PermissionForm, respond.record_permission,
    (("respond", "permission"), ("respond", "never")),
).as_view()  # fmt: skip
safety_plan = StepPage(
    _("Safety plan"),
    _("Save the plan"),
    forms.SafetyPlanForm,
    respond.agree_safety_plan,
    (("respond", "safety-plan"),),
    "team/respond/safety_plan.html",
).as_view()
interim = StepPage(
    _("Acted at once"), _("Save"), forms.InterimForm, respond.record_interim, (("respond", "interim"),)
).as_view()
hold = StepPage(
    _("Put on hold"), _("Put on hold"), forms.HoldForm, respond.put_on_hold, (("respond", "hold"),)
).as_view()
end_hold = StepPage(
    _("Go on"), _("End the hold"), forms.EndHoldForm, respond.end_hold, (("respond", "hold"),)
).as_view()
let_in = StepPage(
    _("Bring somebody in"), _("Give them the case"), holder_forms.LetInForm, respond.let_in, (("respond", "withheld"),),
    "team/respond/bring_in.html",
).as_view()  # fmt: skip
exclude = StepPage(
    _("Exclude somebody"), _("Exclude them"), holder_forms.ExcludeForm, respond.exclude,
    (("decide", "conflict"),), "team/respond/exclude.html",
).as_view()  # fmt: skip
review = StepPage(
    _("Look at what was done"), _("Save"), forms.ReviewForm, respond.review, template="team/respond/review.html",
    about=CaseFile.named,
).as_view()  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@holder
def opening(request: HttpRequest, case: OpenCase) -> HttpResponse:
    """Danger, then the names, then the account: each is behind the one before."""
    phase = opening_phase(case.file, by=case.by) if not case.destroyed else ""
    if not phase:
        return redirect(f"/cases/{case.case.id}/")
    sent = request.POST if request.method == "POST" and request.POST.get("phase") == phase else None
    form = forms.SafetyCallForm(case, as_now(request, case) if sent and phase == "danger" else None)
    shown = _last_name(case)
    if sent and {"danger": form.is_valid(), "names": sent.get("shown") == shown}.get(phase, True):
        try:
            _take(phase, case, form)
        except ChangedMeanwhile:
            if phase != "danger":
                return redirect(request.path)
        else:
            return redirect(request.path)
    slug = {"danger": "danger", "names": "names-and-conflict", "account": "first-words"}[phase]
    context = {**_frame(case, form, ("respond", slug)), "shown": shown}
    return render(request, f"team/respond/opening_{phase}.html", context, status=_status(form, sent))


@require_http_methods(["GET", "HEAD", "POST"])
@holder
def step_back(request: HttpRequest, case: OpenCase) -> HttpResponse:
    """A conflict: the case goes from this member's pages, and its keys are turned."""
    if case.destroyed:
        return redirect(f"/cases/{case.case.id}/")
    form = holder_forms.StepBackForm(case, request.POST if request.method == "POST" else None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            respond.step_back(case, stand_in=form.free.get(form.cleaned_data["stand_in"]), at=timezone.now())
        except Refused as refused:
            refusal = refused
        except ChangedMeanwhile:
            return redirect(request.path)
        else:
            return redirect("/cases/")
    context = {**_frame(case, form, ("decide", "conflict")), "refusal": refusal}
    return render(request, "team/respond/step_back.html", context, status=_status(form, refusal))


def _take(phase: str, case: OpenCase, form: forms.SafetyCallForm) -> None:
    now = timezone.now()
    if phase == "danger":
        respond.record_safety_call(case, **form.arguments, at=now)
    elif phase == "names":
        respond.declare_no_conflict(case, seen=case.case.revision, at=now)
    else:
        respond.open_account(case, at=now)


def _last_name(case: OpenCase) -> str:
    """The newest of the names: whoever says "not involved" has seen this one."""
    newest = max([*naming(case.file), *case.file.joined.values()], key=lambda entry: entry.at, default=None)
    return newest.id if newest else ""


def _status(form: BaseForm, refused: object) -> int:
    """Of a page that is shown, for the first time or again."""
    if form.errors:
        return 422
    return 409 if refused else 200


def _frame(case: OpenCase, form: object, *slugs: tuple[str, str]) -> dict[str, object]:
    event = case.case.event
    return {
        "case": case, "event": event, "report": unread(case.file, by=case.by), "urgent": event.numbers, "form": form,
        "guidance_pages": guidance(*slugs),
    }  # fmt: skip
