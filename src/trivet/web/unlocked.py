"""Who is asking: the member whose keys the browser's cookie unlocks."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from trivet.access import sign_in
from trivet.access.second_factor import WrongCode
from trivet.access.sign_in import Unlocked, WrongSignIn
from trivet.access.slots import plain

from .slowly import TOO_MANY_REQUESTS, WAIT, WaitALittle, attempt

COOKIE = settings.UNLOCK_COOKIE_NAME
WRONG = _("This address and this password do not belong together. Please try again.")
WRONG_CODE = _("This is not the code of this moment, or it was used already. Please type the one that is shown now.")
Handler = Callable[..., HttpResponse]


class UnlockedMember:
    """Puts ``request.unlocked`` (or None) and ``request.member`` on every request."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        cookie = request.COOKIES.get(COOKIE, "")
        set_member(request, sign_in.recall(cookie, timezone.now()) if cookie else None)
        return self.get_response(request)


def set_member(request: HttpRequest, unlocked: Unlocked | None) -> None:
    request.unlocked = unlocked  # type: ignore[attr-defined]
    request.member = unlocked.member if unlocked else None  # type: ignore[attr-defined]


def set_cookie(response: HttpResponse, value: str) -> None:
    response.set_cookie(
        COOKIE, value, max_age=sign_in.A_DAY, httponly=True, samesite="Strict", secure=settings.UNLOCK_COOKIE_SECURE
    )


def signed_in(view: Handler) -> Handler:
    """Only for members. A form that comes from an expired session asks for the password in place."""

    @wraps(view)
    def door(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.unlocked:  # type: ignore[attr-defined]
            return view(request, *args, **kwargs)
        if request.method != "POST":
            return to_sign_in(request)
        return _unlock_in_place(request, view, args, kwargs)

    return door


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in first, then come back here."""
    return redirect(f"/sign-in/?{urlencode({'next': request.path})}")


def try_password(request: HttpRequest, *, email: str, password: str, code: str) -> tuple[Unlocked, str]:
    """Sign in, the slower the more was tried. Raises ``WrongSignIn``, ``WrongCode`` or ``WaitALittle``.

    Six digits can be guessed by whoever has the password; only such tries are counted for the code.
    """
    email = plain(email)
    with attempt(request, "sign-in", email), attempt(request, "code", email, short=True, counts=WrongCode):
        return sign_in.sign_in(email=email, password=password, code=code, at=timezone.now())


def _unlock_in_place(request: HttpRequest, view: Handler, args: Any, kwargs: Any) -> HttpResponse:
    """Ask for the password and carry along everything that was typed."""
    email, password = request.POST.get("unlock_email", ""), request.POST.get("unlock_password", "")
    code = request.POST.get("unlock_code", "")
    problem: object = ""
    status = 403
    if password:
        try:
            unlocked, cookie = try_password(request, email=email, password=password, code=code)
        except WrongCode:
            problem = WRONG_CODE
        except WrongSignIn:
            problem = WRONG
        except WaitALittle:
            status, problem = TOO_MANY_REQUESTS, WAIT
        else:
            set_member(request, unlocked)
            response = view(request, *args, **kwargs)
            set_cookie(response, cookie)
            return response
    ours = ("csrfmiddlewaretoken", "unlock_email", "unlock_password", "unlock_code")
    carried = [(name, value) for name, values in request.POST.lists() if name not in ours for value in values]
    long = [value for name, value in carried if len(value) > 40 or " " in value]
    context = {"carried": carried, "typed": long, "email": email, "problem": problem}
    return render(request, "team/unlock.html", context, status=status)
