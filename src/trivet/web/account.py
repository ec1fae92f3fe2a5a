"""Signing in and out, and one's own password."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from trivet.access import accounts
from trivet.access import sign_in as access
from trivet.access.second_factor import WrongCode
from trivet.access.sign_in import WrongSignIn
from trivet.access.slots import WeakPassword

from .slowly import TOO_MANY_REQUESTS, WAIT, WaitALittle, attempt
from .unlocked import COOKIE, WRONG, WRONG_CODE, set_cookie, to_sign_in, try_password

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


def secret_field(label: "str | StrPromise", autocomplete: str) -> forms.CharField:
    """A password: as typed, spaces and all, and never shown again."""
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    missing = gettext_lazy("Please type it in.")
    return forms.CharField(
        label=label, strip=False, max_length=1000, widget=widget, error_messages={"required": missing}
    )


def code_field(**kwargs: Any) -> forms.CharField:
    """Six digits from a telephone, with or without spaces."""
    widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})
    missing = gettext_lazy("Please type the six digits that your telephone shows.")
    return forms.CharField(
        label=gettext_lazy("Code from your telephone"), max_length=40, widget=widget,
        error_messages={"required": missing}, **kwargs,
    )  # fmt: skip


def email_field() -> forms.CharField:
    """The address that somebody signs in with, as they type it."""
    return forms.CharField(
        label=gettext_lazy("E-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
        error_messages={"required": gettext_lazy("Please type your address.")},
    )


class SignInForm(forms.Form):
    email = email_field()
    password = secret_field(gettext_lazy("Password"), "current-password")
    code = code_field(required=False, help_text=gettext_lazy("Only if you have set up a second factor."))


class NewPasswordForm(forms.Form):
    new = secret_field(gettext_lazy("Your new password"), "new-password")
    again = secret_field(gettext_lazy("The new one again"), "new-password")

    def clean_again(self) -> str:
        if self.cleaned_data["again"] != self.cleaned_data.get("new", ""):
            raise forms.ValidationError(_("The two are not the same. Please type the new one again."))
        return self.cleaned_data["again"]


class PasswordForm(NewPasswordForm):
    old = secret_field(gettext_lazy("Your password until now"), "current-password")
    field_order = ("old", "new", "again")


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Open one's own key slot; one answer for a wrong address and a wrong password."""
    form = SignInForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            _unlocked, cookie = try_password(request, **form.cleaned_data)
        except WrongCode:
            form.add_error("code", WRONG_CODE)
        except WrongSignIn:
            form.add_error("password", WRONG)
        except WaitALittle:
            status = TOO_MANY_REQUESTS
            form.add_error("password", WAIT)
        else:
            access.sign_out(request.COOKIES.get(COOKIE, ""))  # whatever this browser had open before
            response = redirect(_where_to(request))
            set_cookie(response, cookie)
            return response
    context = {
        "form": form,
        "next": request.GET.get("next", ""),
    }
    return render(request, "team/sign_in.html", context, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session: the keys it held open nothing more."""
    access.sign_out(request.COOKIES.get(COOKIE, ""))
    response = redirect("/sign-in/")
    response.delete_cookie(COOKIE, samesite="Strict")
    response.headers["Clear-Site-Data"] = '"cache"'  # pages that a browser kept all the same; no more than that
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change the password; every session of this member ends, this one too."""
    if not request.unlocked:  # type: ignore[attr-defined]
        return to_sign_in(request)  # a password is not carried along, as a note would be
    form = PasswordForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        old, new = form.cleaned_data["old"], form.cleaned_data["new"]
        try:
            with attempt(request, "password", str(request.member.id), counts=WrongSignIn):  # type: ignore[attr-defined]
                accounts.change_password(request.unlocked, old=old, new=new, at=timezone.now())  # type: ignore[attr-defined]
            return redirect("/sign-in/")
        except WrongSignIn:
            form.add_error("old", _("This is not your password. Please type it again."))
        except WaitALittle:
            status = TOO_MANY_REQUESTS
            form.add_error("old", WAIT)
        except WeakPassword as weak:
            form.add_error("new", WEAK[str(weak)])
    context = {"form": form}
    return render(request, "team/password.html", context, status=status)


WEAK = {
    "short": gettext_lazy("Please take at least 14 characters; five unrelated words are good."),
    "common": gettext_lazy("Many people use this one, so it is guessed first. Please take another."),
}


def _where_to(request: HttpRequest) -> str:
    """The page that asked for signing in, if it is one of ours."""
    wanted = request.GET.get("next", "")
    ours = wanted[:1] == "/" and wanted[:2] != "//" and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if ours else "/cases/"
