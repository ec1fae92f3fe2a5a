"""Pages of an event keep the time of its venue, and say so when something sealed does not open."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from trivet.models import Event
from trivet.vault import VaultError

from .errors import damaged


def at_venue(
    here: Event, /, view: Callable[..., HttpResponse], request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponse:
    """What a view answers, in the event's own time."""
    try:
        with timezone.override(here.zone):
            return view(request, *args, **kwargs)
    except VaultError:
        return damaged(request)
