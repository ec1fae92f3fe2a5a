"""For everybody with an account and a role at the event."""

from collections.abc import Callable
from functools import partial, wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from trivet.access import Denied, taking_down
from trivet.models import Event
from trivet.process import receive
from trivet.web.unlocked import signed_in
from trivet.web.venue import at_venue

from . import phones
from .sending import form_page

MemberView = Callable[..., HttpResponse]


def at_event(view: MemberView) -> MemberView:
    """Give the view the event at which the member has a role now."""

    @signed_in
    @wraps(view)
    def door(request: HttpRequest, event_slug: str) -> HttpResponse:
        try:
            event = taking_down.event_for(request.unlocked, event_slug, at=timezone.now())  # type: ignore[attr-defined]
        except Denied:
            raise Http404 from None
        return at_venue(event, view, request, event)

    return door


@require_http_methods(["GET", "HEAD", "POST"])
@phones.with_worker
@at_event
def take_down(request: HttpRequest, event: Event) -> HttpResponse:
    """Write down what somebody told you; below it stands when you sent something, and nothing of it."""
    writer = request.unlocked  # type: ignore[attr-defined]
    send = partial(receive.take_down, by=writer.member)
    return form_page(request, event, send, sent_before=partial(taking_down.sent_by, writer, event))


@require_safe
@phones.with_worker
@at_event
def shell(request: HttpRequest, event: Event) -> HttpResponse:
    """The page for a telephone to keep; nothing of the member stands in it."""
    return phones.shell(request, event)


@csrf_exempt  # the page that a telephone kept has no token; another website's pages are refused by where they come from
@require_POST
@at_event
def sealed(request: HttpRequest, event: Event) -> HttpResponse:
    """What a telephone kept, sent by whoever is signed in there."""
    return phones.sealed(request, event, by=request.member)  # type: ignore[attr-defined]
