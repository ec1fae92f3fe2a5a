"""The page that takes a report down, whoever may open it: the form, what can go wrong, and the words to hand on."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from trivet.access import duty, holding
from trivet.models import Event
from trivet.web.reporter.sending import Send, try_to_send

from . import phones
from .forms import TakeDownForm


def form_page(
    request: HttpRequest,
    event: Event,
    send: Send,
    *,
    form_class: type[TakeDownForm] = TakeDownForm,
    **frame: Any,
) -> HttpResponse:
    """Show the form; once it was sent, only that it was. ``send`` is the use case, but for what was typed."""
    now = timezone.now()
    people = holding.everybody(event, now)
    sent = request.POST if request.method == "POST" else None
    form = form_class(sent, people=people)
    frame = {
        **frame, **phones.frame_for(event, people), **phones.to_write_oneself(event), "event": event, "form": form,
        "people": people, "urgent": event.numbers, "numbers": event.ring, "duty": duty.shown(event, now),
    }  # fmt: skip
    if sent is None:
        return render(request, "team/receive/take_down.html", frame)
    done = try_to_send(request, event, form, send, at=now)
    if isinstance(done, dict):
        return render(request, "team/receive/take_down.html", {**frame, **done}, status=done["status"])
    frame |= {"receipt": done, "at": now, "danger": form.says_danger}
    return render(request, "team/receive/taken_down.html", frame)
