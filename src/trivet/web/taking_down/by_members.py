"""For everybody with an account and a role at the event."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from trivet.access import Denied, taking_down
from trivet.process import receive
from trivet.vault import VaultError
from trivet.web.errors import damaged
from trivet.web.unlocked import signed_in

from .sending import form_page


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def take_down(request: HttpRequest, event_slug: str) -> HttpResponse:
    """Write down what somebody told you; below it stands when you sent something, and nothing of it."""
    writer = request.unlocked  # type: ignore[attr-defined]
    try:
        event = taking_down.event_for(writer, event_slug, at=timezone.now())
    except Denied:
        raise Http404 from None
    try:
        with timezone.override(event.zone):
            send = partial(receive.take_down, by=writer.member)
            return form_page(request, event, send, sent_before=partial(taking_down.sent_by, writer, event))
    except VaultError:
        return damaged(request)
