"""Sending a report, from whichever page it was written on: the receipt, or what that page says when it comes back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from trivet.access import Denied
from trivet.models import Event
from trivet.process.receive import NobodyMayRead, OnlyOutside, Receipt
from trivet.vault.codes import new_form_secret

from .door import from_elsewhere, with_fresh
from .forms import ReportForm

Send = Callable[..., Receipt]  # submit_report, but for what was typed


def try_to_send(
    request: HttpRequest, event: Event, form: ReportForm, send: Send, *, at: datetime
) -> Receipt | dict[str, Any]:
    """What comes back keeps all that was typed: the status, and what ``parts/came_back.html`` takes."""
    if from_elsewhere(request) or "secret" in form.errors:
        return _asked_again(request, form)
    if not form.is_valid():
        return {"status": 422}
    try:
        return send(
            event, account=form.account, leave_out=form.left_out, shown=form.shown, files=form.attached,
            form_secret=form.cleaned_data["secret"], at=at,
        )  # fmt: skip
    except NobodyMayRead:
        return {"status": 409, "nobody_left": True}
    except OnlyOutside as outside:
        return {"status": 409, "outside": outside.members}
    except Denied:  # the form's secret belongs to another event
        return _asked_again(request, form)


def _asked_again(request: HttpRequest, form: ReportForm) -> dict[str, Any]:
    """Under a new secret: whoever chose the old one could read the conversation."""
    fresh = type(form)(with_fresh(request, secret=new_form_secret()), people=form.people)
    return {"status": 403, "elsewhere": True, "form": fresh}
