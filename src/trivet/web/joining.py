"""The first account, and every further one: made through a link that works once."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from trivet.access import Denied, attestation, founding, invitations, sign_in
from trivet.access.slots import WeakPassword
from trivet.access.unlocked import Unlocked
from trivet.vault import words

from .account import WEAK
from .fields import Email, Words
from .own import NamesForm
from .slowly import WaitALittle, wrong
from .unlocked import set_cookie, set_member


class PasswordOfMineForm(forms.Form):
    """A password to begin with: five words made for them, or what they type instead."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        max_length=1000,
        widget=forms.Textarea(
            attrs={"rows": 2, "autocomplete": "new-password", "autocapitalize": "none", "spellcheck": "false"}
        ),  # wide enough that nobody writes down half of it
        help_text=_("These five words were made for you. Write them down now, or type a password of your own."),
        error_messages={"required": _("Please type a password, or load this page anew for five words.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("password", words.password())

    def clean_password(self) -> str:
        """A line break is no part of a password: nobody could type it when signing in."""
        return "".join(self.cleaned_data["password"].splitlines())


class JoinForm(PasswordOfMineForm, NamesForm):
    name = Words(label=_("Your name, as others know you"), longest=120)
    field_order: tuple[str, ...] = ("name", "aliases", "handles", "password")


class SetUpForm(JoinForm):
    organiser = Words(
        label=_("Who organises the event?"), longest=120, help_text=_("An association, a company, a group of friends.")
    )
    email = Email(label=_("Your e-mail address"), help_text=_("You sign in with it, and notices go there."))
    field_order = ("organiser", "name", "email", "aliases", "handles", "password")


@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest, token: str) -> HttpResponse:
    """The founder's account. The link is printed where the server is started, and nowhere else."""
    try:
        founding.check(token)
        form = SetUpForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            made, code = founding.found(token, **form.cleaned_data, at=timezone.now())
            return _welcome(request, made, code, {"founder": True})
    except Denied:
        raise (Http404 if wrong(request, "joining") == 404 else WaitALittle) from None
    except WeakPassword as weak:
        form.add_error("password", WEAK[str(weak)])
    return render(request, "team/prepare/set_up.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Somebody who was invited makes their account; or new keys, when the old ones are lost."""
    now = timezone.now()
    try:
        invitation = invitations.find(token, at=now)
    except Denied:
        return render(request, "team/prepare/used.html", status=wrong(request, "joining"))
    kind = PasswordOfMineForm if invitation.renews else JoinForm
    form = kind(request.POST if request.method == "POST" else None, initial={"name": invitation.name})
    if form.is_valid():
        nothing: dict[str, Any] = {"name": invitation.name, "aliases": [], "handles": []}
        try:
            made, code = invitations.accept(token, **{**nothing, **form.cleaned_data}, at=now)
            return _welcome(request, made, code, {"event": invitation.event})
        except Denied:
            return render(request, "team/prepare/used.html", status=404)
        except WeakPassword as weak:
            form.add_error("password", WEAK[str(weak)])
    context = {"form": form, "invitation": invitation, "event": invitation.event}
    return render(request, "team/prepare/join.html", context, status=422 if form.is_bound else 200)


def _welcome(request: HttpRequest, made: Unlocked, code: str, more: dict[str, Any]) -> HttpResponse:
    """Shown once: the recovery code, and the six words that a teammate wants to hear. They are signed in."""
    cookie = sign_in.begin(made, at=timezone.now())
    set_member(request, made)
    context = {"code": code, "six_words": attestation.six_words(made.member), **more}
    response = render(request, "team/prepare/welcome.html", context)
    set_cookie(response, cookie)
    return response
