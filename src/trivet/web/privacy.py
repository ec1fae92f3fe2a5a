"""What leaves a response and a log line, and what never does."""

import logging
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]


NOTHING = (
    "accelerometer autoplay browsing-topics camera clipboard-read clipboard-write display-capture encrypted-media "
    "fullscreen geolocation gyroscope hid identity-credentials-get idle-detection local-fonts magnetometer microphone "
    "midi payment picture-in-picture publickey-credentials-create publickey-credentials-get screen-wake-lock serial "
    "storage-access usb window-management xr-spatial-tracking"
).split()
# Some are set by Django as well: not on every answer that is given before its turn has come.
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in NOTHING),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class PrivatePages:
    """No answer is kept by a cache, framed, sniffed or lent to another website; no page may use the device."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class QuietFormatter(logging.Formatter):
    """An exception is logged by its type and where it arose: never its message or values."""

    def formatException(self, ei: Any) -> str:
        kind, _, trace = ei
        while trace and trace.tb_next:
            trace = trace.tb_next
        where = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "?"
        return f"{kind.__name__ if kind else '?'} at {where}"
