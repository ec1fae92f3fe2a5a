"""The page that takes a report down, whoever may open it: the form, what can go wrong, and the words to hand on."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from trivet.access import Denied, holding
from trivet.models import Event
from trivet.process.receive import NobodyMayRead, OnlyOutside, Receipt
from trivet.vault.codes import new_form_secret
from trivet.web.pictures import picture_of
from trivet.web.reporter.door import from_elsewhere, with_fresh

from .forms import TakeDownForm


def form_page(
    request: HttpRequest,
    event: Event,
    send: Callable[..., Receipt],
    *,
    form_class: type[TakeDownForm] = TakeDownForm,
    **frame: Any,
) -> HttpResponse:
    """Show the form; once it was sent, only that it was. ``send`` is the use case, but for what was typed."""
    now = timezone.now()
    people = holding.everybody(event, now)
    sent = request.POST if request.method == "POST" else None
    form = form_class(sent, people=people)
    address = f"{settings.PUBLIC_URL}/{event.slug}/report/"
    frame = {
        **frame, "event": event, "form": form, "people": people, "urgent": event.numbers, "numbers": event.ring,
        "address": address, "picture": picture_of(address),
    }  # fmt: skip

    def page(status: int, **more: Any) -> HttpResponse:
        return render(request, "team/receive/take_down.html", {**frame, **more}, status=status)

    def asked_again() -> HttpResponse:
        """Everything typed is there, under a new secret: whoever chose the old one could read the answer."""
        fresh = form_class(with_fresh(request, secret=new_form_secret()), people=people)
        return page(403, elsewhere=True, form=fresh)

    if sent is not None and (from_elsewhere(request) or "secret" in form.errors):
        return asked_again()
    if not form.is_valid():
        return page(422 if form.is_bound else 200)
    try:
        receipt = send(
            event, account=form.account, leave_out=form.left_out, shown=form.shown,
            form_secret=form.cleaned_data["secret"], at=now,
        )  # fmt: skip
    except NobodyMayRead:
        return page(409, nobody_left=True)
    except OnlyOutside as outside:
        return page(409, outside=outside.members)
    except Denied:  # the form's secret belongs to another event
        return asked_again()
    done = {
        **frame, "receipt": receipt, "at": now, "danger": form.cleaned_data["in_danger"] in ("yes", "unsure"),
        "return_url": f"{settings.PUBLIC_URL}/{event.slug}/return/",
    }  # fmt: skip
    return render(request, "team/receive/taken_down.html", done)
