"""What a holder began to write on a page of a case: kept while they type, offered when they come back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from csp.constants import SELF
from csp.decorators import csp_update
from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import resolve
from django.utils import timezone
from django.views.decorators.http import require_POST

from trivet.access import Denied, drafts
from trivet.access.drafts import Begun
from trivet.web.unlocked import signed_in

# The page may send what stands in its form to its own server, and nobody else.
keeping_drafts: Callable[..., Any] = csp_update({"connect-src": [SELF]})
OURS = ("csrfmiddlewaretoken", "seen", "page", "as_it_is")
LONGEST_PATH = 200


@require_POST
@signed_in
def keep(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The page sends what stands in its form every few seconds; a button throws it away."""
    page, reader = request.POST.get("page", ""), request.unlocked  # type: ignore[attr-defined]
    if not page.startswith(f"/cases/{case_id}/") or len(page) > LONGEST_PATH:
        raise Http404
    resolve(page)
    if "discard" in request.POST:
        drafts.drop(reader, page)
        return redirect(page)
    fields = {name: [*map(str, values)] for name, values in request.POST.lists() if name not in OURS}
    try:
        drafts.keep(reader, case_id, page, fields, at=timezone.now())
    except Denied:
        raise Http404 from None
    return HttpResponse(status=204)


def take_up(form: forms.Form, begun: Begun) -> None:
    """Let a form that nobody has sent yet show what had been begun; a box that was not ticked is not."""
    for name, field in form.fields.items():
        several = isinstance(field, forms.MultipleChoiceField)
        if name in begun.fields and name not in OURS:
            form.initial[name] = begun.fields[name] if several else begun.fields[name][-1]
        elif several or isinstance(field, forms.BooleanField):
            form.initial[name] = [] if several else False
