"""What leaves a response and a log line, and what never does."""

import logging
from collections.abc import Callable
from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]


class PrivatePages:
    """No page is kept by a cache: not by the browser, not on the way."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response


class DropUploads(FileUploadHandler):
    """A file that somebody sends is dropped while it arrives; nothing of it touches the disk."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.request.META["trivet.dropped"] = "1"  # type: ignore[union-attr]
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        return None

    def file_complete(self, file_size: int) -> None:
        return None


class QuietFormatter(logging.Formatter):
    """An exception is logged by its type and where it arose: never its message or values."""

    def formatException(self, ei: Any) -> str:
        kind, _, trace = ei
        while trace and trace.tb_next:
            trace = trace.tb_next
        where = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "?"
        return f"{kind.__name__ if kind else '?'} at {where}"


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """What every page needs around it."""
    return {"member": getattr(request, "member", None)}
