"""Before a meeting: the agenda, on a page for those who hold the case, and on paper for the table."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from trivet.access import holding
from trivet.access.cases import OpenCase
from trivet.models.report import EXCLUDED, LEFT_OUT, NAMED, STEPPED_BACK
from trivet.process.agenda import Agenda, agenda
from trivet.process.steps import step_for

from .cases import shown
from .door import opened
from .on_paper import roles, without_names
from .step import guidance

KEPT = {
    LEFT_OUT: _("left out by the reporter"), NAMED: _("may be named in the report"), STEPPED_BACK: _("stepped back"),
    EXCLUDED: _("excluded: a conflict"),
}  # fmt: skip
SIDE = {
    "heard": _("heard"), "declined": _("did not want to say anything"), "deferred": _("will be told later"),
    "unknown": _("could not be identified"), "none": _("is not told"),
}  # fmt: skip


@require_safe
@opened
def page(request: HttpRequest, case: OpenCase) -> HttpResponse:
    """The four questions, and what has to be known before they are asked."""
    if case.destroyed:
        return redirect(f"/cases/{case.case.id}/")
    now, prepared = timezone.now(), agenda(case)
    names, called = holding.names(set(prepared.kept)), roles(case, now)
    before = [step_for(duty, case.file, by=case.by) for duty in prepared.before]
    context = {
        **_frame(case, prepared, now),
        "kept": [(names[id_], KEPT[why]) for id_, why in prepared.kept.items() if id_ in names],
        "people": [(member, called[str(member.id)]) for member in prepared.holders],
        "owed_list": [{**shown(step, case, now), "why": ""} for step in before],
        "guidance_pages": guidance(("decide", "meeting"), ("decide", "conflict")),
    }
    return render(request, "team/decide/agenda.html", context)


@require_safe
@opened
def on_paper(request: HttpRequest, case: OpenCase) -> HttpResponse:
    """The same to print: roles for people, room to write, and what a meeting answered already."""
    if case.destroyed:
        return redirect(f"/cases/{case.case.id}/")
    now, prepared = timezone.now(), agenda(case)
    called = roles(case, now)
    said, last = without_names(case, called), prepared.last
    context = {
        **_frame(case, prepared, now),
        "people": list(called.values()),
        "carrier_called": called[str(prepared.carrier.id)] if prepared.carrier else "",
        "answers": [said(text) for text in (last.what_happened, last.doing, last.who_does)] if last else [],
        "tasks": [(said(task.what), called.get(task.owner, ""), task.due) for task in prepared.tasks],
    }
    return render(request, "team/decide/on_paper.html", context)


def _frame(case: OpenCase, prepared: Agenda, now: datetime) -> dict[str, Any]:
    heard = prepared.hearing
    return {
        "case": case, "file": case.file, "event": case.case.event, "agenda": prepared, "now": now,
        "side": SIDE[heard.way] if heard else "",
    }  # fmt: skip
