"""A link for everybody who helps today, on paper or from one telephone to the next."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from trivet.access import day_links
from trivet.models import Event
from trivet.web.pictures import picture_of

from .door import of_event


@require_http_methods(["GET", "HEAD", "POST"])
@of_event()
def day_link(request: HttpRequest, event: Event) -> HttpResponse:
    """Make a link, which is shown once, or end one now."""
    now, by = timezone.now(), request.unlocked  # type: ignore[attr-defined]
    context: dict[str, Any] = {"event": event}
    if request.method == "POST" and request.POST.get("end", "").isdecimal():
        day_links.end(event, int(request.POST["end"][:18]), by=by, at=now)
        return redirect(request.path)
    if request.method == "POST":
        link, token = day_links.make(event, by=by, at=now)
        address = f"{settings.PUBLIC_URL}/day/{token}/"
        context |= {"made": link, "address": address, "picture": picture_of(address)}
    return render(request, "team/prepare/day_link.html", {**context, "links": day_links.working(event, at=now)})
