"""In which hours somebody would rather hear of nothing."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from trivet.access import accounts

from .fields import Hour
from .unlocked import signed_in


class QuietHoursForm(forms.Form):
    begin = Hour(label=_("From"), required=False)
    end = Hour(label=_("Until"), required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        begin, end = given.get("begin"), given.get("end")
        if self.errors:
            return given
        if (begin is None) != (end is None):
            self.add_error("end" if begin else "begin", _("Please give both hours, or neither."))
        elif begin and begin == end:
            self.add_error("end", _("This is when they begin. Choose another hour, or leave both empty."))
        return given


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def quiet_hours(request: HttpRequest) -> HttpResponse:
    """Change them, or have none."""
    member = request.member  # type: ignore[attr-defined]
    initial = {"begin": member.quiet_from, "end": member.quiet_until}
    form = QuietHoursForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        accounts.keep_quiet(member, **form.cleaned_data)
        return redirect("/account/")
    return render(request, "team/prepare/quiet_hours.html", {"form": form}, status=422 if form.is_bound else 200)
