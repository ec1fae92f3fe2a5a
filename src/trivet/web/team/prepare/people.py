"""The people of an event: who they are, letting them in, vouching for their keys."""

from functools import wraps
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from trivet.access import Denied, departures, invitations, organising
from trivet.access import people as access
from trivet.access.organising import CHAIRS
from trivet.access.people import Person
from trivet.models import Event
from trivet.process import prepare
from trivet.process.gates import Refused
from trivet.web.team.turning import then_turn

from .door import EventView, of_event
from .people_forms import InvitationForm, NewKeysForm, RemovalForm, RoleForm, VouchForm
from .people_labels import ROLES

READ_AND_SEND = ["GET", "HEAD", "POST"]


def of_person(view: EventView) -> EventView:
    """Give the view one of the event's people."""

    @wraps(view)
    def door(request: HttpRequest, event: Event, member_id: UUID) -> HttpResponse:
        try:
            return view(request, event, access.person(event, member_id, at=timezone.now()))
        except Denied:
            raise Http404 from None

    return door


@require_http_methods(READ_AND_SEND)
@of_event()
def people(request: HttpRequest, event: Event) -> HttpResponse:
    """Everybody at the event; who has no keys that anybody vouched for comes first. Chairs take links back here."""
    now = timezone.now()
    chair = organising.is_chair(request.unlocked, event, at=now)  # type: ignore[attr-defined]
    if request.method == "POST":
        taken = request.POST.get("invitation", "")
        if not chair or not taken.isdecimal() or len(taken) > 18:
            raise Http404
        invitations.take_back(event, int(taken))
        return redirect(request.path)
    everybody = [(each, ROLES[each.membership.role]) for each in access.people_of(event, at=now)]
    context = {
        "event": event, "chair": chair, "waiting": [line for line in everybody if not line[0].attested],
        "vouched": [line for line in everybody if line[0].attested],
        "invitations": [(each, ROLES[each.role]) for each in invitations.waiting(event, at=now)],
    }  # fmt: skip
    return render(request, "team/prepare/people.html", context)


@require_http_methods(READ_AND_SEND)
@of_event(CHAIRS)
def invitation(request: HttpRequest, event: Event) -> HttpResponse:
    """Let somebody in: with a link, or at once when they have an account."""
    form, refusal = InvitationForm(request.POST if request.method == "POST" else None), None
    if form.is_valid():
        try:
            token = prepare.invite_person(event, **form.cleaned_data, at=timezone.now())
            return _link(request, event, form.cleaned_data["name"], token) if token else _back(event)
        except Refused as refused:
            refusal = refused
    return _show(request, "invitation", event, form, refusal)


@require_http_methods(READ_AND_SEND)
@of_event(CHAIRS)
@of_person
def role(request: HttpRequest, event: Event, person: Person) -> HttpResponse:
    """What somebody is at the event, and until when."""
    row, refusal = person.membership, None
    initial = {"role": row.role, "until": row.until}
    form = RoleForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            who = request.unlocked  # type: ignore[attr-defined]
            prepare.change_role(event, person.member, **form.cleaned_data, by=who, at=timezone.now())
            return then_turn(request, otherwise=_list(event))
        except Refused as refused:
            refusal = refused
    return _show(request, "role", event, form, refusal, person=person)


@require_http_methods(READ_AND_SEND)
@of_event()
@of_person
def vouch(request: HttpRequest, event: Event, person: Person) -> HttpResponse:
    """The six words, as they were heard: typed in, not clicked away."""
    form, refusal = VouchForm(request.POST if request.method == "POST" else None), None
    if form.is_valid():
        try:
            prepare.vouch(person.member, **form.cleaned_data, by=request.unlocked, at=timezone.now())  # type: ignore[attr-defined]
            return _back(event)
        except Refused as refused:
            refusal = refused
    return _show(request, "vouch", event, form, refusal, person=person)


@require_http_methods(READ_AND_SEND)
@of_event(CHAIRS)
@of_person
def new_keys(request: HttpRequest, event: Event, person: Person) -> HttpResponse:
    """Somebody lost password and recovery code: a link to new keys, which a teammate vouches for again."""
    now, who, refusal = timezone.now(), request.unlocked, None  # type: ignore[attr-defined]
    alone = departures.held_alone(event, person.member, reader=who.member, at=now)
    form = NewKeysForm(request.POST if request.method == "POST" else None, alone=alone)
    if form.is_valid():
        what = person.membership.role
        try:
            token = prepare.renew_person(event, person.member, role=what, **form.cleaned_data, by=who, at=now)
            return _link(request, event, person.member.name, token)
        except Refused as refused:
            refusal = refused
    return _show(request, "new_keys", event, form, refusal, person=person, alone=alone)


@require_http_methods(READ_AND_SEND)
@of_event(CHAIRS)
@of_person
def remove(request: HttpRequest, event: Event, person: Person) -> HttpResponse:
    """Somebody leaves: from this moment they open nothing; then the keys of what they held are turned."""
    now, who, refusal = timezone.now(), request.unlocked, None  # type: ignore[attr-defined]
    alone = departures.held_alone(event, person.member, reader=who.member, at=now)
    form = RemovalForm(request.POST if request.method == "POST" else None, alone=alone)
    if form.is_valid():
        try:
            prepare.remove_person(event, person.member, **form.cleaned_data, by=who, at=now)
            return then_turn(request, otherwise="/" if person.member == who.member else _list(event))
        except Refused as refused:
            refusal = refused
    more = {"together": departures.held_together(event, person.member, reader=who, at=now), "alone": alone}
    return _show(request, "remove", event, form, refusal, person=person, **more)


def _show(
    request: HttpRequest, template: str, event: Event, form: object, refusal: Refused | None, **more: object
) -> HttpResponse:
    status = 409 if refusal else 422 if getattr(form, "errors", None) else 200
    context = {"event": event, "form": form, "refusal": refusal, **more}
    return render(request, f"team/prepare/{template}.html", context, status=status)


def _link(request: HttpRequest, event: Event, name: str, token: str) -> HttpResponse:
    """Shown once, to be handed over."""
    link = f"{settings.PUBLIC_URL}/join/{token}/"
    return render(request, "team/prepare/link.html", {"event": event, "name": name, "link": link})


def _list(event: Event) -> str:
    return f"/events/{event.slug}/people/"


def _back(event: Event) -> HttpResponse:
    return redirect(_list(event))
