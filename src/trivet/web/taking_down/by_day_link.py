"""For helpers without an account: what a day link opens, and what it says once it has ended."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial, wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from trivet.access import Denied, day_links
from trivet.models import DayLink, Event
from trivet.process import receive
from trivet.web import handbook, slowly
from trivet.web.fields import Words
from trivet.web.venue import at_venue

from . import phones
from .forms import DayLinkForm
from .sending import form_page

LinkView = Callable[..., HttpResponse]


def with_link(view: LinkView, *, takes: timedelta = day_links.TAKES) -> LinkView:
    """Give the view the link, and its address as ``day``, while it works; later, say kindly what to do.

    What is sent is taken for a while longer.
    """

    @csrf_exempt  # the form carries a secret of its own, so that it never expires
    @wraps(view)
    def door(request: HttpRequest, token: str, **kwargs: object) -> HttpResponse:
        try:
            link = day_links.find(token)
        except Denied:
            return _ended(request, status=slowly.wrong(request, "day"))
        lasts = takes if request.method == "POST" else timedelta()
        if timezone.now() >= link.ends_at + lasts:
            return at_venue(link.event, _ended, request, status=410, event=link.event)
        return at_venue(link.event, view, request, link, day=f"/day/{token}/", **kwargs)

    return door


@require_http_methods(["GET", "HEAD", "POST"])
@phones.with_worker
@with_link
def take_down(request: HttpRequest, link: DayLink, *, day: str) -> HttpResponse:
    """Write down what somebody told you."""
    return form_page(request, link.event, receive.submit_report, form_class=DayLinkForm, day=day)


@require_safe
@phones.with_worker
@with_link
def shell(request: HttpRequest, link: DayLink, *, day: str) -> HttpResponse:
    """The page for a telephone to keep; nothing of the link stands in it."""
    return phones.shell(request, link.event, form_class=DayLinkForm)


@require_POST
@partial(with_link, takes=day_links.KEPT)
def sealed(request: HttpRequest, link: DayLink, *, day: str) -> HttpResponse:
    """What a telephone kept is taken for as long as the link is known at all."""
    return phones.sealed(request, link.event)


@require_safe
@with_link
def contents(request: HttpRequest, link: DayLink, *, day: str) -> HttpResponse:
    """The handbook's chapters."""
    return handbook.contents_page(request, [link.event], day=day)


@require_safe
@with_link
def one_page(request: HttpRequest, link: DayLink, *, day: str, step: str, slug: str) -> HttpResponse:
    """One page of the handbook."""
    return handbook.text_page(request, step, slug, [link.event], day=day)


def _ended(request: HttpRequest, *, status: int, event: Event | None = None) -> HttpResponse:
    """Whatever was typed is there to be read out or written off; what a phone kept still goes."""
    form = DayLinkForm(request.POST, people=[])
    typed = [(field.label, field.value()) for field in form if isinstance(field.field, Words) and field.value()]
    context: dict[str, Any] = {"event": event, "typed": typed}
    if event:
        context |= {**phones.frame_for(event, []), "urgent": event.numbers, "numbers": event.ring}
    return render(request, "team/receive/day_link_ended.html", context, status=status)
