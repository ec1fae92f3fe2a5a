"""What somebody sends counts only when all of it came: half a form may lack whom they left out."""

from collections.abc import Callable, Iterable
from typing import IO, Any

from django.core.exceptions import BadRequest


class Whole:
    """A WSGI application that is given no body which ends before it should."""

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        return self.application({**environ, "wsgi.input": Body(environ["wsgi.input"])}, start_response)


class Body:
    """The bytes of a request; Django asks for no more of them than were announced."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        """``BadRequest`` where the line broke, or went quiet for too long."""
        try:
            data = self._stream.read(size)
        except OSError:
            data = b""
        if len(data) < size:
            raise BadRequest
        return data

    def readline(self, size: int) -> bytes:
        raise NotImplementedError  # nothing reads a form by its lines
