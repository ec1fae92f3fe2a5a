"""What people see when something cannot be done: a sentence, never a trace."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def damaged(request: HttpRequest) -> HttpResponse:
    """Something sealed does not open: nothing of it is shown."""
    return render(request, "damaged.html", status=409)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)
