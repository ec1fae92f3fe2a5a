"""For telephones without a network: the page that one keeps, the script behind it, and what one sends later."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from trivet.access import Denied, holding, phones
from trivet.models import Event, Membership
from trivet.process.phones import Part, take_in
from trivet.process.receive import NobodyMayRead
from trivet.vault.codes import FORM_SECRET
from trivet.web.pictures import picture_of
from trivet.web.reporter.door import from_elsewhere

from .forms import TakeDownForm

# The page may start its worker and ask its own server; the one policy gives that worker's address, and no markup.
with_worker: Callable[..., Any] = csp_replace(
    {"worker-src": [SELF], "connect-src": [SELF], "trusted-types": ["worker"]}
)


@require_safe
@with_worker
def worker(request: HttpRequest, event_slug: str = "") -> HttpResponse:
    """The script that answers below its own address, and nowhere else, when there is no network."""
    found = finders.find("trivet/worker.js")
    return HttpResponse(Path(str(found)).read_bytes(), content_type="text/javascript; charset=utf-8")


def frame_for(event: Event, people: list[Membership]) -> dict[str, Any]:
    """What a page needs so that a telephone can seal: ``phone``, and ``outside_people`` to be named."""
    keys = phones.keys(people)
    readers = [
        {"id": str(one.member_id), "role": one.role, "key": b64encode(keys[one.member]).decode()} for one in people
    ]
    return {
        "phone": json.dumps({"event": event.slug, "people": readers}),
        "outside_people": [one for one in people if one.role == "outside"],
        "return_url": f"{settings.PUBLIC_URL}/{event.slug}/return/",
    }


def to_write_oneself(event: Event) -> dict[str, str]:
    """``address`` and ``picture`` of the report form: whoever tells may rather write."""
    address = f"{settings.PUBLIC_URL}/{event.slug}/report/"
    return {"address": address, "picture": picture_of(address)}


def shell(request: HttpRequest, event: Event, *, form_class: type[TakeDownForm] = TakeDownForm) -> HttpResponse:
    """The page as a telephone keeps it: without secret, token, or anything of anybody's report."""
    people = holding.everybody(event, timezone.now())
    form = form_class(people=people)
    context = {
        **frame_for(event, people), **to_write_oneself(event), "event": event, "form": form,
        "urgent": event.numbers, "numbers": event.ring,
    }  # fmt: skip
    return render(request, "team/receive/phone.html", context)


def sealed(request: HttpRequest, event: Event, **by: Any) -> HttpResponse:
    """Take in what a telephone kept: the seven words, or a number that tells its page what to say."""
    secret = request.POST.get("secret", "")
    if from_elsewhere(request):
        return HttpResponse(status=400)
    try:
        if not FORM_SECRET.fullmatch(secret):
            raise ValueError
        receipt = take_in(event, parts=_parts(request), form_secret=secret, at=timezone.now(), **by)
    except (ValueError, Denied):
        return HttpResponse(status=422)
    except NobodyMayRead:
        return HttpResponse(status=409)
    return JsonResponse({"code": receipt.code})


def _parts(request: HttpRequest) -> list[Part]:
    """Raises ``ValueError`` where something is no part."""
    columns = [request.POST.getlist(name) for name in ("member", "key", "sealed")]
    for text in columns[2]:
        b64decode(text, validate=True)
    return [Part(member, b64decode(key), text) for member, key, text in zip(*columns, strict=True)]
