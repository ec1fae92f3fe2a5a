"""The calendar feed, and the address that it has."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from icalendar import Calendar, Event

from trivet.access import Denied, calendars

from . import slowly
from .unlocked import signed_in

OFTEN = timedelta(minutes=15)


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """For a calendar program: that something is due, and when."""
    try:
        found = calendars.of(token, at=timezone.now())
    except Denied:
        if slowly.wrong(request, "calendar") == slowly.TOO_MANY_REQUESTS:
            return HttpResponse(status=slowly.TOO_MANY_REQUESTS)
        raise Http404 from None
    return HttpResponse(_as_ics(found), content_type="text/calendar; charset=utf-8")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def own(request: HttpRequest) -> HttpResponse:
    """Make the address, which is shown once, or end it."""
    now, member = timezone.now(), request.member  # type: ignore[attr-defined]
    context: dict[str, Any] = {}
    if "end" in request.POST:
        calendars.end(member, at=now)
        return redirect(request.path)
    if request.method == "POST":
        context["address"] = f"{settings.PUBLIC_URL}/calendar/{calendars.make(member, at=now)}.ics"
    return render(request, "team/prepare/calendar.html", {**context, "made_at": calendars.made_at(member)})


def _as_ics(found: calendars.Calendar) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Trivet//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Trivet")
    calendar.add("refresh-interval", OFTEN, parameters={"value": "DURATION"})
    for moment in found.moments:
        event = Event()
        event.add("uid", moment.uid)
        event.add("dtstamp", found.made_at)
        event.add("dtstart", moment.due)
        event.add("summary", _("Trivet: something is due"))
        event.add("url", f"{settings.PUBLIC_URL}/cases/")
        event.add("class", "CONFIDENTIAL")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return calendar.to_ical()
