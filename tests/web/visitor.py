"""A browser without a screen: it keeps cookies, and sends CSRF tokens only when it has some."""

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from cast import Cast
from trivet.access import sign_in
from trivet.web.unlocked import COOKIE

TOKEN = "0123456789abcdefghijABCDEFGHIJ42"  # cookie and form agree, as they do in a browser


class Visitor(Client):
    """A 500 is an answer here, as it is outside; tests look at it."""

    def __init__(self, unlocked: str = "", *, csrf: bool = True, **headers: str) -> None:
        super().__init__(enforce_csrf_checks=True, raise_request_exception=False, headers=headers)
        if unlocked:
            self.cookies[COOKIE] = unlocked
        if csrf:
            self.cookies["csrftoken"] = TOKEN

    def sends(self, path: str, fields: dict[str, Any] | None = None, **more: Any) -> HttpResponse:
        """Post a form that came from a page of ours."""
        return self.post(path, {"csrfmiddlewaretoken": TOKEN, **(fields or {})}, **more)

    def sends_raw(self, path: str, body: bytes, content_type: str, **headers: str) -> HttpResponse:
        """Post a body as it is."""
        return self.generic("POST", path, body, content_type, headers={"X-CSRFToken": TOKEN, **headers})


def unlocked(cast: Cast, who: str) -> str:
    """The value of the cookie that somebody gets by signing in."""
    _, cookie = sign_in.sign_in(email=f"{who}@conf.example", password=cast.password(who), at=timezone.now())
    return cookie


def signed_in(cast: Cast, who: str) -> Visitor:
    return Visitor(unlocked(cast, who))


def text_of(response: HttpResponse) -> str:
    """The page."""
    return response.content.decode()


def hidden(response: HttpResponse, name: str) -> str:
    """What a hidden field of the page holds."""
    found = re.search(rf'<input type="hidden" name="{name}"(?: value="([^"]*)")?', text_of(response))
    assert found, f"no hidden field {name}"
    return found[1] or ""
