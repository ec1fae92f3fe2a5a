"""The handbook: for everybody with an account."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from trivet import handbook
from trivet.access import holding

from .unlocked import signed_in

CARD = ("prepare", "emergency-card")  # the page below which the numbers of the member's events stand


@require_safe
@signed_in
def contents(request: HttpRequest) -> HttpResponse:
    """The eight chapters and their pages, and the numbers of the member's events."""
    chapters = [
        {
            "index": handbook.page(step, "index"),
            "pages": [p for p in handbook.pages() if p.step == step and p.slug != "index"],
        }
        for step in handbook.STEPS
    ]
    events = holding.events_of(request.member, timezone.now())  # type: ignore[attr-defined]
    context = {"chapters": chapters, "events": events}
    return render(request, "team/handbook/contents.html", context)


@require_safe
@signed_in
def one_page(request: HttpRequest, step: str, slug: str) -> HttpResponse:
    """One page to read."""
    try:
        page = handbook.page(step, slug)
    except handbook.NoSuchPage:
        raise Http404 from None
    context: dict[str, object] = {"page": page}
    if (step, slug) == CARD:
        context["events"] = holding.events_of(request.member, timezone.now())  # type: ignore[attr-defined]
    return render(request, "team/handbook/page.html", context)
