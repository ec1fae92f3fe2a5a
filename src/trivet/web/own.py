"""One's own account: the six words of one's keys, the ways in, and the names one goes by."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from trivet.access import accounts, attestation, second_factor, sign_in
from trivet.access.sign_in import WrongSignIn

from .account import secret_field
from .fields import Lines
from .recovery import NOT_YOURS
from .slowly import TOO_MANY_REQUESTS, WAIT, WaitALittle, attempt
from .unlocked import signed_in, to_sign_in


class NamesForm(forms.Form):
    """By which names a report may mean this person; it is then kept from them."""

    aliases = Lines(label=_("Other names that people call you by"), required=False, help_text=_("One a line."))
    handles = Lines(
        label=_("What you are called online"),
        required=False,
        help_text=_("One a line. A report that names you by any of these is not shown to you."),
    )


class EverywhereForm(forms.Form):
    password = secret_field(_("Your password"), "current-password")


@require_safe
@signed_in
def account(request: HttpRequest) -> HttpResponse:
    """What there is, and what is missing."""
    member = request.member  # type: ignore[attr-defined]
    context = {
        "six_words": attestation.six_words(member),
        "attested": attestation.is_attested(member),
        "second_factor": second_factor.is_on(member),
        "has_code": accounts.has_recovery_code(member),
        "sessions": sign_in.sessions_of(member, at=timezone.now()),
    }
    return render(request, "team/prepare/account.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def names(request: HttpRequest) -> HttpResponse:
    """Change the names that are compared with what reporters write."""
    member = request.member  # type: ignore[attr-defined]
    initial = {"aliases": member.aliases, "handles": member.handles}
    form = NamesForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        accounts.change_names(member, **form.cleaned_data, at=timezone.now())
        return redirect("/account/")
    return render(request, "team/prepare/names.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest) -> HttpResponse:
    """End every session, this one too: a telephone was lost, or a browser left open somewhere."""
    unlocked = request.unlocked  # type: ignore[attr-defined]
    if not unlocked:
        return to_sign_in(request)
    form = EverywhereForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            with attempt(request, "password", str(unlocked.member.id)):
                sign_in.sign_out_everywhere(unlocked, **form.cleaned_data, at=timezone.now())
            return redirect("/sign-in/")
        except WrongSignIn:
            form.add_error("password", NOT_YOURS)
        except WaitALittle:
            status = TOO_MANY_REQUESTS
            form.add_error("password", WAIT)
    context = {"form": form, "sessions": sign_in.sessions_of(unlocked.member, at=timezone.now())}
    return render(request, "team/prepare/sessions.html", context, status=status)
