"""A process that ends in the middle of something."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest


class Killed(BaseException):
    """It ended here."""


@contextmanager
def killed(monkeypatch: pytest.MonkeyPatch, where: str) -> Iterator[None]:
    """Whatever runs in here ends when it comes to a function."""

    def end(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(where, end)
        try:
            yield
        except Killed:
            return
    pytest.fail(f"it never came to {where}")
