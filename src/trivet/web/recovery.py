"""A lost password, and the code that opens one's keys without it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from trivet.access import accounts
from trivet.access.sign_in import WrongSignIn
from trivet.access.slots import WeakPassword

from .account import WEAK, NewPasswordForm, email_field, secret_field
from .fields import Words
from .slowly import TOO_MANY_REQUESTS, WAIT, WaitALittle, attempt
from .unlocked import to_sign_in

WRONG = _("This address and this recovery code do not belong together. Please look at both once more.")
NOT_YOURS = _("This is not your password. Please type it again.")


class RecoverForm(NewPasswordForm):
    email = email_field()
    recovery_code = Words(
        label=_("Your recovery code"), longest=500, help_text=_("Seven words; capitals and hyphens do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )  # fmt: skip
    field_order = ("email", "recovery_code", "new", "again")


class RenewForm(forms.Form):
    password = secret_field(_("Your password"), "current-password")


@require_http_methods(["GET", "HEAD", "POST"])
def recover(request: HttpRequest) -> HttpResponse:
    """Open one's keys with the recovery code, under a new password; the next code is shown once."""
    form = RecoverForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        typed = form.cleaned_data
        try:
            with attempt(request, "recovery", typed["email"], counts=WrongSignIn):
                code = accounts.recover(
                    email=typed["email"], code=typed["recovery_code"], new=typed["new"], at=timezone.now()
                )
            return render(request, "team/prepare/recovery_code.html", {"code": code, "recovered": True})
        except WrongSignIn:
            form.add_error("recovery_code", WRONG)
        except WaitALittle:
            status = TOO_MANY_REQUESTS
            form.add_error("recovery_code", WAIT)
        except WeakPassword as weak:
            form.add_error("new", WEAK[str(weak)])
    return render(request, "team/prepare/recover.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def renew(request: HttpRequest) -> HttpResponse:
    """Another recovery code; the one before is worth nothing from then on."""
    if not request.unlocked:  # type: ignore[attr-defined]
        return to_sign_in(request)
    form = RenewForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            with attempt(request, "password", str(request.member.id)):  # type: ignore[attr-defined]
                code = accounts.renew_recovery_code(request.unlocked, **form.cleaned_data, at=timezone.now())  # type: ignore[attr-defined]
            return render(request, "team/prepare/recovery_code.html", {"code": code})
        except WrongSignIn:
            form.add_error("password", NOT_YOURS)
        except WaitALittle:
            status = TOO_MANY_REQUESTS
            form.add_error("password", WAIT)
    return render(request, "team/prepare/renew_code.html", {"form": form}, status=status)
