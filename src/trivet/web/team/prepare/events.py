"""Events: one's own, a new one, what one has settled, and its facts."""

from typing import Any

from django.conf import settings as django_settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from trivet.access import Denied, organising
from trivet.access.organising import CHAIRS
from trivet.access.people import people_of
from trivet.models import Event
from trivet.process import prepare
from trivet.process.readiness import unsettled
from trivet.web.unlocked import signed_in

from .door import of_event
from .event_forms import TAKEN, FactsForm, NewEventForm
from .event_labels import ADVICE, known_facts
from .people_labels import ROLES

FOR_ALL = ("waiting", "duty")  # the rest is for chairs


@require_safe
@signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """Every event of the member: what they are there, until when, and where it goes on."""
    now, reader = timezone.now(), request.unlocked  # type: ignore[attr-defined]
    lines = [(each, ROLES[each.membership.role]) for each in organising.my_events(reader, at=now)]
    over = [(each, role) for each, role in lines if each.event.is_over(now) or not each.lasts]
    context = {
        "current": [line for line in lines if line not in over], "over": over, "now": now,
        "may_make": organising.may_make_events(reader, at=now),
    }  # fmt: skip
    return render(request, "team/prepare/events.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def new(request: HttpRequest) -> HttpResponse:
    """Another event; whoever makes it is its chair."""
    now, reader = timezone.now(), request.unlocked  # type: ignore[attr-defined]
    try:
        organiser = organising.organiser_for(reader, at=now)
    except Denied:
        raise Http404 from None
    form = NewEventForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            event = prepare.make_event(organiser, facts=form.cleaned_data, by=reader, at=now)
            return redirect(f"/events/{event.slug}/")
        except prepare.AddressTaken:
            form.add_error("slug", TAKEN)
    context = {"form": form, "organiser": organiser}
    return render(request, "team/prepare/event_new.html", context, status=422 if form.is_bound else 200)


@require_safe
@of_event()
def overview(request: HttpRequest, event: Event) -> HttpResponse:
    """The facts at a glance, and what is still to be settled."""
    now = timezone.now()
    people = people_of(event, at=now)
    chair = organising.is_chair(request.unlocked, event, at=now)  # type: ignore[attr-defined]
    advice = [_advice(key, chair=chair) for key in unsettled(event, people, at=now)]
    context = {
        "event": event, "chair": chair, "next": advice[0] if advice and advice[0]["url"] else None,
        "advice": advice[1:] if advice and advice[0]["url"] else advice,
        "people": [(each, ROLES[each.membership.role]) for each in people if each.attested],
        "contacts": [event.numbers, event.care, event.ring], "facts": known_facts(event),
        "address": f"{django_settings.PUBLIC_URL}/{event.slug}/", "over": event.is_over(now),
    }  # fmt: skip
    return render(request, "team/prepare/event.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@of_event(CHAIRS)
def settings(request: HttpRequest, event: Event) -> HttpResponse:
    """Change the facts."""
    form = FactsForm(event, request.POST if request.method == "POST" else None)
    if form.is_valid():
        prepare.change_event(event, facts=form.facts, by=request.unlocked, at=timezone.now())  # type: ignore[attr-defined]
        return redirect(f"/events/{event.slug}/")
    context = {"event": event, "form": form}
    return render(request, "team/prepare/event_settings.html", context, status=422 if form.is_bound else 200)


def _advice(key: str, *, chair: bool) -> dict[str, Any]:
    """What is still to do, with a link for those who can do it."""
    label, why, where = ADVICE[key]
    return {"label": label, "why": why, "url": where if chair or key in FOR_ALL else ""}
