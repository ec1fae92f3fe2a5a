"""The process that decodes what a stranger sent: bytes in at one pipe, bytes out at the other, and no way elsewhere.

Its first line says what came of it: ``ok`` with the kind of file, whose bytes follow, or ``no`` with a reason.
"""

import resource
import sys

from . import BROKEN, LARGE, LARGEST, Unusable
from .kinds import maker_for

MEMORY = 192 * 1024 * 1024  # addresses; what wants more fails in here, and nowhere else
SECONDS = 10


def main() -> None:
    sent = sys.stdin.buffer.read(LARGEST + 1)
    make = maker_for(sent)  # whatever it needs is loaded before the doors close
    _close_the_doors()
    try:
        made = make(sent)
        if len(made.content) > LARGEST:
            raise Unusable(LARGE)
    except Unusable as problem:
        answer, content = f"no {problem.why}", b""
    except MemoryError:
        answer, content = f"no {LARGE}", b""
    except Exception:  # whatever a decoder raises says that it can't be read
        answer, content = f"no {BROKEN}", b""
    else:
        answer, content = f"ok {made.media}", made.content
    sys.stdout.buffer.write(answer.encode() + b"\n" + content)


def _close_the_doors() -> None:
    """From here on: no file, no connection, no core dump, no other process, so much memory, so much time."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NPROC, 0), (resource.RLIMIT_NOFILE, 0),
    ):  # fmt: skip
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main()
