"""Pages for everybody: the front door, whether the server lives."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from trivet.models import Event


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Where to report, and where the team signs in."""
    if request.member:  # type: ignore[attr-defined]
        return redirect("/cases/")
    events = list(Event.objects.order_by("-starts"))
    return render(request, "front.html", {"events": events})


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")
