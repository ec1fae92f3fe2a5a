"""Receive: the report form, and the way back."""

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_http_methods, require_safe

from trivet.access import Denied, duty, holding, threads
from trivet.access.threads import OpenThread
from trivet.models import Event
from trivet.process import receive
from trivet.process.receive import Receipt
from trivet.vault.codes import new_form_secret
from trivet.vault.words import LONGEST
from trivet.web import slowly

from .conversation import seen_at, spoken
from .door import for_everybody, from_elsewhere, page, with_fresh
from .forms import MessageForm, ReportForm, ReturnForm
from .sending import try_to_send

# The page may ask its own server whether it can be reached, before it lets go of what was written.
asks_first: Callable[..., Any] = csp_update({"connect-src": [SELF]})


@require_safe
@for_everybody
def event(request: HttpRequest, event: Event) -> HttpResponse:
    """What somebody can do here, and whom they can ring instead."""
    return page(request, "event", event, duty=duty.shown(event, timezone.now()))


@require_http_methods(["GET", "HEAD", "POST"])
@asks_first
@for_everybody
def report(request: HttpRequest, event: Event) -> HttpResponse:
    """The report form; answered with the seven words."""
    now = timezone.now()
    people = holding.everybody(event, now)
    form = ReportForm(*_sent(request), people=people)
    usual = holding.choose_holders(people, [])
    context: dict[str, Any] = {"form": form, "readers": usual, "people": people, "duty": duty.shown(event, now)}
    if not form.is_bound:
        return page(request, "report", event, **context)
    done = try_to_send(request, event, form, partial(_submit, form), at=now)
    if isinstance(done, dict):
        return page(request, "report", event, **{**context, "readers": done.get("outside", usual), **done})
    thanks: dict[str, Any] = {
        "code": done.code, "holders": done.holders, "people": people, "usual": usual, "earlier": done.earlier,
        "return_url": request.build_absolute_uri(f"/{event.slug}/return/"),
        "danger": form.says_danger,
    }  # fmt: skip
    return page(request, "thanks", event, **thanks)


def _submit(form: ReportForm, event: Event, **typed: Any) -> Receipt:
    """What a program may have sent is marked, and takes a moment."""
    program = bool(form.cleaned_data["homepage"])
    if program:
        slowly.hold_up()
    return receive.submit_report(event, perhaps_a_program=program, **typed)


def _sent(request: HttpRequest) -> tuple[QueryDict, MultiValueDict[str, UploadedFile]] | tuple[()]:
    """The form as it was sent; a program that posts the fields alone, without a page of ours, gets a secret."""
    if request.method != "POST":
        return ()
    fresh = with_fresh(request, secret=new_form_secret())
    return request.POST if "secret" in request.POST else fresh, request.FILES


@require_http_methods(["GET", "HEAD", "POST"])
@asks_first
@for_everybody
def come_back(request: HttpRequest, event: Event) -> HttpResponse:
    """The code opens the conversation; each form on it carries the code again, so no cookie does."""
    form = ReturnForm(request.POST if request.method == "POST" else None)
    typed = {"form": form, "message": request.POST.get("message", "")}
    if request.method == "POST" and from_elsewhere(request):  # words that somebody else knows: they could read on
        return page(request, "return", event, status=403, elsewhere=True, **{**typed, "form": ReturnForm()})
    if not form.is_valid():
        return page(request, "return", event, status=422 if form.is_bound else 200, **typed)
    code = form.cleaned_data["return_code"]
    try:
        return _conversation(request, event, threads.open_thread(code, event=event), code)
    except Denied:
        status = slowly.wrong(request, "return")
        if len(code) > LONGEST:
            typed["form"] = ReturnForm(with_fresh(request, return_code=code[:LONGEST]))  # no code is longer
        return page(request, "return", event, status=status, wrong=True, slower=status != 404, **typed)


def _conversation(request: HttpRequest, event: Event, thread: OpenThread, code: str) -> HttpResponse:
    fresh, sent = MessageForm(initial={"once": uuid.uuid4()}), False
    if "look" in request.POST:  # what somebody has begun stays in the box
        fresh = MessageForm(initial={name: request.POST.get(name) for name in ("once", "message", "goes_on")})
    elif "message" in request.POST:
        form = MessageForm(request.POST, request.FILES)
        if "once" in form.errors:  # not from a page of ours, which would have told a second sending from the first
            form = MessageForm(with_fresh(request, once=str(uuid.uuid4())), request.FILES)
        if not form.is_valid():
            return _thread_page(request, event, thread, code, form, status=422)
        sent = True
        receive.write_message(
            thread,
            text=form.cleaned_data["message"],
            once=str(form.cleaned_data["once"]),
            goes_on=form.cleaned_data["goes_on"],
            files=form.cleaned_data["attachments"],
            at=timezone.now(),
        )
        thread = threads.open_thread(code, event=event)
    return _thread_page(request, event, thread, code, fresh, sent=sent)


def _thread_page(
    request: HttpRequest,
    event: Event,
    thread: OpenThread,
    code: str,
    form: MessageForm,
    *,
    sent: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {
        "thread": spoken(thread), "opened": seen_at(thread), "closed": thread.case.closed_month is not None,
        "holders": thread.holders(timezone.now()), "held": thread.is_held(timezone.now()), "code": code,
    }  # fmt: skip
    return page(request, "thread", event, form=form, sent=sent, status=status, **context)
