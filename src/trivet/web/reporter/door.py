"""What every page of the reporter's side needs: the event, its numbers, its own time."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.views.decorators.csrf import csrf_exempt

from trivet.models import Event
from trivet.web.venue import at_venue

View = Callable[..., HttpResponse]


def for_everybody(view: View) -> View:
    """Find the event and keep its time. Forms carry a secret of their own, so they never expire."""

    @csrf_exempt
    @wraps(view)
    def door(request: HttpRequest, event_slug: str) -> HttpResponse:
        event = get_object_or_404(Event, slug=event_slug)
        return at_venue(event, view, request, event)

    return door


def page(request: HttpRequest, template: str, event: Event, *, status: int = 200, **context: Any) -> HttpResponse:
    """A page of the reporter's side."""
    frame = {
        "event": event, "numbers": event.ring, "urgent": event.numbers, "care": event.care, "leave_url": event.leave_url
    }  # fmt: skip
    return render(request, f"reporter/receive/{template}.html", {**frame, **context}, status=status)


def with_fresh(request: HttpRequest, **hidden: str) -> QueryDict:
    """What was typed, with new values for hidden fields that are not to be trusted."""
    data = request.POST.copy()
    for name, value in hidden.items():
        data[name] = value
    return data


def from_elsewhere(request: HttpRequest) -> bool:
    """Whether another website sent this form."""
    origin = request.headers.get("Origin", "null")
    known = origin in ("null", *settings.CSRF_TRUSTED_ORIGINS) or origin.partition("://")[2] == request.get_host()
    return not known or request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
