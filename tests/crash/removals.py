"""Removes a member in a child process that is killed with SIGKILL, again and again, and looks what is left.

Run as a script with TRIVET_DATA set: prints one JSON line.
"""

import json
import os
import random
import signal
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trivet.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connections

from cast import Cast, make_cast
from trivet.access import Denied, destruction, holding, invitations, journal, threads, turning
from trivet.models import Case, Membership
from trivet.process import prepare, respond, retain
from trivet.vault.models import Share

CASES, NOTE = 6, "What we saw and heard."


def remove_and_turn(cast: Cast) -> None:
    """What a chair's browser has done: the removal, then keys until none is left."""
    if Membership.objects.get(member=cast.tomas.member).until is None:
        prepare.remove_person(cast.event, cast.tomas.member, alone_too=False, by=cast.ingrid, at=cast.later(seconds=1))
    retain.turn_some(cast.ingrid, enough=lambda: False, at=cast.later(seconds=1))


def kill_once(cast: Cast, after: float) -> None:
    """Let a child work for a moment, and kill it."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        remove_and_turn(cast)
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    cast.later(minutes=1)


def is_done(cast: Cast) -> bool:
    gone = Membership.objects.get(member=cast.tomas.member).until is not None
    return gone and not turning.stale(cast.ingrid, at=cast.now)


def let_back(cast: Cast, cases: list[Case]) -> None:
    """The removed member comes back, so that there is something to remove."""
    invitations.appoint(cast.tomas.member, cast.event, role="team", until=None)
    for case in cases:
        holding.let_in(cast.read(case, "noor"), cast.tomas.member)


def reads(cast: Cast, case: Case, who: str) -> bool:
    try:
        return cast.read(case, who).file.entries[-1] is not None
    except Denied:
        return False


def is_whole(cast: Cast, case: Case, code: str) -> bool:
    """Whether holder and reporter still read everything."""
    try:
        texts = [getattr(entry, "text", "") for entry in cast.read(case, "noor").file.entries]
        return NOTE in texts and bool(threads.open_thread(code, event=cast.event).entries)
    except Denied:
        return False


def main(kills: int, seed: int) -> dict[str, object]:
    call_command("migrate", verbosity=0)
    call_command("migrate", database="keys", verbosity=0)
    cast, chance = make_cast(), random.Random(seed)
    cases = [cast.report() for _ in range(CASES)]
    for case in cases:
        cast.do(respond.add_note, case, "noor", text=NOTE)
    codes = [receipt.code for receipt in cast.receipts]
    start = time.perf_counter()
    remove_and_turn(cast)
    whole_time, finished, lost = time.perf_counter() - start, 0, 0
    for _ in range(kills):
        if is_done(cast):
            finished += 1
            let_back(cast, cases)
        kill_once(cast, chance.random() * whole_time)
        lost += sum(not is_whole(cast, case, code) for case, code in zip(cases, codes, strict=True))
    remove_and_turn(cast)
    destruction.sweep(cast.now)  # the next tick
    versions = {row.subject: row.version for row in Share.objects.filter(scope="work")}
    return {
        "kills": kills, "finished": finished, "lost": lost, "links": journal.verify(),
        "opened by the removed": sum(reads(cast, case, "tomas") for case in cases),
        "left over": Share.objects.count() - 3 * CASES,
        "other versions": sum(Case.objects.get(pk=case.pk).key_version != versions[case.pk] for case in cases),
        "still to turn": len(turning.stale(cast.noor, at=cast.now)),
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
