"""The rota of an event: who is on duty when, for its team; and what reporters read of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from trivet.access import duty as access
from trivet.access import holding
from trivet.models import Event
from trivet.process.gates import Refused
from trivet.process.rota import plan_shift

from .door import of_event
from .duty_forms import ShiftForm, ShownForm


@require_http_methods(["GET", "HEAD", "POST"])
@of_event()
def duty(request: HttpRequest, event: Event) -> HttpResponse:
    """The rota; add to it, or strike something out."""
    now, by, refusal = timezone.now(), request.unlocked, None  # type: ignore[attr-defined]
    if request.POST.get("off", "").isdecimal():
        access.take_off(event, int(request.POST["off"][:18]), by=by, at=now)
        return redirect(request.path)
    team = [membership.member for membership in holding.team(event, now)]
    form = ShiftForm(request.POST if request.method == "POST" else None, team=team)
    if form.is_valid():
        try:
            plan_shift(event, **form.cleaned_data, by=by, at=now)
            return redirect(request.path)
        except Refused as refused:
            refusal = refused
    own = ShownForm(initial={"name": access.shown_as(event, by.member, now)})
    return _show(request, event, form, own, refusal)


@require_POST
@of_event()
def shown(request: HttpRequest, event: Event) -> HttpResponse:
    """What reporters read of whoever asks."""
    now, member = timezone.now(), request.member  # type: ignore[attr-defined]
    own = ShownForm(request.POST)
    if own.is_valid():
        access.show_as(event, member, own.cleaned_data["name"], now)
        return redirect(f"/events/{event.slug}/duty/")
    team = [membership.member for membership in holding.team(event, now)]
    return _show(request, event, ShiftForm(team=team), own)


def _show(
    request: HttpRequest, event: Event, form: ShiftForm, own: ShownForm, refusal: Refused | None = None
) -> HttpResponse:
    now = timezone.now()
    shifts = access.shifts(event, now)
    context = {
        "event": event, "form": form, "own": own, "refusal": refusal,
        "now_on": [shift for shift in shifts if shift.starts <= now],
        "to_come": [shift for shift in shifts if shift.starts > now],
    }  # fmt: skip
    status = 409 if refusal else 422 if form.errors or own.errors else 200
    return render(request, "team/prepare/duty.html", context, status=status)
