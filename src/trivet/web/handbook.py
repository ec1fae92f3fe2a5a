"""The handbook: for everybody with an account, or with a day link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from trivet import handbook
from trivet.access import holding
from trivet.models import Event

from .unlocked import signed_in


@require_safe
@signed_in
def contents(request: HttpRequest) -> HttpResponse:
    """The chapters, and the numbers of the member's events."""
    return contents_page(request, holding.events_of(request.member, timezone.now()))  # type: ignore[attr-defined]


@require_safe
@signed_in
def one_page(request: HttpRequest, step: str, slug: str) -> HttpResponse:
    """One page to read."""
    return text_page(request, step, slug, holding.events_of(request.member, timezone.now()))  # type: ignore[attr-defined]


def contents_page(request: HttpRequest, events: list[Event], *, day: str = "") -> HttpResponse:
    """The eight chapters and their pages. ``day`` is the address of a day link, below which it all lies."""
    chapters = [
        {
            "index": handbook.page(step, "index"),
            "pages": [p for p in handbook.pages() if p.step == step and p.slug != "index"],
        }
        for step in handbook.STEPS
    ]
    context = {"chapters": chapters, "events": events, "day": day}
    return render(request, "team/handbook/contents.html", context)


def text_page(request: HttpRequest, step: str, slug: str, events: list[Event], *, day: str = "") -> HttpResponse:
    """One page, with numbers where it asks for them."""
    try:
        page = handbook.page(step, slug)
    except handbook.NoSuchPage:
        raise Http404 from None
    context = {
        "page": page, "html": page.html.replace('href="/', f'href="{day}') if day else page.html, "day": day,
        "events": events if page.ring else [],
    }  # fmt: skip
    return render(request, "team/handbook/page.html", context)
