"""``trivet doctor``: is this installation in order, and what to do where it is not."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from trivet.management.doctor import BAD, Finding, backups, bad, clusters, machine, mail, stores
from trivet.models import Event

Check = Callable[..., Iterator[Finding]]


class Command(BaseCommand):
    help = "Look whether everything is in order. Exits with 1 when something is bad."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--backups", type=Path, action="append", metavar="FOLDER", help="look into it, too; may be repeated"
        )
        parser.add_argument("--mail-to", metavar="ADDRESS", help="send one mail without content to this address")

    def handle(self, *args: Any, mail_to: str | None, **options: Any) -> None:
        places = options["backups"] or [Path(name) for name in os.environ.get("TRIVET_BACKUPS", "").split(":") if name]
        now, bad_ones = timezone.now(), 0
        for check in checks(places, mail_to, for_real=_for_real()):
            for finding in _findings(check, now):
                bad_ones += finding.state == BAD
                self.stdout.write(finding.line)
        if bad_ones:
            raise SystemExit(1)


def checks(places: list[Path], mail_to: str | None, *, for_real: bool) -> list[Check]:
    """Everything that is looked at, in the order in which it is told."""
    asked = [partial(mail.trial, address=mail_to)] if mail_to else []
    return [
        stores.migrations, stores.together, partial(clusters.apart, for_real=for_real), clusters.forgetting,
        stores.whole_journal, stores.after_a_restore,
        partial(backups.taken, for_real=for_real), partial(backups.folders, places=places),
        partial(mail.server, for_real=for_real), partial(mail.sender, for_real=for_real), *asked,
        machine.clock, machine.files, partial(machine.address, for_real=for_real), machine.swapping,
        partial(machine.ticks, for_real=for_real),
    ]  # fmt: skip


def _for_real() -> bool:
    """Whether there is an event that is not practice; a store that cannot be asked counts as one."""
    try:
        return Event.objects.filter(practice=False).exists()
    except DatabaseError:
        return True


def _findings(check: Check, now: Any) -> Iterator[Finding]:
    """What a check says. A store that does not answer is a finding, too."""
    try:
        yield from list(check(now))
    except DatabaseError as problem:
        yield bad(f"A store does not answer as it should: {type(problem).__name__}.", "Look at the databases.")
