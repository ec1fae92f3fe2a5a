"""What people see when something cannot be done: a sentence, never a trace."""

import logging

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template

log = logging.getLogger("trivet.web")


def damaged(request: HttpRequest) -> HttpResponse:
    """Something sealed does not open: nothing of it is shown."""
    return render(request, "damaged.html", status=409)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """More than is taken at once, or nothing that a form would send."""
    too_much = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    return render(request, "413.html" if too_much else "400.html", status=413 if too_much else 400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing is read of what was sent here: Django's own page would fail on a broken form."""
    return render(request, "404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Something that nobody thought of: the log has its kind and its place, the page has neither."""
    log.error("page-failed", exc_info=True)
    return HttpResponse(get_template("500.html").render(), status=500)
