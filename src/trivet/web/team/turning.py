"""New keys for what somebody held who left: a few cases a request, and how far it has come in between."""

from time import monotonic

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from trivet.access import turning as access
from trivet.process import retain
from trivet.web.unlocked import signed_in

from .step import guidance

SECONDS = 3  # of one request, until the page shows how far it has come


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def turning(request: HttpRequest) -> HttpResponse:
    """Those of the reader's cases that somebody held who may not any more: the keys of each are turned."""
    who, now = request.unlocked, timezone.now()  # type: ignore[attr-defined]
    waiting = access.stale(who, at=now)
    if request.method == "POST":
        total, end = max(number(request.POST.get("of")), len(waiting)), monotonic() + SECONDS
        turned = retain.turn_some(who, enough=lambda: monotonic() > end, at=now)
        return redirect(_page(total, stuck=bool(waiting) and not turned) if total else "/cases/")
    total = number(request.GET.get("of"))
    if not total and not waiting:
        return redirect("/cases/")
    context = {
        "waiting": waiting, "begun": total, "of": max(total, len(waiting)), "done": max(total - len(waiting), 0),
        "stuck": "stuck" in request.GET and waiting, "guidance_pages": guidance(("retain", "turning")),
    }  # fmt: skip
    return render(request, "team/retain/turning.html", context)


def then_turn(request: HttpRequest, *, otherwise: str) -> HttpResponse:
    """After somebody left: on to the keys of what they and the reader held, or where there is nothing to turn."""
    waiting = access.stale(request.unlocked, at=timezone.now())  # type: ignore[attr-defined]
    return redirect(_page(len(waiting)) if waiting else otherwise)


def _page(total: int, *, stuck: bool = False) -> str:
    return f"/turning/?of={total}{'&stuck=1' if stuck else ''}"


def number(text: str | None) -> int:
    """How many cases an address or a hidden field speaks of; 0 for anything else."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 7 else 0
