"""Kills a process whenever something has become durable, and at some moments in between.

Run as a script with TRIVET_DATA set to an empty folder and the name of a deed. Prints one JSON object: how many
moments were tried, and what was found afterwards that was neither undone nor done, up to one of its stages.
"""

import json
import os
import random
import signal
import sys
from collections.abc import Callable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trivet.settings")

import django

django.setup()

import time_machine
from django.db import connections
from tests.crash.deeds import DEEDS, Deed
from tests.crash.kept import keep, put_back
from tests.crash.seen import seen

from cast import make_cast
from trivet.access import installation
from trivet.management.practice.stage import migrate
from trivet.management.tick import tick
from trivet.vault import passwords

IN_BETWEEN = 4
passwords._MEMORY_KIB, passwords._PASSES = 64, 1


class Moments:
    """Before and after each statement that writes, and each commit; at one of them the process ends."""

    def __init__(self, end_at: int | None) -> None:
        self.end_at, self.durable = end_at, list[bool]()
        for connection in connections.all():
            connection.ensure_connection()
            connection._commit = self._around(connection._commit)
            connection.execute_wrappers.append(self._statement)

    def _pass(self, durable: bool) -> None:
        if len(self.durable) == self.end_at:
            os.kill(os.getpid(), signal.SIGKILL)
        self.durable.append(durable)

    def _around(self, commit: Callable[[], object]) -> Callable[[], object]:
        def committed() -> object:
            self._pass(False)
            answer = commit()
            self._pass(True)
            return answer

        return committed

    def _statement(self, execute, sql, params, many, context):
        if not sql.startswith(("INSERT", "UPDATE", "DELETE")):
            return execute(sql, params, many, context)
        self._pass(False)
        answer = execute(sql, params, many, context)
        self._pass(not context["connection"].in_atomic_block)
        return answer


def run(deed: Deed, end_at: int | None, *stages: int) -> list[bool] | None:
    """Do it in a process of its own; the moments that it passed, or None when it was killed."""
    connections.close_all()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        moments = Moments(end_at)
        deed.do(*stages)
        os.write(write, bytes(moments.durable))
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as said:
        passed = said.read()
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return None
    assert status == 0, f"it ended with {status}"
    return [bool(one) for one in passed]


def start_again(deed: Deed) -> dict[str, object]:
    """The next start, its first tick, and what can be seen then."""
    installation.check()
    with time_machine.travel(deed.cast.now, tick=False):
        tick()
    return seen(deed)


def cut(name: str, seed: int) -> dict[str, object]:
    migrate()
    deed = DEEDS[name](make_cast())
    deed.prepare()
    keep()
    stations = [start_again(deed)]
    for stage in range(1, deed.stages + 1):
        put_back()
        passed = run(deed, None, stage)
        stations.append(start_again(deed))
    assert passed
    between = [number for number, durable in enumerate(passed) if not durable]
    points = [number for number, durable in enumerate(passed) if durable]
    points += random.Random(seed).sample(between, min(IN_BETWEEN, len(between)))
    wrong = []
    for point in points:
        put_back()
        assert run(deed, point) is None
        found = start_again(deed)
        if found not in stations:
            wrong.append({"point": point, "found": found})
        if found != stations[-1]:
            assert run(deed, None) is not None
            again = start_again(deed)
            wrong += [{"point": point, "repeated": again}] if again != stations[-1] else []
    changed = deed.mended or stations[0] != stations[-1]
    return {"points": len(points), "moments": len(passed), "changed": changed, "wrong": wrong}


if __name__ == "__main__":
    print(json.dumps(cut(sys.argv[1], int(sys.argv[2]))))
