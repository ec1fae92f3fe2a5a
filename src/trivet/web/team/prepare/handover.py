"""Handing an event over: new people name their conflicts, then each case goes to those who may have it."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trivet.access import ChangedMeanwhile
from trivet.access import handover as access
from trivet.access.handover import Declared, Hands
from trivet.models import Event
from trivet.process import handover as process
from trivet.process.gates import Refused
from trivet.web.team.step import guidance
from trivet.web.team.turning import number

from .door import of_event
from .handover_forms import ConflictsForm, HandingForm, case_id, cases_in

READ_AND_SEND = ["GET", "HEAD", "POST"]


@require_http_methods(READ_AND_SEND)
@of_event()
def conflicts(request: HttpRequest, event: Event) -> HttpResponse:
    """Somebody who takes over says with whom they have a conflict, before they hold anything."""
    now, who = timezone.now(), request.unlocked  # type: ignore[attr-defined]
    form = ConflictsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        access.declare(who, event, names=form.cleaned_data["names"], at=now)
        return redirect(request.path)
    context = {
        "event": event, "form": form, "said_at": access.declared_at(who.member, event, at=now),
        "guidance_pages": guidance(("prepare", "taking-over")),
    }  # fmt: skip
    return render(request, "team/prepare/taking_over.html", context, status=422 if form.is_bound else 200)


@require_http_methods(READ_AND_SEND)
@of_event()
def hand_over(request: HttpRequest, event: Event) -> HttpResponse:
    """The cases in the reader's hands, some a page: who holds each from now on."""
    now, who = timezone.now(), request.unlocked  # type: ignore[attr-defined]
    declared = access.declared(who, event, at=now)
    if request.method != "POST":
        hands = access.in_hands(who, event, after=case_id(request.GET.get("after")), at=now)
        forms = [HandingForm(process.propose(case, declared, at=now)) for case in hands.cases]
        return _show(request, event, declared, hands, forms, of=number(request.GET.get("of")))
    last, of = case_id(request.POST.get("last")), number(request.POST.get("of"))
    hands = access.these(who, event, cases_in(request.POST), last=last, at=now)
    shown = [HandingForm(process.propose(case, declared, at=now), request.POST) for case in hands.cases]
    again = [form for form in shown if not _done(form, declared)]
    if again:
        return _show(request, event, declared, hands, again, of=of, status=409)
    query = QueryDict(mutable=True)
    query.update({"of": str(of), **({"after": str(last)} if last else {})})
    return redirect(f"{request.path}?{query.urlencode()}")


def _done(form: HandingForm, declared: Declared) -> bool:
    """Whether a case is now with those who were ticked; else the form says why not."""
    if not form.is_valid():
        return False
    try:
        process.hand_over(form.case, declared, **form.cleaned_data, at=timezone.now())
    except Refused as refused:
        form.add_error("to", f"{refused.reason} {refused.way_out}")
    except ChangedMeanwhile:
        form.say_again(_("Somebody changed this case meanwhile. Look at it again, then send once more."))
    return form.is_valid()


def _show(
    request: HttpRequest, event: Event, declared: Declared, hands: Hands, forms: list[HandingForm], *, of: int,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    left = len(forms) + hands.damaged + hands.after
    context = {
        "event": event, "forms": forms, "hands": hands, "left": left, "begun": of, "of": max(of, left),
        "done": max(of - left, 0), "answered": list(declared),
        "silent": access.silent(request.unlocked, event, declared, at=timezone.now()),  # type: ignore[attr-defined]
        "guidance_pages": guidance(("prepare", "handing-over")),
    }  # fmt: skip
    return render(request, "team/prepare/hand_over.html", context, status=status)
