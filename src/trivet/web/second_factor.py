"""The second factor: switched on with a telephone in the hand, switched off with the password."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from trivet.access import second_factor as access
from trivet.access.second_factor import WrongCode
from trivet.access.sign_in import WrongSignIn

from .account import code_field, secret_field
from .pictures import picture_of
from .recovery import NOT_YOURS
from .slowly import TOO_MANY_REQUESTS, WAIT, WaitALittle, attempt
from .unlocked import WRONG_CODE, to_sign_in


class OffForm(forms.Form):
    password = secret_field(_("Your password"), "current-password")


class OnForm(OffForm):
    secret = forms.RegexField(regex=r"\A[A-Z2-7]{32}\Z", widget=forms.HiddenInput)
    code = code_field()
    field_order = ("secret", "code", "password")


@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """One page for both: what it offers follows from what is there. Every session ends with a change."""
    unlocked = request.unlocked  # type: ignore[attr-defined]
    if not unlocked:
        return to_sign_in(request)
    is_on = access.is_on(unlocked.member)
    sent = request.POST if request.method == "POST" else None
    form = OffForm(sent) if is_on else OnForm(sent, initial={"secret": access.new_secret()})
    status = 422 if form.is_bound else 200
    if "secret" in form.errors:  # not from a page of ours
        return redirect(request.path)
    if form.is_valid():
        change = access.switch_off if is_on else access.switch_on
        try:
            with attempt(request, "password", str(unlocked.member.id)):
                change(unlocked, **form.cleaned_data, at=timezone.now())
            return redirect("/sign-in/")
        except WrongCode:
            form.add_error("code", WRONG_CODE)
        except WrongSignIn:
            form.add_error("password", NOT_YOURS)
        except WaitALittle:
            status = TOO_MANY_REQUESTS
            form.add_error("password", WAIT)
    context = {"form": form, "is_on": is_on}
    if not is_on:
        secret = str(form["secret"].value())
        link = access.uri(unlocked.member, secret)
        spaced = " ".join(secret[i : i + 4] for i in range(0, len(secret), 4))
        context |= {"link": link, "picture": picture_of(link), "secret": spaced}
    return render(request, "team/prepare/second_factor.html", context, status=status)
