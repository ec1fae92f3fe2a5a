"""A restore drill: an event goes on after its backup, loses both stores, gets them back, and people say what changed.

Run as a script with TRIVET_DATA set to an empty folder; a number says how many cases more there are.
Prints one JSON object. Everything goes through the commands and pages of the product, under a moved clock.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trivet.settings")

import django

django.setup()

import time_machine
from django.core.management import call_command
from django.db import connections
from django.http import HttpResponse
from django.test import Client

from cast import make_cast
from trivet.access import journal
from trivet.management.practice.stage import migrate
from trivet.management.tick import tick
from trivet.models import Case, Clock, Membership
from trivet.process import respond
from trivet.web.unlocked import COOKIE

CLOSED = datetime(2026, 6, 4, 12, 0, tzinfo=UTC)  # the old case; its account goes 90 days later
BACKUP = CLOSED + timedelta(days=89)
LOST = BACKUP + timedelta(days=2)


class Drill:
    """One event, its cases by name, and the folder with its backups."""

    def __init__(self, more: int) -> None:
        self.backups = Path(os.environ["TRIVET_DATA"]) / "backups"
        migrate()
        with time_machine.travel(CLOSED, tick=False):
            self.cast = make_cast(CLOSED)
            self.cases = {"old": self.cast.report(what_happened="old")}
            self.cast.walk_to_closed(self.cases["old"])
            Clock.objects.filter(case=self.cases["old"]).update(met_at=CLOSED)  # the committee has heard of it
        self.cast.now = BACKUP - timedelta(hours=2)
        self.cast.go_on_duty("noor", "tomas")
        for name in ("plain", "conflict", *(f"more {number}" for number in range(more))):
            self.cases[name] = self.cast.report(what_happened=name)

    def back_up(self) -> None:
        with time_machine.travel(BACKUP, tick=False):
            for store in ("main", "keys"):
                call_command("backup", store=store, to=self.backups, verbosity=0, stdout=StringIO())

    def go_on(self) -> None:
        """After the backup: a conflict, a removal, a new case, and the end of what was kept for 90 days."""
        self.cast.now = BACKUP + timedelta(hours=1)
        respond.step_back(self.cast.read(self.cases["conflict"], "noor"), stand_in=None, at=self.cast.later(hours=1))
        Membership.objects.filter(member=self.cast.tomas.member).update(until=self.cast.later(minutes=1))
        self.cases["new"] = self.cast.report(what_happened="new")
        with time_machine.travel(LOST - timedelta(hours=1), tick=False):
            tick()

    def lose_everything(self) -> None:
        for connection in connections.all():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        connections.close_all()
        for file in Path(os.environ["TRIVET_DATA"]).glob("*.sqlite3*"):
            file.unlink()

    def restore(self) -> None:
        files = {store: next(self.backups.glob(f"{store}-*")) for store in ("main", "keys")}
        call_command("restore", **files, stdout=StringIO())

    def speak(self) -> None:
        """The chair says who left; she and noor say who has a conflict."""
        ingrid, noor = self.sign_in("ingrid"), self.sign_in("noor")
        team = {str(self.cast.people[name].member.pk): "here" for name in ("noor", "kwame")}
        _done(ingrid.post("/restored/conf/", {**team, str(self.cast.tomas.member.pk): "left"}))
        gone = {"conflicts": [str(self.cast.noor.member.pk)]}
        for name in self.cases.keys() - {"new"}:
            for visitor in (noor, ingrid):
                _done(visitor.post(f"/restored/{self.cases[name].id}/", gone if name == "conflict" else {}))

    def sign_in(self, who: str) -> Client:
        visitor = Client(headers={"host": "localhost"}, raise_request_exception=False)
        visitor.post("/sign-in/", {"email": f"{who}@conf.example", "password": self.cast.password(who)})
        return visitor

    def opened(self) -> dict[str, list[str]]:
        """Which cases each of the people opens, by their pages."""
        found: dict[str, list[str]] = {}
        for who in ("noor", "tomas", "ingrid", "kwame"):
            visitor = self.sign_in(who)
            assert visitor.cookies.get(COOKIE), who
            pages = {
                name: visitor.get(f"/cases/{case.id}/", follow=True).status_code for name, case in self.cases.items()
            }
            found[who] = sorted(name for name, status in pages.items() if status == 200)
        return found


def _done(answer: HttpResponse) -> None:
    assert answer.status_code == 302, answer.status_code


def expected(drill: Drill) -> dict[str, list[str]]:
    """What opens to whom in the end."""
    there = drill.cases.keys() - {"new"}
    return {"noor": sorted(there - {"conflict"}), "tomas": [], "ingrid": sorted(there), "kwame": []}


@contextmanager
def clock(times: dict[str, float], what: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    times[what] = round(time.perf_counter() - start, 2)


def run(more: int) -> dict[str, object]:
    """The whole drill: which cases opened to whom before, in between and afterwards, and how long each part took."""
    drill, times = Drill(more), dict[str, float]()
    with clock(times, "backup"):
        drill.back_up()
    drill.go_on()
    drill.lose_everything()
    with time_machine.travel(LOST):
        with clock(times, "restore"):
            drill.restore()
        locked = drill.opened()
        with clock(times, "speak"):
            drill.speak()
        opened = drill.opened()
        whole = journal.is_whole()
        account = drill.cast.read(drill.cases["old"], "noor").destroyed
    return {
        "locked": locked, "opened": opened, "expected": expected(drill), "cases": Case.objects.count(),
        "old_account_destroyed": account,
        "journal_whole": whole, "restores_in_journal": len(journal.restored()), "seconds": times,
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(run(int(sys.argv[1]) if len(sys.argv) > 1 else 0)))
