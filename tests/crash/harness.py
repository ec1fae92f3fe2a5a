"""Submits reports through the real view in a child process and kills it with SIGKILL, again and again.

Run as a script with TRIVET_DATA set: prints one JSON line of what was acknowledged and what is left.
"""

import json
import os
import random
import re
import signal
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trivet.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connections
from django.test import Client

from cast import make_cast
from trivet.access import Denied, cases, threads
from trivet.models import Case, Event
from trivet.vault.codes import new_form_secret
from trivet.vault.shares import find

CODE = re.compile(r'id="return-code"[^>]*>(.*?)</p>', re.S)


def submit_for_ever(report_to: int) -> None:
    """The child: report, and say the code only when the thank-you page said it."""
    client, number = Client(headers={"host": "localhost"}), 0
    while True:
        number += 1
        answer = client.post("/conf/report/", {"what_happened": f"Shout {number}", "secret": new_form_secret()})
        found = CODE.search(answer.content.decode())
        words = re.sub(r"<[^>]+>|\s+", " ", found.group(1)) if found else f"no code: {answer.status_code}"
        os.write(report_to, (" ".join(words.split()) + "\n").encode())


def kill_once(chance: random.Random, one: float) -> list[str]:
    """Let a child work for a random moment, kill it, and return the codes that it had been given."""
    connections.close_all()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        submit_for_ever(write)
    os.close(write)
    time.sleep(chance.random() * 6 * one)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read) as lines:
        return [line.strip() for line in lines if line.endswith("\n")]


def lost(codes: list[str], event: Event, holder) -> list[str]:
    """Acknowledged reports that their author or a holder cannot read."""
    gone = []
    for code in codes:
        try:
            case = threads.open_thread(code, event=event).case
            assert cases.read_case(holder, case.id, at=NOW).file.report.what_happened.startswith("Shout")
        except (Denied, AssertionError, IndexError):
            gone.append(code)
    return gone


def without_share() -> int:
    """Cases that nobody can ever open."""
    every = Case.objects.prefetch_related("boxes")
    scopes = [[case.scope("work"), case.scope("outcome"), *(box.scope for box in case.boxes.all())] for case in every]
    return sum(len(find(wanted)) < len(wanted) for wanted in scopes)


if __name__ == "__main__":
    kills, seed = int(sys.argv[1]), int(sys.argv[2])
    call_command("migrate", verbosity=0)
    call_command("migrate", database="keys", verbosity=0)
    cast = make_cast()
    NOW = cast.now
    client, one = Client(headers={"host": "localhost"}), 0.0
    for _ in range(3):  # whatever is loaded once is loaded now; then, how long one report takes here
        start = time.perf_counter()
        client.post("/conf/report/", {"what_happened": "Shout 0", "secret": new_form_secret()})
        one = time.perf_counter() - start
    chance = random.Random(seed)
    codes = [code for _ in range(kills) for code in kill_once(chance, one)]
    summary = {"kills": kills, "acknowledged": len(codes), "cases": Case.objects.count()}
    print(json.dumps(summary | {"lost": lost(codes, cast.event, cast.noor), "without_share": without_share()}))
