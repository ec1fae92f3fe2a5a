"""After a restore: what people say changed since the backup, before cases open again."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from trivet.access import ChangedMeanwhile, Denied, restored
from trivet.access.restored import Closed
from trivet.models import Member, Membership, Restoration, Role
from trivet.process import restored as use_cases
from trivet.process.gates import Refused
from trivet.web.fields import Choice
from trivet.web.unlocked import signed_in

from .step import guidance

HERE, LEFT, LOST = "here", "left", "lost"


class PeopleForm(forms.Form):
    """Each who could hold cases then, but for the reader: here as before, gone, or with keys that were lost."""

    def __init__(self, then: list[Membership], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = [membership.member for membership in then]
        choices = [(HERE, _("Here, as before")), (LEFT, _("Has left")), (LOST, _("Here, but with new keys"))]
        for member in self.people:
            self.fields[str(member.pk)] = Choice(label=member.name, choices=choices)

    def those(self, answer: str) -> list[Member]:
        return [member for member in self.people if self.cleaned_data[str(member.pk)] == answer]


class ConflictsForm(forms.Form):
    optional_said_once = True
    conflicts = forms.MultipleChoiceField(
        label=_("Who may not hold this case any more?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Also yourself, if you had stepped back. Nobody? Then leave all of them empty."),
    )  # fmt: skip

    def __init__(self, closed: Closed, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.holders = {str(member.pk): member for member in closed.holders}
        self.fields["conflicts"].choices = [(pk, member.name) for pk, member in self.holders.items()]  # type: ignore[attr-defined]

    def named(self) -> list[Member]:
        return [self.holders[pk] for pk in self.cleaned_data["conflicts"]]


@require_safe
@signed_in
def overview(request: HttpRequest) -> HttpResponse:
    """What waits for the reader's word, and for whose it waits otherwise."""
    who, now = request.unlocked, timezone.now()  # type: ignore[attr-defined]
    if not restored.waits_for(who, at=now):
        return redirect("/cases/")
    unsaid = [_unsaid(request, row) for row in restored.unsaid(who, at=now)]
    lines = [_line(request, closed) for closed in restored.closed_cases(who, at=now)]
    context = {
        "unsaid": unsaid, "lines": lines, "guidance_pages": guidance(("retain", "restored")),
    }  # fmt: skip
    return render(request, "team/retain/restored.html", context)


def one_of(find: Callable[..., Any]) -> Callable[..., Any]:
    """Give the view what its address names; whoever has no say in it finds nothing there."""

    def wrap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @require_http_methods(["GET", "HEAD", "POST"])
        @signed_in
        def door(request: HttpRequest, **named: Any) -> HttpResponse:
            try:
                found = find(request.unlocked, *named.values(), at=timezone.now())  # type: ignore[attr-defined]
            except Denied:
                raise Http404 from None
            return view(request, found)

        return door

    return wrap


@one_of(restored.restoration_for)
def people(request: HttpRequest, restoration: Restoration) -> HttpResponse:
    """A chair says who left since the backup, and whose keys were lost."""
    now, who = timezone.now(), request.unlocked  # type: ignore[attr-defined]
    then = [row for row in restored.team_then(restoration, at=now) if row.member != who.member]
    form = PeopleForm(then, request.POST if request.method == "POST" else None)
    if form.is_valid():
        with suppress(ChangedMeanwhile):  # the next page says what is left to do
            restored.say_who_left(who, restoration, left=form.those(LEFT), lost_keys=form.those(LOST), at=now)
        return redirect("/restored/")
    context = {
        "form": form, "event": restoration.event, "since": restoration.since,
        "guidance_pages": guidance(("retain", "restored-people")),
    }  # fmt: skip
    with timezone.override(restoration.event.zone):
        return render(request, "team/retain/restored_people.html", context, status=422 if form.is_bound else 200)


@one_of(restored.closed_case)
def conflicts(request: HttpRequest, closed: Closed) -> HttpResponse:
    """Somebody says who may not hold a case any more; the second who does opens it."""
    form, refusal = ConflictsForm(closed, request.POST if request.method == "POST" else None), None
    if form.is_valid():
        who, now = request.unlocked, timezone.now()  # type: ignore[attr-defined]
        try:
            with suppress(ChangedMeanwhile):  # the next page says what is left to do
                use_cases.say_who_has_a_conflict(who, closed, conflicts=form.named(), at=now)
            return redirect("/restored/")
        except Refused as refused:
            refusal = refused
    context = {
        "form": form, "refusal": refusal, "since": closed.case.restoration.since,  # type: ignore[union-attr]
        "line": _line(request, closed), "event": closed.case.event,
        "guidance_pages": guidance(("retain", "restored-conflicts")),
    }  # fmt: skip
    status = 409 if refusal else 422 if form.is_bound else 200
    with timezone.override(closed.case.event.zone):
        return render(request, "team/retain/restored_conflicts.html", context, status=status)


def _unsaid(request: HttpRequest, restoration: Restoration) -> dict[str, Any]:
    event, who, now = restoration.event, request.unlocked, timezone.now()  # type: ignore[attr-defined]
    mine = restored.may_say_who_left(who, event, at=now)
    chairs = [row.member.name for row in restored.team_then(restoration, at=now) if row.role == Role.CHAIR]
    return {"event": event, "since": restoration.since, "mine": mine, "chairs": chairs}


def _line(request: HttpRequest, closed: Closed) -> dict[str, Any]:
    """A closed case as a list shows it; without a code name for a chair who does not hold it."""
    summary = closed.listed.summary if closed.listed else None
    names = {str(member.pk): member.name for member in closed.holders}
    return {
        "url": f"/restored/{closed.case.pk}/",
        "code_name": summary.code_name if summary else None,
        "damaged": closed.is_damaged,
        "holders": list(names.values()),
        "said": [{"who": one.member.name, "out": _named(one.conflicts, names)} for one in closed.said],
        "done": closed.said_by(request.member),  # type: ignore[attr-defined]
    }  # fmt: skip


def _named(ids: list[str], names: dict[str, str]) -> list[str]:
    return [names[pk] for pk in ids if pk in names]
