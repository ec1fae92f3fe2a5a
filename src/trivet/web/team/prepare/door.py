"""The door to an event's own pages: for its team, or for its chairs alone."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from trivet.access import Denied
from trivet.access.organising import event_for
from trivet.models import TEAM, Role
from trivet.web.unlocked import signed_in

EventView = Callable[..., HttpResponse]


def of_event(roles: tuple[Role, ...] = TEAM) -> Callable[[EventView], EventView]:
    """Give the view the event that its address names; whoever may not look after it finds nothing there."""

    def wrap(view: EventView) -> EventView:
        @signed_in
        @wraps(view)
        def door(request: HttpRequest, event_slug: str, **kwargs: object) -> HttpResponse:
            try:
                event = event_for(request.unlocked, event_slug, at=timezone.now(), roles=roles)  # type: ignore[attr-defined]
            except Denied:
                raise Http404 from None
            with timezone.override(event.zone):
                return view(request, event, **kwargs)

        return door

    return wrap
