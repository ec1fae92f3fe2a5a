"""Whoever tries again and again gets slower; nobody is shut out, and a report never comes through here.

A view puts one line around what tries a secret, ``with attempt(request, "sign-in", email):``.
A try that fails is counted for the address it came from and for the account it named. After a few
the next ones wait. Only an address is ever asked to come back later, never an account: somebody
else's wrong passwords don't lock its owner out. (A secret short enough to be guessed, asked for
after a password was right, is ``short``: there the account waits, too.) A few wait at once; others
are never held up.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from trivet.vault.passwords import Busy

from .tries import MOST, REST, Tries

log = logging.getLogger("trivet.web")

FREE = 5  # tries at full speed
PAUSE, LONGEST = 0.5, 4.0  # seconds: the first wait, doubled with each further try, and no wait is longer
WAIT = _("Please wait a little and try again: many are trying at this moment, from your network or from elsewhere.")
TOO_MANY_REQUESTS = 429

_tries, _a_few_at_once = Tries(), BoundedSemaphore(4)
_sleep: Callable[[float], None] = time.sleep


class WaitALittle(Exception):
    """Too many tries from this address, or too many people trying at this moment."""


def name_of(address: str) -> bytes:
    """What an address is called until the hour is over."""
    return _tries.name("address", address)


@contextmanager
def attempt(
    request: HttpRequest,
    door: str,
    account: str = "",
    *,
    short: bool = False,
    counts: type[Exception] | tuple[type[Exception], ...] = Exception,
) -> Iterator[None]:
    """Let somebody try a secret. Raises ``WaitALittle``; what the block raises ``counts`` as a wrong try."""
    names = [_tries.name(door, request.came_from)]  # type: ignore[attr-defined]
    if account:
        names.append(_tries.name(door, "account", account.strip().lower()))
    if any(_tries.count(name) > MOST - 1 for name in (names if short else names[:1])):
        _say_once(door)
        raise WaitALittle
    before = [_tries.spend(name) for name in names]
    if not _wait(_pause(max(before))) and before[0] >= FREE:
        raise WaitALittle  # the few places are taken; who comes from elsewhere goes on without one
    try:
        yield
    except Busy:
        _give_back(names, before)
        raise WaitALittle from None
    except counts:
        raise
    except Exception:
        _give_back(names, before)
        raise
    _give_back(names, before)


def wrong(request: HttpRequest, door: str) -> int:
    """Answer something wrong that nobody can guess, such as a return code: slowly, with this status.

    A right one never comes here, whatever others tried at the same address.
    """
    before = _tries.spend(_tries.name(door, request.came_from))  # type: ignore[attr-defined]
    _wait(max(PAUSE, _pause(before)))
    if before <= MOST - 1:
        return 404
    _say_once(door)
    return TOO_MANY_REQUESTS


def hold_up() -> None:
    """Take a moment for an answer, if there is a place to wait in."""
    _wait(PAUSE)


class Patience:
    """A view that does not catch ``WaitALittle`` itself is answered with a page that says it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == TOO_MANY_REQUESTS:
            response.headers["Retry-After"] = str(REST)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, WaitALittle | Busy):
            return render(request, "429.html", status=TOO_MANY_REQUESTS)
        return None


def _pause(before: float) -> float:
    return min(LONGEST, PAUSE * 2 ** (before - FREE)) if before >= FREE else 0.0


def _wait(seconds: float) -> bool:
    """Whether there was a place to wait in, or no need to."""
    if not seconds:
        return True
    if not _a_few_at_once.acquire(blocking=False):
        return False
    try:
        _sleep(seconds)
    finally:
        _a_few_at_once.release()
    return True


def _give_back(names: list[bytes], before: list[float]) -> None:
    for name, count in zip(names, before, strict=True):
        _tries.give_back(name, count)


def _say_once(door: str) -> None:
    """One line when it begins, and none again until it was quiet: no address, no account."""
    if _tries.spend(_tries.name("said", door)) == 0:
        log.warning("many-tries %s", door)
