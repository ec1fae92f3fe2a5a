"""Making a file anew in a process apart, so that a file that was made to do harm harms nothing else."""

import subprocess
import sys
from contextlib import suppress
from threading import Lock, Timer

from . import BROKEN, LARGE, LARGEST, REASONS, Remade, Unusable

PATIENCE = 30.0  # seconds, for one file
_COMMAND = [sys.executable, "-I", "-m", "trivet.remake.child"]
_place = Lock()  # one at a time: a large picture takes a good part of a small machine


class Busy(Exception):
    """Others are before this one, and it took too long."""


def remake(sent: bytes | memoryview) -> Remade:
    """Make a file anew. Raises ``Unusable``, whatever is wrong with it, or ``Busy``."""
    if len(sent) > LARGEST:
        raise Unusable(LARGE)
    if not _place.acquire(timeout=PATIENCE):
        raise Busy
    try:
        answer, _, content = _answer(sent).partition(b"\n")
    finally:
        _place.release()
    said, _, what = answer.decode(errors="replace").partition(" ")
    if said == "ok" and content:
        return Remade(what, content)
    raise Unusable(what if what in REASONS else BROKEN)


def _answer(sent: bytes | memoryview) -> bytes:
    """What the child says; nothing, if it came to an end before it could."""
    with subprocess.Popen(  # noqa: S603  (the command is ours)
        _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, cwd="/"
    ) as child:
        patience = Timer(PATIENCE, child.kill)
        patience.start()
        with suppress(BrokenPipeError):
            child.stdin.write(sent)  # type: ignore[union-attr]
            child.stdin.close()  # type: ignore[union-attr]
        try:
            return child.stdout.read(LARGEST + 100)  # type: ignore[union-attr]
        finally:
            patience.cancel()
            child.kill()
